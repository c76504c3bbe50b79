"""Cores: how deep inside the network somebody stands."""

from dataclasses import dataclass

import networkx as nx

from communique.network.numbering import number
from communique.network.ranking import tabulate
from communique.queries.table import Table


@dataclass(frozen=True)
class Core:
    """How deep inside somebody stands.

    Attributes:
        core: The largest k of a group, with somebody in it, each of whom has k ties within it.
        name: Who.
        office: The latest office in the period.
        ties: With how many others at all.
        id: The node's id.
    """

    core: int
    name: str
    office: str | None
    ties: int
    id: str


def find_cores(graph: "nx.Graph[str]") -> Table[Core]:
    """Tell the core number of everybody, the innermost first.

    Seidman, "Network structure and minimum degree", Social Networks 5 (1983); Batagelj and
    Zaversnik, "An O(m) algorithm for cores decomposition of networks" (2003). Weights and
    directions are put aside.

    Args:
        graph: A network.

    Returns:
        Everybody; a note tells the size of the innermost core.
    """
    network = number(graph)
    cores = nx.core_number(network.graph)
    ties = dict(network.graph.degree())
    ordered = sorted(cores, key=lambda n: (-cores[n], -ties[n], *network.order(n)))
    rows = [
        Core(cores[n], network.name(n), network.office(n), ties[n], network.ids[n]) for n in ordered
    ]
    deepest = max(cores.values(), default=0)
    inner = sum(core == deepest for core in cores.values())
    notes = [f"The innermost core: {inner:,}, each with {deepest} or more ties inside it."]
    return tabulate(Core, rows, notes if deepest else ())
