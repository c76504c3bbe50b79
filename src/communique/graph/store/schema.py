"""What the database itself guards and looks up: no two nodes of a label share an id; names.

`Profile`, `Block`, `Decision` and `Filling` are how the graph is kept, not what it says: who is
who, what has to be held against what, what people decided, and that not all of it is there yet.
They are in no export.

Asserted edges are unique by construction, since every write merges them by id between the same
ends; on Neo4j a constraint holds it too.

The words of `names` are in a full-text index for each label, whose query syntax is Lucene's on both
engines. Neo4j's folds accents; the embedded engine's doesn't, and is made in its own SQL. On Neo4j
an index tells, too, who met at an event; the embedded engine would not use it.
"""

from communique.graph.model import EDGES, Label, Layer
from communique.graph.store.database import Store

BOOKKEEPING = ("Profile", "Block", "Decision", "Filling")
"""The labels of what a database keeps besides the graph."""


NAMED = (Label.PERSON, Label.OFFICE, Label.ORGANIZATION, Label.PLACE, Label.EVENT)
"""The labels whose nodes have names."""


def ensure_schema(store: Store) -> None:
    """Make the constraints and indexes that are not there yet; others are left alone.

    Args:
        store: A store opened for writing.
    """
    for statement in constraints(store.engine):
        store.run(statement, {})
    for statement in indexes(store.engine):
        store.define(statement)
    if store.engine != "arcadedb":
        store.run(AWAIT, {})


def name_index(label: Label) -> str:
    """Name the index of the names of a label."""
    return f"{label.lower()}_names"


def indexes(engine: str) -> tuple[str, ...]:
    """List the statements that make the indexes, those of ``arcadedb`` in its SQL."""
    return _SQL if engine == "arcadedb" else (*_FULLTEXT, _MET)


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
_FULLTEXT = tuple(
    f"CREATE FULLTEXT INDEX {name_index(label)} IF NOT EXISTS FOR (n:{label}) ON EACH [n.names] "
    "OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding', "
    # A load is followed at once by questions.
    "`fulltext.eventually_consistent`: false}}"
    for label in NAMED
)
_MET = "CREATE INDEX met_with_event IF NOT EXISTS FOR ()-[r:MET_WITH]-() ON (r.event)"
AWAIT = "CALL db.awaitIndexes(300)"
"""On Neo4j an index of what is there already is filled after the statement that makes it."""

_SQL = tuple(
    statement
    for label in NAMED
    for statement in (
        f"CREATE PROPERTY {label}.names IF NOT EXISTS LIST OF STRING",
        f"CREATE INDEX {name_index(label)} IF NOT EXISTS ON {label} (names BY ITEM) FULL_TEXT",
    )
)
