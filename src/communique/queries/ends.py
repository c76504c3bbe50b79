"""Who and what is at the ends of facts, and what mentions mean: where a row of an answer leads."""

from collections.abc import Iterable
from dataclasses import dataclass

from more_itertools import chunked

from communique.graph.model import EDGES
from communique.graph.store import Store
from communique.queries.citation import grouped

_AT_ONCE = 1000


@dataclass(frozen=True, order=True)
class End:
    """A node that a fact or a mention is about.

    Attributes:
        id: Its id.
        name: Its name.
    """

    id: str
    name: str


def fetch_ends(store: Store, ids: Iterable[str]) -> dict[str, tuple[End, ...]]:
    """Fetch the nodes that facts and mentions are about, the offices of whoever is mentioned too.

    Args:
        store: The graph.
        ids: Ids of facts and of mentions.

    Returns:
        For each id that the graph has its nodes, sorted by id.
    """
    found: dict[str, set[End]] = {}
    facts = _FACTS_EMBEDDED if store.engine == "arcadedb" else _FACTS
    for some in chunked(sorted(set(ids)), _AT_ONCE):
        for statement in (facts, _MENTIONS, _OFFICES):
            for row in store.run(statement, grouped(some)).rows:
                found.setdefault(row["id"], set()).add(End(row["node"], row["name"]))
    return {one: tuple(sorted(ends)) for one, ends in found.items()}


_TOLD = "|".join(edge for edge, spec in EDGES.items() if "fact" in spec.properties)
_ENDS = "UNWIND [a, b] AS n RETURN DISTINCT id, n.id AS node, n.name AS name"
_FACTS = (
    "UNWIND $asked AS row UNWIND row.ids AS id "
    f"MATCH (a)-[e:{_TOLD}]->(b) "
    "WHERE e.id IN [id, id + '/principal', id + '/counterpart'] AND e.fact = id "
    f"WITH id, a, b {_ENDS}"
)
_FACTS_EMBEDDED = (
    "UNWIND $asked AS row MATCH (r:Release {id: row.release})-[:MENTIONS]->(a) "
    f"MATCH (a)-[e:{_TOLD}]->(b) WHERE e.fact IN row.ids "
    f"WITH DISTINCT e.fact AS id, a, b {_ENDS}"
)
_MENTIONS = (
    "UNWIND $asked AS row MATCH (r:Release {id: row.release})-[m:MENTIONS]->(n) "
    "WHERE m.id IN row.ids RETURN DISTINCT m.id AS id, n.id AS node, n.name AS name"
)
_OFFICES = (
    "UNWIND $asked AS row MATCH (r:Release {id: row.release})-[m:MENTIONS]->() "
    "WHERE m.id IN row.ids UNWIND m.offices AS office MATCH (n:Office {id: office}) "
    "RETURN DISTINCT m.id AS id, n.id AS node, n.name AS name"
)
