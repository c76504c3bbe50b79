"""The ledger: releases are written whole and taken back whole, and what follows is kept true.

Each call is one transaction. What a release touches is derived again inside it, so that a reader
sees the graph before the release or after it, never between. What it touches is locked before it is
read, so that loaders side by side agree.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from communique.errors import UnknownId
from communique.graph.assertion import precedence
from communique.graph.derivation import (
    DERIVED_FROM_MENTIONS,
    derive_edges,
    derive_meetings,
    derive_nodes,
)
from communique.graph.model import EdgeType, Label
from communique.graph.rows import Batch, Edge, NodeRef
from communique.graph.store import Store, Transaction
from communique.graph.store.write import (
    delete_edges,
    delete_nodes,
    fetch_edges_in,
    fetch_edges_out,
    fetch_nodes,
    fetch_release_edges,
    lock_nodes,
    merge_edges,
    merge_nodes,
)


class Outcome(StrEnum):
    """What became of a release that was loaded."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"


def load(store: Store, batch: Batch) -> Outcome:
    """Write one release, unless the graph has it or a newer text of its address.

    Args:
        store: A store opened for writing.
        batch: What the release asserts.

    Returns:
        What became of it.
    """
    return store.transact(lambda tx: _load(tx, batch))


def retract(store: Store, release_id: str) -> None:
    """Take one release back, and leave the graph as if it had never been loaded.

    Args:
        store: A store opened for writing.
        release_id: The id of the release.

    Raises:
        UnknownId: If the graph has no such release.
    """
    release = NodeRef(Label.RELEASE, release_id)

    def work(tx: Transaction) -> bool:
        found = bool(fetch_nodes(tx, [release]))
        if found:
            lock_nodes(tx, [release])
            _revise(tx, release, None)
        return found

    if not store.transact(work):
        message = f"No release {release_id!r} in {store.where}."
        raise UnknownId(message, "See `communique query --cypher 'MATCH (r:Release) RETURN r.id'`.")


def _load(tx: Transaction, batch: Batch) -> Outcome:
    lock_nodes(tx, [batch.release.ref])
    present = fetch_nodes(tx, [batch.release.ref])
    if not present or "sha256" not in present[0].properties:
        _add(tx, batch)
        return Outcome.ADDED
    if precedence(batch.release) <= precedence(present[0]):
        return Outcome.UNCHANGED
    _revise(tx, batch.release.ref, batch)
    return Outcome.REPLACED


def _add(tx: Transaction, batch: Batch) -> None:
    """Join what is there with what the release says."""
    mentions = _mentions(batch.edges)
    touched = sorted({edge.target for edge in mentions})
    lock_nodes(tx, touched)
    nodes = derive_nodes(mentions, fetch_nodes(tx, touched))
    merge_nodes(tx, [batch.release, *(nodes[ref] for ref in touched)])
    merge_edges(tx, batch.edges)
    people = [ref for ref in touched if ref.label is Label.PERSON]
    known = fetch_edges_out(tx, people, [EdgeType.HOLDS])
    merge_edges(tx, _by_id(derive_edges(mentions, known)))
    _derive_meetings(tx, touched)


def _revise(tx: Transaction, release: NodeRef, batch: Batch | None) -> None:
    """Put another text, or none, in a release's place, and derive all that either touches."""
    owned = fetch_release_edges(tx, release.id)
    edges = batch.edges if batch else ()
    touched = sorted({edge.target for edge in _mentions([*owned, *edges])})
    lock_nodes(tx, touched)
    derived = [*fetch_edges_out(tx, touched, DERIVED_FROM_MENTIONS), *_meetings(tx, touched)]
    delete_edges(tx, [*owned, *derived])
    if batch is None:
        delete_nodes(tx, [release])
    else:
        _write(tx, batch)
    _derive(tx, touched)


def _write(tx: Transaction, batch: Batch) -> None:
    """Write what a release asserts, with the nodes it needs that are not there."""
    seeds = derive_nodes(_mentions(batch.edges))
    present = {node.ref for node in fetch_nodes(tx, seeds)}
    merge_nodes(tx, [batch.release, *(node for ref, node in seeds.items() if ref not in present)])
    merge_edges(tx, batch.edges)


def _derive(tx: Transaction, touched: Sequence[NodeRef]) -> None:
    """Derive nodes from all their mentions; what nothing mentions any more goes."""
    mentions = fetch_edges_in(tx, touched, [EdgeType.MENTIONS])
    nodes = derive_nodes(mentions)
    delete_nodes(tx, [ref for ref in touched if ref not in nodes])
    merge_nodes(tx, [nodes[ref] for ref in touched if ref in nodes])
    merge_edges(tx, _by_id(derive_edges(mentions)))
    _derive_meetings(tx, [ref for ref in touched if ref in nodes])


def _derive_meetings(tx: Transaction, touched: Iterable[NodeRef]) -> None:
    events = [ref for ref in touched if ref.label is Label.EVENT]
    attendances = fetch_edges_in(tx, events, [EdgeType.ATTENDED])
    merge_edges(tx, _by_id(derive_meetings(attendances)))


def _meetings(tx: Transaction, touched: Iterable[NodeRef]) -> list[Edge]:
    """Fetch the MET_WITH edges that stand for the touched events."""
    events = {ref.id for ref in touched if ref.label is Label.EVENT}
    people = [ref for ref in touched if ref.label is Label.PERSON]
    edges = fetch_edges_out(tx, people, [EdgeType.MET_WITH])
    return [edge for edge in edges if edge.properties["event"] in events]


def _by_id(edges: dict[str, Edge]) -> list[Edge]:
    return [edges[key] for key in sorted(edges)]


def _mentions(edges: Iterable[Edge]) -> list[Edge]:
    return [edge for edge in edges if edge.type is EdgeType.MENTIONS]
