"""The embedded engine: ArcadeDB in this process, one for each folder, behind loopback Bolt.

A folder is the engine's own root: ``databases/graph`` is the graph, ``config`` and ``log`` are the
engine's. Two users are made at each start, with passwords that live as long as the process: one
may do everything, the other may only read, because the engine's Bolt listener does not heed the
driver's access mode.
"""

import atexit
import json
import math
import os
import secrets
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import neo4j

from communique.errors import Locked, MissingExtra, NoGraph, StoreError

DATABASE = "graph"
WRITER, READER = "root", "reader"
_MARK = "communique.json"
_OWNER = "owner.pid"
_JVM = (
    "-XX:TieredStopAtLevel=1",
    "-Xshare:auto",
    "-XX:+UseSerialGC",
    "--enable-native-access=ALL-UNNAMED",
    "--sun-misc-unsafe-memory-access=allow",
    # A release can be larger than the 16 MB that a message may have, and past that the engine
    # loses the thread: whoever sent it would wait for ever.
    "-Darcadedb.bolt.maxMessageSize=268435456",
    "-Darcadedb.bolt.packstream.maxValueLength=268435456",
    # Nothing but the loopback interface is spoken to.
    "-Darcadedb.support.autoRegister=false",
)
_HEAP = "2g"
_RIGHTS = {
    "resultSetLimit": -1,
    "readTimeout": -1,
    "access": [],
    "types": {"*": {"access": ["readRecord"]}},
}
_ALL = {
    "resultSetLimit": -1,
    "readTimeout": -1,
    "access": ["updateSecurity", "updateSchema", "updateDatabaseSettings"],
    "types": {"*": {"access": ["createRecord", "readRecord", "updateRecord", "deleteRecord"]}},
}
_GROUPS = {
    "databases": {"*": {"groups": {"admin": _ALL, "readers": _RIGHTS, "*": _RIGHTS}}},
    "version": 2,
}

_running: dict[Path, "Engine"] = {}
_limits: list[float] = []
_starting = threading.Lock()


class Engine:
    """A started engine; `acquire` and `release` count who uses it.

    Attributes:
        uri: Where its Bolt listener is, on the loopback interface.
        passwords: The password of each user.
        drivers: Who is connected; an open connection would keep the Java runtime from ending.
        turn: Whose turn it is to write: two who make one node at once would both fail.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.passwords = {user: secrets.token_urlsafe(24) for user in (WRITER, READER)}
        self.drivers: list[neo4j.Driver] = []
        self.turn = threading.Lock()
        self._users = 0
        self._server = self._start()

    def _start(self) -> Any:  # noqa: ANN401 - the engine has no types
        server_class = _import_engine(self.folder)
        port = _free_port()
        self.uri = f"bolt://127.0.0.1:{port}"
        _configure(self.folder)
        settings = {
            "host": "127.0.0.1",
            "http_port": _free_port(),
            "mode": "development",
            "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
            "bolt_port": port,
        }
        server = server_class(
            str(self.folder),
            root_password=self.passwords[WRITER],
            config=settings,
            jvm_kwargs=_jvm_settings(self.folder),
        )
        try:
            server.start()
            if not (self.folder / "databases" / DATABASE).exists():
                server.create_database(DATABASE)
            self._make_reader(server)
        except Exception as error:
            server.stop()
            raise _cannot_start(self.folder, error) from error
        (self.folder / _OWNER).write_text(str(os.getpid()))
        # After the Java runtime has registered its own end, so that it runs before that.
        atexit.register(self.stop)
        return server

    def _make_reader(self, server: Any) -> None:  # noqa: ANN401 - the engine has no types
        import jpype

        security = server._java_server.getSecurity()
        user = {
            "name": READER,
            "password": str(security.encodePassword(self.passwords[READER])),
            "databases": {"*": ["readers"]},
        }
        described = jpype.JClass("com.arcadedb.serializer.json.JSONObject")(json.dumps(user))
        security.createUser(described)

    def limit(self, seconds: float) -> Callable[[], None]:
        """Let no statement take longer, until the engine is released by what is returned.

        The engine knows one limit for a whole process: while several are asked for, the shortest
        holds for all.

        Returns:
            What releases the engine and takes the limit back.
        """
        _limits.append(seconds)
        _apply_limits()

        def release() -> None:
            _limits.remove(seconds)
            _apply_limits()
            self.release()

        return release

    def define(self, statement: str) -> None:
        """Run a definition in the engine's SQL, which its Bolt listener doesn't speak.

        Args:
            statement: One statement of ours: nothing from data is in it.

        Raises:
            StoreError: If the engine refuses it.
        """
        try:
            self._server.get_database(DATABASE).command("sql", statement)
        except Exception as error:
            told = " ".join(str(error).split())
            raise StoreError(f"The embedded engine in {self.folder} failed: {told}") from error

    def acquire(self) -> "Engine":
        """Count one more user."""
        self._users += 1
        return self

    def release(self) -> None:
        """Count one user less; the last one stops the engine."""
        self._users -= 1
        if self._users <= 0:
            self.stop()

    def stop(self) -> None:
        """Stop the engine, whoever uses it."""
        if _running.pop(self.folder, None) is not None:
            for driver in self.drivers:
                driver.close()
            self._server.stop()
            (self.folder / _OWNER).unlink(missing_ok=True)


def start_engine(folder: Path, *, create: bool) -> Engine:
    """Start the engine of a folder, or join the one this process runs already.

    Args:
        folder: The graph's folder.
        create: Whether to make a graph where there is none.

    Returns:
        The engine; release it when done.

    Raises:
        NoGraph: If there is no graph and none is to be made, or the folder holds something else.
        Locked: If another process owns the folder.
        MissingExtra: If the engine is not installed.
        StoreError: If the engine can't open the folder.
    """
    with _starting:
        return _start(folder.resolve(), create=create)


def _start(folder: Path, *, create: bool) -> Engine:
    if folder in _running:
        return _running[folder].acquire()
    if not (folder / _MARK).is_file():
        _make_folder(folder, create=create)
    elif not create and not (folder / "databases" / DATABASE).is_dir():
        raise _no_graph(folder)
    try:
        _running[folder] = Engine(folder)
    except OSError as error:
        message = f"The embedded engine can't write into {folder}: {error.strerror}."
        raise StoreError(message, "It has to, even to read: give it leave or a copy.") from error
    return _running[folder].acquire()


def _no_graph(folder: Path) -> NoGraph:
    message = f"There is no graph at {folder}."
    return NoGraph(message, "Make one with `communique load PATH --graph WHERE`.")


def _make_folder(folder: Path, *, create: bool) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = f"{folder} is there, but it is no graph of ours."
        raise NoGraph(message, "Choose another folder with --graph.")
    if not create:
        raise _no_graph(folder)
    _import_engine(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _MARK).write_text(json.dumps({"engine": "arcadedb", "schema": 1}) + "\n")
    except OSError as error:
        message = f"The folder {folder} can't be made: {error.strerror}."
        raise StoreError(message, "Choose another folder with --graph.") from error


def _configure(folder: Path) -> None:
    config = folder / "config"
    config.mkdir(exist_ok=True)
    (config / "server-users.jsonl").unlink(missing_ok=True)
    (config / "server-groups.json").write_text(json.dumps(_GROUPS))


def _jvm_settings(folder: Path) -> dict[str, Any]:
    """Give the settings the Java runtime was or will be started with; the first folder's hold."""
    if not _jvm:
        _jvm["heap_size"] = _HEAP
        crash = f"-XX:ErrorFile={folder}/log/crash-%p.log"
        _jvm["jvm_args"] = (*_JVM, crash, f"-Djava.util.logging.config.file={_quiet(folder)}")
    return dict(_jvm)


_jvm: dict[str, Any] = {}


def _quiet(folder: Path) -> Path:
    config = folder / "config"
    config.mkdir(parents=True, exist_ok=True)
    path = config / "logging.properties"
    path.write_text("handlers=\n.level=OFF\n")
    return path


def _import_engine(folder: Path) -> Any:  # noqa: ANN401 - the engine has no types
    try:
        from arcadedb_embedded.jvm import start_jvm
        from arcadedb_embedded.server import ArcadeDBServer
    except ImportError as error:
        message = f"The embedded engine that keeps {folder} is not installed."
        raise MissingExtra(message, "Run: pip install 'communique[embedded]'") from error
    if folder.is_dir():
        with _no_stderr():
            start_jvm(**_jvm_settings(folder))
        _take_back_interrupt()
    return ArcadeDBServer


def _take_back_interrupt() -> None:
    """Let Ctrl-C end a read that waits: the Java runtime's handler has such reads begun again."""
    handler = signal.getsignal(signal.SIGINT)
    if handler is not None and threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, handler)


@contextmanager
def _no_stderr() -> Iterator[None]:
    """Keep what the Java runtime says at its start off the user's terminal."""
    sys.stderr.flush()
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _apply_limits() -> None:
    import jpype

    settings = jpype.JClass("com.arcadedb.GlobalConfiguration")
    # 0 would be no limit at all.
    settings.COMMAND_TIMEOUT.setValue(math.ceil(min(_limits, default=0) * 1000))


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _cannot_start(folder: Path, error: Exception) -> StoreError:
    told = " ".join(str(error).split())
    if "LockException" in told:
        owner = folder / _OWNER
        pid = owner.read_text().strip() if owner.is_file() else ""
        holder = f"process {pid}" if pid else "another process"
        message = f"{folder} is in use by {holder}."
        return Locked(message, "Wait until it ends, or use a Neo4j server for several processes.")
    return StoreError(f"The embedded engine can't open {folder}: {told}")
