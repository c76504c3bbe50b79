"""An answer that has been read."""

from dataclasses import dataclass

import httpx

from communique.errors import FetchError
from communique.loaders.fetching.address import name


@dataclass(frozen=True)
class Answer:
    """What an address gave.

    Attributes:
        url: The address.
        headers: The headers of the answer.
        body: Its bytes.
        location: Where it leads on to, as the header says it, or None.
        cached: Whether it is from the cache.
    """

    url: httpx.URL
    headers: httpx.Headers
    body: bytes
    location: str | None
    cached: bool


def read_answer(url: httpx.URL, response: httpx.Response, limit: int) -> Answer:
    """Read the body of an answer and close it.

    Args:
        url: What was asked.
        response: The answer.
        limit: The most bytes its body may have; none are read beyond.

    Returns:
        The answer.

    Raises:
        FetchError: If the body is larger, or breaks off.
    """
    try:
        body = _read(url, response, limit)
    finally:
        response.close()
    location = response.headers.get("Location") if response.has_redirect_location else None
    cached = bool(response.extensions.get("caching", {}).get("from_cache"))
    return Answer(url, response.headers, body, location, cached)


def _read(url: httpx.URL, response: httpx.Response, limit: int) -> bytes:
    body = bytearray()
    for chunk in response.iter_raw():
        body += chunk
        if len(body) > limit:
            message = f"{name(url)} is larger than {_describe(limit)}: no release is."
            raise FetchError(message, "Give the address of one release, or of a list of them.")
    return bytes(body)


def _describe(size: int) -> str:
    return f"{size // 1048576} MB" if size >= 1048576 else f"{size} bytes"
