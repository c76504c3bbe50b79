"""How fast the built-in reader reads: releases a second, the time of each part, and of long texts.

Run as ``make bench`` or ``python benchmarks/reading.py SHARED``. Times are of one process on one
core; so that machines can be compared, the peer of the same run is a regular expression that finds
the words of the same texts.
"""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from time import perf_counter
from types import FunctionType
from typing import Any

import click

from communique.loaders.release import Release
from communique.pipeline import releases
from communique.queries.table import Table
from communique.reading.rules import RulesReader, reader

SOURCES = {"corpus": "corpus/us-state-2021-2022.jsonl.gz", "dev": "gold/dev"}
LENGTHS = (1_000, 10_000, 100_000, 1_000_000)
_PEER = re.compile(r"\w+")
_ROUNDS = 3
_USUAL = 350
"""Words of a usual release, so that sets of longer and shorter ones can be compared."""


@click.command()
@click.argument("shared", type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(shared: Path) -> None:
    """Measure the reader on the releases in SHARED."""
    RulesReader().read(Release(text="Mr Bo Oyen met with Ms Ana Velt.", body=0))
    sets = {name: list(_load(shared / path)) for name, path in SOURCES.items()}
    everything = [release for found in sets.values() for release in found]
    for title, table in (
        ("Releases a second", _speeds(sets)),
        ("Time of each part", _parts(everything)),
        ("Time by length", _lengths(everything)),
    ):
        click.echo(f"{title}\n{table}\n")


def _load(path: Path) -> Iterator[Release]:
    for item in releases([path]):
        if not isinstance(item, Release):
            sys.exit(f"{item}")
        yield item


def _speeds(sets: dict[str, list[Release]]) -> Table[dict[str, Any]]:
    columns = ("texts", "releases", "words each", "a second", "of 350 words", "times the peer")
    rows = []
    for name, found in sets.items():
        words, many = sum(map(_find_words, found)), len(found)
        spent, peer = (_time(call, found) for call in (RulesReader().read, _find_words))
        rates = (words / many, many / spent, words / _USUAL / spent, spent / peer)
        rows.append(dict(zip(columns, (name, many, *map(round, rates)), strict=True)))
    return Table(columns, rows, dict)


def _body(release: Release) -> str:
    return release.text[release.body : release.end]


def _find_words(release: Release) -> int:
    return sum(1 for _ in _PEER.finditer(_body(release)))


def _time(call: Callable[[Release], object], found: Sequence[Release]) -> float:
    """The least of several rounds: what is added to it is the machine's, not the reader's."""
    return min(_time_once(call, found) for _ in range(_ROUNDS))


def _time_once(call: Callable[[Release], object], found: Sequence[Release]) -> float:
    start = perf_counter()
    for release in found:
        call(release)
    return perf_counter() - start


def _parts(found: Sequence[Release]) -> Table[dict[str, Any]]:
    """What the functions take that the reader puts together."""
    with _timed() as spent:
        whole = _time_once(RulesReader().read, found)
    spent["the rest"] = whole - sum(spent.values())
    columns = ("part", "microseconds a release", "share")
    rows = [
        dict(zip(columns, (part, round(t / len(found) * 1e6), f"{t / whole:.0%}"), strict=True))
        for part, t in sorted(spent.items(), key=lambda entry: -entry[1])
    ]
    return Table(columns, rows, dict)


@contextmanager
def _timed() -> Iterator[dict[str, float]]:
    """Time the functions that the reader's module imports."""
    spent: dict[str, float] = {}
    plain = {
        name: value
        for name, value in vars(reader).items()
        if isinstance(value, FunctionType) and value.__module__ != reader.__name__
    }
    for name, function in plain.items():
        setattr(reader, name, _timing(function, spent))
    try:
        yield spent
    finally:
        for name, function in plain.items():
            setattr(reader, name, function)


def _timing(function: Callable[..., Any], spent: dict[str, float]) -> Callable[..., Any]:
    part = f"{function.__module__.rpartition('.')[2]}.{function.__name__}"
    spent[part] = 0.0

    @wraps(function)
    def timed(*arguments: Any, **named: Any) -> Any:
        start = perf_counter()
        try:
            return function(*arguments, **named)
        finally:
            spent[part] += perf_counter() - start

    return timed


def _lengths(found: Sequence[Release]) -> Table[dict[str, Any]]:
    """One text of all bodies, cut off at each length: the time of 1,000 characters of it."""
    text = "\n\n".join(map(_body, found))
    columns = ("characters", "milliseconds", "milliseconds per 1,000")
    rows = []
    for length in LENGTHS:
        release = Release(text=text[:length], body=0, date=found[0].date)
        spent = _time(RulesReader().read, [release]) * 1000
        values = (length, round(spent, 1), round(spent / length * 1000, 2))
        rows.append(dict(zip(columns, values, strict=True)))
    return Table(columns, rows, dict)


if __name__ == "__main__":
    main()
