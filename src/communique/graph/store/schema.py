"""What the database itself guards: no two nodes of a label share an id.

Asserted edges are unique by construction, since every write merges them by id between the same
ends; on Neo4j a constraint holds it too.
"""

from communique.graph.model import EDGES, Label, Layer
from communique.graph.store.database import Store


def ensure_schema(store: Store) -> None:
    """Make the constraints that are not there yet; those that are there are left alone.

    Args:
        store: A store opened for writing.
    """
    for statement in _NODES if store.engine == "arcadedb" else _NODES + _EDGES:
        store.run(statement, {})


_NODES = tuple(
    f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
    for label in Label
)
_EDGES = tuple(
    f"CREATE CONSTRAINT {edge.lower()}_id IF NOT EXISTS FOR ()-[r:{edge}]-() REQUIRE r.id IS UNIQUE"
    for edge, spec in EDGES.items()
    if spec.layer is Layer.ASSERTED
)
