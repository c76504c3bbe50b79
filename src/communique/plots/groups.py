"""Groups in a network: those who meet more among themselves than with others."""

from collections.abc import Hashable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

_SEED = 7


def find_groups(network: "nx.Graph[str]") -> list[list[str]]:
    """Divide a network by Louvain's method, in the same way each time.

    Args:
        network: The network, with weights on its edges.

    Returns:
        The groups, the largest first, each sorted.
    """
    import networkx as nx

    order = sorted(network)
    number: dict[Hashable, int] = {node: index for index, node in enumerate(order)}
    plain: nx.Graph[int] = nx.Graph()
    plain.add_nodes_from(range(len(order)))
    for one, other, weight in sorted(network.edges(data="weight", default=1)):
        plain.add_edge(number[one], number[other], weight=weight)
    found = nx.community.louvain_communities(plain, weight="weight", seed=_SEED)
    groups = [[order[index] for index in sorted(group)] for group in found]
    return sorted(groups, key=lambda group: (-len(group), group))
