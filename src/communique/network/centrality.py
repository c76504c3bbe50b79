"""Centrality: how many ties, how much in between, how near."""

import random
from dataclasses import dataclass, field

import networkx as nx

from communique.network.numbering import UNIT, Numbered, number
from communique.network.ranking import Score, rank, rank_scores, tabulate
from communique.queries.table import Table

SEED = 20310304
"""Where chance has a part, it is this one."""

_BUDGET = 8_000_000
_FEWEST = 50


@dataclass(frozen=True)
class Strength:
    """How many ties somebody has, and how much they weigh.

    Attributes:
        rank: By strength.
        name: Who.
        office: The latest office in the period.
        ties: With how many others.
        strength: The weights of all ties: how many events or days.
        given: Of thanks, how many are given.
        received: Of thanks, how many are received.
        id: The node's id.
    """

    rank: int
    name: str
    office: str | None
    ties: int
    strength: int | float
    given: int | float | None = None
    received: int | float | None = None
    id: str = field(kw_only=True)


def rank_strength(graph: "nx.Graph[str]") -> Table[Strength]:
    """Rank by strength, the sum of the weights of all ties; ties count the others.

    Degree: Freeman, "Centrality in social networks", Social Networks 1 (1978). Strength: Barrat and
    others, "The architecture of complex weighted networks", PNAS 101 (2004).

    Args:
        graph: A network.

    Returns:
        Everybody; of thanks also how many are given and received.
    """
    network = number(graph)
    sums = {node: network.strength(node) for node in network.graph}
    ranks = rank(sums)
    ordered = sorted(sums, key=lambda node: (-sums[node], *network.order(node)))
    turned = _directions(graph)
    rows = [
        Strength(
            ranks[n], network.name(n), network.office(n), int(network.graph.degree(n)), sums[n],
            *turned.get(n, (None, None)), id=network.ids[n],
        )
        for n in ordered
    ]  # fmt: skip
    without = () if graph.is_directed() else ("given", "received")
    return tabulate(Strength, rows, without=without)


def _directions(graph: "nx.Graph[str]") -> dict[int, tuple[int | float, int | float]]:
    """Tell how much leaves and reaches each node of a directed network."""
    directed = number(graph, directed=True).graph
    if not isinstance(directed, nx.DiGraph):
        return {}
    return {
        node: (
            directed.out_degree(node, weight="weight"),
            directed.in_degree(node, weight="weight"),
        )
        for node in directed
    }


def rank_betweenness(graph: "nx.Graph[str]") -> Table[Score]:
    """Rank by the share of the shortest ways between two others that lead through somebody.

    A tie of weight w is 1/w long; thanks go one way. Freeman, "A set of measures of centrality
    based on betweenness", Sociometry 40 (1977); Brandes, "A faster algorithm for betweenness
    centrality", Journal of Mathematical Sociology 25 (2001); lengths after Newman, Physical Review
    E 64, 016132 (2001). In a large network ways start at a sample of nodes, always the same:
    Brandes and Pich, "Centrality estimation in large networks" (2007).

    Args:
        graph: A network.

    Returns:
        Everybody; a note says where it is an estimate.
    """
    network = number(graph, directed=True)
    starts = _sample_size(network)
    k = starts if starts < len(network.ids) else None
    scores = nx.betweenness_centrality(network.graph, k=k, weight="distance", seed=SEED)
    return tabulate(Score, rank_scores(network, scores), _estimated(network, starts))


def rank_closeness(graph: "nx.Graph[str]") -> Table[Score]:
    """Rank by how near somebody is to all others: harmonic closeness.

    The mean of 1 / distance over all others, 0 for those out of reach: so it holds for a network in
    several parts, where plain closeness does not. A tie of weight w is 1/w long: 1 would be a tie
    of weight 1 to each. Of thanks it counts the ways by which thanks come in. Marchiori and Latora,
    "Harmony in the small-world", Physica A 285 (2000); Boldi and Vigna, "Axioms for centrality",
    Internet Mathematics 10 (2014). In a large network the ways start at a sample of nodes, always
    the same: Eppstein and Wang, "Fast approximation of centrality" (2001).

    Args:
        graph: A network.

    Returns:
        Everybody; a note says where it is an estimate.
    """
    network = number(graph, directed=True)
    starts, everybody = _sample_size(network), list(network.graph)
    chosen = everybody
    if starts < len(everybody):
        chosen = sorted(random.Random(SEED).sample(everybody, starts))  # noqa: S311
    sums = nx.harmonic_centrality(network.graph, distance="distance", sources=chosen)
    among = set(chosen)
    scores = {
        node: UNIT * total / max(1, len(chosen) - (node in among)) for node, total in sums.items()
    }
    return tabulate(Score, rank_scores(network, scores), _estimated(network, starts))


def _sample_size(network: Numbered) -> int:
    """Start at all nodes of a small network, at so many of a large one as take some seconds."""
    size = len(network.ids)
    work = size + network.graph.number_of_edges()
    return min(size, max(_FEWEST, _BUDGET // max(1, work)))


def _estimated(network: Numbered, starts: int) -> list[str]:
    size = len(network.ids)
    if starts >= size:
        return []
    return [f"Estimated: the ways start at {starts:,} of {size:,}, always the same ones."]
