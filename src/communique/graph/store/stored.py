"""A graph in a database, as checks read it."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any, cast

from communique.graph.model import EdgeType, Label
from communique.graph.rows import Edge, Node, NodeRef
from communique.graph.store.database import Parameters, Store, Transaction
from communique.graph.store.write import (
    all_edges,
    all_nodes,
    fetch_edges_in,
    fetch_edges_out,
    fetch_release_edges,
)


class Stored:
    """A graph in a database.

    Args:
        store: The database, opened for reading.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._reads = cast("Transaction", _Reads(store))

    def nodes(self, label: Label) -> Iterator[Node]:
        """Walk the nodes of a label, sorted by id."""
        return all_nodes(self._store, label)

    def edges(self, edge_type: EdgeType) -> Iterator[Edge]:
        """Walk the edges of a type, sorted by id."""
        return all_edges(self._store, edge_type)

    def edges_in(self, refs: Collection[NodeRef], types: Sequence[EdgeType]) -> list[Edge]:
        """Give the edges of some types that end at the nodes."""
        return fetch_edges_in(self._reads, refs, types)

    def edges_out(self, refs: Collection[NodeRef], types: Sequence[EdgeType]) -> list[Edge]:
        """Give the edges of some types that start at the nodes."""
        return fetch_edges_out(self._reads, refs, types)

    def edges_of(self, releases: Collection[str]) -> list[Edge]:
        """Give all edges that some releases assert."""
        return fetch_release_edges(self._reads, releases)


class _Reads:
    """What runs statements one by one, each a transaction of its own that only reads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.engine = store.engine

    def run(self, cypher: str, parameters: Parameters) -> list[dict[str, Any]]:
        return self._store.run(cypher, parameters).rows
