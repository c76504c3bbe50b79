"""The explorer served for the tests: in this process, or as the command that a user starts."""

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import uvicorn

from communique.explorer.app import make_app
from communique.explorer.serving import _listen, settings_of
from communique.pipeline import Graph

PATIENCE = 120


@contextmanager
def served(graph: Graph, *, token: str | None = None) -> Iterator[str]:
    """Serve a graph from a thread of this process.

    Args:
        graph: The graph.
        token: What whoever changes it must know; None for a page that only reads.

    Yields:
        The address, without a slash at its end.
    """
    listener = _listen(0)
    server = uvicorn.Server(settings_of(make_app(graph, token=token)))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = server.force_exit = True
        thread.join(PATIENCE)
        listener.close()


@contextmanager
def asker(graph: Graph, *, token: str | None = None) -> Iterator[httpx.Client]:
    """Serve a graph, and make somebody who asks."""
    with (
        served(graph, token=token) as url,
        httpx.Client(base_url=url, trust_env=False, timeout=PATIENCE) as asking,
    ):
        yield asking


@dataclass
class Running:
    """A `communique serve` that runs.

    Attributes:
        process: Its process.
        address: What it printed first.
    """

    process: subprocess.Popen[str]
    address: str
    ended: tuple[str, str] = field(default=("", ""))

    @property
    def url(self) -> str:
        """The address without the token and without a slash at its end."""
        return self.address.partition("#")[0].rstrip("/")

    def interrupt(self) -> int:
        """Press Ctrl-C, and give the exit code."""
        self.process.send_signal(signal.SIGINT)
        self.ended = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode


@contextmanager
def running(graph: Path | str, *options: str) -> Iterator[Running]:
    """Start `communique serve` as a user does, and end it."""
    command = [sys.executable, "-m", "communique", "serve", "--graph", str(graph), *options]
    process = subprocess.Popen(  # noqa: S603
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONFAULTHANDLER": "1"},
    )
    assert process.stdout is not None
    try:
        address = process.stdout.readline().strip()
        assert re.match(r"http://127\.0\.0\.1:\d+/", address), (address, process.communicate())
        yield Running(process, address)
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate(timeout=PATIENCE)
