"""One request and its answer: in its turn, judged by its status, unpacked."""

import time
from email.utils import parsedate_to_datetime
from http import HTTPStatus

import httpx

from communique.errors import FetchError, TryLater
from communique.loaders.fetching.address import name
from communique.loaders.fetching.connections import Body, Connections
from communique.loaders.fetching.pacing import Pacing
from communique.loaders.fetching.unpacking import unpack

_FOR_NOW = {408, 425, 429}
_FOR_GOOD = {501, 505}


class Exchange(httpx.BaseTransport):
    """Asks hosts; only a page, a redirect or "not modified" comes back, all else is an error.

    Args:
        connections: What sends.
        pacing: What keeps requests apart.
    """

    def __init__(self, connections: Connections, pacing: Pacing) -> None:
        self._connections = connections
        self._pacing = pacing

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Ask.

        Args:
            request: A request without body. What it says to our cache stays here.

        Returns:
            The answer, its body still to be read, without the encoding it travelled in.

        Raises:
            TryLater: If the answer is 408, 425, 429 or 5xx, or none comes just now.
            FetchError: If the host refuses, has no such page, or can't be asked.
        """
        request.headers.pop("Cache-Control", None)
        self._pacing.wait(request.url.host)
        response = self._connections.handle_request(request)
        try:
            return _unpack(_judge(response, name(request.url)), name(request.url))
        except FetchError:
            response.close()
            raise

    def close(self) -> None:
        """Close all connections."""
        self._connections.close()


def _judge(response: httpx.Response, place: str) -> httpx.Response:
    status = response.status_code
    good = response.is_success and status != HTTPStatus.PARTIAL_CONTENT
    if good or response.has_redirect_location or status == HTTPStatus.NOT_MODIFIED:
        return response
    message = f"{place} answers {_describe(status)}."
    if status in _FOR_NOW or (response.is_server_error and status not in _FOR_GOOD):
        raise TryLater(message, "Try again later.", status, _wanted_pause(response.headers))
    raise FetchError(message, "Check the address.", status)


def _describe(status: int) -> str:
    known = {one.value: one.phrase for one in HTTPStatus}
    return f"{status} ({known[status]})" if status in known else str(status)


def _wanted_pause(headers: httpx.Headers) -> float | None:
    """Read Retry-After; a date is held against the server's own clock, if it tells it."""
    text = headers.get("Retry-After", "").strip()
    if text.isascii() and text.isdigit():
        return float(text)
    moment = _read_date(text)
    if moment is None:
        return None
    now = _read_date(headers.get("Date", ""))
    return max(0.0, moment - (time.time() if now is None else now))


def _read_date(text: str) -> float | None:
    try:
        return parsedate_to_datetime(text).timestamp()
    except (ValueError, OverflowError, TypeError, IndexError):
        return None


def _unpack(response: httpx.Response, place: str) -> httpx.Response:
    headers = response.headers.copy()
    encoding = headers.pop("Content-Encoding", "")
    headers.pop("Content-Length", None)
    if response.has_redirect_location and "Cache-Control" not in headers:
        headers["Cache-Control"] = "max-age=0"  # kept too, so that a run can be taken up again
    stream = response.stream
    assert isinstance(stream, httpx.SyncByteStream)  # noqa: S101
    body = Body(unpack(stream, encoding, place), stream.close)
    return httpx.Response(response.status_code, headers=headers, stream=body)
