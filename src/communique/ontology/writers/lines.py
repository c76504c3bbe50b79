"""N-Quads and N-Triples: a line is a line."""

from collections.abc import Iterable
from itertools import islice
from typing import TextIO

from communique.ontology.mapping import Quad


def nquads_line(quad: Quad) -> str:
    """Put a quad as canonical N-Quads do (RDF 1.2)."""
    return f"{quad[0]} {quad[1]} {quad[2]} {quad[3]} .\n"


def ntriples_line(quad: Quad) -> str:
    """Put a quad without its graph."""
    return f"{quad[0]} {quad[1]} {quad[2]} .\n"


def write_lines(lines: Iterable[str], out: TextIO) -> None:
    """Write lines as they come."""
    taking = iter(lines)
    while some := "".join(islice(taking, 1000)):
        out.write(some)
