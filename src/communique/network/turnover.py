"""Turnover: the ties that are in one of two periods alone."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.network.ranking import tabulate
from communique.queries.table import Table

if TYPE_CHECKING:
    import networkx as nx


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


def find_ties_without(graph: "nx.Graph[str]", other: "nx.Graph[str]") -> Table[ChangedTie]:
    """Find the ties of a network that another one does not have, the heaviest first.

    Args:
        graph: The network whose ties they are.
        other: The other one.

    Returns:
        The ties; those of thanks keep their direction.
    """
    rows = []
    for source, target, tie in graph.edges(data=True):
        if other.has_edge(source, target):
            continue
        ends = [(str(graph.nodes[end].get("name") or end), end) for end in (source, target)]
        (a, a_id), (b, b_id) = ends if graph.is_directed() else sorted(ends)
        rows.append(
            ChangedTie(a, b, tie.get("weight", 1), tie.get("first"), tie.get("last"), a_id, b_id)
        )
    rows.sort(key=lambda row: (-row.weight, row.a, row.b, row.a_id, row.b_id))
    return tabulate(ChangedTie, rows)
