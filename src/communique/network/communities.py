"""Communities: groups with more ties inside than chance would make."""

from dataclasses import dataclass

import networkx as nx

from communique.network.centrality import SEED
from communique.network.numbering import Numbered, number
from communique.network.ranking import tabulate
from communique.queries.table import Table

_LEADING = 5


@dataclass(frozen=True)
class Community:
    """A group with many ties inside.

    Attributes:
        community: Its number, 1 for the largest.
        size: How many are in it.
        inside: The weight of the ties inside.
        outside: The weight of the ties that lead out of it.
        leading: Names of its strongest members, five at most.
    """

    community: int
    size: int
    inside: int | float
    outside: int | float
    leading: list[str]


@dataclass(frozen=True)
class Member:
    """To which community somebody belongs.

    Attributes:
        community: Its number, as in the table of communities.
        name: Who.
        office: The latest office in the period.
        strength: The weights of all ties.
        id: The node's id.
    """

    community: int
    name: str
    office: str | None
    strength: int | float
    id: str


def find_communities(graph: "nx.Graph[str]") -> Table[Community]:
    """Part a network into communities, the largest first.

    By the Louvain method with a seed of its own, so that the same network gives the same
    communities: Blondel and others, "Fast unfolding of communities in large networks", Journal of
    Statistical Mechanics P10008 (2008). Modularity: Newman and Girvan, Physical Review E 69, 026113
    (2004). Directions are put aside.

    Args:
        graph: A network.

    Returns:
        The communities; a note tells how marked they are.
    """
    network = number(graph)
    parts = part(network)
    of = {node: n for n, members in enumerate(parts) for node in members}
    inside, outside = [0.0] * len(parts), [0.0] * len(parts)
    for one, other, tie in network.graph.edges(data=True):
        weight = tie["weight"]
        if of[one] == of[other]:
            inside[of[one]] += weight
        else:
            outside[of[one]] += weight
            outside[of[other]] += weight
    rows = [
        Community(
            n + 1, len(members), _plain(inside[n]), _plain(outside[n]),
            [network.name(node) for node in members[:_LEADING]],
        )
        for n, members in enumerate(parts)
    ]  # fmt: skip
    return tabulate(Community, rows, _modularity(network, parts))


def list_members(graph: "nx.Graph[str]") -> Table[Member]:
    """List who is in which community, community by community, the strongest first.

    Args:
        graph: A network.

    Returns:
        Everybody, in the communities of `find_communities`.
    """
    network = number(graph)
    rows = [
        Member(
            n, network.name(node), network.office(node), network.strength(node), network.ids[node]
        )
        for n, members in enumerate(part(network), 1)
        for node in members
    ]
    return tabulate(Member, rows)


def part(network: Numbered) -> list[list[int]]:
    """Part a network into communities.

    Args:
        network: A network without directions.

    Returns:
        The nodes of each, the strongest first; the largest community first, then the one with the
        strongest members.
    """
    if not network.graph.number_of_edges():
        return [[node] for node in sorted(network.graph, key=network.order)]
    found = nx.community.louvain_communities(network.graph, weight="weight", seed=SEED)
    parts = [
        sorted(nodes, key=lambda n: (-network.strength(n), network.order(n))) for nodes in found
    ]
    return sorted(
        parts,
        key=lambda nodes: (
            -len(nodes),
            -sum(map(network.strength, nodes)),
            network.order(nodes[0]),
        ),
    )


def _modularity(network: Numbered, parts: list[list[int]]) -> list[str]:
    if not network.graph.number_of_edges():
        return []
    score = nx.community.modularity(network.graph, list(map(set, parts)), weight="weight")
    return [f"Modularity {score:.2f}: 0 is what chance would make, from 0.3 on parts are marked."]


def _plain(number_: float) -> int | float:
    return int(number_) if number_ == int(number_) else number_
