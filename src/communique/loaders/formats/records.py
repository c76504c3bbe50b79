"""JSON Lines: a release a line."""

from codecs import BOM_UTF8
from collections.abc import Iterator

from communique.errors import ReleaseError
from communique.loaders.decoding import decode, is_wide
from communique.loaders.options import Options
from communique.loaders.piece import Failure, Found, Piece
from communique.loaders.records import parse_record, release_from_record
from communique.loaders.release import Release
from communique.loaders.streams import read_whole, split_lines, too_large


class Records:
    """Releases as JSON Lines."""

    name = "records"
    rank = 40
    endings = (".jsonl", ".ndjson")

    def takes(self, piece: Piece) -> bool:
        """Take what is called so or starts with an object."""
        start = piece.head.removeprefix(BOM_UTF8).lstrip()[:2]
        return piece.ends_in(".json", *self.endings) or start in (b'{"', b"{ ")

    def open(self, piece: Piece, options: Options) -> Iterator[Found]:
        """Make a release of each line; a bad one is a failure and stops nothing."""
        empty = True
        for number, line in enumerate(_lines(piece), start=1):
            if line is not None and not line.strip():
                continue
            if empty and line is not None and line.strip() in (b"{", b"["):
                message = "It is JSON, but not JSON Lines."
                raise ReleaseError(message, "Write one record a line.")
            empty = False
            found = _make(line, f"{piece.where}:{number}", options)
            if isinstance(found, Failure) or not found.url or options.wants(found.url):
                yield found
        if empty:
            message = "It is empty."
            raise ReleaseError(message)


def _lines(piece: Piece) -> Iterator[bytes | None]:
    head = piece.head
    if is_wide(head) or b"\x00" in head:
        yield from decode(read_whole(piece.stream)).encode().split(b"\n")
        return
    mark = BOM_UTF8
    for line in split_lines(piece.stream):
        yield line and line.removeprefix(mark)
        mark = b""


def _make(line: bytes | None, where: str, options: Options) -> Release | Failure:
    try:
        if line is None:
            raise too_large()
        record = parse_record(decode(line), options.columns)
        return release_from_record(record, where=where, defaults=options.defaults)
    except ReleaseError as error:
        return Failure(where, error)
