"""Turtle, for people: without graphs, since each assertion carries its release."""

from collections.abc import Iterable
from typing import TextIO

from rdflib import Graph, Literal, Namespace, URIRef

from communique.ontology.iris import BASE
from communique.ontology.literals import XSD, lexical_and_datatype
from communique.ontology.mapping import Quad
from communique.ontology.terms import NAMESPACE, OA, PROV

_PREFIXES = {
    "cq": NAMESPACE,
    "oa": OA,
    "prov": PROV,
    "xsd": XSD,
    "person": f"{BASE}person/",
    "office": f"{BASE}office/",
    "organization": f"{BASE}organization/",
    "place": f"{BASE}place/",
    "event": f"{BASE}event/",
    "release": f"{BASE}release/",
}


def write_turtle(quads: Iterable[Quad], out: TextIO) -> None:
    """Write the triples of some quads as Turtle, in one order whatever order they come in.

    Args:
        quads: The quads.
        out: Where to.
    """
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in _PREFIXES.items():
        graph.bind(prefix, Namespace(namespace))
    for subject, predicate, found, _ in quads:
        graph.add((_resource(subject), _resource(predicate), _term(found)))
    out.write(graph.serialize(format="turtle"))


def _resource(term: str) -> URIRef:
    return URIRef(term[1:-1])


def _term(term: str) -> URIRef | Literal:
    if term.startswith("<"):
        return _resource(term)
    lexical, datatype = lexical_and_datatype(term)
    # Left as written: rdflib would rewrite instants.
    return Literal(lexical, datatype=datatype and URIRef(datatype), normalize=False)
