"""What a row carries, held against the model: keys, sorts of values, closed words, dates."""

import datetime
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from communique.exports.columns import Column, columns_of, fits
from communique.graph.model import EdgeType, Label, Role
from communique.graph.rows import Properties
from communique.reading.model import Status
from communique.terminal import visible

_LONGEST = 60
_WORDS: Mapping[str, tuple[str, ...]] = {"status": tuple(Status), "role": tuple(Role)}
_BOUNDS: Mapping[str, tuple[int, int]] = {
    "confidence": (0, 1),
    "read_confidence": (0, 1),
    "latitude": (-90, 90),
    "longitude": (-180, 180),
}
_DAYS = frozenset({"date", "end_date", "attested", "first_seen", "last_seen"})

# Each with the day, in a leap year, that it must make to be a date at all.
_DATES = (
    (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), "{}"),
    (re.compile(r"--[0-9]{2}-[0-9]{2}"), "2000{}"),
    (re.compile(r"[0-9]{4}-[0-9]{2}"), "{}-01"),
    (re.compile(r"[0-9]{4}"), "{}-01-01"),
    (re.compile(r"--[0-9]{2}"), "2000{}-01"),
)
_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z?")


@dataclass(frozen=True)
class Violation:
    """Something that is not as the model wants it.

    Attributes:
        where: The id of the release, mention, assertion, node or edge.
        rule: The name of the rule that it breaks.
        message: What is wrong, in words.
    """

    where: str
    rule: str
    message: str


def check_properties(
    where: str,
    carrier: Label | EdgeType,
    told: Properties,
    needed: Collection[str] = (),
    barred: Collection[str] = (),
) -> Iterator[Violation]:
    """Check what a row carries.

    Args:
        where: Its id.
        carrier: Its label or its type.
        told: What it carries.
        needed: Keys that it can't be without.
        barred: Keys of the model that it can't have yet.

    Yields:
        Each thing that is wrong.
    """
    if told.get("id") != where:
        yield Violation(where, "id", f"It carries the id {shown(told.get('id'))}, another's.")
    columns = {c.key: c for c in columns_of(carrier) if c.key not in barred}
    for key in needed:
        if key not in told:
            yield Violation(where, "missing", f"It lacks `{key}`.")
    for key, value in told.items():
        if key not in columns:
            yield Violation(where, "key", f"The model has no {shown(key)} for it.")
        elif not fits(value, columns[key]):
            message = f"`{key}` should be {_sort(columns[key])}, not {shown(value)}."
            yield Violation(where, "type", message)
        else:
            yield from _check_value(where, key, value)


def is_date(value: str, *, instant: bool = False) -> bool:
    """Tell a date with its precision: a day, month or year, or a day or month without a year.

    Args:
        value: As ISO 8601 writes it, ``--03-04`` and ``--03`` without a year.
        instant: Whether it may be a day and time too.
    """
    if instant and _INSTANT.fullmatch(value):
        return _exists(value)
    return any(p.fullmatch(value) and _exists(day.format(value[1:] if value[:2] == "--" else value))
               for p, day in _DATES)  # fmt: skip


def shown(value: object) -> str:
    """Write a value into a message: short, on one line, without what a terminal would obey."""
    told = visible(repr(value) if not isinstance(value, str) else f"'{value}'")
    return told if len(told) <= _LONGEST else f"{told[:_LONGEST]}…"


def _check_value(where: str, key: str, value: object) -> Iterator[Violation]:
    if key in _WORDS and value not in _WORDS[key]:
        words = ", ".join(_WORDS[key])
        yield Violation(where, key, f"`{key}` should be one of {words}, not {shown(value)}.")
    if key in _BOUNDS:
        low, high = _BOUNDS[key]
        if not low <= float(str(value)) <= high:
            message = f"`{key}` should be between {low} and {high}, not {shown(value)}."
            yield Violation(where, key, message)
    if key in _DAYS or key == "issued":
        for day in value if isinstance(value, list) else [value]:
            if not is_date(str(day), instant=key == "issued"):
                yield Violation(where, "date", f"`{key}` is no date: {shown(day)}.")


def _sort(column: Column) -> str:
    return f"a list of {column.sort}" if column.many else f"one {column.sort}"


def _exists(day: str) -> bool:
    try:
        datetime.datetime.fromisoformat(day)
    except ValueError:
        return False
    return True
