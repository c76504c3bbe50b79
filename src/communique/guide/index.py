"""Constraints and full-text indexes of names, for a Neo4j that was filled by other means."""

from communique.graph.store.schema import AWAIT, constraints, indexes

_HEAD = """\
// What `communique load` makes by itself. Run it where a graph came by other means, such as an
// import of RDF by neosemantics, or where names are found slowly: an older version made no indexes.
"""


def write_index() -> str:
    """Write the statements for Neo4j; each leaves alone what is there already.

    Returns:
        Cypher, a statement a line.
    """
    statements = (*constraints("neo4j"), *indexes("neo4j"), AWAIT)
    return _HEAD + "".join(f"{statement};\n" for statement in statements)
