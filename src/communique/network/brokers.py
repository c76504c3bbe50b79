"""Brokers: those whose contacts have no ties with each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

import networkx as nx

from communique.network.communities import part
from communique.network.numbering import Numbered, number
from communique.network.ranking import rank, tabulate
from communique.queries.table import Table

_DIGITS = 6


@dataclass(frozen=True)
class Broker:
    """Somebody between others.

    Attributes:
        rank: By constraint, the least constrained first.
        name: Who.
        office: The latest office in the period.
        ties: With how many others.
        effective_size: How many of these are not redundant: ties less the mean number of ties that
            a contact has with the other contacts.
        constraint: From about 0, free to pass on between contacts, to 1 and a little more, all
            rests on a few who know each other.
        communities: To how many communities the contacts belong.
        id: The node's id.
    """

    rank: int
    name: str
    office: str | None
    ties: int
    effective_size: float
    constraint: float
    communities: int
    id: str


def find_brokers(graph: "nx.Graph[str]") -> Table[Broker]:
    """Rank by constraint those who have two ties or more, the least constrained first.

    Structural holes: Burt, "Structural Holes" (1992), and "Structural holes and good ideas",
    American Journal of Sociology 110 (2004). Effective size in the form of Borgatti, "Structural
    holes: unpacking Burt's redundancy measures", Connections 20 (1997). Directions are put aside.

    Args:
        graph: A network.

    Returns:
        All who could be between two others.
    """
    network = number(graph)
    ties = dict(network.graph.degree())
    between = [node for node in network.graph if ties[node] > 1]
    shares = _share(network)
    constraints = {node: round(constrain(shares, node), _DIGITS) for node in between}
    ranks = rank({node: -constraint for node, constraint in constraints.items()})
    triangles = cast("dict[int, int]", nx.triangles(network.graph))
    of = {node: n for n, members in enumerate(part(network)) for node in members}
    rows = [
        Broker(
            ranks[n], network.name(n), network.office(n), ties[n],
            round(ties[n] - 2 * triangles[n] / ties[n], _DIGITS), constraints[n],
            len({of[other] for other in network.graph[n]}), network.ids[n],
        )
        for n in sorted(between, key=lambda node: (ranks[node], *network.order(node)))
    ]  # fmt: skip
    return tabulate(Broker, rows)


def constrain(shares: Sequence[Mapping[int, float]], node: int) -> float:
    """Measure Burt's constraint on a node.

    Not by `networkx.constraint`, which takes the cube of the number of ties where scipy is not
    installed: minutes for a head of government. A test holds the two to the same numbers.

    Args:
        shares: For each node, the share of its strength that it spends on each contact.
        node: A node with a tie.

    Returns:
        The sum over its contacts of the square of what is spent on each, straight or through
        another contact.
    """
    spent = shares[node]
    through = dict(spent)
    for contact, share in spent.items():
        passed = shares[contact]
        fewer = passed if len(passed) < len(spent) else spent
        for other in fewer:
            if other in passed and other in through:
                through[other] += share * passed[other]
    return float(sum(total**2 for total in through.values()))


def _share(network: Numbered) -> list[dict[int, float]]:
    shares = []
    for node in range(len(network.ids)):
        whole = network.strength(node)
        ties = network.graph[node].items()
        shares.append({other: tie["weight"] / whole for other, tie in ties})
    return shares
