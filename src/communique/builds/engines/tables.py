"""Tables of text between the stages of a build: Parquet with columns of strings alone."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from more_itertools import chunked

from communique.builds.stages.stage import Row
from communique.exports.parquet import import_arrow
from communique.exports.strings import encodable

AT_ONCE = 2000
"""Rows of one Arrow batch."""


def schema_of(columns: Sequence[str]) -> Any:  # noqa: ANN401 - pyarrow has no types
    """Make the Arrow schema of some columns of text."""
    arrow = import_arrow("pyarrow")
    return arrow.schema([(column, arrow.string()) for column in columns])


def rows_of(batch: Any) -> list[Row]:  # noqa: ANN401 - pyarrow has no types
    """Give the rows of an Arrow batch; an empty cell is an empty text."""
    columns = [[cell or "" for cell in column.to_pylist()] for column in batch.columns]
    names = batch.schema.names
    return [dict(zip(names, cells, strict=True)) for cells in zip(*columns, strict=True)]


def batches_of(rows: Iterable[Row], columns: Sequence[str]) -> Iterator[Any]:
    """Make Arrow batches of rows.

    Args:
        rows: Rows that have the columns, and perhaps others.
        columns: The columns.

    Yields:
        Batches of at most `AT_ONCE` rows.
    """
    arrow, schema = import_arrow("pyarrow"), schema_of(columns)
    for some in chunked(rows, AT_ONCE):
        told = [[encodable(row[column]) for row in some] for column in columns]
        arrays = [arrow.array(cells, arrow.string()) for cells in told]
        yield arrow.RecordBatch.from_arrays(arrays, schema=schema)
