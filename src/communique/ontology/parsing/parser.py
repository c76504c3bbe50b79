"""Files of RDF into quads, as N-Quads write them; nothing in a file is ever fetched or expanded.

pyoxigraph reads them where it is installed (extra ``fast``), in bounded memory and some twenty
times faster; else rdflib, which holds a file whole.
"""

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from communique.errors import DataError, MissingFile, ParameterError
from communique.ontology.mapping import Quad
from communique.ontology.parsing.inspection import Guarded, inspect

ENDINGS = {
    ".nq": "nquads",
    ".trig": "trig",
    ".nt": "ntriples",
    ".ttl": "turtle",
    ".jsonld": "jsonld",
    ".rdf": "rdfxml",
    ".xml": "rdfxml",
}
"""Which format a file's ending tells; ``.gz`` may follow it."""


def form_of(path: Path) -> str:
    """Tell the format of a file by its ending.

    Args:
        path: The file.

    Returns:
        A name of a format.

    Raises:
        ParameterError: If the ending is none of a format of RDF.
    """
    bare = path.with_suffix("") if path.suffix == ".gz" else path
    try:
        return ENDINGS[bare.suffix.lower()]
    except KeyError:
        message = f"{path} does not end as a file of RDF does."
        hint = f"Name the format with --format, or end the name in {', '.join(ENDINGS)}."
        raise ParameterError(message, hint) from None


def parse(path: Path, form: str | None = None) -> Iterator[Quad]:
    """Read the quads of a file.

    Args:
        path: The file; one that ends in ``.gz`` is unpacked as it is read.
        form: Its format; None where its ending tells.

    Yields:
        Its quads in the file's order; the graph is empty outside every named graph.

    Raises:
        MissingFile: If there is no such file, or it can't be read.
        ParameterError: If its ending tells no format.
        DataError: If it is not RDF of that format; it names the line where there is one.
    """
    form = form or form_of(path)
    try:
        with _opened(path) as stream:
            yield from _quads(inspect(stream, form, str(path)), form, str(path))
    except (gzip.BadGzipFile, EOFError, zlib.error):
        message = f"{path} is no whole gzip file."
        raise DataError(message, "Fetch it again, or unpack it yourself.") from None
    except OSError as error:
        message = f"{path} can't be read: {error.strerror or error}."
        raise MissingFile(message, "Give the path of a file of RDF.") from error


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    if path.suffix == ".gz":
        with gzip.open(path, "rb") as packed:
            yield cast("IO[bytes]", packed)
    else:
        with path.open("rb") as stream:
            yield stream


def _quads(stream: IO[bytes], form: str, where: str) -> Iterator[Quad]:
    guarded = io.BufferedReader(Guarded(stream, where), 1 << 20)
    try:
        from communique.ontology.parsing.oxigraph import parse_stream
    except ImportError:
        from communique.ontology.parsing.rdflibrary import parse_stream
    return parse_stream(guarded, form, where)
