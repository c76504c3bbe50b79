"""Rows in portions: as many as a message to a database can well hold, by number and by weight."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from more_itertools import constrained_batches

T = TypeVar("T")

MOST = 1000
"""Rows of a portion at most."""

HEAVIEST = 4_000_000
"""Characters of a portion at most, unless one row alone has more.

The embedded engine takes messages of 256 MB, Neo4j of any size; but both hold one in memory, and
releases can be transcripts of hours.
"""


def portions(rows: Iterable[T], *, most: int = MOST) -> Iterator[tuple[T, ...]]:
    """Divide rows into portions, in their order.

    Args:
        rows: Rows as they are sent: texts, mappings, lists.
        most: How many at most.

    Yields:
        Portions; none is empty.
    """
    return constrained_batches(rows, HEAVIEST, most, weigh, strict=False)


def weigh(value: object) -> int:
    """Tell about how many characters a value has, whatever it holds."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, Mapping):
        return sum(map(weigh, value.values()))
    if isinstance(value, list | tuple):
        return sum(map(weigh, value))
    return 8
