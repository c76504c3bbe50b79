"""Something packed by itself: gzip, bzip2, xz."""

import bz2
import gzip
import io
import lzma
from collections.abc import Callable, Iterator
from typing import Any

from communique.loaders.options import Options
from communique.loaders.piece import Found, Piece
from communique.loaders.streams import Packed, Unpacked

_OPENERS: tuple[tuple[bytes, str, str, Callable[[Any], Any]], ...] = (
    (b"\x1f\x8b", ".gz", "gzip", lambda inner: gzip.GzipFile(fileobj=inner)),
    (b"BZh", ".bz2", "bzip2", bz2.BZ2File),
    (b"\xfd7zXZ\x00", ".xz", "xz", lzma.LZMAFile),
)


class PackedFormat:
    """One thing, packed."""

    name = "packed"
    rank = 20
    endings = (".gz", ".bz2", ".xz")

    def takes(self, piece: Piece) -> bool:
        """Take what starts so."""
        return piece.head.startswith(tuple(magic for magic, *_ in _OPENERS))

    def open(self, piece: Piece, options: Options) -> Iterator[Found]:
        """Give what it holds; that it is damaged is told when it is read."""
        head = piece.head
        _, ending, kind, opener = next(each for each in _OPENERS if head.startswith(each[0]))
        packed = Packed(piece.stream)
        unpacked = io.BufferedReader(Unpacked(opener(io.BufferedReader(packed)), packed, kind))
        name = piece.name[: -len(ending)] if piece.ends_in(ending) else piece.name
        yield piece.unpack(unpacked, name)
