"""From a decision to what it means in a newer reading of its release.

A mention that has the decision's place but nothing of its name is not it: the text has been
replaced, and somebody else stands there now. What is not found leaves its decision dormant.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, cast

from communique.graph.decisions.decision import Decision, Side
from communique.graph.decisions.references import parse_fact, parse_mention
from communique.graph.identity import name_key
from communique.graph.model import Label
from communique.graph.rows import Mention as Row
from communique.reading.model import Span


class Mention(NamedTuple):
    """A mention as a reading has it.

    Attributes:
        id: Its id.
        label: What is mentioned.
        spans: Wherever the text speaks of it.
        forms: The names by which the text calls it; empty where unknown.
    """

    id: str
    label: Label
    spans: Sequence[Span]
    forms: Sequence[str]

    @classmethod
    def of(cls, row: Row) -> "Mention":
        """Take it from what a release asserts."""
        offsets = cast("list[int]", row.properties["spans"])
        spans = tuple(map(Span, offsets[::2], offsets[1::2]))
        return cls(row.id, row.label, spans, cast("list[str]", row.properties["forms"]))


def find_side(side: Side, mentions: Iterable[Mention]) -> str | None:
    """Find the mention that a side of a decision means.

    Args:
        side: The side.
        mentions: Mentions of any releases, in any order.

    Returns:
        The id of the mention with the same id; else of that which overlaps the side's words most;
        else of the only one with the same name. None where there is none: the decision is dormant.
    """
    ours = [mention for mention in mentions if _is_of(mention, side)]
    akin = [mention for mention in ours if _is_akin(mention, side)]
    return _at(side, akin) or _overlapping(side, akin) or _namesake(side, ours)


def find_fact(decision: Decision, facts: Iterable[str]) -> str | None:
    """Find the fact that a decision calls wrong.

    Args:
        decision: The decision.
        facts: The ids of facts of any releases, in any order.

    Returns:
        The same id; else the id of the only fact of the same release and predicate of which both
        ends overlap. None where there is none: the decision is dormant.
    """
    wanted = parse_fact(decision.fact) if decision.fact else None
    known = set(facts)
    if decision.fact in known:
        return decision.fact
    parsed = [(fact, parse_fact(fact)) for fact in sorted(known)] if wanted else []
    fitting = [
        fact
        for fact, found in parsed
        if wanted and found
        and (found.release, found.predicate) == (wanted.release, wanted.predicate)
        and _shared(found.subject, wanted.subject) and _shared(found.object, wanted.object)
    ]  # fmt: skip
    return fitting[0] if len(fitting) == 1 else None


def _is_of(mention: Mention, side: Side) -> bool:
    if mention.label is not side.label or not mention.id.startswith(f"{side.release}#"):
        return False
    found = parse_mention(mention.id)
    return found is not None and found.release == side.release


def _is_akin(mention: Mention, side: Side) -> bool:
    """Whether a name of it has a word in common, or characters where words aren't spaced."""
    wanted = name_key(side.name)
    return not mention.forms or any(_have_in_common(wanted, name_key(f)) for f in mention.forms)


def _have_in_common(one: str, other: str) -> bool:
    words, others = set(one.split("-")), set(other.split("-"))
    unspaced = [w in other for w in words if not w.isascii()]
    return bool(words & others) or any(unspaced) or any(w in one for w in others if not w.isascii())


def _at(side: Side, akin: Sequence[Mention]) -> str | None:
    """The mention of that id; two can begin with the same words, then the name tells."""
    place = Span(side.start, side.end)
    refs = ((mention, parse_mention(mention.id)) for mention in akin)
    return _first(side, [(0, m) for m, ref in refs if ref and ref.span == place])


def _overlapping(side: Side, akin: Sequence[Mention]) -> str | None:
    place = Span(side.start, side.end)
    shares = ((max((_shared(s, place) for s in m.spans), default=0), m) for m in akin)
    return _first(side, [(share, mention) for share, mention in shares if share])


def _first(side: Side, ranked: Sequence[tuple[int, Mention]]) -> str | None:
    """The greatest share, then the same name, then the least id."""
    best = min(ranked, key=lambda r: (-r[0], not _is_named(r[1], side), r[1].id), default=None)
    return best[1].id if best else None


def _namesake(side: Side, ours: Sequence[Mention]) -> str | None:
    named = sorted({mention.id for mention in ours if _is_named(mention, side)})
    return named[0] if len(named) == 1 else None


def _is_named(mention: Mention, side: Side) -> bool:
    return name_key(side.name) in map(name_key, mention.forms)


def _shared(one: Span, other: Span) -> int:
    """How many code points two spans have in common."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))
