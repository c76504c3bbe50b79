"""What fetches pages."""

import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from communique.errors import MissingExtra
from communique.loaders.fetching.page import Fetched
from communique.loaders.fetching.politeness import Politeness

if TYPE_CHECKING:
    from communique.loaders.fetching.resolution import Network

LARGEST = 64 * 1024 * 1024
"""Bytes: no page is larger unless told otherwise."""

_NEEDED = ("hishel", "httpcore", "httpx", "protego", "tenacity")


class Fetcher:
    """Fetches pages, one at a time; a context manager that closes its connections and its cache.

    Args:
        cache: The folder that keeps pages, made if it isn't there; None keeps none. Several
            processes may share it. A damaged cache is begun anew.
        politeness: How politely to ask.
        clock: Tells the time in seconds from anywhere, as `time.monotonic` does.
        sleep: Waits so many seconds.
        network: How names become addresses, and addresses connections; None is as the machine does.

    Raises:
        MissingExtra: If the extra ``fetch`` is not installed.
        ParameterError: If the politeness is not what it should be, or the folder can't be used.
    """

    def __init__(
        self,
        cache: Path | None,
        politeness: Politeness,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        network: "Network | None" = None,
    ) -> None:
        politeness.check()
        check_installed()
        from communique.loaders.fetching.session import Session

        self._session = Session(cache, politeness, clock=clock, sleep=sleep, network=network)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def fetch(self, url: str, *, kept: bool = False, limit: int = LARGEST) -> Fetched:
        """Fetch a page.

        Args:
            url: An http or https address, without user name and password.
            kept: Take a page that the cache has, however old, without asking anyone. Otherwise the
                server is asked whether a page in the cache is still the newest.
            limit: The most bytes the page may have, when unpacked.

        Returns:
            The page.

        Raises:
            TryLater: If it can't be had just now, after all retries.
            FetchError: If it can't be had: no such page, disallowed by robots.txt, too large, a
                private address, redirects that lead nowhere.
        """
        return self._session.fetch(url, kept=kept, limit=limit)

    def close(self) -> None:
        """Close all connections and the cache."""
        self._session.close()


def check_installed() -> None:
    """Make sure that pages can be fetched.

    Raises:
        MissingExtra: If a package of the extra ``fetch`` is not installed.
    """
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        message = f"Fetching pages needs {', '.join(missing)}, not installed."
        raise MissingExtra(message, "Run: pip install 'communique[fetch]'")
