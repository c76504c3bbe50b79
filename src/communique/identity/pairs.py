"""Pairs of names in a file."""

import csv
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from communique.errors import DataError, MissingFile

COLUMNS = ("name1", "name2")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names to compare."""

    name1: str
    name2: str


def check(name1: str, name2: str, where: str = "") -> Pair:
    """Make a pair of two names.

    Args:
        name1: A name.
        name2: Another.
        where: Where they stand, for the error.

    Returns:
        The pair.

    Raises:
        DataError: If one is empty, or no UTF-8.
    """
    for column, name in zip(COLUMNS, (name1, name2), strict=True):
        if not name.strip():
            message = f"{column} is empty{where}."
            raise DataError(message)
        if any("\ud800" <= char <= "\udfff" for char in name):
            message = f"{column} is not UTF-8{where}."
            raise DataError(message)
    return Pair(name1, name2)


def read_pairs(path: str) -> Iterator[Pair | DataError]:
    """Read pairs of names.

    Args:
        path: A CSV file in UTF-8 with the columns ``name1`` and ``name2``; ``-`` is standard input.

    Yields:
        The pairs, in order; in place of a line that holds none, what is wrong with it.

    Raises:
        MissingFile: If there is no such file.
        DataError: If it is no CSV in UTF-8, or a column is missing.
    """
    if path == "-":
        yield from _read(sys.stdin.buffer, "standard input")
        return
    if not Path(path).is_file():
        message = f"There is no file {path!r}."
        raise MissingFile(message, "Give a CSV file with the columns name1 and name2.")
    with Path(path).open("rb") as file:
        yield from _read(file, path)


def _read(file: IO[bytes], where: str) -> Iterator[Pair | DataError]:
    rows = csv.DictReader(_decoded(file, where), strict=True)
    try:
        missing = [column for column in COLUMNS if column not in (rows.fieldnames or ())]
        if missing:
            message = f"{where} has no column {' and no column '.join(missing)}."
            raise DataError(message, "Its first line names the columns: name1,name2.")
        for row in rows:
            yield _pair(row, f" in line {rows.line_num} of {where}")
    except csv.Error as error:
        message = f"Line {rows.line_num} of {where} is no CSV: {error}."
        raise DataError(message) from error


def _pair(row: dict[str, str], where: str) -> Pair | DataError:
    try:
        return check(row["name1"] or "", row["name2"] or "", where)
    except DataError as error:
        return error


def _decoded(file: Iterable[bytes], where: str) -> Iterator[str]:
    for number, line in enumerate(file, 1):
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            message = f"Line {number} of {where} is not UTF-8."
            raise DataError(message, "Save it as UTF-8.") from error
