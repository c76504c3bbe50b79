"""The network as a whole."""

from dataclasses import dataclass

import networkx as nx

from communique.network.numbering import number
from communique.network.ranking import tabulate
from communique.queries.table import Table


@dataclass(frozen=True)
class Overview:
    """A network in numbers.

    Attributes:
        actors: How many people, organizations and places have a tie.
        ties: How many pairs are tied; of thanks each direction counts.
        weight: What all ties weigh together.
        density: The share of all possible ties that are there.
        parts: How many parts have no tie with each other.
        largest: How many are in the largest part.
        first: The day of the first event.
        last: The day of the last.
        left_out: How many events no bound can hold, since their year is not known.
    """

    actors: int
    ties: int
    weight: int | float
    density: float
    parts: int
    largest: int
    first: str | None
    last: str | None
    left_out: int


def survey(graph: "nx.Graph[str]") -> Table[Overview]:
    """Tell how large a network is, how dense, and into how many parts it falls.

    Density and components as in Wasserman and Faust, "Social Network Analysis" (1994), chapter 4.

    Args:
        graph: A network.

    Returns:
        One row.
    """
    parts = [len(part) for part in nx.connected_components(number(graph).graph)]
    days = [
        day for _, _, tie in graph.edges(data=True) for day in (tie.get("first"), tie.get("last"))
    ]
    known = [day for day in days if day]
    row = Overview(
        graph.number_of_nodes(),
        graph.number_of_edges(),
        sum(tie.get("weight", 1) for _, _, tie in graph.edges(data=True)),
        round(nx.density(graph), 6),
        len(parts),
        max(parts, default=0),
        min(known, default=None),
        max(known, default=None),
        graph.graph.get("left_out", 0),
    )
    return tabulate(Overview, [row])
