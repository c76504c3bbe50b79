"""Tables of comma-separated values: a release a row."""

import csv
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping

from communique.errors import ReleaseError
from communique.loaders.decoding import decode, is_wide
from communique.loaders.options import FIELDS, Options
from communique.loaders.piece import Failure, Found, Piece
from communique.loaders.records import release_from_record
from communique.loaders.release import Release
from communique.loaders.streams import LARGEST, read_whole, split_lines, too_large

_DELIMITERS = ",;\t|"


class Table:
    """Releases as comma-separated values, or semicolons, tabs or bars for the commas."""

    name = "table"
    rank = 50
    endings = (".csv", ".tsv")

    def takes(self, piece: Piece) -> bool:
        """Take what is called so or was served as one."""
        return piece.ends_in(*self.endings) or piece.media_type == "text/csv"

    def open(self, piece: Piece, options: Options) -> Iterator[Found]:
        """Make a release of each row; a bad one is a failure and stops nothing.

        Raises:
            ReleaseError: If no column is text or html, or quotes don't close.
        """
        rows = csv.reader(_lines(piece), delimiter=_delimiter(piece))
        try:
            names = _names(next(_rows(rows), []), options)
            for row in _rows(rows):
                if any(row):
                    yield from _make(names, row, f"{piece.where}:{rows.line_num}", options)
        except csv.Error as error:
            message = f"It is no table from line {rows.line_num} on: {error}."
            raise ReleaseError(message, "See whether a quotation mark is left open.") from None


def _rows(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    """Take rows with fields of any length; the limit is one for the whole process."""
    while True:
        before = csv.field_size_limit(LARGEST)
        try:
            row = next(rows, None)
        finally:
            csv.field_size_limit(before)
        if row is None:
            return
        yield row


def _lines(piece: Piece) -> Iterator[str]:
    if is_wide(piece.head):
        yield from decode(read_whole(piece.stream)).splitlines(keepends=True)
        return
    mark = BOM_UTF8
    for line in split_lines(piece.stream):
        if line is None:
            raise too_large()
        plain = line.removeprefix(mark)
        yield decode(plain, piece.charset) if plain.strip() else "\n"
        mark = b""


def _delimiter(piece: Piece) -> str:
    """Tell what stands between the names of the columns."""
    head = decode(piece.head) if piece.head.strip() else ""
    first = head.partition("\n")[0]
    return max(_DELIMITERS, key=lambda mark: (first.count(mark), -_DELIMITERS.index(mark)))


def _names(header: list[str], options: Options) -> list[str]:
    """Name the columns by what they are.

    Raises:
        ReleaseError: If none is text or html.
    """
    plain = [name.strip() for name in header]
    names = [options.columns.get(name) or _known(name) for name in plain]
    if not {"text", "html"} & set(names):
        message = f"No column of it is text or html; it has {', '.join(plain) or 'none'}."
        raise ReleaseError(message, "Say which is: --column NAME=text.")
    return names


def _known(name: str) -> str:
    return name.lower() if name.lower() in FIELDS else name


def _make(
    names: list[str], row: list[str], where: str, options: Options
) -> Iterator[Release | Failure]:
    record: Mapping[str, str] = dict(zip(names, row, strict=False))
    try:
        release = release_from_record(record, where=where, defaults=options.defaults)
    except ReleaseError as error:
        yield Failure(where, error)
        return
    if not release.url or options.wants(release.url):
        yield release
