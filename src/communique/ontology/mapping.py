"""Rows into quads.

An asserted edge is a resource whose IRI is its id; an edge without properties of its own is one
triple; a derived edge is one triple in the graph of what is derived, and where it lasts, as a
tenure does, a resource too. A node's type and properties are asserted for a release and derived for
everything else.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from communique.graph.attachment import withheld_by
from communique.graph.model import EDGES, EdgeType, Label, Layer
from communique.graph.rows import Assertion, Edge, Mention, Node, Value
from communique.ontology.evidence import quads_of_evidence, quads_of_reading, reading_of
from communique.ontology.iris import iri_of, span_of
from communique.ontology.literals import date_literal, number, string
from communique.ontology.terms import (
    ASSERTIONS,
    DERIVED,
    EVIDENCE,
    LINKS,
    NAMESPACE,
    PROV,
    REFERS,
    TYPE,
    property_of,
)

Quad = tuple[str, str, str, str]
"""Subject, predicate, object and graph, each as canonical N-Quads write it."""

REFERRING = frozenset(
    {"release", "fact", "offices", "of", "within", "part_of", "source_mention", "target_mention"}
)
"""Keys whose values are ids of nodes, facts or mentions: IRIs in RDF."""

CODED = frozenset({"kind", "status", "role", "reader", "verb"})
"""Keys whose values are words, and in RDF the IRIs of what they mean."""

UNSAID = frozenset({"id", "profile", "inferred", "refers", "withheld"})
"""Keys without a property: the id is the IRI, the others are said in other ways or follow."""

DATED = frozenset({"date", "end_date", "attested", "issued", "first_seen", "last_seen"})
"""Keys whose values are dates with their precision."""

_TYPE, _GENERATED = f"<{TYPE}>", f"<{PROV}wasGeneratedBy>"
_SUBJECT, _OBJECT = f"<{NAMESPACE}subject>", f"<{NAMESPACE}object>"
_HOLDER, _IN_OFFICE = f"<{NAMESPACE}holder>", f"<{NAMESPACE}inOffice>"
_EVIDENCE, _WITHHELD = f"<{NAMESPACE}evidence>", f"<{NAMESPACE}Withheld>"
_TENURE, _DERIVED = f"<{NAMESPACE}Tenure>", f"<{DERIVED}>"
_ENDS = ("source_mention", "target_mention")


def quads_of_node(node: Node) -> Iterator[Quad]:
    """Say all that a node carries.

    Args:
        node: The node.

    Yields:
        Its quads: a release's in its own graph, with how it was read and what is withheld; any
        other node's in the derived graph.
    """
    subject = iri(node.ref.id)
    release = node.ref.label is Label.RELEASE
    graph = subject if release else _DERIVED
    for label in (node.ref.label, *node.place_labels):
        yield subject, _TYPE, f"<{NAMESPACE}{label}>", graph
    yield from said(subject, node.properties, graph)
    if release:
        yield from quads_of_reading(node, graph)
        for row in withheld_by(node):
            yield from _quads_withheld(row, node.ref.id, graph)


def quads_of_edge(edge: Edge) -> Iterator[Quad]:
    """Say all that an edge carries.

    Args:
        edge: The edge; `release` is among the properties of an asserted one.

    Yields:
        Its quads: an asserted edge's in the graph of its release, a derived one in the derived
        graph.
    """
    source, target = iri(edge.source.id), iri(edge.target.id)
    asserted = EDGES[edge.type].layer is Layer.ASSERTED
    release = str(edge.properties["release"]) if asserted else ""
    graph = iri(release) if asserted else _DERIVED
    if edge.type in LINKS:
        yield source, f"<{NAMESPACE}{LINKS[edge.type]}>", target, graph
        if edge.type is EdgeType.HOLDS:
            yield from _tenure(edge, source, target)
        return
    subject = iri(edge.id)
    yield subject, _SUBJECT, source, graph
    yield subject, _OBJECT, target, graph
    yield from _asserted(subject, edge.type, edge.properties, release, graph)
    yield from _refers(subject, edge.properties.get("refers", ()), graph)


def said(subject: str, properties: Mapping[str, Value], graph: str) -> Iterator[Quad]:
    """Say properties of a resource, but those that RDF says in other ways.

    Args:
        subject: The resource.
        properties: Values by keys of the property graph.
        graph: In which graph.

    Yields:
        A quad for each value.
    """
    release = str(properties.get("release", ""))
    for key, value in properties.items():
        if key in UNSAID or key in EVIDENCE:
            continue
        predicate = _predicate(key)
        if key == "spans":
            for start, end in zip(value[::2], value[1::2], strict=True):  # type: ignore[index]
                yield subject, predicate, iri(span_of(release, start, end)), graph
        elif isinstance(value, list):
            for item in value:
                yield subject, predicate, _term(key, item), graph
        else:
            yield subject, predicate, _term(key, value), graph


def iri(node_or_edge_id: str) -> str:
    """Write the IRI of an id as N-Quads do."""
    return f"<{iri_of(node_or_edge_id)}>"


def _asserted(
    subject: str, edge_type: EdgeType, told: Mapping[str, Value], release: str, graph: str
) -> Iterator[Quad]:
    """Say what an assertion tells beside its ends, who read it and where."""
    yield subject, _TYPE, f"<{NAMESPACE}{ASSERTIONS[edge_type]}>", graph
    yield subject, _GENERATED, iri(reading_of(release)), graph
    yield from said(subject, told, graph)
    if "start" in told:
        start, end, quote = told["start"], told["end"], str(told["quote"])
        words = iri(span_of(release, start, end))
        yield subject, _EVIDENCE, words, graph
        yield from quads_of_evidence(words, (release, start, end), quote, graph)


def _refers(subject: str, told: Value | tuple[()], graph: str) -> Iterator[Quad]:
    for row in told if isinstance(told, list) else ():
        key, _, mention = str(row).partition(" ")
        yield subject, f"<{NAMESPACE}{REFERS[key]}>", iri(mention), graph


def _quads_withheld(row: Mention | Assertion, release: str, graph: str) -> Iterator[Quad]:
    subject, told = iri(row.id), dict(row.properties)
    yield subject, _TYPE, _WITHHELD, graph
    if isinstance(row, Mention):
        refers = [f"{key} {each}" for key, ids in row.refers.items() for each in ids]
        yield from _asserted(subject, EdgeType.MENTIONS, told, release, graph)
        yield from _refers(subject, refers, graph)
    else:
        told |= zip(_ENDS, (row.source, row.target), strict=True)
        yield from _asserted(subject, row.type, told, release, graph)


def _tenure(edge: Edge, person: str, office: str) -> Iterable[Quad]:
    subject = iri(edge.id)
    yield subject, _TYPE, _TENURE, _DERIVED
    yield subject, _HOLDER, person, _DERIVED
    yield subject, _IN_OFFICE, office, _DERIVED
    yield from said(subject, edge.properties, _DERIVED)


@cache
def _predicate(key: str) -> str:
    return f"<{property_of(key)}>"


def _term(key: str, value: str | float) -> str:
    if not isinstance(value, str):
        return number(value)
    if key in REFERRING:
        return iri(value)
    if key in CODED:
        return iri(f"{key}:{value}")
    return date_literal(value) if key in DATED else string(value)
