"""Serving the explorer on this machine, until somebody ends it."""

import os
import secrets
import socket
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from communique.errors import UsageError
from communique.explorer import check_installed
from communique.pipeline import Graph

if TYPE_CHECKING:
    import uvicorn
    from starlette.types import ASGIApp

HOST = "127.0.0.1"
_BYTES = 24
_LONGEST = 2**20
"""Of so many bytes is an address at most: a hundred names in it, each of any letters."""
_PATIENCE = 2
"""Seconds that answers may still take when the server is ended."""


def serve(graph: Graph, port: int, *, review: bool, announce: Callable[[str], None]) -> None:
    """Serve the explorer of a graph on the loopback interface, until Ctrl-C.

    Args:
        graph: The graph.
        port: The port; 0 for any that is free.
        review: Whether the page may decide; its address then has a token, told once.
        announce: Is given the address, once it can be opened.

    Raises:
        MissingExtra: If no web server is installed.
        UsageError: If the port is taken.
        CommuniqueError: If the graph can't be had.
    """
    check_installed()
    import uvicorn

    from communique.explorer.app import make_app

    token = secrets.token_urlsafe(_BYTES) if review else None
    if review:
        graph.writer(create=False)
    graph.reader  # noqa: B018 - a graph that can't be had is told now, not to the first who looks
    listener = _listen(port)
    address = f"http://{HOST}:{listener.getsockname()[1]}/"
    announce(f"{address}#token={token}" if token else address)
    with listener, suppress(KeyboardInterrupt):
        uvicorn.Server(settings_of(make_app(graph, token=token))).run(sockets=[listener])


def settings_of(app: "ASGIApp") -> "uvicorn.Config":
    """Give the settings of a server: the plainest there are, whatever else is installed.

    Args:
        app: What it serves.
    """
    import uvicorn

    return uvicorn.Config(
        app,
        loop="asyncio",
        http="h11",
        h11_max_incomplete_event_size=_LONGEST,
        ws="none",
        lifespan="off",
        log_level="error" if os.environ.get("COMMUNIQUE_DEBUG") else "critical",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=_PATIENCE,
    )


def _listen(port: int) -> socket.socket:
    listener = socket.socket()
    if os.name == "posix":  # elsewhere it would take the port of another
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
    except OSError as error:
        listener.close()
        message = f"Port {port} of {HOST} can't be had: {error.strerror}."
        raise UsageError(message, "Choose another by --port, or 0 for any that is free.") from error
    listener.listen(128)
    return listener
