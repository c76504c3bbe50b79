"""What the id of a mention or of a fact tells: its release, its kind and where it stands."""

import re
from dataclasses import dataclass

from communique.graph.model import Label
from communique.reading.model import Predicate, Span

_RANGE = r"([0-9]{1,15})-([0-9]{1,15})"
_MENTION = re.compile(rf"(.+)#mentions\.([a-z]+)\.{_RANGE}(?:\.implied)?(?:\.[0-9]+)?", re.DOTALL)
_FACT = re.compile(rf"(.+)#([a-z-]+)\.{_RANGE}\.{_RANGE}(?:\.[0-9]+)?", re.DOTALL)
_LABELS = {label.lower(): label for label in Label if label is not Label.RELEASE}
_PREDICATES = {predicate.value: predicate for predicate in Predicate}


@dataclass(frozen=True, slots=True)
class MentionRef:
    """A mention as its id names it.

    Attributes:
        release: The id of its release.
        label: What is mentioned.
        span: The first words that mention it, in code points of the release's text.
    """

    release: str
    label: Label
    span: Span


@dataclass(frozen=True, slots=True)
class FactRef:
    """A fact as its id names it.

    Attributes:
        release: The id of its release.
        predicate: What it says.
        subject: The words that are its subject, in code points of the release's text.
        object: The words that are its object.
    """

    release: str
    predicate: Predicate
    subject: Span
    object: Span


def parse_mention(mention_id: str) -> MentionRef | None:
    """Take the id of a mention apart.

    Args:
        mention_id: Such as ``https://news.example/1#mentions.person.102-111``; ``.implied`` and a
            number may follow.

    Returns:
        What it names; None for a text that is no id of a mention.
    """
    found = _MENTION.fullmatch(mention_id)
    label = _LABELS.get(found[2]) if found else None
    if found is None or label is None:
        return None
    return MentionRef(found[1], label, Span(int(found[3]), int(found[4])))


def parse_fact(fact_id: str) -> FactRef | None:
    """Take the id of a fact apart.

    Args:
        fact_id: Such as ``https://news.example/1#met-with.102-111.126-143``; a number may follow.

    Returns:
        What it names; None for a text that is no id of a fact.
    """
    found = _FACT.fullmatch(fact_id)
    predicate = _PREDICATES.get(found[2]) if found else None
    if found is None or predicate is None:
        return None
    start, end, other_start, other_end = map(int, found.groups()[2:])
    return FactRef(found[1], predicate, Span(start, end), Span(other_start, other_end))
