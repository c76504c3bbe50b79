"""A bound on the time that a whole request takes, however slowly its parts trickle in."""

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpcore


class Overdue(httpcore.ReadTimeout):
    """The request as a whole has taken too long."""


class Deadline:
    """When the present request must be over.

    Args:
        seconds: So long a request may take.
        clock: Tells the time in seconds.
    """

    def __init__(self, seconds: float, clock: Callable[[], float]) -> None:
        self._seconds = seconds
        self._clock = clock
        self._end = float("inf")

    def start(self) -> None:
        """Begin to count."""
        self._end = self._clock() + self._seconds

    @contextmanager
    def step(self, timeout: float | None) -> Iterator[float]:
        """Take one step of the request.

        Args:
            timeout: Seconds that the step may take; None is without bound.

        Yields:
            Seconds it may take, the end of the request in view.

        Raises:
            Overdue: If the time of the whole request is over before or within the step.
        """
        self._check()
        left = self._end - self._clock()
        try:
            yield left if timeout is None else min(timeout, left)
        except httpcore.TimeoutException:
            self._check()
            raise

    def _check(self) -> None:
        if self._clock() >= self._end:
            raise Overdue


class TimedStream(httpcore.NetworkStream):
    """A connection whose every step heeds the deadline.

    Args:
        stream: The connection.
        deadline: When the present request must be over.
    """

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what has come, at most so many bytes, waiting at most so many seconds."""
        with self._deadline.step(timeout) as left:
            return self._stream.read(max_bytes, left)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all, waiting at most so many seconds."""
        with self._deadline.step(timeout) as left:
            self._stream.write(buffer, left)

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """Begin to encrypt; the certificate must be that of the host's name."""
        with self._deadline.step(timeout) as left:
            secure = self._stream.start_tls(ssl_context, server_hostname, left)
        return TimedStream(secure, self._deadline)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - whatever httpcore gives
        """Tell more about the connection, as httpcore does."""
        return self._stream.get_extra_info(info)
