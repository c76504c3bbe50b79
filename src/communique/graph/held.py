"""A graph as its checks read it: by label, by type, and around some nodes."""

from collections.abc import Collection, Iterator, Sequence
from typing import Protocol

from communique.graph.model import EDGES, EdgeType, Label, Layer
from communique.graph.rows import Edge, Node, NodeRef
from communique.graph.whole import Whole


class Held(Protocol):
    """A graph, wherever it is: never more of it at once than was asked for."""

    def nodes(self, label: Label) -> Iterator[Node]:
        """Walk the nodes of a label, sorted by id."""
        ...

    def edges(self, edge_type: EdgeType) -> Iterator[Edge]:
        """Walk the edges of a type, sorted by id."""
        ...

    def edges_in(self, refs: Collection[NodeRef], types: Sequence[EdgeType]) -> list[Edge]:
        """Give the edges of some types that end at the nodes."""
        ...

    def edges_out(self, refs: Collection[NodeRef], types: Sequence[EdgeType]) -> list[Edge]:
        """Give the edges of some types that start at the nodes."""
        ...

    def edges_of(self, releases: Collection[str]) -> list[Edge]:
        """Give all edges that some releases assert."""
        ...


class Settling:
    """A graph that was settled in memory.

    Args:
        whole: The graph.
    """

    def __init__(self, whole: Whole) -> None:
        self._nodes = sorted(whole.nodes.values(), key=lambda node: node.ref.id)
        self._edges = sorted(whole.edges.values(), key=lambda edge: edge.id)
        self._in: dict[NodeRef, list[Edge]] = {}
        self._out: dict[NodeRef, list[Edge]] = {}
        self._of: dict[object, list[Edge]] = {}
        for edge in self._edges:
            self._in.setdefault(edge.target, []).append(edge)
            self._out.setdefault(edge.source, []).append(edge)
            if EDGES[edge.type].layer is Layer.ASSERTED:
                self._of.setdefault(edge.properties.get("release"), []).append(edge)

    def nodes(self, label: Label) -> Iterator[Node]:
        """Walk the nodes of a label, sorted by id."""
        return (node for node in self._nodes if node.ref.label is label)

    def edges(self, edge_type: EdgeType) -> Iterator[Edge]:
        """Walk the edges of a type, sorted by id."""
        return (edge for edge in self._edges if edge.type is edge_type)

    def edges_in(self, refs: Collection[NodeRef], types: Sequence[EdgeType]) -> list[Edge]:
        """Give the edges of some types that end at the nodes."""
        return [e for ref in refs for e in self._in.get(ref, ()) if e.type in types]

    def edges_out(self, refs: Collection[NodeRef], types: Sequence[EdgeType]) -> list[Edge]:
        """Give the edges of some types that start at the nodes."""
        return [e for ref in refs for e in self._out.get(ref, ()) if e.type in types]

    def edges_of(self, releases: Collection[str]) -> list[Edge]:
        """Give all edges that some releases assert."""
        return [edge for release in releases for edge in self._of.get(release, ())]
