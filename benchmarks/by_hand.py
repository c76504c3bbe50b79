"""Rows sent as one does by hand: UNWIND and CREATE or MERGE, a thousand at a time."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from more_itertools import chunked

from communique.graph.registry.entry import Entry, write_entry
from communique.graph.registry.resolution import links_of
from communique.graph.rows import Edge, Node
from communique.graph.store import Store, Transaction

_AT_ONCE = 1000
Row = dict[str, Any]


def send_graph(store: Store, nodes: Iterable[Node], edges: Iterable[Edge], verb: str) -> None:
    """Write nodes and edges, with CREATE or MERGE."""
    by_label: dict[str, list[Row]] = defaultdict(list)
    for node in nodes:
        by_label[node.ref.label].append(dict(node.properties))
    for label, rows in by_label.items():
        _send(store, f"UNWIND $rows AS row {verb} (n:{label} {{id: row.id}}) SET n = row", rows)
    by_type: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for edge in edges:
        told = {"s": edge.source.id, "t": edge.target.id, "told": dict(edge.properties)}
        by_type[edge.type, edge.source.label, edge.target.label].append({**told, "id": edge.id})
    for (kind, source, target), rows in by_type.items():
        made = f"{verb} (a)-[r:{kind} {{id: row.id}}]->(b) SET r = row.told"
        _send(store, f"UNWIND $rows AS row {_match(source, target)} {made}", rows)


def send_registry(store: Store, entries: Iterable[Entry]) -> int:
    """Write what a graph keeps besides, so that who is who can be told later; count the rows."""
    profiles = [write_entry(entry) for entry in entries]
    blocks = sorted({block for row in profiles for block in row["blocks"]})
    keyed = [{"s": row["id"], "t": block} for row in profiles for block in row["blocks"]]
    links = [{"s": entry.id, "t": on} for entry in entries for on in links_of(entry.profile)]
    profile = "UNWIND $rows AS row CREATE (n:Profile {id: row.id}) SET n = row"
    _send(store, profile, profiles)
    _send(store, "UNWIND $rows AS id CREATE (:Block {id: id})", blocks)
    for kind, target, rows in (("KEYED", "Block", keyed), ("RESTS_ON", "Profile", links)):
        made = f"CREATE (a)-[:{kind}]->(b)"
        _send(store, f"UNWIND $rows AS row {_match('Profile', target)} {made}", rows)
    return len(profiles) + len(blocks) + len(keyed) + len(links)


def _match(source: str, target: str) -> str:
    return f"MATCH (a:{source} {{id: row.s}}) MATCH (b:{target} {{id: row.t}})"


def _send(store: Store, cypher: str, rows: Sequence[Any]) -> None:
    for some in chunked(rows, _AT_ONCE):
        store.transact(partial(_run, cypher=cypher, rows=some))


def _run(tx: Transaction, *, cypher: str, rows: list[Any]) -> None:
    tx.run(cypher, {"rows": rows})
