"""Answers as data frames: polars, pandas and Arrow, with the same columns of the same types.

A date stays a string: `2031-03` is a day that is known to the month, and no type of a day can hold
it. What no column type holds, such as a node or a mixture, is JSON in a string.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Any

from communique.errors import MissingExtra
from communique.exports.strings import encodable
from communique.queries.question import ColumnType

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow  # type: ignore[import-untyped]

Row = Mapping[str, Any]


class _Sort(StrEnum):
    """What the cells of a column are, where they are not None."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    TEXTS = "texts"


_DECLARED = {
    ColumnType.STRING: _Sort.TEXT,
    ColumnType.DATE: _Sort.TEXT,
    ColumnType.INTEGER: _Sort.INTEGER,
    ColumnType.NUMBER: _Sort.NUMBER,
    ColumnType.STRINGS: _Sort.TEXTS,
}


def to_polars(
    columns: Sequence[str], rows: Sequence[Row], types: Sequence[ColumnType] | None
) -> "polars.DataFrame":
    """Make a polars DataFrame: String, Int64, Float64, Boolean and List(String).

    Args:
        columns: The columns' names, in order.
        rows: A mapping a row.
        types: The columns' types; None to tell them from the rows.

    Returns:
        The frame; an empty answer has its columns, with their types where these are given.

    Raises:
        MissingExtra: If polars is not installed.
    """
    pl = _import("polars")
    made = {
        _Sort.TEXT: pl.String, _Sort.INTEGER: pl.Int64, _Sort.NUMBER: pl.Float64,
        _Sort.BOOLEAN: pl.Boolean, _Sort.TEXTS: pl.List(pl.String),
    }  # fmt: skip
    frame: polars.DataFrame = pl.DataFrame(
        [
            pl.Series(name, cells, dtype=made[sort])
            for name, sort, cells in _cast(columns, rows, types)
        ]
    )
    return frame


def to_pandas(
    columns: Sequence[str], rows: Sequence[Row], types: Sequence[ColumnType] | None
) -> "pandas.DataFrame":
    """Make a pandas DataFrame: string, Int64, Float64 and boolean, which can be NA, and lists.

    Args:
        columns: The columns' names, in order.
        rows: A mapping a row.
        types: The columns' types; None to tell them from the rows.

    Returns:
        The frame; an empty answer has its columns, with their types where these are given.

    Raises:
        MissingExtra: If pandas is not installed.
    """
    pd = _import("pandas")
    made = {
        _Sort.TEXT: "string", _Sort.INTEGER: "Int64", _Sort.NUMBER: "Float64",
        _Sort.BOOLEAN: "boolean", _Sort.TEXTS: "object",
    }  # fmt: skip
    told = {
        name: pd.Series(cells, dtype=made[sort])
        for name, sort, cells in _cast(columns, rows, types)
    }
    frame: pandas.DataFrame = pd.DataFrame(told, columns=list(columns))
    return frame


def to_arrow(
    columns: Sequence[str], rows: Sequence[Row], types: Sequence[ColumnType] | None
) -> "pyarrow.Table":
    """Make an Arrow table: string, int64, double, bool and list<string>.

    Args:
        columns: The columns' names, in order.
        rows: A mapping a row.
        types: The columns' types; None to tell them from the rows.

    Returns:
        The table; an empty answer has its columns, with their types where these are given.

    Raises:
        MissingExtra: If pyarrow is not installed.
    """
    pa = _import("pyarrow")
    made = {
        _Sort.TEXT: pa.string(), _Sort.INTEGER: pa.int64(), _Sort.NUMBER: pa.float64(),
        _Sort.BOOLEAN: pa.bool_(), _Sort.TEXTS: pa.list_(pa.string()),
    }  # fmt: skip
    cast = list(_cast(columns, rows, types))
    schema = pa.schema([(name, made[sort]) for name, sort, _ in cast])
    table: pyarrow.Table = pa.table([cells for _, _, cells in cast], schema=schema)
    return table


def _cast(
    columns: Sequence[str], rows: Sequence[Row], types: Sequence[ColumnType] | None
) -> Iterable[tuple[str, _Sort, list[Any]]]:
    for number, name in enumerate(columns):
        cells = [row[name] for row in rows]
        sort = _DECLARED[types[number]] if types else None
        if sort is None or not all(_fits(sort, cell) for cell in cells):
            sort = _sort_of(cells)
        yield name, sort, [None if cell is None else _cell(sort, cell) for cell in cells]


def _sort_of(cells: Sequence[Any]) -> _Sort:
    """The narrowest sort that all cells are of; text where there are none, or no such sort."""
    order = (_Sort.TEXT, _Sort.BOOLEAN, _Sort.INTEGER, _Sort.NUMBER, _Sort.TEXTS)
    return next((sort for sort in order if all(_fits(sort, cell) for cell in cells)), _Sort.TEXT)


def _fits(sort: _Sort, cell: object) -> bool:
    if cell is None:
        return True
    match sort:
        case _Sort.TEXT:
            return isinstance(cell, str)
        case _Sort.BOOLEAN:
            return isinstance(cell, bool)
        case _Sort.INTEGER:
            return isinstance(cell, int) and not isinstance(cell, bool)
        case _Sort.NUMBER:
            return isinstance(cell, int | float) and not isinstance(cell, bool)
        case _Sort.TEXTS:
            return isinstance(cell, list) and all(isinstance(item, str) for item in cell)


def _cell(sort: _Sort, cell: Any) -> object:  # noqa: ANN401 - a value of any answer
    match sort:
        case _Sort.TEXT:
            told = cell if isinstance(cell, str) else json.dumps(cell, ensure_ascii=False)
            return encodable(told)
        case _Sort.NUMBER:
            return float(cell)
        case _Sort.TEXTS:
            return [encodable(item) for item in cell]
        case _:
            return cell


def _import(name: str) -> Any:  # noqa: ANN401 - a module without types of ours
    try:
        return import_module(name)
    except ImportError as error:
        message = f"A data frame of this kind needs {name}, which is not installed."
        raise MissingExtra(message, "Run: pip install 'communique[frames]'") from error
