"""Networks: who is tied to whom, as graphs of NetworkX, and what can be measured on them.

from communique import network

met = graph.network("met-with", since="2031")
network.measure(met, "betweenness")
network.compare(graph.network(until="2031"), met).rose
"""

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.network.brokers import Broker, find_brokers
    from communique.network.catalogue import Measure
    from communique.network.centrality import (
        Strength,
        rank_betweenness,
        rank_closeness,
        rank_strength,
    )
    from communique.network.change import Change, compare
    from communique.network.communities import Community, Member, find_communities, list_members
    from communique.network.cores import Core, find_cores
    from communique.network.cuts import Bridge, CutPoint, find_bridges, find_cutpoints
    from communique.network.graph import make_network
    from communique.network.kinds import Kind, Weight
    from communique.network.measures import explain, measure
    from communique.network.moves import By, Move
    from communique.network.overview import Overview, survey
    from communique.network.ranking import Score
    from communique.network.turnover import ChangedTie

__all__ = [
    "Bridge", "Broker", "By", "Change", "ChangedTie", "Community", "Core", "CutPoint", "Kind",
    "Measure", "Member", "Move", "Overview", "Score", "Strength", "Weight", "compare", "explain",
    "find_bridges", "find_brokers", "find_communities", "find_cores", "find_cutpoints",
    "list_members", "make_network", "measure", "rank_betweenness", "rank_closeness",
    "rank_strength", "survey",
]  # fmt: skip

_MODULES = MappingProxyType(
    {
        "brokers": ("Broker", "find_brokers"),
        "catalogue": ("Measure",),
        "centrality": (
            "Strength", "rank_betweenness", "rank_closeness", "rank_strength",
        ),
        "change": ("Change", "compare"),
        "communities": ("Community", "Member", "find_communities", "list_members"),
        "cores": ("Core", "find_cores"),
        "cuts": ("Bridge", "CutPoint", "find_bridges", "find_cutpoints"),
        "graph": ("make_network",),
        "kinds": ("Kind", "Weight"),
        "measures": ("explain", "measure"),
        "overview": ("Overview", "survey"),
        "moves": ("By", "Move"),
        "ranking": ("Score",),
        "turnover": ("ChangedTie",),
    }
)  # fmt: skip
_WHERE = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever a module exports by that name
    """Import a module when a name of it is first asked for: NetworkX is slow to import."""
    if name in _WHERE:
        return getattr(import_module(f"communique.network.{_WHERE[name]}"), name)
    message = f"module 'communique.network' has no attribute {name!r}"
    raise AttributeError(message)
