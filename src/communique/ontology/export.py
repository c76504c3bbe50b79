"""The graph as RDF text, sorted, in bounded memory."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TextIO

from communique.errors import ParameterError
from communique.graph.decisions import Decision
from communique.graph.rows import Edge, Node
from communique.ontology.deciding import quads_of_decision
from communique.ontology.mapping import Quad, quads_of_edge, quads_of_node
from communique.ontology.sorting import sort_lines
from communique.ontology.terms import property_of
from communique.ontology.writers.descriptions import graph_line, triple_line
from communique.ontology.writers.jsonld import write_jsonld
from communique.ontology.writers.lines import nquads_line, ntriples_line, write_lines
from communique.ontology.writers.rdfxml import write_rdfxml
from communique.ontology.writers.turtle import write_trig, write_turtle


@dataclass(frozen=True)
class Format:
    """How a format is written.

    Attributes:
        line: Puts a quad as a line, so that lines sort as the format wants them.
        write: Writes sorted lines.
    """

    line: Callable[[Quad], str]
    write: Callable[[Iterable[str], TextIO], None]


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "nquads": Format(nquads_line, write_lines),
        "trig": Format(graph_line, write_trig),
        "ntriples": Format(ntriples_line, write_lines),
        "turtle": Format(triple_line, write_turtle),
        "jsonld": Format(triple_line, write_jsonld),
        "rdfxml": Format(triple_line, write_rdfxml),
    }
)
"""The formats of RDF; N-Quads and TriG have graphs."""

_TEXT = f"<{property_of('text')}>"


def export(
    nodes: Iterable[Node],
    edges: Iterable[Edge],
    form: str,
    out: TextIO,
    *,
    decisions: Iterable[Decision] = (),
    texts: bool = True,
) -> None:
    """Write a graph as RDF.

    Args:
        nodes: Its nodes.
        edges: Its edges.
        form: A key of `FORMATS`.
        out: Where to; a stream that leaves line feeds as they are, in UTF-8.
        decisions: What people have decided about it.
        texts: Whether releases come with their whole texts; quotes always come.

    Raises:
        ParameterError: If there is no such format.
    """
    if form not in FORMATS:
        message = f"There is no format {form!r}."
        raise ParameterError(message, f"Formats: {', '.join(sorted(FORMATS))}.")
    chosen = FORMATS[form]
    quads = quads_of(nodes, edges, decisions)
    wanted = quads if texts else (quad for quad in quads if quad[1] != _TEXT)
    chosen.write(sort_lines(map(chosen.line, wanted)), out)


def quads_of(
    nodes: Iterable[Node], edges: Iterable[Edge], decisions: Iterable[Decision] = ()
) -> Iterator[Quad]:
    """Say all that a graph says, in no order and with repetition.

    Args:
        nodes: Its nodes.
        edges: Its edges.
        decisions: What people have decided about it.

    Yields:
        Quads.
    """
    for node in nodes:
        yield from quads_of_node(node)
    for edge in edges:
        yield from quads_of_edge(edge)
    for decision in decisions:
        yield from quads_of_decision(decision)
