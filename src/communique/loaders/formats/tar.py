"""Tar archives of whatever a file can be, read in one go; nothing is ever written to a disk."""

import io
import tarfile
from collections.abc import Iterator
from typing import Any, cast

from communique.errors import ReleaseError
from communique.loaders.formats.zip import is_wanted, member_of
from communique.loaders.options import Options
from communique.loaders.piece import Found, Piece
from communique.loaders.streams import Packed, Unpacked

_AT = 257
_MAGIC = b"ustar"


class Tar:
    """A tar archive; what packs it is another format."""

    name = "tar"
    rank = 30
    endings = (".tar", ".tgz", ".tbz2", ".txz")

    def takes(self, piece: Piece) -> bool:
        """Take what has the mark of one, or is called so."""
        return piece.head[_AT:].startswith(_MAGIC) or piece.ends_in(*self.endings)

    def open(self, piece: Piece, options: Options) -> Iterator[Found]:
        """Give what it holds, in its own order; links and devices are none of it.

        Raises:
            ReleaseError: If it is damaged.
        """
        counted = Packed(piece.stream)
        try:
            with tarfile.open(fileobj=io.BufferedReader(counted), mode="r|") as archive:
                for member in archive:
                    if member.isreg() and is_wanted(member.name):
                        inner = cast("Any", archive.extractfile(member))
                        stream = io.BufferedReader(Unpacked(inner, counted, "tar"))
                        yield member_of(piece, member.name, stream)
        except (tarfile.TarError, EOFError, ValueError) as error:
            message = f"It is a damaged tar archive: {error}."
            raise ReleaseError(message) from None
