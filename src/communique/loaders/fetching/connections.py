"""Connections to hosts: one request goes out, one answer comes in."""

from collections.abc import Callable, Iterable, Iterator

import httpcore
import httpx

from communique.loaders.fetching.address import name
from communique.loaders.fetching.deadline import Deadline
from communique.loaders.fetching.politeness import Politeness
from communique.loaders.fetching.resolution import GuardedBackend, Network
from communique.loaders.fetching.translation import translating

_WHOLE = 10
"""So many time-outs an answer as a whole may take."""


class Connections(httpx.BaseTransport):
    """Sends requests over connections of its own: no proxy, no cookie, no redirect.

    Args:
        politeness: Its time-out, and whether private addresses may be asked.
        network: How to resolve names and connect.
        clock: Tells the time in seconds.
    """

    def __init__(
        self, politeness: Politeness, network: Network, clock: Callable[[], float]
    ) -> None:
        seconds = politeness.timeout
        self._timeout = dict.fromkeys(("connect", "read", "write", "pool"), seconds)
        self._deadline = Deadline(_WHOLE * seconds, clock)
        backend = GuardedBackend(network, private=politeness.private, deadline=self._deadline)
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            max_keepalive_connections=10,
            keepalive_expiry=seconds,
            network_backend=backend,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request and read the head of the answer.

        Args:
            request: A request without body.

        Returns:
            The answer, its body still to be read.

        Raises:
            FetchError: If there is no answer.
        """
        self._deadline.start()
        place = name(request.url)
        with translating(place):
            answer = self._pool.handle_request(self._convert(request))
        chunks = _read(answer.iter_stream(), place)
        body = Body(chunks, answer.close)
        return httpx.Response(answer.status, headers=answer.headers, stream=body)

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()

    def _convert(self, request: httpx.Request) -> httpcore.Request:
        url = request.url
        return httpcore.Request(
            request.method,
            httpcore.URL(
                scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
            ),
            headers=request.headers.raw,
            extensions={"timeout": self._timeout},
        )


class Body(httpx.SyncByteStream):
    """A body that comes in parts.

    Args:
        chunks: The parts.
        close: What is to be done when nobody reads on.
    """

    def __init__(self, chunks: Iterable[bytes], close: Callable[[], None]) -> None:
        self._chunks = chunks
        self._close = close

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._chunks)

    def close(self) -> None:
        """Read no further."""
        self._close()


def _read(chunks: Iterable[bytes], place: str) -> Iterator[bytes]:
    with translating(place):
        yield from chunks
