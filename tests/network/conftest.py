"""Small networks made by hand, and graphs of a few invented releases."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import networkx as nx
import pytest

from communique.graph.ledger import load
from communique.graph.rows import Batch
from communique.graph.store import connect

Ties = Mapping[str, int] | Iterable[str]
Network = Callable[..., "nx.Graph[str]"]


@pytest.fixture(scope="session")
def network() -> Network:
    """Makes a network of ties such as ``ab``, each perhaps with its weight; names are capitals."""

    def make(ties: Ties, *, directed: bool = False, **told: Any) -> "nx.Graph[str]":
        weights = ties if isinstance(ties, Mapping) else dict.fromkeys(ties, 1)
        graph: nx.Graph[str] = nx.DiGraph() if directed else nx.Graph()
        graph.graph.update(kind="met-with", weight="events", since=None, until=None, **told)
        for pair, weight in weights.items():
            one, other = tuple(pair)
            graph.add_node(one, name=one.upper())
            graph.add_node(other, name=other.upper())
            graph.add_edge(one, other, weight=weight)
        return graph

    return make


@pytest.fixture
def tell(where: str) -> Callable[..., str]:
    """Loads what releases assert into an empty graph, in each database in turn."""

    def load_all(*batches: Batch) -> str:
        with connect(where, write=True, create=True) as store:
            for batch in batches:
                load(store, batch)
        return where

    return load_all
