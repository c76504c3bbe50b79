"""The tables of this package, each read once from its data file."""

import csv
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

_DATA = files("communique.identity") / "data"


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Read a table.

    Args:
        name: Its file in ``data``; lines that start with ``#`` tell where it is from.

    Returns:
        A mapping from column to cell for each line.
    """
    lines = (_DATA / name).read_text("utf-8").splitlines()
    return tuple(csv.DictReader(line for line in lines if line and not line.startswith("#")))


@cache
def words(name: str, column: str = "names", **where: str) -> frozenset[str]:
    """All words of a column, of the lines where other columns have given values."""
    return frozenset(
        word
        for row in rows(name)
        if all(row[key] == value for key, value in where.items())
        for word in row[column].split()
    )


@cache
def affixes(key: str) -> frozenset[str]:
    """The words of a list of what stands beside a name, from both files of such lists."""
    return frozenset(word for text in _affix_lists(key) for word in text.split())


@cache
def phrases() -> frozenset[tuple[str, ...]]:
    """Honorifics of several words."""
    return frozenset(
        tuple(line.split()) for text in _affix_lists("phrases") for line in text.splitlines()
    ) - {()}


def _affix_lists(key: str) -> Iterator[str]:
    for name in ("affixes.toml", "more_affixes.toml"):
        yield tomllib.loads((_DATA / name).read_text("utf-8")).get(key, "")


def spelled(cell: str) -> tuple[str, ...]:
    """The spellings in a cell, where ``-`` stands for nothing."""
    return tuple("" if word == "-" else word for word in cell.split())
