"""What the database itself guards: no two nodes of a label share an id.

`Profile`, `Block` and `Decision` are how the graph is kept, not what it says: who is who, what has
to be held against what, and what people decided. They are in no export.

Asserted edges are unique by construction, since every write merges them by id between the same
ends; on Neo4j a constraint holds it too.
"""

from communique.graph.model import EDGES, Label, Layer
from communique.graph.store.database import Store

BOOKKEEPING = ("Profile", "Block", "Decision")
"""The labels of what a database keeps besides the graph."""


def ensure_schema(store: Store) -> None:
    """Make the constraints that are not there yet; those that are there are left alone.

    Args:
        store: A store opened for writing.
    """
    for statement in constraints(store.engine):
        store.run(statement, {})


def constraints(engine: str) -> tuple[str, ...]:
    """List the statements that make the constraints of an engine, ``neo4j`` or ``arcadedb``."""
    return _NODES if engine == "arcadedb" else _NODES + _EDGES


_NODES = tuple(
    f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
    for label in (*Label, *BOOKKEEPING)
)
_EDGES = tuple(
    f"CREATE CONSTRAINT {edge.lower()}_id IF NOT EXISTS FOR ()-[r:{edge}]-() REQUIRE r.id IS UNIQUE"
    for edge, spec in EDGES.items()
    if spec.layer is Layer.ASSERTED
)
