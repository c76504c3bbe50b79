"""The measures by name."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from communique.errors import ParameterError
from communique.network.brokers import find_brokers
from communique.network.catalogue import CHANGES, EXPLAINED, Measure
from communique.network.centrality import rank_betweenness, rank_closeness, rank_strength
from communique.network.communities import find_communities, list_members
from communique.network.cores import find_cores
from communique.network.cuts import find_bridges, find_cutpoints
from communique.network.kinds import choose
from communique.network.overview import survey
from communique.queries.table import Table

if TYPE_CHECKING:
    import networkx as nx

FUNCTIONS: Mapping[Measure, "Callable[[nx.Graph[str]], Table[Any]]"] = MappingProxyType(
    {
        Measure.OVERVIEW: survey,
        Measure.STRENGTH: rank_strength,
        Measure.BETWEENNESS: rank_betweenness,
        Measure.CLOSENESS: rank_closeness,
        Measure.COMMUNITIES: find_communities,
        Measure.MEMBERS: list_members,
        Measure.BROKERS: find_brokers,
        Measure.BRIDGES: find_bridges,
        Measure.CUTPOINTS: find_cutpoints,
        Measure.CORES: find_cores,
    }
)


def measure(graph: "nx.Graph[str]", name: Measure | str) -> Table[Any]:
    """Measure a network.

    Args:
        graph: A network, as `Graph.network` gives it.
        name: What to measure: ``overview``, ``strength``, ``betweenness``, ``closeness``,
            ``communities``, ``members``, ``brokers``, ``bridges``, ``cutpoints`` or ``cores``.

    Returns:
        The rows that the function of that measure gives, as it types them.

    Raises:
        ParameterError: If there is no such measure, or it compares two networks.
    """
    chosen = choose(Measure, "measure", name)
    if chosen in CHANGES:
        message = f"{chosen.value!r} compares two networks."
        raise ParameterError(message, "Use `compare(then, now)`.")
    return FUNCTIONS[chosen](graph)


def explain(graph: "nx.Graph[str]", name: Measure | str) -> str:
    """Say in a line what the numbers of a measure mean.

    Args:
        graph: The network that is measured.
        name: The measure.

    Returns:
        The sentence.

    Raises:
        ParameterError: If there is no such measure.
    """
    counted = graph.graph.get("weight", "events")
    return EXPLAINED[choose(Measure, "measure", name)].format(weight=counted)
