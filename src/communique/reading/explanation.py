"""Why a reading says what it says: each sentence with its mentions, facts and drops."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeVar, runtime_checkable

from communique.loaders.release import Release
from communique.reading.model import Reader, Reading, Span

T = TypeVar("T")
_LINE = re.compile(r"[^\n]+")


class Reason(StrEnum):
    """Why a candidate came to no fact of its own, from the farthest off to the nearest miss."""

    QUOTED = "it stands in quoted speech"
    UNREAL = "it is negated, hoped for or hypothetical"
    NO_SLOT = "nothing follows where the other side would stand"
    NO_OBJECT = "what follows is nothing that this rule takes"
    NO_SUBJECT = "nobody is found who did it"
    NO_OTHER = "nobody is found on the other side"
    WRONG_SORT = "whoever did it is of no kind that does such a thing"
    GOING_HOME = "going home is no visit"
    VAGUE = "the text names those whom it calls by this group elsewhere"
    REPEATED = "it is told already"

    @property
    def rank(self) -> int:
        """How near the candidate came to a fact."""
        return list(Reason).index(self)


@dataclass(frozen=True)
class Drop:
    """A candidate that came to nothing.

    Attributes:
        span: The words that might have told a fact.
        told: The candidate: the words themselves, or the fact that it would have been.
        rule: The rule that came nearest, empty where none was tried.
        reason: Why it came to nothing.
    """

    span: Span
    told: str
    rule: str
    reason: Reason


@dataclass(frozen=True)
class Marking:
    """A mention in a passage.

    Attributes:
        span: Where it stands.
        sort: What the reader took it for.
        entities: Whom or what it means: positions in the reading's entities.
    """

    span: Span
    sort: str
    entities: tuple[int, ...] = ()


@dataclass(frozen=True)
class Passage:
    """A sentence, or a line where the reader tells no sentences.

    Attributes:
        span: Where it stands.
        markings: What it mentions, in order, without overlap.
        facts: The facts whose evidence starts in it: positions in the reading's facts.
        drops: The candidates that came to nothing in it.
    """

    span: Span
    markings: tuple[Marking, ...] = ()
    facts: tuple[int, ...] = ()
    drops: tuple[Drop, ...] = ()


@dataclass(frozen=True)
class Explanation:
    """A reading, and the passages it rests on."""

    reading: Reading
    passages: tuple[Passage, ...]


@runtime_checkable
class Explainer(Protocol):
    """A reader that can tell more of a reading than the reading itself."""

    def explain(self, release: Release) -> Explanation:
        """Read one release and tell why."""
        ...


def explain(reader: Reader, release: Release) -> Explanation:
    """Explain what a reader makes of a release, as far as that reader can.

    Args:
        reader: Any reader; one that has no `explain` is told of by what its reading says.
        release: What to read.

    Returns:
        The reading with its passages.
    """
    if isinstance(reader, Explainer):
        return reader.explain(release)
    end = len(release.text) if release.end is None else release.end
    found = (line.span() for line in _LINE.finditer(release.text, 0, end))
    lines = [Span(*ends) for ends in found if release.text[slice(*ends)].strip()]
    return lay_out(reader.read(release), lines)


def lay_out(
    reading: Reading,
    spans: Sequence[Span],
    sorts: Iterable[tuple[Span, str]] = (),
    drops: Iterable[Drop] = (),
) -> Explanation:
    """Put mentions, facts and drops into the passages where they stand.

    Args:
        reading: What was read.
        spans: Where the passages stand, in order, without overlap.
        sorts: Mentions with what the reader took them for; those of the reading's entities and
            facts are known without them.
        drops: The candidates that came to nothing.

    Returns:
        The explanation; what stands outside all passages is left out.
    """
    starts = [span.start for span in spans]
    markings: list[list[Marking]] = [[] for _ in spans]
    facts: list[list[int]] = [[] for _ in spans]
    dropped: list[list[Drop]] = [[] for _ in spans]
    for marking in _mark(reading, sorts):
        _put(markings, starts, marking.span.start, marking)
    for number, fact in enumerate(reading.facts):
        _put(facts, starts, fact.evidence.start, number)
    for drop in drops:
        _put(dropped, starts, drop.span.start, drop)
    passages = (
        Passage(span, tuple(_apart(markings[n], span)), tuple(facts[n]), tuple(dropped[n]))
        for n, span in enumerate(spans)
    )
    return Explanation(reading, tuple(passages))


def _put(places: list[list[T]], starts: list[int], start: int, item: T) -> None:
    at = bisect_right(starts, start) - 1
    if at >= 0:
        places[at].append(item)


def _mark(reading: Reading, sorts: Iterable[tuple[Span, str]]) -> list[Marking]:
    """Everything that is mentioned, with what it means where the reading knows."""
    meant: dict[Span, list[int]] = {}
    for number, entity in enumerate(reading.entities):
        for span in () if entity.implied else entity.mentions:
            meant.setdefault(span, []).append(number)
    told = dict(sorts)
    for span, numbers in meant.items():
        told.setdefault(span, reading.entities[numbers[0]].kind.value)
    return [Marking(span, sort, tuple(meant.get(span, ()))) for span, sort in told.items()]


def _apart(markings: list[Marking], passage: Span) -> list[Marking]:
    """Those that stand within the passage, in order; of two that overlap the one that opens."""
    kept: list[Marking] = []
    for one in sorted(markings, key=lambda m: (m.span.start, -m.span.end)):
        if one.span.end <= passage.end and (not kept or kept[-1].span.end <= one.span.start):
            kept.append(one)
    return kept
