"""Columns: what sort of value a node or edge carries under each key of the model.

Formats that have types say them before the first row, so they can't be guessed from values.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from communique.errors import DataError
from communique.graph.model import EDGES, NODE_PROPERTIES, EdgeType, Label
from communique.graph.rows import Properties, Value


class Sort(StrEnum):
    """Of what sort a value is; dates are text, as their precision differs."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    BOOLEAN = "boolean"


@dataclass(frozen=True)
class Column:
    """What stands under one key.

    Attributes:
        key: The property key.
        sort: Of what sort its values are.
        many: Whether it holds a list of them.
    """

    key: str
    sort: Sort = Sort.TEXT
    many: bool = False


_SORTS: Mapping[str, Sort] = {
    **dict.fromkeys(("start", "end", "body", "body_end", "spans"), Sort.INTEGER),
    **dict.fromkeys(("confidence", "read_confidence", "latitude", "longitude"), Sort.DECIMAL),
    **dict.fromkeys(("named", "implied"), Sort.BOOLEAN),
}
_LISTS = frozenset({"facts", "forms", "names", "notes", "offices", "refers", "spans", "withheld"})


@cache
def columns_of(carrier: Label | EdgeType) -> tuple[Column, ...]:
    """List what a node of a label, or an edge of a type, can carry, in the order of the model."""
    keys = NODE_PROPERTIES[carrier] if isinstance(carrier, Label) else EDGES[carrier].properties
    return tuple(
        Column(key, _SORTS.get(key, Sort.TEXT), key in _LISTS or (carrier, key) == _DAYS)
        for key in keys
    )


_DAYS = (EdgeType.HOLDS, "attested")
"""A mention is attested on one day, a tenure on several."""


def cells(carrier: Label | EdgeType, properties: Properties) -> Iterator[tuple[Column, Value]]:
    """Take what a node or edge carries by the columns of the model.

    Args:
        carrier: Its label or type.
        properties: What it carries; keys that the model does not know are left out.

    Yields:
        The columns that are filled, in order, with their values.

    Raises:
        DataError: If a value is not of the sort of its column.
    """
    for column in columns_of(carrier):
        value = properties.get(column.key)
        if value is not None:
            if not fits(value, column):
                raise _misfit(properties, column, value)
            yield column, float(value) if column.sort is Sort.DECIMAL else value  # type: ignore[arg-type]


def fits(value: object, column: Column) -> bool:
    """Tell whether a value is of the sort of a column, and a list where that holds one."""
    if isinstance(value, list):
        return column.many and all(_is_of(column.sort, item) for item in value)
    return not column.many and _is_of(column.sort, value)


def _is_of(sort: Sort, value: object) -> bool:
    match value:
        case bool():
            return sort is Sort.BOOLEAN
        case int():
            return sort in {Sort.INTEGER, Sort.DECIMAL} and -(1 << 63) <= value < 1 << 63
        case float():
            return sort is Sort.DECIMAL and math.isfinite(value)
        case _:
            return sort is Sort.TEXT and isinstance(value, str)


def _misfit(properties: Properties, column: Column, value: Value) -> DataError:
    wanted = f"a list of {column.sort}" if column.many else column.sort
    told = repr(value)
    told = told if len(told) <= 60 else f"{told[:60]}…"
    message = f"{properties.get('id')} carries {told} under `{column.key}`, where {wanted} belongs."
    return DataError(message, "Read its releases again with `communique reread --all`.")
