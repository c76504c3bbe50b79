"""Moves: who stands higher or lower now than then."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal

from communique.network.numbering import number
from communique.network.ranking import rank, tabulate
from communique.queries.table import Table

if TYPE_CHECKING:
    import networkx as nx


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
        then: The strength then, the weights of all ties; 0 for somebody who had none.
        now: The strength now.
        change: How much more it is now.
        rank_then: The rank by strength then; None for somebody who had no tie.
        rank_now: The same now.
        climbed: How many ranks somebody climbed; who has no tie stands behind all who have.
        id: The node's id.
    """

    name: str
    office: str | None
    then: int | float
    now: int | float
    change: int | float
    rank_then: int | None
    rank_now: int | None
    climbed: int
    id: str


def list_moves(moves: Sequence[Move], by: By, *, up: bool) -> Table[Move]:
    """List those who rose, or those who fell, the largest change first.

    Args:
        moves: All moves.
        by: Whether the strength or the rank tells it.
        up: Whether those who rose are listed.

    Returns:
        Those whose strength or rank changed that way.
    """
    sign = 1 if up else -1
    key, other = ("climbed", "change") if by is By.RANK else ("change", "climbed")
    found = [move for move in moves if sign * getattr(move, key) > 0]
    found.sort(key=lambda m: (-sign * getattr(m, key), -sign * getattr(m, other), m.name, m.id))
    return tabulate(Move, found)


def find_moves(then: "nx.Graph[str]", now: "nx.Graph[str]") -> list[Move]:
    """Tell of everybody in one of two networks how they stand in both.

    Args:
        then: The earlier network.
        now: The later one.

    Returns:
        A move for each, by id.
    """
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
