"""What decisions come to in one release: which mentions they speak of, which facts fall."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from communique.graph.decisions.decision import Decision, Side, Verb, side_of
from communique.graph.decisions.matching import Mention, find_fact, find_side
from communique.graph.decisions.references import parse_fact
from communique.graph.rows import Batch


@dataclass(frozen=True)
class Bearing:
    """What decisions come to in one release.

    Attributes:
        mentions: The ids of the decisions that speak of each mention, sorted; only mentions that
            some decision speaks of.
        facts: The facts that are wrong.
    """

    mentions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    facts: frozenset[str] = frozenset()


def releases_of(decision: Decision) -> tuple[str, ...]:
    """List the releases that a decision is about, sorted."""
    if decision.verb is Verb.WRONG:
        found = parse_fact(decision.fact or "")
        return (found.release,) if found else ()
    return tuple(sorted({side.release for side in decision.sides}))


def bear(batch: Batch, decisions: Iterable[Decision]) -> Bearing:
    """Find what decisions speak of in a release.

    Args:
        batch: What the release asserts.
        decisions: Decisions about any releases.

    Returns:
        The mentions and facts of this release that they mean; what isn't found is left alone.
    """
    mine = [d for d in decisions if batch.release.ref.id in releases_of(d)]
    if not mine:
        return Bearing()
    mentions = _mentions(batch)
    found: dict[str, set[str]] = defaultdict(set)
    for decision in mine:
        for side in decision.sides:
            if mention := find_side(side, mentions):
                found[mention].add(decision.id)
    wrong = (find_fact_in(batch, decision) for decision in mine if decision.verb is Verb.WRONG)
    return Bearing(
        {mention: tuple(sorted(ids)) for mention, ids in sorted(found.items())},
        frozenset(fact for fact in wrong if fact),
    )


def find_side_in(batch: Batch, side: Side) -> Side | None:
    """Find a side of a decision in what its release asserts.

    Args:
        batch: What the release asserts.
        side: The side.

    Returns:
        The mention as this reading has it, None where there is none. A group can't be decided
        about: it has no identity.
    """
    forms = {row.id: str(row.properties["form"]) for row in batch.mentions}
    mention = find_side(side, _mentions(batch))
    return side_of(mention, forms[mention]) if mention else None


def find_fact_in(batch: Batch, decision: Decision) -> str | None:
    """Find the fact that a decision calls wrong in what its release asserts."""
    return find_fact(decision, {str(told.properties["fact"]) for told in batch.assertions})


def _mentions(batch: Batch) -> list[Mention]:
    return [Mention.of(row) for row in batch.mentions if row.properties.get("kind") != "group"]


def standing(batch: Batch, bearing: Bearing) -> Batch:
    """Leave out of a batch the facts that are wrong."""
    kept = [a for a in batch.assertions if a.properties["fact"] not in bearing.facts]
    return replace(batch, assertions=tuple(kept))
