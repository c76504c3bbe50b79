"""A real Neo4j for the tests: one that is given, one in Docker, or one started from jars."""

import os
import secrets
import shlex
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import neo4j

HERE = Path(__file__).parent
JARS = HERE.parent.parent / "build" / "neo4j"
IMAGE = "neo4j:5.26-community"
PATIENCE = 120.0


@dataclass(frozen=True)
class Server:
    """Where the server is, and who may enter."""

    uri: str
    user: str
    password: str

    def driver(self) -> neo4j.Driver:
        """Reach it."""
        return neo4j.GraphDatabase.driver(
            self.uri, auth=(self.user, self.password), notifications_min_severity="OFF"
        )

    def empty(self) -> None:
        """Take everything out of it."""
        with self.driver() as driver:
            driver.execute_query("MATCH (n) DETACH DELETE n")


@contextmanager
def running_server(folder: Path) -> Iterator[Server]:
    """Find or start a server, and stop what was started.

    Args:
        folder: An empty folder for its data.

    Yields:
        The server.
    """
    if uri := os.environ.get("COMMUNIQUE_TEST_URI"):
        yield _given(uri)
    elif _answers("docker", "info"):
        with _docker() as server:
            yield server
    elif shutil.which("java") and (JARS.exists() or shutil.which("mvn")):
        with started_server(folder) as server:
            yield server
    else:
        message = (
            "The tests need a Neo4j. Give an empty one by COMMUNIQUE_TEST_URI (with "
            "COMMUNIQUE_TEST_PASSWORD), or install Docker, or Java 17+ and Maven."
        )
        raise RuntimeError(message)


def _given(uri: str) -> Server:
    password = os.environ.get("COMMUNIQUE_TEST_PASSWORD", "")
    server = Server(uri, os.environ.get("COMMUNIQUE_TEST_USERNAME", "neo4j"), password)
    with server.driver() as driver:
        count = driver.execute_query("MATCH (n) RETURN count(n) AS n").records[0]["n"]
    if count:
        message = f"The database at {uri} is not empty; the tests would empty it."
        raise RuntimeError(message)
    return server


@contextmanager
def _docker() -> Iterator[Server]:
    port, password = _free_port(), secrets.token_urlsafe(16)
    command = ["docker", "run", "--rm", "--detach", "--publish", f"127.0.0.1:{port}:7687"]
    command += ["--env", f"NEO4J_AUTH=neo4j/{password}", IMAGE]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    try:
        yield _ready(Server(f"bolt://127.0.0.1:{port}", "neo4j", password))
    finally:
        subprocess.run(["docker", "stop", done.stdout.strip()], check=False, capture_output=True)  # noqa: S603, S607


def neo4j_admin(home: Path) -> dict[str, str]:
    """Make a command that does what ``neo4j-admin`` of the same version would, in a home of its own.

    Args:
        home: An empty folder; a server that is started in it opens what the command imports.

    Returns:
        The environment in which an import script finds it.
    """
    if not (shutil.which("java") and (JARS.exists() or shutil.which("mvn"))):
        message = "To try Neo4j's importer the tests need Java 17+ and Maven."
        raise RuntimeError(message)
    _fetch_jars()
    (home / "conf").mkdir()
    (home / "conf" / "neo4j.conf").touch()
    command = home / "neo4j-admin"
    java = f"java -Xmx1g -cp {shlex.quote(f'{JARS}/*')} org.neo4j.cli.AdminTool"
    command.write_text(f'#!/bin/sh\nexec {java} "$@"\n')
    command.chmod(0o755)
    return {
        "NEO4J_ADMIN": str(command),
        "NEO4J_HOME": str(home),
        "NEO4J_CONF": str(home / "conf"),
    }


@contextmanager
def started_server(
    folder: Path, *, read_only: str = "", password: str | None = None, heap: str = "1g"
) -> Iterator[Server]:
    """Start a server from jars, and stop it.

    Args:
        folder: Its home: an empty folder, or one into which the same version has imported.
        read_only: The name of a database that is not to be written to.
        password: The password where the home has one already.
        heap: How much memory its Java has.

    Yields:
        The server.
    """
    _fetch_jars()
    port = _free_port()
    command = [
        "java",
        f"-Xmx{heap}",
        "-cp",
        f"{JARS}/*",
        str(HERE / "Server.java"),
        str(folder),
        str(port),
        *([read_only] if read_only else []),
    ]
    with (folder / "server.log").open("w") as log:
        process = subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True
        )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        if "ready" not in process.stdout.readline():
            raise RuntimeError((folder / "server.log").read_text()[-2000:])
        uri = f"bolt://127.0.0.1:{port}"
        yield _ready(Server(uri, "neo4j", password) if password else _with_password(uri))
    finally:
        process.stdin.close()
        process.wait(timeout=PATIENCE)
        process.stdout.close()


def _fetch_jars() -> None:
    """Resolve the jars once; they stay in the ignored folder `build`."""
    if JARS.exists():
        return
    partial = JARS.with_name("neo4j.part")
    shutil.rmtree(partial, ignore_errors=True)
    command = ["mvn", "--quiet", "--batch-mode", "--file", str(HERE / "pom.xml")]
    command += ["dependency:copy-dependencies", f"-DoutputDirectory={partial}"]
    subprocess.run(command, check=True)  # noqa: S603
    partial.rename(JARS)


def _with_password(uri: str) -> Server:
    """Change the password that a new Neo4j comes with, as it demands."""
    password = secrets.token_urlsafe(16)
    change = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password"
    with neo4j.GraphDatabase.driver(uri, auth=("neo4j", "neo4j")) as driver:
        driver.execute_query(change, password=password, database_="system")
    return Server(uri, "neo4j", password)


def _ready(server: Server) -> Server:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            with server.driver() as driver:
                driver.verify_connectivity()
            return server
        except neo4j.exceptions.ServiceUnavailable:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.5)


def _answers(*command: str) -> bool:
    if not shutil.which(command[0]):
        return False
    return subprocess.run(command, check=False, capture_output=True).returncode == 0  # noqa: S603


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port
