"""Change between two periods: who rose, who fell, which ties came and went."""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.errors import ParameterError
from communique.network.kinds import choose
from communique.network.moves import By, ByName, Move, find_moves, list_moves
from communique.network.turnover import ChangedTie, find_ties_without
from communique.queries.table import Table

if TYPE_CHECKING:
    import networkx as nx

_UNEQUAL = 0.05


@dataclass(frozen=True)
class Change:
    """What changed between two networks.

    Attributes:
        rose: Who has more now.
        fell: Who has less now.
        new_ties: The ties that are there now alone.
        lost_ties: The ties that were there then alone.
        notes: What to bear in mind.
    """

    rose: Table[Move]
    fell: Table[Move]
    new_ties: Table[ChangedTie]
    lost_ties: Table[ChangedTie]
    notes: tuple[str, ...] = ()


def compare(then: "nx.Graph[str]", now: "nx.Graph[str]", *, by: By | ByName = "strength") -> Change:
    """Compare a network with an earlier one of the same kind.

    Ranks are by strength; they compare even where one period is longer than the other. The measures
    are plain differences, as in Wasserman and Faust, "Social Network Analysis" (1994).

    Args:
        then: The earlier network.
        now: The later one.
        by: Whether ``strength`` or ``rank`` tells who rose most.

    Returns:
        What changed, the largest change first.

    Raises:
        ParameterError: If the two are of different kinds or weights.
    """
    chosen = choose(By, "by", by)
    _check(then, now)
    moves = find_moves(then, now)
    return Change(
        rose=list_moves(moves, chosen, up=True),
        fell=list_moves(moves, chosen, up=False),
        new_ties=find_ties_without(now, then),
        lost_ties=find_ties_without(then, now),
        notes=tuple(weigh_lengths(then, now)),
    )


def weigh_lengths(then: "nx.Graph[str]", now: "nx.Graph[str]") -> list[str]:
    """Say so where one period is longer than the other, or has an open end.

    Args:
        then: The earlier network.
        now: The later one.

    Returns:
        A sentence, or none.
    """
    before, after = _days(then), _days(now)
    if before is None or after is None:
        return [
            "A period with an open end may be longer than the other: ranks compare, sums don't."
        ]
    if abs(before - after) <= _UNEQUAL * max(before, after):
        return []
    return [f"The periods are {before:,} and {after:,} days long: ranks compare, sums don't."]


def _check(then: "nx.Graph[str]", now: "nx.Graph[str]") -> None:
    for what in ("kind", "weight", "places"):
        one, other = then.graph.get(what), now.graph.get(what)
        if one != other or then.is_directed() != now.is_directed():
            message = f"The two networks differ in their {what}: {one} and {other}."
            raise ParameterError(message, "Compare networks that differ in their period alone.")


def _days(graph: "nx.Graph[str]") -> int | None:
    bounds = graph.graph.get("since"), graph.graph.get("until")
    if not all(bounds):
        return None
    first, last = (datetime.date.fromisoformat(str(day)) for day in bounds)
    return (last - first).days + 1
