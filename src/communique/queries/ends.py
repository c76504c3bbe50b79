"""Who and what is at the ends of facts, and what mentions mean: where a row of an answer leads."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from more_itertools import chunked

from communique.graph.model import FACT_EDGES
from communique.graph.store import Store
from communique.queries.citation import FACT_PATHS, grouped

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
    facts = _FACTS_EMBEDDED if store.engine == "arcadedb" else (_FACTS,)
    for some in chunked(sorted(set(ids)), _AT_ONCE):
        missing = list(some)
        for statement in (*facts, _MENTIONS):
            last = missing
            _add(found, store, statement, missing)
            missing = [one for one in missing if one not in found]
        _add(found, store, _OFFICES, [one for one in last if one in found])
    return {one: tuple(sorted(ends)) for one, ends in found.items()}


def _add(found: dict[str, set[End]], store: Store, statement: str, ids: Sequence[str]) -> None:
    """Add what a statement tells of ids."""
    for row in store.run(statement, grouped(ids)).rows if ids else ():
        found.setdefault(row["id"], set()).add(End(row["node"], row["name"]))


_TOLD = "|".join(FACT_EDGES)
_ENDS = "UNWIND [a, b] AS n RETURN DISTINCT id, n.id AS node, n.name AS name"
_FACTS = (
    "UNWIND $asked AS row UNWIND row.ids AS id "
    f"MATCH (a)-[e:{_TOLD}]->(b) "
    "WHERE e.id IN [id, id + '/principal', id + '/counterpart'] AND e.fact = id "
    f"WITH id, a, b {_ENDS}"
)
_FACTS_EMBEDDED = tuple(
    f"UNWIND $asked AS row MATCH (r:Release {{id: row.release}}){path} WHERE e.fact IN row.ids "
    f"WITH DISTINCT e.fact AS id, a, b {_ENDS}"
    for path in FACT_PATHS
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
