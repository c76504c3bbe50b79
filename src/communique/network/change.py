"""Change between two periods: who rose, who fell, which ties came and went."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

import networkx as nx

from communique.errors import ParameterError
from communique.network.kinds import choose
from communique.network.numbering import number
from communique.network.ranking import rank, tabulate
from communique.queries.table import Table


class By(StrEnum):
    """By what somebody rises or falls."""

    STRENGTH = "strength"
    RANK = "rank"


ByName = Literal["strength", "rank"]


@dataclass(frozen=True)
class Move:
    """How somebody stands now, and stood then.

    Attributes:
        name: Who.
        office: The latest office in the period, of now where there is one.
        strength_then: The weights of all ties then; 0 for somebody who had none.
        strength_now: The same now.
        strength_change: How much more it is now.
        rank_then: The rank by strength then; None for somebody who had no tie.
        rank_now: The same now.
        rank_change: How many ranks somebody climbed; who has no tie stands behind all who have.
        id: The node's id.
    """

    name: str
    office: str | None
    strength_then: int | float
    strength_now: int | float
    strength_change: int | float
    rank_then: int | None
    rank_now: int | None
    rank_change: int
    id: str


@dataclass(frozen=True)
class ChangedTie:
    """A tie that is in one of two periods alone.

    Attributes:
        a: Who stands at one end; of thanks, who gave them.
        b: Who stands at the other.
        weight: What it weighs.
        first: The day of the first event.
        last: The day of the last.
        a_id: The id of the one.
        b_id: The id of the other.
    """

    a: str
    b: str
    weight: int | float
    first: str | None
    last: str | None
    a_id: str
    b_id: str


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
    moves = _move(then, now)
    key = "rank_change" if chosen is By.RANK else "strength_change"
    other = "strength_change" if chosen is By.RANK else "rank_change"

    def most(sign: int) -> Table[Move]:
        found = [move for move in moves if sign * getattr(move, key) > 0]
        found.sort(key=lambda m: (-sign * getattr(m, key), -sign * getattr(m, other), m.name, m.id))
        return tabulate(Move, found)

    return Change(
        most(1), most(-1), _only_in(now, then), _only_in(then, now), tuple(_unequal(then, now))
    )


def _check(then: "nx.Graph[str]", now: "nx.Graph[str]") -> None:
    for what in ("kind", "weight", "places"):
        one, other = then.graph.get(what), now.graph.get(what)
        if one != other or then.is_directed() != now.is_directed():
            message = f"The two networks differ in their {what}: {one} and {other}."
            raise ParameterError(message, "Compare networks that differ in their period alone.")


def _move(then: "nx.Graph[str]", now: "nx.Graph[str]") -> list[Move]:
    before, after = _strengths(then), _strengths(now)
    ranks_then, ranks_now = rank(before), rank(after)
    behind = max(len(before), len(after)) + 1
    moves = []
    for node in sorted({*before, *after}):
        told: Mapping[str, Any] = (now if node in after else then).nodes[node]
        old, new = before.get(node, 0), after.get(node, 0)
        climbed = ranks_then.get(node, behind) - ranks_now.get(node, behind)
        moves.append(
            Move(
                str(told.get("name") or node), told.get("office"), old, new, new - old,
                ranks_then.get(node), ranks_now.get(node), climbed, node,
            )
        )  # fmt: skip
    return moves


def _strengths(graph: "nx.Graph[str]") -> dict[str, int | float]:
    network = number(graph)
    return {network.ids[node]: network.strength(node) for node in network.graph}


def _only_in(graph: "nx.Graph[str]", other: "nx.Graph[str]") -> Table[ChangedTie]:
    rows = []
    for source, target, tie in graph.edges(data=True):
        if other.has_edge(source, target):
            continue
        a, b = (str(graph.nodes[end].get("name") or end) for end in (source, target))
        ends = (
            sorted([(a, source), (b, target)])
            if not graph.is_directed()
            else [(a, source), (b, target)]
        )
        (a, a_id), (b, b_id) = ends
        rows.append(
            ChangedTie(a, b, tie.get("weight", 1), tie.get("first"), tie.get("last"), a_id, b_id)
        )
    rows.sort(key=lambda row: (-row.weight, row.a, row.b, row.a_id, row.b_id))
    return tabulate(ChangedTie, rows)


def _unequal(then: "nx.Graph[str]", now: "nx.Graph[str]") -> list[str]:
    lengths = [_days(graph) for graph in (then, now)]
    if None in lengths or lengths[0] == lengths[1]:
        return []
    return [
        f"The periods are {lengths[0]:,} and {lengths[1]:,} days long: ranks compare, sums don't."
    ]


def _days(graph: "nx.Graph[str]") -> int | None:
    bounds = graph.graph.get("since"), graph.graph.get("until")
    if not all(bounds):
        return None
    first, last = (datetime.date.fromisoformat(str(day)) for day in bounds)
    return (last - first).days + 1
