"""RDF parsed by pyoxigraph."""

from collections.abc import Iterator
from typing import IO

import pyoxigraph as ox

from communique.errors import DataError
from communique.ontology.literals import XSD, typed
from communique.ontology.literals import string as write_string
from communique.ontology.mapping import Quad

_FORMATS = {
    "nquads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "turtle": ox.RdfFormat.TURTLE,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
_STRING = f"{XSD}string"


def parse_stream(stream: IO[bytes], form: str, where: str) -> Iterator[Quad]:
    """Parse a stream.

    Args:
        stream: The text, in UTF-8.
        form: The name of its format.
        where: What to call it in errors.

    Yields:
        Quads.

    Raises:
        DataError: If it is not RDF of that format.
    """
    try:
        for quad in ox.parse(stream, format=_FORMATS[form]):
            graph = quad.graph_name
            named = "" if isinstance(graph, ox.DefaultGraph) else _term(graph)
            yield _term(quad.subject), f"<{quad.predicate.value}>", _term(quad.object), named
    except MemoryError:
        message = f"{where} has a statement of more than 16 MB."
        raise DataError(message, "No release is so long; see what it holds.") from None
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        place = f"Line {line} of {where}" if line else where
        told = str(getattr(error, "msg", None) or error)
        message = f"{place} is no RDF of the format {form}: {told.removesuffix('.')[:300]}."
        raise DataError(message, "--format names another format.") from None


def _term(term: object) -> str:
    if isinstance(term, ox.NamedNode):
        return f"<{term.value}>"
    if isinstance(term, ox.Literal):
        datatype = term.datatype.value
        if term.language:
            return f"{write_string(term.value)}@{term.language}"
        return write_string(term.value) if datatype == _STRING else typed(term.value, datatype)
    return str(term)
