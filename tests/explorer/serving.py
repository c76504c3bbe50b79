"""A page that is really served: on a free port of this machine, ended and started again at will."""

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

import uvicorn

from communique.explorer.app import make_app
from communique.pipeline import Graph

PATIENCE = 20.0


class Site:
    """The explorer of a graph, served by a thread.

    Args:
        graph: The graph.
        token: What whoever decides must know; None for a page that only reads.

    Attributes:
        graph: The graph.
        token: The token.
        port: The port, the same whenever it is started.
    """

    def __init__(self, graph: Graph, token: str | None = None) -> None:
        self.graph = graph
        self.token = token
        self.port = 0
        self._server: uvicorn.Server | None = None
        self._thread: Thread | None = None

    @property
    def address(self) -> str:
        """Where it is, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Serve, and wait until it answers."""
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", self.port))
        listener.listen(128)
        self.port = listener.getsockname()[1]
        app = make_app(self.graph, token=self.token)
        config = uvicorn.Config(
            app, log_level="error", access_log=False, lifespan="off", timeout_graceful_shutdown=1
        )
        server = uvicorn.Server(config)
        thread = Thread(target=_run, args=(server, listener), daemon=True)
        thread.start()
        _wait(lambda: server.started)
        self._server, self._thread = server, thread

    def stop(self) -> None:
        """End it; who asks finds nobody there."""
        if self._server is None or self._thread is None:
            return
        self._server.should_exit = True
        self._thread.join(PATIENCE)
        self._server = self._thread = None


def _run(server: uvicorn.Server, listener: socket.socket) -> None:
    with listener:
        server.run(sockets=[listener])


def _wait(is_so: Any) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > end:
            message = "The page was not served in time."
            raise TimeoutError(message)
        time.sleep(0.01)


@contextmanager
def serving(graph: Graph, token: str | None = None) -> Iterator[Site]:
    """Serve the explorer of a graph for as long as it is looked at."""
    site = Site(graph, token)
    site.start()
    try:
        yield site
    finally:
        site.stop()
