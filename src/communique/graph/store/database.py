"""A database at the other end of the driver, whichever engine it is."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self, TypeVar

import neo4j

from communique.errors import ParameterError
from communique.graph.store.border import border
from communique.graph.store.values import plain

T = TypeVar("T")
Parameters = Mapping[str, Any]


@dataclass(frozen=True)
class Answer:
    """What a statement gave.

    Attributes:
        columns: The columns' names, in order.
        rows: A dict a row, values made plain.
    """

    columns: tuple[str, ...]
    rows: list[dict[str, Any]]


@dataclass(frozen=True)
class Own:
    """What an engine in this process does besides answering.

    Attributes:
        release: Called once when the store is closed.
        turn: Held while a write transaction lasts: its writers take turns.
        define: Runs a definition in the engine's own language, which is not Cypher.
    """

    release: Callable[[], None]
    turn: AbstractContextManager[object]
    define: Callable[[str], None]


class Transaction:
    """One transaction: everything written in it is seen at once or never.

    Args:
        transaction: The driver's.
        engine: ``neo4j`` or ``arcadedb``.
    """

    def __init__(self, transaction: neo4j.ManagedTransaction, engine: str) -> None:
        self._transaction = transaction
        self.engine = engine

    def run(self, cypher: str, parameters: Parameters) -> list[dict[str, Any]]:
        """Run a statement; parameters are never spliced into it.

        Raises:
            ParameterError: If a parameter is none that a database can hold.
        """
        with _bindable():
            result = self._transaction.run(cypher, dict(parameters))
        return [_row(record) for record in result]


class Store:
    """A graph database, opened for reading or for writing.

    Args:
        driver: The driver that reaches it.
        where: How the user named it.
        engine: ``neo4j`` or ``arcadedb``.
        write: Whether it may be written to.
        database: The database's name on the server, None for its default.
        timeout: How long a statement may take, in seconds; None for ever.
        own: What an engine in this process does besides; None for a server.
    """

    def __init__(
        self,
        driver: neo4j.Driver,
        where: str,
        engine: str,
        *,
        write: bool,
        database: str | None,
        timeout: float | None,
        own: Own | None = None,
    ) -> None:
        self.where = where
        self.engine = engine
        self.write = write
        self.timeout = timeout
        self._driver = driver
        self._database = database
        self._release = own.release if own else None
        self._turn = own.turn if own else nullcontext()
        self._define = own.define if own else None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def run(self, cypher: str, parameters: Parameters) -> Answer:
        """Run a statement and fetch all it gives.

        Args:
            cypher: One statement.
            parameters: Its parameters; never spliced into it.

        Returns:
            Columns and rows.

        Raises:
            CypherError: If the database does not understand it.
            ParameterError: If a parameter is none that a database can hold.
            WriteRefused: If it writes and the store is open for reading.
            StoreError: If the database can't be had.
        """
        with border(self.where), self._session() as session:
            result = self._send(session, cypher, parameters)
            columns = tuple(result.keys())
            rows = [_row(record) for record in result]
        return Answer(columns, rows)

    def define(self, statement: str) -> None:
        """Make what only the engine's own language can: an index of words.

        Args:
            statement: Cypher for Neo4j, SQL for the embedded engine.

        Raises:
            StoreError: If it can't be made.
        """
        if self._define is None:
            self.run(statement, {})
        else:
            self._define(statement)

    def stream(self, cypher: str, parameters: Parameters) -> Iterator[dict[str, Any]]:
        """Run a statement and give its rows one by one, in bounded memory."""
        with border(self.where), self._session() as session:
            for record in self._send(session, cypher, parameters):
                yield _row(record)

    def consult(self, work: Callable[[Transaction], T]) -> T:
        """Do work in one transaction that only reads.

        Args:
            work: What to do; it may be called more than once.

        Returns:
            What the work returned.

        Raises:
            StoreError: If the database can't be had.
        """
        with border(self.where), self._session() as session:
            return session.execute_read(lambda tx: work(Transaction(tx, self.engine)))

    def transact(self, work: Callable[[Transaction], T]) -> T:
        """Do work in one write transaction; conflicts with other writers are tried again.

        Args:
            work: What to do; it may be called more than once.

        Returns:
            What the work returned.

        Raises:
            StoreError: If the database can't be had; nothing is then written.
        """
        with self._turn, border(self.where), self._session() as session:
            return session.execute_write(lambda tx: work(Transaction(tx, self.engine)))

    def close(self) -> None:
        """Leave the database; the last one out stops an embedded engine."""
        self._driver.close()
        if self._release is not None:
            self._release()
            self._release = None

    def _session(self) -> neo4j.Session:
        mode = neo4j.WRITE_ACCESS if self.write else neo4j.READ_ACCESS
        return self._driver.session(database=self._database, default_access_mode=mode)

    def _send(self, session: neo4j.Session, cypher: str, parameters: Parameters) -> neo4j.Result:
        with _bindable():
            return session.run(neo4j.Query(cypher, timeout=self.timeout), dict(parameters))


@contextmanager
def _bindable() -> Iterator[None]:
    """Tell of a parameter that the driver can't send: too large a number, half a character."""
    try:
        yield
    except (OverflowError, TypeError, ValueError) as error:
        message = f"No database can hold a parameter of this statement: {error}."
        raise ParameterError(message) from error


def _row(record: neo4j.Record) -> dict[str, Any]:
    return {key: plain(value) for key, value in zip(record.keys(), record, strict=True)}
