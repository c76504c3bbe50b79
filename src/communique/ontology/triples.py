"""Files of RDF, as quads that N-Quads would write."""

import gzip
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from communique.errors import DataError, MissingFile, ParameterError
from communique.ontology.literals import string
from communique.ontology.mapping import Quad
from communique.ontology.validation import quiet

_ENDINGS = {
    ".nq": "nquads",
    ".trig": "trig",
    ".ttl": "turtle",
    ".nt": "nt",
    ".jsonld": "json-ld",
    ".rdf": "xml",
    ".xml": "xml",
}


def triples_of(path: Path) -> Iterator[Quad]:
    """Read a file of RDF.

    Args:
        path: The file; its ending tells the format, and ``.gz`` may follow.

    Yields:
        Its quads, in any order; the graph is empty where it names none.

    Raises:
        MissingFile: If there is no such file, or it can't be read.
        ParameterError: If its ending tells no format of RDF.
        DataError: If it is no RDF of that format.
    """
    import rdflib

    form, data = _form_of(path), _bytes_of(path)
    dataset = rdflib.Dataset()
    try:
        with _as_written():
            dataset.parse(data=data, format=form, publicID="about:blank")
    except Exception as error:
        told = " ".join(str(error).split())[:200].removesuffix(".")
        message = f"{path} is no RDF as its ending tells: {told}."
        hint = f"A file ends in one of {', '.join(_ENDINGS)}, by its format."
        raise DataError(message, hint) from None
    for subject, predicate, found, graph in dataset.quads():
        named = str(graph) if graph is not None else ""
        default = named in ("", str(rdflib.graph.DATASET_DEFAULT_GRAPH_ID))
        yield _term(subject), _term(predicate), _term(found), "" if default else f"<{named}>"


def _form_of(path: Path) -> str:
    bare = path.with_suffix("") if path.suffix == ".gz" else path
    if bare.suffix.lower() in _ENDINGS:
        return _ENDINGS[bare.suffix.lower()]
    message = f"{path} does not end as a file of RDF does."
    raise ParameterError(message, f"Files of RDF end in {', '.join(_ENDINGS)}; .gz may follow.")


def _bytes_of(path: Path) -> bytes:
    try:
        data = path.read_bytes()
        return gzip.decompress(data) if path.suffix == ".gz" else data
    except (gzip.BadGzipFile, EOFError, zlib.error):
        message = f"{path} is no whole gzip file."
        raise DataError(message, "Fetch it again, or unpack it yourself.") from None
    except FileNotFoundError:
        message = f"There is no file {str(path)!r}."
        raise MissingFile(message, "Give the path of a file of RDF.") from None
    except OSError as error:
        message = f"{path} can't be read: {error.strerror or error}."
        raise MissingFile(message) from error


@contextmanager
def _as_written() -> Iterator[None]:
    """Keep rdflib from writing values in other words than the file does, and from talking."""
    import rdflib

    before = rdflib.NORMALIZE_LITERALS
    rdflib.NORMALIZE_LITERALS = False
    try:
        with warnings.catch_warnings(), quiet():
            # Its own parsers call its own deprecated names.
            warnings.simplefilter("ignore", DeprecationWarning)
            yield
    finally:
        rdflib.NORMALIZE_LITERALS = before


def _term(term: object) -> str:
    from rdflib import BNode, Literal
    from rdflib.namespace import XSD

    if isinstance(term, Literal):
        if term.language:
            return f"{string(str(term))}@{term.language}"
        plain = term.datatype in (None, XSD.string)
        return string(str(term)) + ("" if plain else f"^^<{term.datatype}>")
    return f"_:{term}" if isinstance(term, BNode) else f"<{term}>"
