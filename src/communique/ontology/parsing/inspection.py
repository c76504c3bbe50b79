"""What no file of RDF may hold, found before a parser meets it.

A document type in RDF/XML can expand without end, and a context of JSON-LD can lie on somebody
else's server: neither is needed to say anything of ours.
"""

import io
import json
from collections.abc import Iterator
from typing import IO, Any
from xml.parsers import expat

from communique.errors import DataError
from communique.ontology.terms import CONTEXT

LONGEST = 16_000_000
"""Bytes: no value is longer. The longest releases have some 500,000 characters; pyoxigraph takes no
statement of more than 16 MB."""
_CHUNK = 1 << 20
_MARKS = b'"<>'


class Guarded(io.RawIOBase):
    """A stream that refuses to go on where a single value grows beyond all releases.

    Args:
        stream: What to read.
        where: What to call it in errors.
    """

    def __init__(self, stream: IO[bytes], where: str) -> None:
        self._stream = stream
        self._where = where
        self._since = 0
        self._line = 1

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - whatever the buffer protocol takes
        """Read some bytes.

        Raises:
            DataError: If there are more than `LONGEST` without a mark that ends a value.
        """
        data = self._stream.read(len(buffer))
        last = max(data.rfind(mark) for mark in (b'"', b"<", b">"))
        self._since = len(data) - last - 1 if last >= 0 else self._since + len(data)
        if self._since > LONGEST:
            message = f"Line {self._line} of {self._where} has a value of more than 16 MB."
            raise DataError(message, "No release is so long; see what the line holds.")
        self._line += data.count(b"\n")
        buffer[: len(data)] = data
        return len(data)


def inspect(stream: IO[bytes], form: str, where: str) -> IO[bytes]:
    """Look a file over before it is parsed.

    Args:
        stream: The file.
        form: Its format.
        where: What to call it in errors.

    Returns:
        A stream of what is to be parsed.

    Raises:
        DataError: If it is XML with a document type, or JSON-LD with a context that lies elsewhere.
    """
    if form == "rdfxml":
        _refuse_doctype(stream, where)
        stream.seek(0)
    elif form == "jsonld":
        return _with_own_contexts(stream, where)
    return stream


def _refuse_doctype(stream: IO[bytes], where: str) -> None:
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        message = f"Line {parser.CurrentLineNumber} of {where} declares a document type."
        raise DataError(message, "RDF/XML needs none; take the <!DOCTYPE …> out.")

    parser.StartDoctypeDeclHandler = refuse
    guarded = Guarded(stream, where)
    try:
        while data := guarded.read(_CHUNK):
            parser.Parse(data, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        told = expat.ErrorString(error.code)
        message = f"Line {error.lineno} of {where} is not XML: {told}."
        raise DataError(message, "Is it RDF/XML? --format names another format.") from None


def _with_own_contexts(stream: IO[bytes], where: str) -> IO[bytes]:
    guarded = io.BufferedReader(Guarded(stream, where), _CHUNK)
    try:
        document = json.load(guarded)
        for owner in _owners(document):
            owner["@context"] = _own(owner["@context"], where)
        return io.BytesIO(json.dumps(document).encode())
    except json.JSONDecodeError as error:
        message = f"Line {error.lineno} of {where} is not JSON: {error.msg}."
        raise DataError(message, "Is it JSON-LD? --format names another format.") from None
    except (UnicodeDecodeError, RecursionError):
        message = f"{where} is not JSON that can be read: not UTF-8, or nested without end."
        raise DataError(message, "Is it JSON-LD? --format names another format.") from None


def _owners(document: object) -> Iterator[dict[str, Any]]:
    """Find every object with a context of its own."""
    waiting = [document]
    while waiting:
        found = waiting.pop()
        if isinstance(found, dict):
            waiting += found.values()
            if "@context" in found:
                yield found
        elif isinstance(found, list):
            waiting += found


def _own(told: object, where: str) -> object:
    """Put our context in the place of its address; refuse any other address."""
    if isinstance(told, list):
        return [_own(item, where) for item in told]
    if told == CONTEXT:
        from communique.ontology.context import context

        return context()
    imports = isinstance(told, dict) and "@import" in told
    if isinstance(told, str) or imports:
        message = f"{where} wants the context {str(told)[:200]}, which nobody fetches here."
        raise DataError(message, f"Put the context itself into the file, or use {CONTEXT}.")
    return told
