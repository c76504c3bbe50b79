"""All that is done to fetch a page: cache, robots.txt, retries, redirects."""

import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path

import httpx

from communique.loaders.fetching.address import parse_address
from communique.loaders.fetching.answer import Answer, read_answer
from communique.loaders.fetching.cache import Cache
from communique.loaders.fetching.connections import Connections
from communique.loaders.fetching.exchange import Exchange
from communique.loaders.fetching.pacing import Pacing
from communique.loaders.fetching.page import Fetched, parse_type
from communique.loaders.fetching.politeness import Politeness
from communique.loaders.fetching.redirects import follow
from communique.loaders.fetching.resolution import Network
from communique.loaders.fetching.retrying import ask_again
from communique.loaders.fetching.robots import LARGEST as LARGEST_RULES
from communique.loaders.fetching.robots import Robots
from communique.loaders.fetching.unpacking import ACCEPTED

_FAILED = (sqlite3.Error, RuntimeError)
"""What a cache raises that is damaged or that another process has emptied."""


class Session:
    """Fetches pages; what a `Fetcher` is made of.

    Args:
        cache: The folder that keeps pages, or None.
        politeness: How politely to ask.
        clock: Tells the time in seconds.
        sleep: Waits so many seconds.
        network: How to resolve names and connect, or None.

    Raises:
        ParameterError: If the folder can't be used.
    """

    def __init__(
        self,
        cache: Path | None,
        politeness: Politeness,
        *,
        clock: Callable[[], float],
        sleep: Callable[[float], None],
        network: Network | None,
    ) -> None:
        self._politeness = politeness
        self._sleep = sleep
        pacing = Pacing(politeness.pause, clock, sleep)
        self._exchange = Exchange(Connections(politeness, network or Network(), clock), pacing)
        self._cache = None if cache is None else Cache(cache, self._exchange)
        self._robots = Robots(politeness, self._read_rules, pacing, clock)

    def fetch(self, address: str, *, kept: bool, limit: int) -> Fetched:
        """Fetch a page.

        Args:
            address: Its address.
            kept: Whether what the cache has is taken unasked.
            limit: The most bytes it may have.

        Returns:
            The page.

        Raises:
            FetchError: If it can't be had.
        """
        answer = follow(parse_address(address), partial(self._visit, kept=kept, limit=limit))
        kind, charset = parse_type(answer.headers.get("Content-Type", ""))
        return Fetched(str(answer.url), kind, charset, answer.body, answer.cached)

    def close(self) -> None:
        """Close all connections and the cache."""
        (self._cache or self._exchange).close()

    def _visit(self, url: httpx.URL, *, kept: bool, limit: int) -> Answer:
        found = self._find(url, limit) if kept else None
        if found is None:
            self._robots.check(url)
            found = ask_again(partial(self._ask, url, limit), self._politeness, self._sleep)
        return found

    def _find(self, url: httpx.URL, limit: int) -> Answer | None:
        try:
            response = self._cache.find(url) if self._cache else None
        except _FAILED:
            return None
        return None if response is None else read_answer(url, response, limit)

    def _ask(self, url: httpx.URL, limit: int) -> Answer:
        """Ask by way of the cache; where the cache fails, without it."""
        if self._cache is not None:
            try:
                return read_answer(url, self._cache.ask(self._request(url)), limit)
            except _FAILED:
                pass
        return self._ask_host(url, limit)

    def _ask_host(self, url: httpx.URL, limit: int) -> Answer:
        return read_answer(url, self._exchange.handle_request(self._request(url)), limit)

    def _read_rules(self, place: httpx.URL) -> bytes:
        def ask(url: httpx.URL) -> Answer:
            once = partial(self._ask_host, url, LARGEST_RULES)
            return ask_again(once, self._politeness, self._sleep)

        return follow(place, ask).body

    def _request(self, url: httpx.URL) -> httpx.Request:
        headers = {
            "User-Agent": self._politeness.agent,
            "Accept": "text/html, application/xml;q=0.9, */*;q=0.8",
            "Accept-Encoding": ACCEPTED,
        }
        return httpx.Request("GET", url, headers=headers)
