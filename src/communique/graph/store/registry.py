"""The registry in a database: profiles, their blocks, and what rests on them.

These nodes are how the graph is kept, not what it says: `Profile`, `Block` and `Decision` are in no
export, and their edges join nothing else.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from communique.graph.registry.entry import ENTRY_PROPERTIES, Entry, read_entry, write_entry
from communique.graph.registry.resolution import links_of
from communique.graph.store.database import Store, Transaction
from communique.graph.store.filling import refuse_unfinished
from communique.graph.store.portions import portions
from communique.graph.store.write import in_columns, send

_EVERYTHING = "everything"
"""The block that whoever fills an empty graph holds."""


class Entries:
    """The entries of the registry, in one transaction.

    Args:
        tx: A write transaction.
    """

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx
        self._locked: set[str] = set()

    @property
    def shared(self) -> bool:
        """Whether others can write at the same time; those of the embedded engine take turns."""
        return self._tx.engine != "arcadedb"

    def fetch(self, ids: Collection[str]) -> list[Entry]:
        """Fetch entries by the ids of their profiles."""
        return _fetch(self._tx, "MATCH (p:Profile {id: id})", ids)

    def fetch_sharing(self, blocks: Collection[str]) -> list[Entry]:
        """Fetch all entries in any of some blocks, and all that share a block with one of them."""
        return _fetch(self._tx, _SHARING, blocks)

    def fetch_resting(self, profiles: Collection[str]) -> list[Entry]:
        """Fetch all entries whose node rests on that of any of some profiles."""
        return _fetch(self._tx, "MATCH (:Profile {id: id})<-[:RESTS_ON]-(p:Profile)", profiles)

    def hold(self, ids: Collection[str]) -> None:
        """Let no other transaction read these entries to write them until this one is done.

        What is not there yet is made, bare, so that it can be held.
        """
        if self.shared:
            cypher = "UNWIND $rows AS id MERGE (p:Profile {id: id}) SET p.id = id"
            send(self._tx, cypher, sorted(ids))

    def lock(self, blocks: Collection[str]) -> None:
        """Let no other transaction settle who is who in these blocks until this one is done.

        A block is locked once: another time would make it again where it has gone since.
        """
        if self.shared:
            cypher = "UNWIND $rows AS id MERGE (b:Block {id: id}) SET b.id = id"
            send(self._tx, cypher, sorted(set(blocks) - self._locked))
            self._locked |= set(blocks)

    def write(
        self, entries: Collection[tuple[Entry | None, Entry]], gone: Collection[Entry]
    ) -> None:
        """Write entries in place of what is there, with their blocks and links.

        Args:
            entries: For each what is there, or None, and what is to be.
            gone: What is to go; blocks in which nothing stands any more go too.
        """
        _write(self._tx, entries)
        unkeyed = [(new.id, b) for old, new in entries if old for b in old.blocks - new.blocks]
        _unkey(self._tx, [*unkeyed, *((entry.id, b) for entry in gone for b in entry.blocks)])
        ids = sorted(entry.id for entry in gone)
        send(self._tx, "UNWIND $rows AS id MATCH (p:Profile {id: id}) DETACH DELETE p", ids)


def is_blank(tx: Transaction) -> bool:
    """Tell whether nothing is in the graph; where nothing is, others wait until this one is done.

    Args:
        tx: A write transaction.

    Raises:
        Unfinished: If it is being filled with a graph made elsewhere.
    """
    refuse_unfinished(tx)
    if not has_nothing(tx):
        return False
    if tx.engine == "arcadedb":
        return True
    tx.run(f"MERGE (b:Block {{id: '{_EVERYTHING}'}}) SET b.id = b.id", {})
    refuse_unfinished(tx)
    blank = has_nothing(tx)  # whoever was first may have filled it meanwhile
    tx.run(f"MATCH (b:Block {{id: '{_EVERYTHING}'}}) DELETE b", {})
    return blank


def fill(tx: Transaction, entries: Collection[Entry]) -> None:
    """Write the entries of a graph that has none."""
    add_profiles(tx, entries)
    add_links(tx, entries)


def add_profiles(tx: Transaction, entries: Iterable[Entry]) -> None:
    """Write entries of which none is there, with their blocks; on what they rest comes later."""
    for some in portions(map(write_entry, entries)):
        told, rows = in_columns(some, ENTRY_PROPERTIES)
        tx.run(_FILL.format(told), {"rows": rows})


def add_links(tx: Transaction, entries: Iterable[Entry]) -> None:
    """Write on what entries rest; those are there, and so is what they rest on."""
    links = ({"id": e.id, "on": on} for e in entries for on in sorted(links_of(e.profile)))
    send(tx, _LINK.replace("MERGE", "CREATE"), links)


def has_nothing(tx: Transaction) -> bool:
    """Tell whether the graph has neither a release nor an entry."""
    kept = "MATCH (p:Profile) WHERE p.told IS NOT NULL RETURN p.id AS id LIMIT 1"
    told = "MATCH (r:Release) WHERE r.sha256 IS NOT NULL RETURN r.id AS id LIMIT 1"
    return not tx.run(kept, {}) and not tx.run(told, {})


def all_entries(store: Store) -> Iterator[Entry]:
    """Walk the entries of the registry, sorted by id."""
    cypher = "MATCH (p:Profile) WHERE p.told IS NOT NULL RETURN p AS told ORDER BY p.id"
    for row in store.stream(cypher, {}):
        yield read_entry(row["told"])


def _write(tx: Transaction, pairs: Iterable[tuple[Entry | None, Entry]]) -> None:
    nodes = [{"id": new.id, "told": write_entry(new)} for _, new in pairs]
    send(tx, "UNWIND $rows AS row MERGE (p:Profile {id: row.id}) SET p = row.told", nodes)
    keyed = [
        {"id": new.id, "block": block}
        for old, new in pairs
        for block in sorted(new.blocks - (old.blocks if old else frozenset()))
    ]
    blocks = sorted({row["block"] for row in keyed})
    send(tx, "UNWIND $rows AS id MERGE (:Block {id: id})", blocks)
    send(tx, _KEY, keyed)
    links = [
        {"id": new.id, "on": on}
        for old, new in pairs
        if old is None
        for on in sorted(links_of(new.profile))
    ]
    send(tx, _LINK, links)


def _unkey(tx: Transaction, keyed: Iterable[tuple[str, str]]) -> None:
    rows = [{"id": profile, "block": block} for profile, block in sorted(keyed)]
    if not rows:
        return
    send(tx, _UNKEY, rows)
    blocks = sorted({row["block"] for row in rows})
    found = send(tx, _ALONE, blocks)
    gone = [row["id"] for row in found]
    send(tx, "UNWIND $rows AS id MATCH (b:Block {id: id}) DETACH DELETE b", gone)


def _fetch(tx: Transaction, match: str, ids: Collection[str]) -> list[Entry]:
    cypher = f"UNWIND $rows AS id {match} WHERE p.told IS NOT NULL RETURN DISTINCT p AS told"
    rows: list[dict[str, Any]] = send(tx, cypher, sorted(ids)) if ids else []
    return [read_entry(row["told"]) for row in rows]


_SHARING = (
    # One pattern would not come back by the edge it went: a profile in one block would be lost.
    "MATCH (:Block {id: id})<-[:KEYED]-(q:Profile) MATCH (q)-[:KEYED]->(b:Block) "
    "WITH DISTINCT b MATCH (b)<-[:KEYED]-(p:Profile)"
)
_FILL = (
    "UNWIND $rows AS row CREATE (p:Profile {}) "
    "WITH p UNWIND p.blocks AS block MERGE (b:Block {{id: block}}) CREATE (p)-[:KEYED]->(b)"
)
_KEY = (
    "UNWIND $rows AS row MATCH (p:Profile {id: row.id}) MATCH (b:Block {id: row.block}) "
    "MERGE (p)-[:KEYED]->(b)"
)
_UNKEY = (
    "UNWIND $rows AS row MATCH (:Profile {id: row.id})-[k:KEYED]->(:Block {id: row.block}) DELETE k"
)
_ALONE = (
    "UNWIND $rows AS id MATCH (b:Block {id: id}) WHERE NOT EXISTS { MATCH (b)<-[:KEYED]-() } "
    "RETURN b.id AS id"
)
_LINK = (
    "UNWIND $rows AS row MATCH (p:Profile {id: row.id}) MATCH (q:Profile {id: row.on}) "
    "MERGE (p)-[:RESTS_ON]->(q)"
)
