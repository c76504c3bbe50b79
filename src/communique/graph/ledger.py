"""The ledger: releases are written whole and taken back whole, and what follows is kept true.

Each call is one transaction. What a release touches is settled inside it, so that a reader sees the
graph before the release or after it, never between. What it touches is locked before it is read, so
that loaders side by side agree.
"""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

from communique.errors import OutOfMemory, UnknownId
from communique.graph.assertion import precedence
from communique.graph.model import Label
from communique.graph.rows import Batch, Node, NodeRef
from communique.graph.settlement import settle
from communique.graph.store import Store, Transaction
from communique.graph.store.decisions import all_decisions
from communique.graph.store.registry import fill, has_nothing, is_blank
from communique.graph.store.write import create_edges, create_nodes, fetch_nodes, lock_nodes
from communique.graph.whole import settle as whole_of
from communique.loaders.release import Release


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
    return load_several(store, [batch], replace=replace)[0]


def load_several(store: Store, batches: Sequence[Batch], *, replace: bool = False) -> list[Outcome]:
    """Write some releases in one transaction, all of them or none.

    Args:
        store: A store opened for writing.
        batches: What each asserts; no two of one address.
        replace: As for `load`.

    Returns:
        What became of each.
    """
    return store.transact(lambda tx: _load(tx, batches, replace=replace))


def load_all(store: Store, batches: Sequence[Batch], *, replace: bool = False) -> Iterator[Outcome]:
    """Write some releases, at once if the database has the memory for it, else in halves.

    Args:
        store: A store opened for writing.
        batches: What each asserts; no two of one address.
        replace: As for `load`.

    Yields:
        What became of each, once it is written.

    Raises:
        OutOfMemory: If it has not the memory for one.
    """
    try:
        yield from load_several(store, batches, replace=replace)
    except OutOfMemory:
        if len(batches) == 1:
            raise
        half = len(batches) // 2
        yield from load_all(store, batches[:half], replace=replace)
        yield from load_all(store, batches[half:], replace=replace)


def is_empty(store: Store) -> bool:
    """Tell whether no release is in the graph."""
    return store.consult(has_nothing)


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


def stored_releases(store: Store, reader: str | None = None) -> Iterator[Release]:
    """Take releases out of the graph as they were loaded.

    Args:
        store: The graph.
        reader: Leave out those that this reader read, such as ``rules/0.1.0``.

    Yields:
        Releases, sorted by id; each is fetched when its turn comes.
    """
    cypher = "MATCH (r:Release) WHERE r.text IS NOT NULL RETURN r.id AS id, r.reader AS reader"
    rows = store.run(f"{cypher} ORDER BY id", {}).rows
    for row in rows:
        if row["reader"] != reader:
            found = store.run("MATCH (r:Release {id: $id}) RETURN r AS told", {"id": row["id"]})
            for each in found.rows:
                yield _as_loaded(each["told"])


def _as_loaded(told: Mapping[str, Any]) -> Release:
    """Make the release again; one without an address has an id that says what date it came with."""
    keys = ("text", "title", "body", "date", "issued", "issuer", "language", "url")
    release = Release(**{key: told[key] for key in keys if key in told}, end=told.get("body_end"))
    return release if release.id == told["id"] else dataclasses.replace(release, date=None)


def _load(tx: Transaction, batches: Sequence[Batch], *, replace: bool) -> list[Outcome]:
    if is_blank(tx):
        return _fill(tx, batches)
    refs = [batch.release.ref for batch in batches]
    lock_nodes(tx, refs)
    present = {node.ref: node for node in fetch_nodes(tx, refs) if "sha256" in node.properties}
    outcomes = [_outcome(b.release, present.get(b.release.ref), replace=replace) for b in batches]
    told = zip(batches, outcomes, strict=True)
    wanted = {b.release.ref: b for b, outcome in told if outcome is not Outcome.UNCHANGED}
    if wanted:
        settle(tx, wanted)
    return outcomes


def _fill(tx: Transaction, batches: Sequence[Batch]) -> list[Outcome]:
    """Write the first releases of a graph: what is known at once needs no settling step by step."""
    whole = whole_of(batches, all_decisions(tx))
    create_nodes(tx, whole.nodes.values())
    create_edges(tx, whole.edges.values())
    fill(tx, whole.entries.values())
    return [Outcome.ADDED for _ in batches]


def _outcome(release: Node, present: Node | None, *, replace: bool) -> Outcome:
    if present is None:
        return Outcome.ADDED
    later = replace or precedence(release) > precedence(present)
    return Outcome.REPLACED if later else Outcome.UNCHANGED
