"""ZIP archives of whatever a file can be; nothing is ever written to a disk."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from communique.errors import ReleaseError
from communique.loaders.formats import all_endings
from communique.loaders.options import Options
from communique.loaders.piece import Failure, Found, Piece
from communique.loaders.streams import Packed, Unpacked, seekable

_OFFICE = {"[Content_Types].xml", "mimetype"}
_LOCKED = 0x1


class Zip:
    """A ZIP archive."""

    name = "zip"
    rank = 20
    endings = (".zip",)

    def takes(self, piece: Piece) -> bool:
        """Take what starts as one does."""
        return piece.head.startswith((b"PK\x03\x04", b"PK\x05\x06"))

    def open(self, piece: Piece, options: Options) -> Iterator[Found]:
        """Give what it holds, in its own order.

        Raises:
            ReleaseError: If it is damaged, or an office document.
        """
        with seekable(piece.stream) as (file, size):
            try:
                archive = zipfile.ZipFile(file)
            except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
                message = f"It is a damaged ZIP archive: {error}."
                raise ReleaseError(message) from None
            if _OFFICE & set(archive.namelist()):
                message = "It is an office document, not text."
                raise ReleaseError(message, "Save it as text or HTML.")
            packed = Packed(size=size)
            for member in archive.infolist():
                if is_wanted(member.filename) and not member.is_dir():
                    yield _open(piece, archive, member, packed)


def is_wanted(name: str) -> bool:
    """Tell whether a member of an archive may be a release, by its ending, as in a folder."""
    return name.lower().endswith(all_endings())


def member_of(piece: Piece, name: str, stream: Any) -> Piece:  # noqa: ANN401 - any stream
    """Make the piece of a member of an archive; its path is only ever shown."""
    where = f"{piece.where}!{name}"
    return replace(piece.unpack(stream, PurePosixPath(name).name), where=where, details={})


def _open(
    piece: Piece, archive: zipfile.ZipFile, member: zipfile.ZipInfo, packed: Packed
) -> Piece | Failure:
    where = f"{piece.where}!{member.filename}"
    if member.flag_bits & _LOCKED:
        return Failure(where, ReleaseError("It is locked by a password."))
    try:
        inner = archive.open(member)
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
        return Failure(where, ReleaseError(f"It is a damaged ZIP archive: {error}."))
    return member_of(piece, member.filename, io.BufferedReader(Unpacked(inner, packed, "ZIP")))
