"""Web archives: what a crawler was answered, page by page.

How records follow each other is read here, so that a damaged one stops no other; what is in one is
read by warcio.
"""

import io
import zlib
from collections.abc import Iterator
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
_MOST_LINES = 200


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
        self._back = b""

    def put_back(self, data: bytes) -> None:
        self._back = data + self._back

    def read(self, size: int) -> bytes:
        data, self._back = self._back[:size], self._back[size:]
        more: bytes = self._stream.read(size - len(data))
        return data + more

    def line(self) -> bytes:
        end = self._back.find(b"\n") + 1
        data, self._back = (self._back[:end], self._back[end:]) if end else (self._back, b"")
        more: bytes = b"" if end else self._stream.readline(_LONGEST_LINE)
        return data + more

    def skip(self, size: int) -> None:
        while size > 0 and (some := self.read(min(size, _LONGEST_LINE))):
            size -= len(some)


def _records(data: _Bytes) -> Iterator[bytes | ReleaseError]:
    """Cut records out; an error for one that is damaged, and then the next that has a start."""
    while header := _header(data):
        length = _length(header)
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
                yield ReleaseError("Its record in the archive is cut off.")
            elif end != _END:
                data.put_back((block + end).replace(_MARK, b"\r\n"))
                yield ReleaseError("It is a damaged WARC record: it ends elsewhere than it says.")
            else:
                yield header + block + end


def _header(data: _Bytes) -> bytes:
    """Find the next header: from its first line to the empty one; nothing at the end."""
    while line := data.line():
        if line.startswith(_PLAIN):
            lines = [line]
            while len(lines) < _MOST_LINES and (line := data.line()).strip():
                lines.append(line)
            return b"".join((*lines, b"\r\n"))
    return b""


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
        from warcio.exceptions import ArchiveLoadFailed
        from warcio.statusandheaders import StatusAndHeadersParserException
    except ImportError as error:
        message = "What reads WARC files is not installed."
        raise MissingExtra(message, "Run: pip install 'communique[archives]'") from error
    try:
        return next(iter(ArchiveIterator(io.BytesIO(record))))
    except (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, ValueError) as error:
        message = f"It is a damaged WARC record: {error}."
        raise ReleaseError(message) from None


def _open(piece: Piece, record: Any, options: Options) -> Iterator[Found]:  # noqa: ANN401
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    media_type, charset = _content_type(record)
    if record.rec_type not in _KINDS or media_type not in _TEXTS or not options.wants(url):
        return
    if record.http_headers and record.http_headers.get_statuscode() != "200":
        return
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
