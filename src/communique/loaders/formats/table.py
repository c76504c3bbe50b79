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
        lines = _Lines(piece)
        rows = csv.reader(lines, delimiter=_delimiter(piece))
        try:
            names = _names(next(_rows(rows), []), options)
            for row in _rows(rows):
                where = f"{piece.where}:{rows.line_num}"
                if lines.passed_over == rows.line_num:
                    yield Failure(where, too_large())
                elif any(row):
                    yield from _make(names, row, where, options)
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


class _Lines:
    """Lines of a table; in the place of a row that is one line, and too large, is an empty one.

    Args:
        piece: The table.

    Attributes:
        passed_over: The number of the last such row.
    """

    def __init__(self, piece: Piece) -> None:
        self.passed_over = 0
        self._piece = piece
        self._quotes = 0

    def __iter__(self) -> Iterator[str]:
        if is_wide(self._piece.head):
            yield from decode(read_whole(self._piece.stream)).splitlines(keepends=True)
            return
        mark, within = BOM_UTF8, False
        for number, line in enumerate(split_lines(self._piece.stream, self._count), start=1):
            if line is None:
                self._pass_over(number, within=within)
            else:
                self._count(line)
            within = self._quotes % 2 == 1
            plain = (line or b"").removeprefix(mark)
            yield decode(plain, self._piece.charset) if plain.strip() else "\n"
            mark = b""

    def _count(self, data: bytes) -> None:
        self._quotes += data.count(b'"')

    def _pass_over(self, number: int, *, within: bool) -> None:
        """Leave a line out, unless quotes are open: nobody knows where the next row starts then."""
        if number == 1:
            raise too_large()
        if within or self._quotes % 2:
            message = f"the line after it is larger than {LARGEST // 1024 // 1024} MB"
            raise csv.Error(message)
        self.passed_over = number


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
