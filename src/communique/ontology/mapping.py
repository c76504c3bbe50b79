"""Rows into quads: one mapping, a line of canonical N-Quads a quad.

An asserted edge is a resource whose address is made of its id; an edge without properties of its
own is one triple; a derived edge is one triple in the graph of what is derived.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from communique.graph.model import EDGES, Label, Layer
from communique.graph.rows import Edge, Node, Value
from communique.ontology.terms import (
    ASSERTIONS,
    DERIVED,
    LINKS,
    NAMESPACE,
    iri_of,
    property_of,
)

_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_DATES = (
    (re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z?"), "dateTime"),
    (re.compile(r"\d{4}-\d{2}-\d{2}"), "date"),
    (re.compile(r"\d{4}-\d{2}"), "gYearMonth"),
    (re.compile(r"\d{4}"), "gYear"),
    (re.compile(r"--\d{2}-\d{2}"), "gMonthDay"),
    (re.compile(r"--\d{2}"), "gMonth"),
)
_DATED = frozenset({"date", "end_date", "attested", "issued"})
_REFERRING = frozenset({"release", "fact", "offices", "of", "within", "part_of"})
_ESCAPED = re.compile(r'[\x00-\x1f"\\\x7f]')
_SHORT = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}

Quad = tuple[str, str, str, str]
"""Subject, predicate, object and graph, each as N-Quads write it."""


def quads_of_node(node: Node) -> Iterator[Quad]:
    """Say all that a node carries.

    A release's are asserted, in its own graph; any other node's are derived.

    Args:
        node: The node.

    Yields:
        Its quads.
    """
    subject = _iri(node.ref.id)
    release = node.ref.label is Label.RELEASE
    graph = subject if release else f"<{DERIVED}>"
    for label in (str(node.ref.label), *node.place_labels):
        yield subject, _TYPE, f"<{NAMESPACE}{label}>", graph
    for key, value in node.properties.items():
        if key != "id":
            yield from _said(subject, key, value, graph)


def quads_of_edge(edge: Edge) -> Iterator[Quad]:
    """Say all that an edge carries.

    Args:
        edge: The edge.

    Yields:
        Its quads: asserted ones in the graph of its release, derived ones in the derived graph.
    """
    source, target = _iri(edge.source.id), _iri(edge.target.id)
    asserted = EDGES[edge.type].layer is Layer.ASSERTED
    graph = _iri(str(edge.properties["release"])) if asserted else f"<{DERIVED}>"
    if edge.type in LINKS:
        yield source, f"<{NAMESPACE}{LINKS[edge.type]}>", target, graph
        return
    subject = _iri(edge.id)
    yield subject, _TYPE, f"<{NAMESPACE}{ASSERTIONS[edge.type]}>", graph
    yield subject, f"<{NAMESPACE}subject>", source, graph
    yield subject, f"<{NAMESPACE}object>", target, graph
    for key, value in edge.properties.items():
        if key != "id":
            yield from _said(subject, key, value, graph)


def _said(subject: str, key: str, value: Value, graph: str) -> Iterator[Quad]:
    predicate = f"<{NAMESPACE}{property_of(key)}>"
    for item in _items(key, value):
        yield subject, predicate, _term(key, item), graph


def _items(key: str, value: Value) -> list[str] | list[int] | list[str | int | float | bool]:
    if key == "spans" and isinstance(value, list):
        return [f"{value[i]}-{value[i + 1]}" for i in range(0, len(value) - 1, 2)]
    return value if isinstance(value, list) else [value]


def _term(key: str, value: str | float) -> str:
    if key in _REFERRING:
        return _iri(str(value))
    if isinstance(value, bool):
        return _typed("true" if value else "false", "boolean")
    if isinstance(value, int):
        return _typed(str(value), "integer")
    if isinstance(value, float):
        return _typed(format(Decimal(repr(value)), "f"), "decimal")
    if key in _DATED:
        for pattern, datatype in _DATES:
            if pattern.fullmatch(value):
                return _typed(value, datatype)
    return f'"{_ESCAPED.sub(_escape, value)}"'


def _typed(lexical: str, datatype: str) -> str:
    return f'"{lexical}"^^<{_XSD}{datatype}>'


def _iri(node_or_edge_id: str) -> str:
    return f"<{iri_of(node_or_edge_id)}>"


def _escape(found: re.Match[str]) -> str:
    return _SHORT.get(found[0]) or f"\\u{ord(found[0]):04X}"


