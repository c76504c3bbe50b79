"""Groups in a network: those who meet more among themselves than with others."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx


def find_groups(network: "nx.Graph[str]") -> list[list[str]]:
    """Divide a network into the communities that `communique analyse` tells of.

    Args:
        network: The network, with weights on its edges.

    Returns:
        The groups, the largest first, in each the strongest first.
    """
    from communique.network.communities import part
    from communique.network.numbering import number

    numbered = number(network)
    return [[numbered.ids[node] for node in group] for group in part(numbered)]
