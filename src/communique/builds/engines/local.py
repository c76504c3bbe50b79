"""One machine: SQLite holds tables bigger than memory, functions run on all cores."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from errno import EFBIG, ENOSPC
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from communique.builds.engines.processes import Processes
from communique.builds.graph import (
    ALL_ROWS,
    CARRIERS,
    Counting,
    Summary,
    path_in,
    type_rows,
    typed_columns,
)
from communique.builds.stages.given import COLUMNS, give_rows
from communique.builds.stages.stage import Row, Stage
from communique.errors import DataError
from communique.exports.parquet import import_arrow, read_table, schema_of

_AT_ONCE = 2000
"""Rows that are worked through at once."""
_LONGEST = 4_000_000
"""Characters beyond which no more rows are taken."""
_FEW = 4 * _AT_ONCE
"""Rows: starting processes takes longer than working through so many."""
_CACHE = 64 * 1024
"""Kibibytes of tables that SQLite holds in memory; what sorting needs beyond goes to disk."""
_DAMAGED = "Delete it and build again: its releases are then read again."

T = TypeVar("T")
Told = Callable[[str, int], None]
Values = tuple[str, ...]
_Some = tuple[tuple[str, ...], list[Values]]
"""Some rows: the names of their columns, and their values."""


class LocalEngine:
    """Carries out stages in this process and as many others as there are cores.

    A table is made in one transaction, so that a kill leaves it whole or not there.

    Args:
        folder: Where its tables are.
        parts: The tables of parts by the name of what they tell.
        processes: How many at a time; None for as many as there are cores.
        told: Is told the name of a stage and how many rows it has been through, now and then.
    """

    def __init__(
        self,
        folder: str,
        parts: Mapping[str, Sequence[str]],
        processes: int | None = None,
        told: Told = lambda _name, _rows: None,
    ) -> None:
        Path(folder).mkdir(parents=True, exist_ok=True)
        self._told = told
        self._parts = parts
        self._pool = Processes(processes)
        self._path = Path(folder) / "tables.sqlite"
        try:
            self._tables = _open_tables(self._path)
        except sqlite3.Error as error:
            raise _translate(error, self._path) from error

    def __enter__(self) -> Self:
        try:
            for name, files in self._parts.items():
                if not self._has(name):
                    with self._making(name, COLUMNS) as put:
                        self._take(name, files, put)
        except BaseException as error:
            self.__exit__(type(error), error, error.__traceback__)
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._tables.close()
        self._pool.end()
        if isinstance(error, sqlite3.Error):
            raise _translate(error, self._path) from error

    def run(self, stage: Stage) -> None:
        """Make the table of a stage; see `Engine`."""
        if self._has(stage.name):
            return
        query = stage.query
        if stage.key:
            query = f"SELECT * FROM ({query}) ORDER BY {stage.key}"
        with self._making(stage.name, stage.columns) as put:
            if stage.work is None:
                self._told(stage.name, 0)
                self._tables.execute(f"INSERT INTO {stage.name} {query}")
            else:
                for made in self._through(query, stage.key, partial(_do, stage), stage.name):
                    put(made)
            if stage.index:
                made_of = f"{stage.name} ({stage.index})"
                self._tables.execute(f"CREATE INDEX {stage.name}_index ON {made_of}")

    def count(self, query: str) -> int:
        """Give the one number of a query."""
        return int(self._tables.execute(query).fetchone()[0])

    def stream(self, query: str) -> Iterator[Row]:
        """Give the rows of a query, one by one."""
        cursor = self._tables.execute(query)
        names = _names(cursor)
        for values in cursor:
            yield dict(zip(names, values, strict=True))

    def write_graph(self, folder: str, of: str) -> Summary:
        """Write the tables of the graph; see `Engine`."""
        counting = Counting(of)
        with ExitStack() as stack:
            writers = {carrier: _open(Path(folder), carrier, stack) for carrier in CARRIERS}
            query = f"{ALL_ROWS} ORDER BY carrier, id"
            for made in self._through(query, None, _type, "graph"):
                for carrier, batch, hashes in made:
                    writers[carrier].write_batch(batch)
                    counting.add(carrier, hashes)
        return counting.sum()

    def _has(self, name: str) -> bool:
        found = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?"
        return bool(self._tables.execute(found, (name,)).fetchone()[0])

    @contextmanager
    def _making(
        self, name: str, columns: Sequence[str]
    ) -> Iterator[Callable[[Iterable[Values]], None]]:
        """Make a table, whole or not at all; give what puts rows into it."""
        cells = ", ".join("?" * len(columns))
        self._tables.execute("BEGIN")
        try:
            self._tables.execute(f"CREATE TABLE {name} ({', '.join(columns)})")
            yield lambda rows: _put(self._tables, f"INSERT INTO {name} VALUES ({cells})", rows)
            self._tables.execute("COMMIT")
        except BaseException:
            if self._tables.in_transaction:  # SQLite has taken it back itself on a full disk
                self._tables.execute("ROLLBACK")
            raise

    def _take(
        self, name: str, files: Iterable[str], put: Callable[[Iterable[Values]], None]
    ) -> None:
        """Take in what the parts tell."""
        for number, made in enumerate(self._pool.spread(partial(_read, name), files)):
            put(made)
            self._told(f"{name} of part", number + 1)

    def _through(
        self, query: str, key: str | None, work: Callable[[_Some], list[T]], name: str
    ) -> Iterator[list[T]]:
        """Have the rows of a query worked through, some at a time, and give what comes of them."""
        cursor = self._tables.execute(query)
        names = _names(cursor)
        at = names.index(key) if key else None

        def some() -> Iterator[_Some]:
            number = 0
            for rows in _divided(cursor, at):
                number += len(rows)
                self._told(name, number)
                yield names, rows

        yield from self._pool.spread(work, some(), few=_FEW // _AT_ONCE)


def _open_tables(path: Path) -> sqlite3.Connection:
    tables = sqlite3.connect(path, isolation_level=None)
    tables.execute(f"PRAGMA cache_size = -{_CACHE}")
    tables.execute("PRAGMA temp_store = FILE")
    tables.execute(
        f"PRAGMA temp_store_directory = '{str(path.parent).replace(chr(39), chr(39) * 2)}'"
    )
    tables.create_function("least", 2, min, deterministic=True)
    return tables


def _translate(error: sqlite3.Error, path: Path) -> Exception:
    """Say what SQLite says as the system would, or that the file is damaged."""
    if error.sqlite_errorcode == sqlite3.SQLITE_FULL:
        return OSError(ENOSPC, str(error), str(path))
    if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_IOERR:
        return OSError(EFBIG, str(error), str(path))
    message = f"{path} can't be worked with: {error}."
    return DataError(message, f"Delete {path.parent} and build again: what was read stays.")


def _put(tables: sqlite3.Connection, statement: str, rows: Iterable[Values]) -> None:
    tables.executemany(statement, rows)


def _names(cursor: sqlite3.Cursor) -> tuple[str, ...]:
    return tuple(column[0] for column in cursor.description)


def _rows(some: _Some) -> Iterator[Row]:
    names, rows = some
    return (dict(zip(names, values, strict=True)) for values in rows)


def _do(stage: Stage, some: _Some) -> list[Values]:
    if stage.work is None:
        message = "a query has no work"
        raise ValueError(message)
    return [tuple(row[column] for column in stage.columns) for row in stage.work(_rows(some))]


def _type(some: _Some) -> list[tuple[str, Any, str]]:
    return list(type_rows(_rows(some)))


def _read(name: str, path: str) -> list[Values]:
    rows = give_rows(read_table(Path(path), _DAMAGED), name)
    return [tuple(row[column] for column in COLUMNS) for row in rows]


def _open(folder: Path, carrier: str, stack: ExitStack) -> Any:  # noqa: ANN401 - pyarrow
    path = folder / path_in(carrier)
    path.parent.mkdir(parents=True, exist_ok=True)
    parquet = import_arrow("pyarrow.parquet")
    schema = schema_of(typed_columns(carrier))
    return stack.enter_context(parquet.ParquetWriter(path, schema, compression="zstd"))


def _divided(rows: Iterable[Values], at: int | None) -> Iterator[list[Values]]:
    """Divide rows, some together, never between those of one key.

    Some are a few of long texts: those of a thousand transcripts, many times over, are too much.
    """
    held: list[Values] = []
    length, known = 0, None
    for row in rows:
        key = row[at] if at is not None else None
        full = len(held) >= _AT_ONCE or length >= _LONGEST
        if full and (at is None or key != known):
            yield held
            held, length = [], 0
        held.append(row)
        length += sum(map(len, row))
        known = key
    if held:
        yield held
