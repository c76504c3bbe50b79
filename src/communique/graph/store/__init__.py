"""The databases that keep the graph: one way to all of them, the `neo4j` driver."""

from communique.graph.store.connection import connect
from communique.graph.store.database import Answer, Store, Transaction
from communique.graph.store.write import all_edges, all_nodes

__all__ = ["Answer", "Store", "Transaction", "all_edges", "all_nodes", "connect"]
