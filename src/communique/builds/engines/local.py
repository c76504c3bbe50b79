"""One machine: DuckDB queries tables bigger than memory, functions run on all cores."""

import multiprocessing
import re
import shutil
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from communique.builds.engines.tables import AT_ONCE, batches_of, rows_of, schema_of
from communique.builds.reading import begin_process, count_cores
from communique.builds.stages.stage import Row, Stage
from communique.errors import MissingExtra
from communique.exports.folders import whole_folder
from communique.exports.parquet import import_arrow

MEMORY = "400MB"
"""What DuckDB holds before it goes on on disk; Python has its own."""

_FEW = 4 * AT_ONCE
"""Rows: starting processes takes longer than working through so many."""

_AHEAD = 2
_JSON = re.compile(r"JSON\((\w+)\)")
Told = Callable[[str, int], None]


class LocalEngine:
    """Carries out stages in this process and as many others as there are cores.

    Args:
        folder: Where its tables are.
        sources: The files of each table that is given.
        processes: How many at a time; None for as many as there are cores.
        told: Is told the name of a stage and how many rows it has read, now and then.

    Raises:
        MissingExtra: If DuckDB or pyarrow is not installed.
    """

    def __init__(
        self,
        folder: Path,
        sources: dict[str, Sequence[Path]],
        processes: int | None = None,
        told: Told = lambda _name, _rows: None,
    ) -> None:
        self._folder = folder
        self._told = told
        self._processes = processes or count_cores()
        self._pool: ProcessPoolExecutor | None = None
        folder.mkdir(parents=True, exist_ok=True)
        for left in (*folder.glob(".*.part"), folder / ".spilled"):
            shutil.rmtree(left, ignore_errors=True)
        self._duck = _connect(folder / ".spilled")
        for name, files in sources.items():
            self._see(name, files)
        for table in folder.iterdir():
            self._see(table.name, sorted(table.glob("*.parquet")))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._duck.close()
        if self._pool:
            self._pool.shutdown(wait=True, cancel_futures=True)
        shutil.rmtree(self._folder / ".spilled", ignore_errors=True)

    def run(self, stage: Stage) -> None:
        """Make the table of a stage; see `Engine`."""
        target = self._folder / stage.name
        if not target.exists():
            with whole_folder(target) as partial:
                self._make(stage, partial / "000001.parquet")
        self._see(stage.name, [target / "000001.parquet"])

    def count(self, query: str) -> int:
        """Give the one number of a query."""
        return int(self._duck.execute(_said(query)).fetchone()[0])

    def stream(self, query: str) -> Iterator[Row]:
        """Give the rows of a query, a few at a time."""
        with self._duck.cursor() as cursor:
            for batch in cursor.sql(_said(query)).to_arrow_reader(AT_ONCE):
                yield from rows_of(batch)

    def _make(self, stage: Stage, path: Path) -> None:
        if stage.work is None:
            query = f"COPY ({_said(stage.query)}) TO {_quoted(path)} (FORMAT parquet, CODEC zstd)"
            self._duck.execute(query)
            return
        parquet = import_arrow("pyarrow.parquet")
        with parquet.ParquetWriter(path, schema_of(stage.columns), compression="zstd") as writer:
            for made in self._work(stage):
                for batch in made:
                    writer.write_batch(batch)

    def _work(self, stage: Stage) -> Iterator[list[Any]]:
        query = _said(stage.query)
        if stage.key:
            query = f"SELECT * FROM ({query}) ORDER BY {stage.key}"
        reader = self._duck.sql(query).to_arrow_reader(AT_ONCE)
        waiting: deque[Future[list[Any]]] = deque()
        number = 0
        for table in _divided(reader, stage.key):
            number += table.num_rows
            self._told(stage.name, number)
            if self._processes == 1 or number <= _FEW:
                yield _do(stage, table)
                continue
            waiting.append(self._processors().submit(_do, stage, table))
            if len(waiting) > _AHEAD * self._processes:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def _processors(self) -> ProcessPoolExecutor:
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._processes, context, initializer=begin_process)
        return self._pool

    def _see(self, name: str, files: Sequence[Path]) -> None:
        listed = ", ".join(map(_quoted, files))
        self._duck.execute(f"CREATE OR REPLACE VIEW {name} AS FROM read_parquet([{listed}])")


def _connect(spilled: Path) -> Any:  # noqa: ANN401 - only its extra has its types
    try:
        import duckdb
    except ImportError as error:
        message = "Builds need DuckDB, which is not installed."
        raise MissingExtra(message, "Run: pip install 'communique[builds]'") from error
    settings = {
        "memory_limit": MEMORY,
        "temp_directory": str(spilled),
        "preserve_insertion_order": False,
        "autoinstall_known_extensions": False,
    }
    return duckdb.connect(":memory:", config=settings)


def _said(query: str) -> str:
    return _JSON.sub(r"to_json(\1)", query)


def _quoted(path: Path) -> str:
    doubled = str(path).replace("'", "''")
    return f"'{doubled}'"


def _do(stage: Stage, table: Any) -> list[Any]:  # noqa: ANN401 - pyarrow has no types
    if stage.work is None:
        message = "a query has no work"
        raise ValueError(message)
    rows = (row for batch in table.to_batches() for row in rows_of(batch))
    return list(batches_of(stage.work(rows), stage.columns))


def _divided(reader: Iterable[Any], key: str | None) -> Iterator[Any]:
    """Divide what a query gives into tables, never between rows of one key."""
    arrow = import_arrow("pyarrow")
    held: list[Any] = []
    for batch in reader:
        at = 0 if key is None else _last_change(batch.column(batch.schema.names.index(key)))
        starts = key is not None and at == 0 and held and not _goes_on(held[-1], batch, key)
        if key is None or starts:
            if held:
                yield arrow.Table.from_batches(held)
                held = []
        elif at:
            yield arrow.Table.from_batches([*held, batch.slice(0, at)])
            held = []
        held.append(batch.slice(at))
    if held:
        yield arrow.Table.from_batches(held)


def _last_change(column: Any) -> int:  # noqa: ANN401 - pyarrow has no types
    """Tell where the rows of the last key begin."""
    keys = column.to_pylist()
    at = len(keys) - 1
    while at > 0 and keys[at - 1] == keys[-1]:
        at -= 1
    return at


def _goes_on(before: Any, after: Any, key: str) -> bool:  # noqa: ANN401 - pyarrow has no types
    index = before.schema.names.index(key)
    return bool(before.column(index)[-1].as_py() == after.column(index)[0].as_py())
