"""A real web server on this machine, which answers what a test tells it to.

web.answers("/a", Answer(503), Answer(body=b"Hello"))  # one after the other, the last for ever
web.page("/b", "<p>Hello</p>", etag='"1"')             # 304 when it is known already
web.leads("/c", "/a")                                  # a redirect
web.url("/a"), web.asked("/a")                         # addresses, and the requests that came
"""

import ssl
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import ClassVar

QUIET = (BrokenPipeError, ConnectionResetError)


@dataclass(frozen=True)
class Answer:
    """One answer.

    Attributes:
        status: The HTTP status.
        body: The bytes.
        headers: Headers; Content-Type is text/html and Content-Length right unless given here. One
            that is empty is left out.
        delay: Seconds before the answer begins.
        drip: Seconds before each byte of the body.
        more: What is sent after it without end, as long as somebody listens.
    """

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0
    drip: float = 0.0
    more: bytes = b""

    def is_known(self, headers: Message) -> bool:
        """Whether who asks says that he has this very answer."""
        etag, modified = (self.headers.get(key) for key in ("ETag", "Last-Modified"))
        if etag:
            return headers.get("If-None-Match") == etag
        return modified is not None and headers.get("If-Modified-Since") == modified


@dataclass(frozen=True)
class Asked:
    """One request that came.

    Attributes:
        path: Its path and query.
        headers: Its headers.
    """

    path: str
    headers: Message


class Web:
    """The server.

    Args:
        port: Where it listens, on 127.0.0.1.
        scheme: ``http`` or ``https``.
    """

    def __init__(self, port: int, scheme: str = "http") -> None:
        self.port = port
        self.scheme = scheme
        self._answers: dict[str, list[Answer]] = {}
        self._asked: list[Asked] = []
        self._lock = Lock()

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """Give the address of a path."""
        return f"{self.scheme}://{host}:{self.port}{path}"

    def answers(self, path: str, *answers: Answer) -> str:
        """Answer a path so, one answer a request and the last for ever; gives its address."""
        self._answers[path] = list(answers)
        return self.url(path)

    def page(self, path: str, text: str, *, etag: str = "", modified: str = "") -> str:
        """Answer a path by a page of UTF-8, with the validators given; gives its address."""
        told = {"ETag": etag, "Last-Modified": modified}
        headers = {"Content-Type": "text/html; charset=utf-8", **told}
        return self.answers(path, Answer(body=text.encode(), headers=headers))

    def leads(self, path: str, location: str, status: int = 302) -> str:
        """Redirect a path; gives its address."""
        return self.answers(path, Answer(status, headers={"Location": location}))

    def asked(self, path: str | None = None) -> list[Asked]:
        """List the requests for a path, or all, robots.txt among them."""
        with self._lock:
            return [asked for asked in self._asked if path in (None, asked.path)]

    def take(self, asked: Asked) -> Answer:
        """Note a request and choose its answer."""
        with self._lock:
            self._asked.append(asked)
            answers = self._answers.get(asked.path, [Answer(404)])
            answer = answers.pop(0) if len(answers) > 1 else answers[0]
        return Answer(304, headers=answer.headers) if answer.is_known(asked.headers) else answer


class Handler(BaseHTTPRequestHandler):
    """Sends what the server was told."""

    protocol_version = "HTTP/1.1"
    web: ClassVar[Web]

    def do_GET(self) -> None:
        """Answer one request."""
        answer = self.web.take(Asked(self.path, self.headers))
        time.sleep(answer.delay)
        with suppress(*QUIET):
            self._send_head(answer)
            self._send_body(answer)

    def _send_head(self, answer: Answer) -> None:
        length = "" if answer.status == 304 or answer.more else str(len(answer.body))
        usual = {
            "Content-Type": "text/html",
            "Content-Length": length,
            "Date": self.date_time_string(),
        }
        headers = {**usual, **answer.headers}
        self.send_response_only(answer.status)
        for key, value in headers.items():
            if value:
                self.send_header(key, value)
        if answer.more or headers["Content-Length"] != length or "Transfer-Encoding" in headers:
            self.close_connection = True
        self.end_headers()

    def _send_body(self, answer: Answer) -> None:
        if not answer.drip:
            self.wfile.write(answer.body)
            while answer.more:
                self.wfile.write(answer.more)
            return
        for byte in answer.body:
            time.sleep(answer.drip)
            self.wfile.write(bytes([byte]))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever asked has gone."""


@contextmanager
def running_web(secure: ssl.SSLContext | None = None) -> Iterator[Web]:
    """Start a server, and stop it.

    Args:
        secure: Its certificate, if it is to speak https.

    Yields:
        The server.
    """
    handler = type("TheHandler", (Handler,), {})
    with _Server(("127.0.0.1", 0), handler) as server:
        web = Web(server.server_address[1], "https" if secure else "http")
        handler.web = web  # type: ignore[attr-defined]
        if secure:
            server.socket = secure.wrap_socket(
                server.socket, server_side=True, do_handshake_on_connect=False
            )
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield web
        finally:
            server.shutdown()
            thread.join()
