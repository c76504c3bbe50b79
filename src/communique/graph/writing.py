"""Releases written over what the database has of them, and what that touches derived again."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from communique.graph.attachment import Attached
from communique.graph.derivation import (
    DERIVED_FROM_MENTIONS,
    derive_edges,
    derive_meetings,
    derive_nodes,
)
from communique.graph.model import EdgeType, Label
from communique.graph.rows import Edge, Node, NodeRef
from communique.graph.store import Transaction
from communique.graph.store.write import (
    delete_edges,
    delete_nodes,
    fetch_edges_in,
    fetch_edges_out,
    fetch_nodes,
    lock_nodes,
    merge_edges,
    merge_nodes,
)


@dataclass(frozen=True)
class Change:
    """What the database has of a release, and what it is to have.

    Attributes:
        ref: The release.
        before: Its node and edges as they are; None where it is new.
        after: As they are to be; None where it is to go.
    """

    ref: NodeRef
    before: Attached | None
    after: Attached | None

    def dropped(self) -> list[Edge]:
        """List edges that go, or that now have another end."""
        new = {edge.id: edge for edge in self.after.edges} if self.after else {}
        old = self.before.edges if self.before else ()
        return [e for e in old if e.id not in new or _ends(new[e.id]) != _ends(e)]

    def put(self) -> list[Edge]:
        """List edges that are new or not as they were."""
        old = {edge.id: edge for edge in self.before.edges} if self.before else {}
        return [e for e in (self.after.edges if self.after else ()) if old.get(e.id) != e]

    def stirred(self) -> set[NodeRef]:
        """List nodes that lose a mention, or of which one tells something else than before."""
        old = {edge.id for edge in self.before.edges} if self.before else set()
        changed = [edge for edge in self.put() if edge.id in old]
        return {edge.target for edge in mentions_in([*self.dropped(), *changed])}


def rewrite(tx: Transaction, changes: Sequence[Change]) -> None:
    """Write releases over what is there, and derive again all that it touches.

    Nodes that only gain mentions join what they have with what these say; the others are derived
    from all their mentions.

    Args:
        tx: A write transaction.
        changes: Releases with what they were and are to be.
    """
    dropped = [edge for change in changes for edge in change.dropped()]
    put = [edge for change in changes for edge in change.put()]
    stirred = {ref for change in changes for ref in change.stirred()}
    grown = {edge.target for edge in mentions_in(put)} - stirred
    lock_nodes(tx, stirred | grown)
    events = {e.target for e in dropped + put if e.type is EdgeType.ATTENDED}
    events |= {ref for ref in stirred if ref.label is Label.EVENT}
    _clear(tx, stirred, events if dropped else ())
    delete_edges(tx, dropped)
    delete_nodes(tx, [change.ref for change in changes if change.after is None])
    _grow(tx, mentions_in(put), grown, stirred)
    merge_nodes(tx, _releases(changes))
    merge_edges(tx, put)
    _derive(tx, stirred)
    _derive_grown(tx, mentions_in(put), grown)
    attendances = fetch_edges_in(tx, events, [EdgeType.ATTENDED])
    merge_edges(tx, _by_id(derive_meetings(attendances)))


def mentions_in(edges: Iterable[Edge]) -> list[Edge]:
    """Pick the mentions among some edges."""
    return [edge for edge in edges if edge.type is EdgeType.MENTIONS]


def _releases(changes: Iterable[Change]) -> list[Node]:
    return [
        change.after.release
        for change in changes
        if change.after and (change.before is None or change.before.release != change.after.release)
    ]


def _clear(tx: Transaction, stirred: Collection[NodeRef], events: Collection[NodeRef]) -> None:
    """Take away what was derived from mentions and attendances that are about to change."""
    derived = fetch_edges_out(tx, stirred, DERIVED_FROM_MENTIONS)
    attendances = fetch_edges_in(tx, events, [EdgeType.ATTENDED])
    people = {edge.source for edge in attendances if edge.source.label is Label.PERSON}
    ids = {event.id for event in events}
    met = fetch_edges_out(tx, people, [EdgeType.MET_WITH])
    delete_edges(tx, [*derived, *(edge for edge in met if edge.properties["event"] in ids)])


def _grow(
    tx: Transaction,
    mentions: Iterable[Edge],
    grown: Collection[NodeRef],
    stirred: Collection[NodeRef],
) -> None:
    """Join nodes with new mentions; make those that edges are about to need."""
    by_target = list(mentions)
    known = fetch_nodes(tx, {*grown, *stirred})
    present = {node.ref for node in known if "name" in node.properties}
    nodes = derive_nodes(
        [m for m in by_target if m.target in grown or m.target not in present],
        [node for node in known if node.ref in present],
    )
    there = {node.ref: node for node in known}
    merge_nodes(tx, [nodes[ref] for ref in sorted(nodes) if nodes[ref] != there.get(ref)])


def _derive(tx: Transaction, stirred: Collection[NodeRef]) -> None:
    """Derive nodes from all their mentions; what nothing mentions any more goes.

    Someone whom only titles mean still stays until these have come to somebody else.
    """
    mentions = fetch_edges_in(tx, stirred, [EdgeType.MENTIONS])
    nodes, mentioned = derive_nodes(mentions), {mention.target for mention in mentions}
    delete_nodes(tx, [ref for ref in stirred if ref not in mentioned])
    merge_nodes(tx, [nodes[ref] for ref in sorted(stirred) if ref in nodes])
    merge_edges(tx, _by_id(derive_edges(mentions)))


def _derive_grown(tx: Transaction, mentions: Iterable[Edge], grown: Collection[NodeRef]) -> None:
    people = [ref for ref in grown if ref.label is Label.PERSON]
    known = fetch_edges_out(tx, people, [EdgeType.HOLDS])
    told = [mention for mention in mentions if mention.target in grown]
    merge_edges(tx, _by_id(derive_edges(told, known)))


def _by_id(edges: dict[str, Edge]) -> list[Edge]:
    return [edges[key] for key in sorted(edges)]


def _ends(edge: Edge) -> tuple[NodeRef, NodeRef]:
    return edge.source, edge.target
