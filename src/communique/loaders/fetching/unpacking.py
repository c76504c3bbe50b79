"""Bodies out of the compression they travelled in, piece by piece."""

import zlib
from collections.abc import Iterable, Iterator

from communique.errors import FetchError, TryLater

ACCEPTED = "gzip"
"""What a request says of the encodings it can take."""

_PIECE = 65536
_GZIP = 31


def unpack(chunks: Iterable[bytes], encoding: str, place: str) -> Iterator[bytes]:
    """Undo a Content-Encoding; never more than 64 KiB come at once, whatever was packed.

    Args:
        chunks: The body as it comes.
        encoding: The value of Content-Encoding, empty if there is none.
        place: What was asked, as a message names it.

    Returns:
        The body in pieces.

    Raises:
        FetchError: If the encoding was not asked for, or the bytes are not in it.
        TryLater: If the body breaks off.
    """
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        return iter(chunks)
    if encoding in ("gzip", "x-gzip"):
        return _gunzip(chunks, place)
    message = f"{place} comes in the encoding {encoding[:40]!r}, which nobody asked for."
    raise FetchError(message, "Only the site can mend that.")


def _gunzip(chunks: Iterable[bytes], place: str) -> Iterator[bytes]:
    engine = zlib.decompressobj(_GZIP)
    empty = True
    try:
        for chunk in chunks:
            empty = empty and not chunk
            if not engine.eof:
                yield from _inflate(engine, chunk)
    except zlib.error as error:
        message = f"What {place} sends is no gzip, though it says so."
        raise FetchError(message, "Only the site can mend that.") from error
    if not (engine.eof or empty):
        message = f"What {place} sends breaks off."
        raise TryLater(message, "Try again later.")


def _inflate(engine: "zlib._Decompress", packed: bytes) -> Iterator[bytes]:
    while packed and not engine.eof:
        yield engine.decompress(packed, _PIECE)
        packed = engine.unconsumed_tail
