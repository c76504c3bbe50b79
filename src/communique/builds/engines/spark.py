"""Many machines: Apache Spark runs the same queries and the same functions.

A table is a folder of Parquet files on any file system that Spark knows. Spark marks a folder that
is whole; another is written again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter
from types import TracebackType
from typing import Any, Self

from more_itertools import chunked

from communique.builds.engines.hadoop import HadoopFiles
from communique.builds.graph import (
    ALL_ROWS,
    CARRIERS,
    Counting,
    Summary,
    hash_row,
    path_in,
    typed_cells,
    typed_columns,
)
from communique.builds.stages.given import COLUMNS, give_rows
from communique.builds.stages.stage import Row, Stage, Work
from communique.exports.columns import Column, Sort
from communique.exports.parquet import import_arrow, make_batch
from communique.exports.strings import encodable

_AT_ONCE = 1000
"""Rows of one Arrow batch that a function gives."""
_TYPES = {
    Sort.TEXT: "string",
    Sort.INTEGER: "bigint",
    Sort.DECIMAL: "double",
    Sort.BOOLEAN: "boolean",
}
Told = Callable[[str, int], None]
Batches = Iterable[Any]


class SparkEngine:
    """Carries out stages on a Spark cluster.

    Args:
        session: A Spark session.
        folder: The address of the folder of its tables.
        parts: The addresses of the tables of parts by the name of what they tell.
        told: Is told the name of each stage.
    """

    def __init__(
        self,
        session: Any,  # noqa: ANN401 - only its extra has its types
        folder: str,
        parts: Mapping[str, Sequence[str]],
        told: Told = lambda _name, _rows: None,
    ) -> None:
        self._session, self._folder, self._parts, self._told = session, folder, parts, told
        self._files = HadoopFiles(session)

    def __enter__(self) -> Self:
        for name, tables in self._parts.items():
            frame = self._session.read.parquet(*tables)
            self._make(name, work_on(frame, partial(_give, name), COLUMNS), COLUMNS)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._session.catalog.clearCache()

    def run(self, stage: Stage) -> None:
        """Make the table of a stage; see `Engine`."""
        frame = self._session.sql(stage.query)
        if stage.key:
            frame = frame.repartition(stage.key).sortWithinPartitions(stage.key)
        if stage.work:
            frame = work_on(frame, partial(_do, stage.work, stage.columns), stage.columns)
        self._make(stage.name, frame, stage.columns)

    def count(self, query: str) -> int:
        """Give the one number of a query."""
        return int(self._session.sql(query).first()[0])

    def stream(self, query: str) -> Iterator[Row]:
        """Give the rows of a query, some at a time."""
        for row in self._session.sql(query).toLocalIterator():
            yield row.asDict()

    def write_graph(self, folder: str, of: str) -> Summary:
        """Write the tables of the graph; see `Engine`."""
        rows = f"{self._folder}/rows"
        if not self._is_whole(rows):
            frame = self._session.sql(ALL_ROWS)
            frame.write.mode("overwrite").partitionBy("carrier").parquet(rows)
        for carrier in CARRIERS:
            self._told(f"graph {carrier}", 0)
            self._write(f"{rows}/carrier={carrier}", carrier, f"{folder}/{path_in(carrier)}")
        return self._count(rows, of)

    def _write(self, rows: str, carrier: str, path: str) -> None:
        columns = typed_columns(carrier)
        if self._files.children(rows):
            frame = self._session.read.schema(_texts(("id", "told"))).parquet(rows)
            frame = frame.repartitionByRange("id").sortWithinPartitions("id")
            typed = frame.mapInArrow(partial(_type, carrier, columns), table_schema(columns))
        else:
            typed = self._session.createDataFrame([], table_schema(columns)).coalesce(1)
        typed.write.mode("overwrite").parquet(path)

    def _count(self, rows: str, of: str) -> Summary:
        self._told("digest", 0)
        counting, columns = Counting(of), ("carrier", "id", "hash")
        hashes = work_on(self._session.read.parquet(rows), _hash, columns)
        sorted_rows = hashes.orderBy("carrier", "id").toLocalIterator()
        for carrier, some in groupby(sorted_rows, key=itemgetter("carrier")):
            for few in chunked(some, _AT_ONCE):
                counting.add(carrier, "".join(row["hash"] for row in few))
        return counting.sum()

    def _make(self, name: str, frame: Any, columns: Sequence[str]) -> None:  # noqa: ANN401
        """Make a table, unless it is there, and let queries see it."""
        place = f"{self._folder}/{name}"
        if not self._is_whole(place):
            self._told(name, 0)
            frame.select(*columns).write.mode("overwrite").parquet(place)
        table = self._session.read.schema(_texts(columns)).parquet(place)
        table.createOrReplaceTempView(name)

    def _is_whole(self, place: str) -> bool:
        return "_SUCCESS" in self._files.children(place)


def work_on(frame: Any, work: Callable[[Batches], Batches], columns: Sequence[str]) -> Any:  # noqa: ANN401
    """Have the rows of a Spark data frame worked through, where they are.

    Args:
        frame: The data frame.
        work: What makes Arrow batches of Arrow batches.
        columns: The columns of what it makes, all of text.
    """
    return frame.mapInArrow(work, _texts(columns))


def rows_in(batches: Batches) -> Iterator[Row]:
    """Give the rows of Arrow batches; an empty cell is an empty text."""
    for batch in batches:
        columns = [[cell or "" for cell in column.to_pylist()] for column in batch.columns]
        for cells in zip(*columns, strict=True):
            yield dict(zip(batch.schema.names, cells, strict=True))


def text_batches(rows: Iterable[Row], columns: Sequence[str]) -> Iterator[Any]:
    """Make Arrow batches of rows of text."""
    arrow = import_arrow("pyarrow")
    for some in chunked(rows, _AT_ONCE):
        told = [[encodable(row[column]) for row in some] for column in columns]
        arrays = [arrow.array(cells, arrow.string()) for cells in told]
        yield arrow.RecordBatch.from_arrays(arrays, names=list(columns))


def _do(work: Work, columns: Sequence[str], batches: Batches) -> Iterator[Any]:
    return text_batches(work(rows_in(batches)), columns)


def _give(name: str, batches: Batches) -> Iterator[Any]:
    told = (row for batch in batches for row in batch.to_pylist())
    filled = ({key: value for key, value in row.items() if value is not None} for row in told)
    return text_batches(give_rows(filled, name), COLUMNS)


def _type(carrier: str, columns: Sequence[Column], batches: Batches) -> Iterator[Any]:
    for some in chunked(rows_in(batches), _AT_ONCE):
        yield make_batch([typed_cells({**row, "carrier": carrier}) for row in some], columns)


def _hash(batches: Batches) -> Iterator[Any]:
    rows = ({**row, "hash": hash_row(row)} for row in rows_in(batches))
    return text_batches(rows, ("carrier", "id", "hash"))


def _texts(columns: Sequence[str]) -> str:
    return ", ".join(f"`{column}` string" for column in columns)


def table_schema(columns: Sequence[Column]) -> str:
    """Make the Spark schema of a typed table."""
    types = ((c.key, _TYPES[c.sort], c.many) for c in columns)
    return ", ".join(f"`{key}` {f'array<{sort}>' if many else sort}" for key, sort, many in types)
