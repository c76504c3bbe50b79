"""A graph as the parts that are checked against the shapes, however big it is."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar, cast

from more_itertools import chunked

from communique.graph.derivation import DERIVED_FROM_MENTIONS
from communique.graph.held import Held
from communique.graph.identity import ref_of
from communique.graph.model import EdgeType, Label
from communique.graph.rows import Edge, Node, NodeRef
from communique.graph.soundness import NODES, RELEASES
from communique.ontology.mapping import Quad, iri, quads_of_edge, quads_of_node
from communique.ontology.terms import NAMESPACE
from communique.ontology.validation.shacl import Part

R = TypeVar("R", Node, Edge)

_LINKS = (*DERIVED_FROM_MENTIONS, EdgeType.MET_WITH)
_REFERRING = ("offices", "of", "within", "part_of")
_UNREADABLE = (AttributeError, KeyError, TypeError, ValueError)


def parts_of(held: Held) -> Iterator[Part]:
    """Say a graph in RDF, some releases or nodes at a time.

    Rows that no RDF can be made of are left out: the model's own rules tell of them.

    Args:
        held: The graph.

    Yields:
        Releases with all that they assert, then what is derived, each with the classes of what it
        points at.
    """
    for releases in chunked(held.nodes(Label.RELEASE), RELEASES):
        yield _part(releases, held.edges_of([release.ref.id for release in releases]))
    for label in Label:
        if label is not Label.RELEASE:
            for nodes in chunked(held.nodes(label), NODES):
                yield _part(nodes, held.edges_out([node.ref for node in nodes], _LINKS))


def _part(nodes: Sequence[Node], edges: Sequence[Edge]) -> Part:
    quads = [*_said(nodes, quads_of_node), *_said(edges, quads_of_edge)]
    refs = {ref for edge in edges for ref in _named_by(edge)}
    return Part(quads, {iri(ref.id): (f"<{NAMESPACE}{ref.label}>",) for ref in refs})


def _said(rows: Iterable[R], say: Callable[[R], Iterator[Quad]]) -> Iterator[Quad]:
    for row in rows:
        try:
            yield from list(say(row))
        except _UNREADABLE:
            continue


def _named_by(edge: Edge) -> Iterator[NodeRef]:
    yield edge.source
    yield edge.target
    for key in _REFERRING:
        told = edge.properties.get(key, [])
        for each in told if isinstance(told, list) else [told]:
            try:
                yield ref_of(cast("str", each))
            except _UNREADABLE:
                continue
