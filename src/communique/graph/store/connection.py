"""Where a graph is: a folder, or the address of a server."""

import logging
import os
from pathlib import Path
from urllib.parse import urlsplit

import neo4j

from communique.errors import ParameterError
from communique.graph.store.border import border
from communique.graph.store.database import Own, Store
from communique.graph.store.embedded import DATABASE, READER, WRITER, start_engine
from communique.graph.store.schema import ensure_schema

DEFAULT = "./communique.db"
_SCHEMES = ("neo4j://", "neo4j+s://", "neo4j+ssc://", "bolt://", "bolt+s://", "bolt+ssc://")
_PATIENCE = 10.0


def connect(
    where: str | None = None,
    *,
    write: bool = False,
    create: bool = False,
    database: str | None = None,
    timeout: float | None = None,
) -> Store:
    """Connect to a graph.

    Args:
        where: A folder, or an address such as ``neo4j://host:7687``; None means the environment's
            ``COMMUNIQUE_GRAPH``, else ``./communique.db``. A server's user and password come from
            ``NEO4J_USERNAME`` (default ``neo4j``) and ``NEO4J_PASSWORD``; without a password
            none is sent.
        write: Open for writing; else the database itself refuses every write.
        create: Make the folder's graph if there is none.
        database: The database on a server; None for its default.
        timeout: How long a statement may take, in seconds.

    Returns:
        The store; close it when done.

    Raises:
        NoGraph: If the folder holds no graph.
        ParameterError: If the address is none of a Neo4j, or a folder is asked for a database.
        StoreError: If the database can't be had.
    """
    if where is None:
        where = os.environ.get("COMMUNIQUE_GRAPH") or DEFAULT
    logging.getLogger("neo4j").setLevel(logging.CRITICAL)
    server = _is_server(where)
    if database is not None and not server:
        message = f"{where} is a folder, which holds one graph: there is no {database!r} in it."
        raise ParameterError(message, "--database is for a Neo4j.")
    store = (
        _server(where, write=write, database=database, timeout=timeout)
        if server
        else _folder(where, write=write, create=create, timeout=timeout)
    )
    if write:
        try:
            ensure_schema(store)
        except BaseException:
            store.close()
            raise
    return store


def _is_server(where: str) -> bool:
    """Tell an address from a folder.

    Raises:
        ParameterError: If it is an address that no Neo4j has, or one with a password in it.
    """
    if not where.strip():
        message = "The graph's place is empty."
        raise ParameterError(message, "Give a folder or the address of a Neo4j.")
    scheme, mark, rest = where.partition("://")
    if not mark:
        return False
    if f"{scheme}://" not in _SCHEMES:
        message = f"{scheme}:// is no address of a Neo4j."
        raise ParameterError(message, f"Use one of {', '.join(_SCHEMES)}, or a folder.")
    if "@" in rest:
        message = "The address of the graph holds a user name or a password."
        raise ParameterError(message, "Set NEO4J_USERNAME and NEO4J_PASSWORD instead.")
    try:
        _ = urlsplit(where).port
    except ValueError as error:
        message = f"{where} is no address of a Neo4j: {error}."
        raise ParameterError(message, "Write it as bolt://host:7687.") from None
    return True


def _server(where: str, *, write: bool, database: str | None, timeout: float | None) -> Store:
    password = os.environ.get("NEO4J_PASSWORD")
    user = os.environ.get("NEO4J_USERNAME") or "neo4j"
    with border(where):
        patience = _PATIENCE * 3 if write else _PATIENCE / 2
        driver = _driver(where, (user, password) if password else None, patience)
        try:
            driver.verify_connectivity()
        except BaseException:
            driver.close()
            raise
    return Store(driver, where, "neo4j", write=write, database=database, timeout=timeout)


def _folder(where: str, *, write: bool, create: bool, timeout: float | None) -> Store:
    engine = start_engine(Path(where).expanduser(), create=create)
    release = engine.release if timeout is None else engine.limit(timeout)
    user = WRITER if write else READER
    driver = _driver(engine.uri, (user, engine.passwords[user]), _PATIENCE * 3)
    engine.drivers.append(driver)
    return Store(
        driver,
        where,
        "arcadedb",
        write=write,
        database=DATABASE,
        timeout=timeout,
        own=Own(release, engine.turn, engine.define),
    )


def _driver(uri: str, auth: tuple[str, str] | None, patience: float) -> neo4j.Driver:
    """Make a driver; a transaction is tried again for so many seconds: who reads waits for it."""
    return neo4j.GraphDatabase.driver(
        uri,
        auth=auth,
        connection_timeout=_PATIENCE,
        connection_acquisition_timeout=_PATIENCE * 1.5,  # who listens but never answers
        max_transaction_retry_time=patience,
        notifications_min_severity="OFF",
        user_agent="communique",
    )
