"""RDF parsed by rdflib, where pyoxigraph is not installed: the file is held in memory."""

import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

import rdflib
import rdflib.term

from communique.errors import DataError
from communique.ontology.literals import XSD, string, typed
from communique.ontology.mapping import Quad

_FORMATS = {
    "nquads": "nquads",
    "trig": "trig",
    "ntriples": "nt",
    "turtle": "turtle",
    "jsonld": "json-ld",
    "rdfxml": "xml",
}
_STRING = f"{XSD}string"


def parse_stream(stream: IO[bytes], form: str, where: str) -> Iterator[Quad]:
    """Parse a stream.

    Args:
        stream: The text, in UTF-8.
        form: The name of its format.
        where: What to call it in errors.

    Yields:
        Quads, in no order.

    Raises:
        DataError: If it is not RDF of that format.
    """
    dataset = rdflib.Dataset()
    with _as_written():
        try:
            dataset.parse(stream, format=_FORMATS[form], publicID="about:blank")
        except (DataError, OSError, EOFError, zlib.error):
            raise
        except Exception as error:
            told = " ".join(str(error).split())[:300].removesuffix(".")
            line = getattr(error, "lines", None)
            place = f"Line {line + 1} of {where}" if isinstance(line, int) else where
            message = f"{place} is no RDF of the format {form}: {told}."
            raise DataError(message, "--format names another format.") from None
    for subject, predicate, found, graph in dataset.quads():
        named = "" if graph in (None, rdflib.graph.DATASET_DEFAULT_GRAPH_ID) else f"<{graph}>"
        yield _term(subject), f"<{predicate}>", _term(found), named


@contextmanager
def _as_written() -> Iterator[None]:
    """Keep rdflib from writing values in other words than the file does, and from talking."""
    before = rdflib.NORMALIZE_LITERALS
    rdflib.NORMALIZE_LITERALS = False
    try:
        with warnings.catch_warnings():
            # Its own parsers call its own deprecated names.
            warnings.simplefilter("ignore", DeprecationWarning)
            yield
    finally:
        rdflib.NORMALIZE_LITERALS = before


def _term(term: object) -> str:
    if isinstance(term, rdflib.Literal):
        if term.language:
            return f"{string(term)}@{term.language}"
        datatype = str(term.datatype or _STRING)
        return string(term) if datatype == _STRING else typed(term, datatype)
    return f"_:{term}" if isinstance(term, rdflib.BNode) else f"<{term}>"
