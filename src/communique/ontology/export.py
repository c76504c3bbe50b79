"""The graph as RDF text."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TextIO

from communique.errors import ParameterError
from communique.graph.rows import Edge, Node
from communique.ontology.mapping import Quad, quads_of_edge, quads_of_node
from communique.ontology.terms import BASE, NAMESPACE

Serialiser = Callable[[Iterable[Quad], TextIO], None]


def export(nodes: Iterable[Node], edges: Iterable[Edge], form: str, out: TextIO) -> None:
    """Write a graph as RDF.

    Args:
        nodes: Its nodes.
        edges: Its edges.
        form: A key of `FORMATS`.
        out: Where to.

    Raises:
        ParameterError: If there is no such format.
    """
    if form not in FORMATS:
        message = f"There is no format {form!r}."
        raise ParameterError(message, f"Formats: {', '.join(sorted(FORMATS))}.")
    FORMATS[form](_quads(nodes, edges), out)


def _quads(nodes: Iterable[Node], edges: Iterable[Edge]) -> Iterator[Quad]:
    for node in nodes:
        yield from quads_of_node(node)
    for edge in edges:
        yield from quads_of_edge(edge)


def _write_nquads(quads: Iterable[Quad], out: TextIO) -> None:
    """Sort by code point and say nothing twice: equal graphs give equal bytes."""
    out.writelines(sorted({f"{' '.join(quad)} .\n" for quad in quads}))


def _write_turtle(quads: Iterable[Quad], out: TextIO) -> None:
    """Leave the graphs out: each assertion carries its release."""
    from rdflib import Graph

    lines = {f"{' '.join(quad[:3])} .\n" for quad in quads}
    graph = Graph()
    for prefix, namespace in _PREFIXES.items():
        graph.bind(prefix, namespace)
    graph.parse(data="".join(sorted(lines)), format="nt")
    out.write(graph.serialize(format="turtle"))


_PREFIXES = {
    "cq": NAMESPACE,
    "person": f"{BASE}person/",
    "office": f"{BASE}office/",
    "organization": f"{BASE}organization/",
    "place": f"{BASE}place/",
    "event": f"{BASE}event/",
}

FORMATS: Mapping[str, Serialiser] = MappingProxyType(
    {"nquads": _write_nquads, "turtle": _write_turtle}
)
"""What writes each format."""
