"""The graph as RDF text."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TextIO

from communique.errors import ParameterError
from communique.graph.rows import Edge, Node
from communique.ontology.mapping import Quad, quads_of_edge, quads_of_node

Serialiser = Callable[[Iterable[Quad], TextIO], None]


def export(nodes: Iterable[Node], edges: Iterable[Edge], form: str, out: TextIO) -> None:
    """Write a graph as RDF.

    Args:
        nodes: Its nodes.
        edges: Its edges.
        form: A key of `FORMATS`.
        out: Where to; a stream that leaves line feeds as they are, in UTF-8.

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
    """Sort, and say nothing twice; the order of code points is that of the bytes of UTF-8."""
    out.writelines(sorted({f"{' '.join(quad)} .\n" for quad in quads}))


def _write_turtle(quads: Iterable[Quad], out: TextIO) -> None:
    from communique.ontology.turtle import write_turtle

    write_turtle(quads, out)


FORMATS: Mapping[str, Serialiser] = MappingProxyType(
    {"nquads": _write_nquads, "turtle": _write_turtle}
)
"""What writes each format."""
