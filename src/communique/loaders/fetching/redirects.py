"""From an address to where it leads."""

from collections.abc import Callable

import httpx

from communique.errors import FetchError
from communique.loaders.fetching.address import name, parse_address
from communique.loaders.fetching.answer import Answer

MOST = 10
"""So many redirects are followed."""


def follow(url: httpx.URL, ask: Callable[[httpx.URL], Answer]) -> Answer:
    """Ask an address, and each that it leads on to, until a page comes.

    Args:
        url: The address.
        ask: Asks one address.

    Returns:
        The page.

    Raises:
        FetchError: If the way goes in a circle, is too long, or leads to no http(s) address.
    """
    seen = [url]
    while (answer := ask(seen[-1])).location is not None:
        target = _find_target(seen[-1], answer.location)
        if target in seen:
            raise _nowhere(url, "in a circle")
        if len(seen) > MOST:
            raise _nowhere(url, f"on more than {MOST} times")
        seen.append(target)
    return answer


def _find_target(url: httpx.URL, location: str) -> httpx.URL:
    try:
        target = url.join(location)
    except (httpx.InvalidURL, ValueError):
        message = f"{name(url)} leads to what is no address."
        raise FetchError(message, "Check the address.") from None
    if target.scheme not in ("http", "https"):
        message = f"{name(url)} leads to an address of the kind {target.scheme}:, not followed."
        raise FetchError(message, "Give the address of the page itself.")
    return parse_address(str(target))


def _nowhere(url: httpx.URL, how: str) -> FetchError:
    return FetchError(f"{name(url)} leads {how}.", "Give the address of the page itself.")
