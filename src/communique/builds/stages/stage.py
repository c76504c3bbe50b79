"""A stage: one table made of others."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

Row = dict[str, str]
"""Every value is text; what has more to it is JSON."""

Work = Callable[[Iterable[Row]], Iterator[Row]]


@dataclass(frozen=True)
class Stage:
    """One table, made by whichever engine.

    Attributes:
        name: What later queries call it.
        columns: Its columns, all of text.
        query: A query in the SQL that all engines know.
        work: A function of a module, pure, that makes its rows of those of the query; without it
            those are its rows.
        key: Rows that have this column alike come to `work` together, one after the other, in the
            order of the key; without it they come as they will.
        index: By which column later queries look its rows up.
    """

    name: str
    columns: tuple[str, ...]
    query: str
    work: Work | None = None
    key: str | None = None
    index: str | None = None


def by_key(rows: Iterable[Row], key: str) -> Iterator[tuple[str, Iterator[Row]]]:
    """Divide rows that come together by their key.

    Args:
        rows: Rows, alike ones one after the other.
        key: The column.

    Yields:
        Each key with its rows.
    """
    return groupby(rows, key=itemgetter(key))
