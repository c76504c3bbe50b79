"""The mark of a graph that is being filled, and rows that are put into one."""

from collections.abc import Sequence

from communique.errors import Unfinished
from communique.graph.registry.entry import Entry, write_entry
from communique.graph.registry.resolution import links_of
from communique.graph.store.database import Store, Transaction
from communique.graph.store.write import send

_MARK = "MATCH (f:Filling) RETURN f.of AS of, f.place AS place, f.done AS done"


def find_mark(tx: Transaction) -> tuple[str, str, int] | None:
    """Tell of what a graph is being filled, where that was found, and how many rows it has."""
    for row in tx.run(_MARK, {}):
        return row["of"], row["place"], row["done"]
    return None


def set_mark(tx: Transaction, of: str, place: str, done: int) -> None:
    """Mark a graph as being filled, or tell how many rows it has now."""
    told = {"of": of, "place": place, "done": done}
    cypher = "MERGE (f:Filling {id: 'filling'}) SET f.of = $of, f.place = $place, f.done = $done"
    tx.run(cypher, told)


def remove_mark(tx: Transaction) -> None:
    """Take the mark away: all rows are there."""
    tx.run("MATCH (f:Filling) DELETE f", {})


def refuse_unfinished(tx: Transaction) -> None:
    """Refuse a graph that is being filled.

    Raises:
        Unfinished: If it is.
    """
    if found := find_mark(tx):
        _, place, done = found
        message = f"The graph is being filled from {place}: {done:,} rows of it are there."
        hint = f"Wait; or, if nothing does so any more, go on with `communique load {place}`."
        raise Unfinished(message, hint)


def check_finished(store: Store) -> None:
    """Refuse a store whose graph is being filled.

    Raises:
        Unfinished: If it is.
    """
    store.consult(refuse_unfinished)


def add_profiles(tx: Transaction, entries: Sequence[Entry]) -> None:
    """Write entries of which none is there, with their blocks; what they rest on comes later."""
    send(tx, "UNWIND $rows AS row CREATE (p:Profile) SET p = row", [*map(write_entry, entries)])
    blocks = sorted({block for entry in entries for block in entry.blocks})
    send(tx, "UNWIND $rows AS id MERGE (:Block {id: id})", blocks)
    keyed = [{"id": entry.id, "block": b} for entry in entries for b in sorted(entry.blocks)]
    send(tx, _KEY, keyed)


def add_links(tx: Transaction, entries: Sequence[Entry]) -> None:
    """Write on what entries rest that are there."""
    links = [{"id": e.id, "on": on} for e in entries for on in sorted(links_of(e.profile))]
    send(tx, _LINK, links)


_KEY = (
    "UNWIND $rows AS row MATCH (p:Profile {id: row.id}) MATCH (b:Block {id: row.block}) "
    "CREATE (p)-[:KEYED]->(b)"
)
_LINK = (
    "UNWIND $rows AS row MATCH (p:Profile {id: row.id}) MATCH (q:Profile {id: row.on}) "
    "CREATE (p)-[:RESTS_ON]->(q)"
)
