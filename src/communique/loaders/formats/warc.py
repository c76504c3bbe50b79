"""Web archives: what a crawler was answered, page by page.

How records follow each other is read here, so that a damaged one stops no other; what is in one is
read by warcio.
"""

import io
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from communique.errors import MissingExtra, ReleaseError
from communique.loaders.formats.members import Members
from communique.loaders.options import Options
from communique.loaders.piece import Failure, Found, Piece
from communique.loaders.streams import LARGEST, Packed, Stream, Unpacked, stream_of, too_large

_PLAIN, _GZIP = b"WARC/1.", b"\x1f\x8b"
_KINDS = ("response", "resource")
_TEXTS = ("text/html", "application/xhtml+xml", "text/plain")
_MARK = b"\r\nWARC/1.x damaged\r\n\r\n"
"""A record without a length, where a gzip member could not be unpacked."""

_END = b"\r\n\r\n"
_LONGEST_LINE = 1 << 16
_LONGEST_START = 64
_FIRST = re.compile(rb"\AWARC/1\..*|WARC/1\.\d\r?\n\Z", re.DOTALL)
"""The first line of a record, perhaps behind what is left of one that was cut off."""
_MOST_LINES = 200
_AGAIN = 16 * LARGEST
"""Bytes that may be read again, looking for a record within a damaged one."""


class Warc:
    """A WARC file, gzipped record by record, as a whole, or not."""

    name = "warc"
    rank = 10
    endings = (".warc",)

    def takes(self, piece: Piece) -> bool:
        """Take what starts as one does, gzipped or not."""
        head = piece.head
        return head.startswith(_PLAIN) or (head.startswith(_GZIP) and _unpacks_to_warc(head))

    def open(self, piece: Piece, options: Options) -> Iterator[Found]:
        """Give each page that was answered with 200; after a damaged record it goes on.

        Raises:
            MissingExtra: If what reads WARC is not installed.
        """
        stream = _unpack(piece.stream) if piece.head.startswith(_GZIP) else piece.stream
        for number, record in enumerate(_records(_Bytes(stream)), start=1):
            where = f"{piece.where}:{number}"
            try:
                yield from _open(piece, _read(record), options)
            except ReleaseError as error:
                yield Failure(where, error)


def _unpacks_to_warc(head: bytes) -> bool:
    try:
        return zlib.decompressobj(wbits=31).decompress(head, len(_PLAIN)).startswith(_PLAIN)
    except zlib.error:
        return False


def _unpack(stream: "Stream[Any]") -> "Stream[Any]":
    packed = Packed(stream)
    members = Members(io.BufferedReader(packed), _MARK)
    return io.BufferedReader(Unpacked(members, packed, "gzip"))


class _Bytes:
    """Bytes of which some can be put back."""

    def __init__(self, stream: "Stream[Any]") -> None:
        self._stream = stream
        self._back = io.BytesIO()
        self._again = 0

    def put_back(self, data: bytes) -> None:
        """Put bytes back.

        Raises:
            ReleaseError: If it is so often that an archive made for it would be read for ever.
        """
        self._again += len(data)
        if self._again > _AGAIN:
            message = "Too many of its records are damaged."
            raise ReleaseError(message)
        self._back = io.BytesIO(data + self._back.read())

    def read(self, size: int) -> bytes:
        data = self._back.read(size)
        more: bytes = self._stream.read(size - len(data))
        return data + more

    def line(self) -> bytes:
        data = self._back.readline()
        more: bytes = b"" if data.endswith(b"\n") else self._stream.readline(_LONGEST_LINE)
        return data + more

    def skip(self, size: int) -> None:
        while size > 0 and (some := self.read(min(size, _LONGEST_LINE))):
            size -= len(some)


def _records(data: _Bytes) -> Iterator[bytes | ReleaseError]:
    """Cut records out; an error for one that is damaged, and then the next that has a start."""
    told = False
    while True:
        header, strange = _header(data)
        if strange and not told:
            yield ReleaseError("It is no WARC record, or what is left of a damaged one.")
        if not header:
            return
        length, told = _length(header), True
        if length is None:
            yield ReleaseError(
                "It is a damaged WARC record: it does not say how long it is, or can't be unpacked."
            )
        elif length > LARGEST:
            data.skip(length)
            yield too_large()
        else:
            block = data.read(length)
            end = data.read(len(_END))
            if len(block) < length:
                data.put_back(block.replace(_MARK, b"\r\n"))
                yield ReleaseError("Its record in the archive is cut off.")
            elif end != _END:
                data.put_back((block + end).replace(_MARK, b"\r\n"))
                yield ReleaseError("It is a damaged WARC record: it ends elsewhere than it says.")
            else:
                told = False
                yield header + block + end


def _header(data: _Bytes) -> tuple[bytes, bool]:
    """Find the next header: from its first line to the empty one; nothing at the end.

    Returns:
        The header, and whether anything else stood before it; zeros alone at the end fill up a
        block, and are nothing.
    """
    strange = zeros = False
    while line := data.line():
        if not line.endswith(b"\n") and len(line) > _LONGEST_START:
            data.put_back(line[-_LONGEST_START:])
            line = line[:-_LONGEST_START]
        if start := _FIRST.search(line):
            strange = strange or start.start() > 0
            lines = [start[0]]
            while len(lines) < _MOST_LINES and (line := data.line()).strip():
                lines.append(line)
            return b"".join((*lines, b"\r\n")), strange or zeros
        left = line.strip()
        strange = strange or bool(left.strip(b"\x00"))
        zeros = zeros or bool(left)
    return b"", strange


def _length(header: bytes) -> int | None:
    for line in header.lower().splitlines():
        name, _, value = line.partition(b":")
        if name == b"content-length" and value.strip().isdigit():
            return int(value[:20])
    return None


def _read(record: bytes | ReleaseError) -> Any:  # noqa: ANN401 - warcio's own
    """Take a record apart.

    Raises:
        MissingExtra: If what does is not installed.
        ReleaseError: If it is damaged.
    """
    if isinstance(record, ReleaseError):
        raise record
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError as error:
        message = "What reads WARC files is not installed."
        raise MissingExtra(message, "Run: pip install 'communique[archives]'") from error
    with _damage():
        return next(iter(ArchiveIterator(io.BytesIO(record))))


@contextmanager
def _damage() -> Iterator[None]:
    """Say that a record is damaged: warcio raises whatever it stumbles on."""
    try:
        yield
    except Exception as error:
        message = f"It is a damaged WARC record: {' '.join(str(error).split()) or 'it is empty'}."
        raise ReleaseError(message) from None


def _open(piece: Piece, record: Any, options: Options) -> Iterator[Found]:  # noqa: ANN401
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    media_type, charset = _content_type(record)
    if record.rec_type not in _KINDS or media_type not in _TEXTS or not options.wants(url):
        return
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if not (status.isdecimal() and len(status) == 3):
        message = "It is a damaged WARC record: it does not say what the site answered."
        raise ReleaseError(message)
    if status != "200":
        return
    with _damage():
        data = record.content_stream().read(LARGEST + 1)
    if len(data) > LARGEST:
        yield Failure(url, too_large())
    elif data.strip():
        name = url.rstrip("/").rpartition("/")[2]
        yield Piece(url, name, stream_of(data), {"url": url}, media_type, charset, piece.depth + 1)


def _content_type(record: Any) -> tuple[str, str | None]:  # noqa: ANN401 - warcio's own
    from email.message import Message

    message = Message()
    headers = record.http_headers or record.rec_headers
    message["Content-Type"] = headers.get_header("Content-Type") or ""
    return message.get_content_type(), message.get_content_charset()
