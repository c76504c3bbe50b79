"""Cuts: the ties and the actors that alone hold parts of a network together."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

import networkx as nx

from communique.network.numbering import Numbered, number
from communique.network.ranking import tabulate
from communique.queries.table import Table


@dataclass(frozen=True)
class Bridge:
    """A tie without which two parts have none.

    Attributes:
        a: Who stands at one end.
        b: Who stands at the other.
        weight: What the tie weighs.
        cut_off: How many are on the smaller side.
        a_id: The id of the one.
        b_id: The id of the other.
    """

    a: str
    b: str
    weight: int | float
    cut_off: int
    a_id: str
    b_id: str


@dataclass(frozen=True)
class CutPoint:
    """Somebody without whom a part falls into several.

    Attributes:
        name: Who.
        office: The latest office in the period.
        parts: Into how many it falls.
        cut_off: How many are then outside the largest of these.
        id: The node's id.
    """

    name: str
    office: str | None
    parts: int
    cut_off: int
    id: str


def find_bridges(graph: "nx.Graph[str]") -> Table[Bridge]:
    """Find the ties without which the network has a part more, those that hold most first.

    Tarjan, "A note on finding the bridges of a graph", Information Processing Letters 2 (1974);
    what bridges mean between people: Granovetter, "The strength of weak ties", American Journal of
    Sociology 78 (1973). Directions are put aside.

    Args:
        graph: A network.

    Returns:
        The bridges; most have a side of one, somebody with a single tie.
    """
    network = number(graph)
    blocks = _Blocks(network)
    rows = []
    for ends in cast("Iterable[tuple[int, int]]", nx.bridges(network.graph)):
        one, other = sorted(ends, key=network.order)
        weight = network.graph[one][other]["weight"]
        cut_off = min(blocks.sides(one, other))
        names = (network.name(one), network.name(other))
        rows.append(Bridge(*names, weight, cut_off, network.ids[one], network.ids[other]))
    rows.sort(key=lambda row: (-row.cut_off, -row.weight, row.a, row.b, row.a_id, row.b_id))
    return tabulate(Bridge, rows)


def find_cutpoints(graph: "nx.Graph[str]") -> Table[CutPoint]:
    """Find those without whom the network has more parts, those who hold most first.

    Articulation points: Hopcroft and Tarjan, "Efficient algorithms for graph manipulation",
    Communications of the ACM 16 (1973). Directions are put aside.

    Args:
        graph: A network.

    Returns:
        The cut points.
    """
    network = number(graph)
    blocks = _Blocks(network)
    rows = []
    for node in set(nx.articulation_points(network.graph)):
        parts = blocks.parts(node)
        cut_off = sum(parts) - max(parts)
        name, office = network.name(node), network.office(node)
        rows.append(CutPoint(name, office, len(parts), cut_off, network.ids[node]))
    rows.sort(key=lambda row: (-row.cut_off, -row.parts, row.name, row.id))
    return tabulate(CutPoint, rows)


class _Blocks:
    """The tree of blocks and cut points, in which the sides of a cut can be counted.

    A block is a largest part that no single node cuts. It has the number -1, -2, … in the tree and
    a cut point its own; nobody else stands in the tree, but counts for the block.
    """

    def __init__(self, network: Numbered) -> None:
        self._cuts = set(nx.articulation_points(network.graph))
        self._tree: nx.Graph[int] = nx.Graph()
        self._own: dict[int, int] = dict.fromkeys(self._cuts, 1)
        self._ties: dict[tuple[int, int], int] = {}
        found = cast("Iterable[set[int]]", nx.biconnected_components(network.graph))
        for n, members in enumerate(found, 1):
            inner = members - self._cuts
            self._tree.add_node(-n)
            self._own[-n] = len(inner)
            self._tree.add_edges_from((-n, cut) for cut in sorted(members & self._cuts))
            if len(members) == 2:
                one, other = sorted(members)
                self._ties[one, other] = -n
        self._parents: dict[int, int | None] = {}
        self._below: dict[int, int] = {}
        self._whole: dict[int, int] = {}
        self._count()

    def _count(self) -> None:
        for start in sorted(self._tree):
            if start in self._parents:
                continue
            self._parents[start] = None
            ordered, waiting = [], deque([start])
            while waiting:
                ordered.append(node := waiting.popleft())
                for other in self._tree[node]:
                    if other not in self._parents:
                        self._parents[other] = node
                        waiting.append(other)
            self._add_up(ordered)

    def _add_up(self, ordered: list[int]) -> None:
        for node in ordered:
            self._below[node] = self._own[node]
        for node in reversed(ordered):
            parent = self._parents[node]
            if parent is not None:
                self._below[parent] += self._below[node]
        for node in ordered:
            self._whole[node] = self._below[ordered[0]]

    def _beyond(self, node: int, other: int) -> int:
        """Count those on the other's side of an edge of the tree."""
        if self._parents[other] == node:
            return self._below[other]
        return self._whole[node] - self._below[node]

    def parts(self, cut: int) -> list[int]:
        """Count the parts that a cut point leaves."""
        return [self._beyond(cut, block) for block in self._tree[cut]]

    def sides(self, one: int, other: int) -> tuple[int, int]:
        """Count both sides of a bridge."""
        block = self._ties[min(one, other), max(one, other)]
        first = self._beyond(block, one) if one in self._cuts else 1
        return first, self._whole[block] - first
