"""The decisions that people made, kept in the graph's own database."""

from collections.abc import Collection, Iterable
from typing import Any

from communique.graph.decisions import Decision, read_decisions, write_decisions
from communique.graph.decisions.bearing import releases_of
from communique.graph.store.database import Store, Transaction
from communique.graph.store.write import send


def fetch_decisions(tx: Transaction, releases: Collection[str]) -> tuple[Decision, ...]:
    """Fetch the decisions that are about any of some releases."""
    cypher = (
        "MATCH (d:Decision) WHERE any(r IN d.releases WHERE r IN $releases) "
        "RETURN d.told AS told ORDER BY d.id"
    )
    return _read(row["told"] for row in tx.run(cypher, {"releases": sorted(releases)}))


def all_decisions(store: Store | Transaction) -> tuple[Decision, ...]:
    """Fetch every decision, sorted by id."""
    cypher = "MATCH (d:Decision) RETURN d.told AS told ORDER BY d.id"
    answer = store.run(cypher, {})
    rows = answer if isinstance(answer, list) else answer.rows
    return _read(row["told"] for row in rows)


def merge_decisions(tx: Transaction, decisions: Iterable[Decision]) -> None:
    """Keep decisions; one made before is kept with its newer note."""
    rows = [{"id": d.id, "told": write_decision(d)} for d in decisions]
    send(tx, "UNWIND $rows AS row MERGE (d:Decision {id: row.id}) SET d = row.told", rows)


def delete_decisions(tx: Transaction, ids: Collection[str]) -> None:
    """Forget decisions."""
    send(tx, "UNWIND $rows AS id MATCH (d:Decision {id: id}) DETACH DELETE d", sorted(ids))


def write_decision(decision: Decision) -> dict[str, Any]:
    """Make of a decision the properties of its node in a database."""
    told = write_decisions([decision])
    return {"id": decision.id, "releases": list(releases_of(decision)), "told": told}


def _read(texts: Iterable[str]) -> tuple[Decision, ...]:
    return tuple(d for text in texts for d in read_decisions(text, "the graph"))
