"""`communique serve`, as a user starts and ends it."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from communique.errors import Unfinished, UsageError
from communique.explorer import check_installed
from communique.explorer.serving import _listen

ROOT = Path(__file__).parents[3]


def get(url: str, **more: Any) -> httpx.Response:
    """Ask, past no proxy."""
    return httpx.get(url, trust_env=False, timeout=60, **more)


def serve_in_vain(*options: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Start it where it can't be."""
    command = [sys.executable, "-m", "communique", "serve", *options]
    return subprocess.run(  # noqa: S603
        command,
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, **more},
        check=False,
    )


def test_it_tells_its_address_and_ends_by_ctrl_c(serve: Any, example_folder: Path) -> None:
    """On any port that is free, on this machine alone; it ends at once and says nothing."""
    with serve.running(example_folder, "--port", "0") as running:
        assert running.address == f"{running.url}/"
        assert get(f"{running.url}/api/about").json()["counts"]["Release"] == 10
        assert "communique" in get(running.address).text
        began = time.monotonic()
        assert running.interrupt() == 0
        assert time.monotonic() - began < 15
        assert running.ended == ("", "")


def test_the_token_is_told_once_and_never_sent(serve: Any, example_folder: Path) -> None:
    """Behind the mark of an address, which no browser sends; each start has another."""
    tokens = []
    for _ in range(2):
        with serve.running(example_folder, "--port", "0", "--review") as running:
            token = urlsplit(running.address).fragment.removeprefix("token=")
            tokens.append(token)
            headers = {"Authorization": f"Bearer {token}"}
            url = f"{running.url}/api/decisions"
            assert httpx.post(url, json={}, trust_env=False).status_code == 401
            assert httpx.post(url, json={}, headers=headers, trust_env=False).status_code == 400
            for path in ("/", "/api/about", "/api/openapi.json", "/static/app.js"):
                answer = get(running.url + path)
                assert token not in answer.text + str(answer.headers)
            assert running.interrupt() == 0
    assert len(set(tokens)) == 2
    assert all(len(token) >= 32 for token in tokens)


def test_a_port_that_is_taken_is_told(example_folder: Path) -> None:
    """With what to do."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"Port {port} of 127.0.0.1 can't be had"):
            _listen(port)
        done = serve_in_vain("--graph", str(example_folder), "--port", str(port))
    assert (done.returncode, done.stdout) == (2, "")
    assert "Choose another by --port" in done.stderr
    assert "Traceback" not in done.stderr


def test_no_graph_is_no_page(tmp_path: Path) -> None:
    """Told at once, not to the first who looks; and none is made."""
    for options in ([], ["--review"]):
        done = serve_in_vain("--graph", str(tmp_path / "none.db"), "--port", "0", *options)
        assert (done.returncode, done.stdout) == (2, "")
        assert "There is no graph at" in done.stderr
    assert not (tmp_path / "none.db").exists()


def test_a_graph_in_use_elsewhere_is_told(serve: Any, example_folder: Path) -> None:
    """By the process that has it."""
    with serve.running(example_folder, "--port", "0") as running:
        done = serve_in_vain("--graph", str(example_folder), "--port", "0")
        assert done.returncode == 3
        assert f"is in use by process {running.process.pid}" in done.stderr
        assert "Traceback" not in done.stderr
        assert running.interrupt() == 0


def test_a_server_that_does_not_answer_is_told() -> None:
    """Before anything is announced."""
    done = serve_in_vain("--graph", "bolt://127.0.0.1:1", "--port", "0", NEO4J_PASSWORD="x")  # noqa: S106
    assert (done.returncode, done.stdout) == (3, "")
    assert "Nobody answers at bolt://127.0.0.1:1" in done.stderr


def test_without_a_web_server_it_says_how_to_get_one(
    example_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the words of pip."""
    for missing in ("starlette", "uvicorn"):
        code = (
            f"import sys; sys.modules[{missing!r}] = None\n"
            "from communique.cli import main\n"
            f"main(['serve', '--graph', {str(example_folder)!r}, '--port', '0'])"
        )
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=120
        )
        assert done.returncode == 2
        assert done.stderr == (
            "Error: The explorer needs a web server. Run: pip install 'communique[web]'\n"
        )
    check_installed()


def test_a_graph_that_is_being_filled_is_not_served(tmp_path: Path) -> None:
    """Half of it would be taken for the whole."""
    import communique
    from communique.explorer.serving import serve

    with communique.open(tmp_path / "graph.db") as graph:
        graph.writer(create=True).run(
            "CREATE (:Filling {id: 'filling', of: 'x', place: 'a build', done: 5})", {}
        )
    told: list[str] = []
    with communique.open(tmp_path / "graph.db") as graph, pytest.raises(Unfinished):
        serve(graph, 0, review=False, announce=told.append)
    assert told == []


def test_half_a_request_keeps_nobody_waiting(serve: Any, example_folder: Path) -> None:
    """Nor does who reads slowly; and Ctrl-C ends it though they are still there."""
    with serve.running(example_folder, "--port", "0") as running:
        place = urlsplit(running.url)
        slow = [socket.create_connection((place.hostname, place.port)) for _ in range(50)]
        for number, connection in enumerate(slow):
            connection.sendall(b"GET /static/vendor/sigma.min.js HTTP/1.1\r\nHost: 127.0.0.1\r\n")
            if number % 2:
                connection.sendall(b"\r\n")
        began = time.monotonic()
        assert get(f"{running.url}/api/about").status_code == 200
        assert time.monotonic() - began < 10
        assert running.interrupt() == 0
        assert running.ended == ("", "")
        for connection in slow:
            connection.close()


def test_what_is_too_long_is_refused_and_harms_nobody(serve: Any, example_folder: Path) -> None:
    """An address, a header, something that is no HTTP."""
    with serve.running(example_folder, "--port", "0") as running:
        assert get(f"{running.url}/api/names?text=" + "x" * 4096).status_code == 200
        assert get(f"{running.url}/api/names?text=" + "x" * 30_000).status_code == 400
        place = urlsplit(running.url)
        for sent in (
            b"GET /?" + b"x" * 2**21 + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
            b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + b"x" * 2**21 + b"\r\n\r\n",
            b"GET / HTTP/1.1\r\n\r\n",
            b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: elsewhere.example\r\n\r\n",
            b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200),
            b"nonsense\r\n\r\n",
        ):
            with socket.create_connection((place.hostname, place.port), timeout=30) as connection:
                connection.sendall(sent)
                assert b" 400 " in connection.recv(1000)
        assert get(f"{running.url}/api/about").status_code == 200
        running.process.send_signal(signal.SIGTERM)
        running.process.communicate(timeout=60)
