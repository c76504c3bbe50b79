"""A network with numbers for nodes: what is measured must not depend on the order of anything.

NetworkX walks nodes and edges in the order in which they came, sets of strings even in another
order at each start of Python. So each measure is taken on a copy: nodes are the numbers from 0 on
in the order of their ids, edges are sorted.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from math import lcm
from typing import Any

import networkx as nx

UNIT = lcm(*range(1, 41))
"""The length of a tie of weight 1: whole numbers, so that ways of equal length are equal."""


@dataclass(frozen=True)
class Numbered:
    """A network made ready to be measured.

    Attributes:
        graph: Nodes from 0 on; edges with `weight` and `distance`.
        ids: The ids of the nodes, by number.
        nodes: What the network tells of each, by number.
    """

    graph: "nx.Graph[int]"
    ids: tuple[str, ...]
    nodes: tuple[Mapping[str, Any], ...]

    def name(self, node: int) -> str:
        """Name a node; one without a name goes by its id."""
        return str(self.nodes[node].get("name") or self.ids[node])

    def office(self, node: int) -> str | None:
        """Tell the latest office of a node."""
        office = self.nodes[node].get("office")
        return None if office is None else str(office)

    def order(self, node: int) -> tuple[str, str]:
        """What ties are broken by: the name, then the id."""
        return (self.name(node), self.ids[node])

    def strength(self, node: int) -> int | float:
        """Add up the weights of a node's ties, in both directions."""
        total: int | float = self.graph.degree(node, weight="weight")
        return total


def number(graph: "nx.Graph[str]", *, directed: bool = False) -> Numbered:
    """Make a network ready to be measured.

    Args:
        graph: A network; a tie without a weight weighs 1, ties to oneself are left out.
        directed: Whether the ties of a directed network keep their direction; else the weights of
            both directions add up.

    Returns:
        The copy.
    """
    ids = tuple(sorted(graph, key=str))
    at = {node: n for n, node in enumerate(ids)}
    keep = directed and graph.is_directed()
    weights: dict[tuple[int, int], int | float] = defaultdict(int)
    for source, target, told in graph.edges(data=True):
        one, other = at[source], at[target]
        ends = (one, other) if keep else (min(one, other), max(one, other))
        weights[ends] += told.get("weight", 1)
    made: nx.Graph[int] = nx.DiGraph() if keep else nx.Graph()
    made.add_nodes_from(range(len(ids)))
    for (one, other), weight in sorted(weights.items()):
        if one != other and weight > 0:
            made.add_edge(one, other, weight=weight, distance=_length(weight))
    return Numbered(made, tuple(map(str, ids)), tuple(graph.nodes[node] for node in ids))


def _length(weight: float) -> int:
    if isinstance(weight, int) and UNIT % weight == 0:
        return UNIT // weight
    return max(1, round(UNIT / weight))
