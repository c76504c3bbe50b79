"""What may come later is asked for again."""

import socket
import struct
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Thread
from typing import Any

import pytest

from communique.errors import FetchError, TryLater
from communique.loaders.fetching import Fetcher

Make = Callable[..., Fetcher]


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_a_busy_server_is_asked_again(
    web: Any, fetcher: Make, answer: Any, watch: Any, status: int
) -> None:
    """After a pause of some seconds."""
    url = web.answers("/a", answer(status), answer(body=b"a"))
    assert fetcher(rate=1000).fetch(url).body == b"a"
    assert 1 <= sum(watch.slept) <= 3


def test_the_pauses_grow(web: Any, fetcher: Make, answer: Any, watch: Any) -> None:
    """Up to the longest allowed."""
    url = web.answers("/a", *[answer(503)] * 6, answer(body=b"a"))
    assert fetcher(rate=1e9, retries=6, longest=10).fetch(url).body == b"a"
    pauses = [slept for slept in watch.slept if slept > 0.1]
    assert pauses == sorted(pauses)
    assert pauses[-1] == 10


def test_a_server_that_stays_broken_is_an_error(web: Any, fetcher: Make, answer: Any) -> None:
    """After all retries, with what it said and how often it was asked."""
    url = web.answers("/a", answer(500))
    with pytest.raises(TryLater, match=r"/a answers 500 \(.*\), asked 4 times\.") as told:
        fetcher(retries=3).fetch(url)
    assert told.value.status == 500
    assert len(web.asked("/a")) == 4


def test_retry_after_in_seconds_is_heeded(web: Any, fetcher: Make, answer: Any, watch: Any) -> None:
    """No request before."""
    url = web.answers("/a", answer(429, headers={"Retry-After": "70"}), answer(body=b"a"))
    assert fetcher().fetch(url).body == b"a"
    assert watch.slept == [70.0]


def test_retry_after_as_a_date_is_heeded(web: Any, fetcher: Make, answer: Any, watch: Any) -> None:
    """By the clock of the server, whatever ours says."""
    dates = {
        "Date": "Tue, 04 Mar 2031 10:00:00 GMT",
        "Retry-After": "Tue, 04 Mar 2031 10:01:30 GMT",
    }
    url = web.answers("/a", answer(503, headers=dates), answer(body=b"a"))
    assert fetcher().fetch(url).body == b"a"
    assert watch.slept == [90.0]


@pytest.mark.parametrize("wish", ["soon", "-5", "Tue, 99 Foo 2031", "1.5", "²"])
def test_a_retry_after_without_sense_is_none(
    web: Any, fetcher: Make, answer: Any, watch: Any, wish: str
) -> None:
    """The usual pause is made."""
    said = wish.encode().decode("latin-1")
    url = web.answers("/a", answer(429, headers={"Retry-After": said}), answer(body=b"a"))
    assert fetcher(rate=1000).fetch(url).body == b"a"
    assert 1 <= sum(watch.slept) <= 3


def test_a_server_that_wants_too_long_a_pause_is_given_up(
    web: Any, fetcher: Make, answer: Any, watch: Any
) -> None:
    """At once; the error says how long it wants."""
    url = web.answers("/a", answer(429, headers={"Retry-After": "3600"}))
    with pytest.raises(TryLater, match="asks to wait 3600 s, longer than the 120 s") as told:
        fetcher().fetch(url)
    assert told.value.after == 3600
    assert watch.slept == []
    assert len(web.asked("/a")) == 1


def test_a_body_that_breaks_off_is_asked_again(web: Any, fetcher: Make, answer: Any) -> None:
    """It was shorter than announced."""
    broken = answer(body=b"half", headers={"Content-Length": "9"})
    url = web.answers("/a", broken, answer(body=b"whole"))
    assert fetcher().fetch(url).body == b"whole"


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Length": "900"},
        {"Content-Length": "", "Transfer-Encoding": "chunked"},
        {"Content-Length": "", "Content-Encoding": "gzip"},
    ],
)
def test_a_body_that_always_breaks_off_is_an_error(
    web: Any, fetcher: Make, answer: Any, headers: dict[str, str]
) -> None:
    """Whatever tells that something is missing."""
    bodies = {"chunked": b"9\r\nhalf", "gzip": b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03K"}
    body = next((bodies[value] for value in headers.values() if value in bodies), b"half")
    url = web.answers("/a", answer(body=body, headers=headers))
    with pytest.raises(TryLater, match=r"breaks off.*asked 3 times"):
        fetcher(retries=2).fetch(url)
    assert len(web.asked("/a")) == 3


def test_a_server_that_does_not_answer_in_time_is_asked_again(
    web: Any, fetcher: Make, answer: Any
) -> None:
    """And is an error if it never does."""
    url = web.answers("/a", answer(delay=0.5, body=b"a"), answer(body=b"a"))
    assert fetcher(timeout=0.2).fetch(url).body == b"a"
    url = web.answers("/b", answer(delay=0.5, body=b"b"))
    with pytest.raises(TryLater, match=r"/b does not answer in time, asked 2 times"):
        fetcher(timeout=0.1, retries=1).fetch(url)


def test_a_body_that_trickles_has_an_end(web: Any, fetcher: Make, answer: Any) -> None:
    """Each byte comes in time, but the whole takes more than ten time-outs; nobody asks again."""
    url = web.answers("/a", answer(body=b"a" * 1000, drip=0.01))
    with pytest.raises(FetchError, match="takes too long"):
        fetcher(timeout=0.05, real=True).fetch(url)
    assert len(web.asked("/a")) == 1


def test_nobody_who_answers_is_an_error(fetcher: Make) -> None:
    """Told at once."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        with pytest.raises(FetchError, match=rf"127\.0\.0\.1:{port}/a can't be reached"):
            fetcher().fetch(f"http://127.0.0.1:{port}/a")


@contextmanager
def serving(talk: Callable[[socket.socket], None]) -> Iterator[str]:
    """A server of bytes; gives its address."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(5)

        def serve() -> None:
            with suppress(OSError):
                while True:
                    connection, _ = server.accept()
                    with connection, suppress(OSError):
                        connection.recv(65536)
                        talk(connection)

        thread = Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/a"
        with suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)  # wakes who waits in accept
        thread.join()


def test_what_is_no_http_is_an_error(fetcher: Make) -> None:
    """A port may belong to any other server."""
    with (
        serving(lambda connection: connection.sendall(b"220 mail.example ESMTP\r\n")) as url,
        pytest.raises(TryLater, match="is no HTTP"),
    ):
        fetcher(retries=0).fetch(url)


def test_a_connection_that_is_reset_is_asked_again(fetcher: Make) -> None:
    """The next may hold."""
    times = iter([True, False])

    def talk(connection: socket.socket) -> None:
        if next(times):
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        else:
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na")

    with serving(talk) as url:
        assert fetcher().fetch(url).body == b"a"


def test_headers_that_trickle_have_an_end(fetcher: Make) -> None:
    """As a body that trickles has."""

    def talk(connection: socket.socket) -> None:
        for byte in b"HTTP/1.1 200 OK\r\nA: " + b"a" * 300:
            time.sleep(0.01)
            connection.sendall(bytes([byte]))

    with serving(talk) as url, pytest.raises(FetchError, match="takes too long"):
        fetcher(timeout=0.05, real=True).fetch(url)
