"""The ledger: releases are written whole and taken back whole, and what follows is kept true.

Each call is one transaction. What a release touches is settled inside it, so that a reader sees the
graph before the release or after it, never between. What it touches is locked before it is read, so
that loaders side by side agree.
"""

from enum import StrEnum

from communique.errors import UnknownId
from communique.graph.assertion import precedence
from communique.graph.model import Label
from communique.graph.rows import Batch, NodeRef
from communique.graph.settlement import settle
from communique.graph.store import Store, Transaction
from communique.graph.store.write import fetch_nodes, lock_nodes


class Outcome(StrEnum):
    """What became of a release that was loaded."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"


def load(store: Store, batch: Batch, *, replace: bool = False) -> Outcome:
    """Write one release, unless the graph has it or a newer text of its address.

    Args:
        store: A store opened for writing.
        batch: What the release asserts.
        replace: Whether it is to stand in the place of any other text, newer ones too, and of
            what another reader made of the same text.

    Returns:
        What became of it.
    """
    return store.transact(lambda tx: _load(tx, batch, replace=replace))


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
            settle(tx, {release: None})
        return found

    if not store.transact(work):
        message = f"No release {release_id!r} in {store.where}."
        raise UnknownId(message, "See `communique query --cypher 'MATCH (r:Release) RETURN r.id'`.")


def _load(tx: Transaction, batch: Batch, *, replace: bool) -> Outcome:
    ref = batch.release.ref
    lock_nodes(tx, [ref])
    present = [node for node in fetch_nodes(tx, [ref]) if "sha256" in node.properties]
    if present and not replace and precedence(batch.release) <= precedence(present[0]):
        return Outcome.UNCHANGED
    settle(tx, {ref: batch})
    return Outcome.REPLACED if present else Outcome.ADDED
