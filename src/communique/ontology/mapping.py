"""Rows into quads.

An asserted edge is a resource whose IRI is its id; an edge without properties of its own is one
triple; a derived edge is one triple in the graph of what is derived. A node's type and properties
are asserted for a release and derived for everything else.
"""

from collections.abc import Iterator, Mapping

from communique.graph.model import EDGES, Label, Layer
from communique.graph.rows import Edge, Node, Value
from communique.ontology.iris import iri_of
from communique.ontology.literals import date_literal, number, string
from communique.ontology.terms import ASSERTIONS, DERIVED, LINKS, NAMESPACE, property_of

Quad = tuple[str, str, str, str]
"""Subject, predicate, object and graph, each as canonical N-Quads write it."""

REFERRING = frozenset(
    {"release", "fact", "offices", "of", "within", "part_of", "source_mention", "target_mention"}
)
"""Keys whose values are ids of nodes, facts or mentions: IRIs in RDF."""

UNSAID = frozenset({"id", "profile", "inferred"})
"""Keys that RDF leaves out: the id is the IRI, the others follow from all that is asserted."""

DATED = frozenset({"date", "end_date", "attested", "issued"})
"""Keys whose values are dates with their precision."""

_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_SUBJECT, _OBJECT = f"<{NAMESPACE}subject>", f"<{NAMESPACE}object>"
_DERIVED = f"<{DERIVED}>"


def quads_of_node(node: Node) -> Iterator[Quad]:
    """Say all that a node carries.

    Args:
        node: The node.

    Yields:
        Its quads: a release's in its own graph, any other node's in the derived graph.
    """
    subject = _iri(node.ref.id)
    graph = subject if node.ref.label is Label.RELEASE else _DERIVED
    for label in (node.ref.label, *node.place_labels):
        yield subject, _TYPE, f"<{NAMESPACE}{label}>", graph
    yield from _said(subject, node.properties, graph)


def quads_of_edge(edge: Edge) -> Iterator[Quad]:
    """Say all that an edge carries.

    Args:
        edge: The edge; `release` is among the properties of an asserted one.

    Yields:
        Its quads: an asserted edge's in the graph of its release, a derived one in the derived
        graph.
    """
    source, target = _iri(edge.source.id), _iri(edge.target.id)
    asserted = EDGES[edge.type].layer is Layer.ASSERTED
    graph = _iri(str(edge.properties["release"])) if asserted else _DERIVED
    if edge.type in LINKS:
        yield source, f"<{NAMESPACE}{LINKS[edge.type]}>", target, graph
        return
    subject = _iri(edge.id)
    yield subject, _TYPE, f"<{NAMESPACE}{ASSERTIONS[edge.type]}>", graph
    yield subject, _SUBJECT, source, graph
    yield subject, _OBJECT, target, graph
    yield from _said(subject, edge.properties, graph)


def _said(subject: str, properties: Mapping[str, Value], graph: str) -> Iterator[Quad]:
    for key, value in properties.items():
        if key not in UNSAID:
            predicate = f"<{NAMESPACE}{property_of(key)}>"
            for item in _items(key, value):
                yield subject, predicate, _term(key, item), graph


def _items(key: str, value: Value) -> Iterator[str | float]:
    if not isinstance(value, list):
        yield value
    elif key == "spans":
        # A set of numbers would lose which end belongs to which start.
        yield from (f"{start}-{end}" for start, end in zip(value[::2], value[1::2], strict=True))
    else:
        yield from value


def _term(key: str, value: str | float) -> str:
    if not isinstance(value, str):
        return number(value)
    if key in REFERRING:
        return _iri(value)
    return date_literal(value) if key in DATED else string(value)


def _iri(node_or_edge_id: str) -> str:
    return f"<{iri_of(node_or_edge_id)}>"
