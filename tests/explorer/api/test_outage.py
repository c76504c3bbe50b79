"""A database that goes away and comes back, and many who ask at once."""

import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

import communique
from communique import examples
from communique.pipeline import Graph

PATHS = (
    "/api/about", "/api/names?text=tom", "/api/thing?id=person:tomas-avelar", "/api/network",
    "/api/release?id=https://press.solvik.example/2032/02/17/new-mayor-of-lisbon", "/api/map",
    "/api/calendar", "/api/questions/who-met-whom?evidence=true", "/api/doubts", "/api/decisions",
)  # fmt: skip
OUTAGE = {"status": 503, "title": "The graph can't be had just now"}


class Gate:
    """Stands between a driver and a database, and can be shut."""

    def __init__(self, host: str, port: int) -> None:
        self._behind = (host, port)
        self._through: list[socket.socket] = []
        self._listener: socket.socket | None = None
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]

    def open(self) -> None:
        """Let through whoever comes."""
        self._listener = socket.socket()
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._listener.bind(("127.0.0.1", self.port))
        self._listener.listen()
        threading.Thread(target=self._admit, args=(self._listener,), daemon=True).start()

    def shut(self) -> None:
        """Break off what goes through, and refuse whoever comes."""
        if self._listener is not None:
            with suppress(OSError):
                self._listener.shutdown(socket.SHUT_RDWR)
            self._listener.close()
        for end in self._through:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        self._through.clear()

    def _admit(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                one, _ = listener.accept()
                other = socket.create_connection(self._behind)
                self._through += [one, other]
                for ends in ((one, other), (other, one)):
                    threading.Thread(target=_pass_on, args=ends, daemon=True).start()


def _pass_on(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while some := one.recv(65536):
            other.sendall(some)


@pytest.fixture
def gate(neo4j_server: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """A gate before a Neo4j with the examples."""
    neo4j_server.empty()
    monkeypatch.setenv("NEO4J_USERNAME", neo4j_server.user)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    with communique.open(neo4j_server.uri) as graph:
        graph.load(examples.paths())
    place = urlsplit(neo4j_server.uri)
    made = Gate(str(place.hostname), place.port or 7687)
    made.open()
    yield made
    made.shut()
    neo4j_server.empty()


def test_a_database_that_went_away_is_told_and_asked_again(gate: Gate, serve: Any) -> None:
    """A clear answer in good time, and all is as before when it is back, without a restart."""
    with (
        communique.open(f"bolt://127.0.0.1:{gate.port}", timeout=30) as graph,
        serve.asker(graph) as asking,
    ):
        before = {path: asking.get(path).json() for path in PATHS}
        for _ in range(2):
            gate.shut()
            for path in PATHS:
                began = time.monotonic()
                answer = asking.get(path)
                told = answer.json()
                assert OUTAGE.items() <= told.items(), (path, told)
                assert "Nobody answers at" in told["detail"]
                assert answer.headers["retry-after"] == "5"
                assert time.monotonic() - began < 20
            assert asking.get("/").status_code == asking.get("/static/app.js").status_code == 200
            gate.open()
            assert {path: asking.get(path).json() for path in PATHS} == before


def test_many_ask_at_once(where: str, serve: Any) -> None:
    """Each gets the answer that it would get alone, from the very first on."""
    with communique.open(where) as graph:
        graph.load(examples.paths())
    with communique.open(where, timeout=60) as graph, serve.asker(graph) as asking:

        def ask(path: str) -> tuple[int, bytes]:
            answer = asking.get(path)
            return answer.status_code, answer.content

        with ThreadPoolExecutor(16) as pool:
            told = list(pool.map(ask, PATHS * 12))
        alone = [ask(path) for path in PATHS]
        assert told == alone * 12
        assert {status for status, _ in alone} == {200}


def test_a_graph_is_opened_once_however_many_are_first(where: str) -> None:
    """Nobody waits for a second connection, and none is left behind."""
    with communique.open(where) as graph:
        graph.load(examples.paths())
    with communique.open(where) as graph, ThreadPoolExecutor(16) as pool:
        assert len(set(map(id, pool.map(lambda _: graph.reader, range(64))))) == 1


def test_those_who_decide_at_once_all_decide(where: str, serve: Any) -> None:
    """Writers take turns; who reads meanwhile is answered."""
    token = "a-token"  # noqa: S105 - of no other use
    headers = {"Authorization": f"Bearer {token}"}
    with communique.open(where) as graph:
        graph.load(examples.paths())
        with serve.asker(graph, token=token) as asking:
            people = _people(asking)
            pairs = list(pairwise(people))[:6]

            def decide(pair: tuple[str, str]) -> int:
                sent = {"verb": "different", "a": pair[0], "b": pair[1]}
                return int(asking.post("/api/decisions", json=sent, headers=headers).status_code)

            with ThreadPoolExecutor(12) as pool:
                decided = pool.map(decide, pairs)
                read = pool.map(lambda _: asking.get("/api/names?text=a").status_code, range(12))
                assert [set(decided), set(read)] == [{200}, {200}]
            assert len(asking.get("/api/decisions").json()["decisions"]) == len(pairs) > 2


def _people(asking: httpx.Client) -> list[str]:
    page = asking.get("/api/names", params={"text": "a", "label": "Person", "count": 100}).json()
    other = asking.get("/api/names", params={"text": "o", "label": "Person", "count": 100}).json()
    return sorted({one["id"] for one in (*page["names"], *other["names"])})


def test_a_question_that_takes_too_long_is_told(examples_graph: Graph, serve: Any) -> None:
    """With status 504, and the next one is answered."""
    from communique.errors import TimedOut

    class Slow:
        """A graph that is slow once."""

        def __init__(self) -> None:
            self.asked = 0

        def describe(self, node: str) -> Any:
            """Take too long at first."""
            self.asked += 1
            if self.asked == 1:
                raise TimedOut("It took longer than 30 seconds.")
            return examples_graph.describe(node)

    with serve.asker(Slow()) as asking:
        path = "/api/thing?id=person:tomas-avelar"
        assert [asking.get(path).status_code for _ in range(2)] == [504, 200]
