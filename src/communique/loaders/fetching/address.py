"""Addresses that pages may be asked from, and how a message names them."""

import re

import httpx

from communique.errors import FetchError

_LONGEST = 200
_HOST = re.compile(r"[0-9A-Za-z._:-]+")


def parse_address(text: str) -> httpx.URL:
    """Read the address of a page.

    Args:
        text: An absolute http or https address.

    Returns:
        The address, without its fragment.

    Raises:
        FetchError: If it is none, or has a user name or password in it; neither is ever shown.
    """
    try:
        url = httpx.URL(text.strip()).copy_with(fragment=None)
        host = url.host and url.raw_host.decode("ascii")
    except (httpx.InvalidURL, TypeError, ValueError):
        raise _no_address(text) from None
    if url.scheme not in ("http", "https") or not _HOST.fullmatch(host):
        raise _no_address(text)
    if url.userinfo:
        message = f"The address of {name(url)} has a user name or password in it."
        raise FetchError(message, "Give the address without it.")
    return url


def name(url: httpx.URL) -> str:
    """Name a page in a message: host and path, never a query, which may hold secrets.

    Args:
        url: Its address.

    Returns:
        ``news.example/a``, cut short where it is long.
    """
    host = f"[{url.host}]" if ":" in url.host else url.host
    place = host if url.port is None else f"{host}:{url.port}"
    return _cut(place + url.raw_path.decode("ascii", "replace").partition("?")[0])


def _no_address(text: str) -> FetchError:
    shown = _cut(text.rpartition("@")[2].partition("?")[0])
    message = f"{shown!r} is no address that a page can be asked from."
    return FetchError(message, "Give one that begins with http:// or https://.")


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
