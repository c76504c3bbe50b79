"""What a site's robots.txt lets us ask."""

from collections.abc import Callable

import httpx
from protego import Protego

from communique.errors import FetchError, TryLater
from communique.loaders.fetching.address import name
from communique.loaders.fetching.pacing import Pacing
from communique.loaders.fetching.politeness import Politeness

LARGEST = 1024 * 1024
"""Bytes: no robots.txt is larger."""


class Robots:
    """The robots.txt of each site, asked for once.

    A site without one (4xx) allows all. One whose robots.txt can't be had just now allows nothing;
    it is asked again when as much time has gone as the longest pause.

    Args:
        politeness: Our name, the longest pause, and whether robots.txt is obeyed at all.
        read: Gives the bytes at an address.
        pacing: What is told of a Crawl-delay.
        clock: Tells the time in seconds.
    """

    def __init__(
        self,
        politeness: Politeness,
        read: Callable[[httpx.URL], bytes],
        pacing: Pacing,
        clock: Callable[[], float],
    ) -> None:
        self._politeness = politeness
        self._read = read
        self._pacing = pacing
        self._clock = clock
        self._known: dict[httpx.URL, Protego] = {}
        self._silent: dict[httpx.URL, float] = {}

    def check(self, url: httpx.URL) -> None:
        """Make sure that a page may be asked for.

        Args:
            url: Its address.

        Raises:
            FetchError: If robots.txt disallows it, or wants a longer pause than is allowed.
            TryLater: If robots.txt can't be had just now.
        """
        if not self._politeness.robots:
            return
        rules = self._find_rules(url)
        if not rules.can_fetch(str(url), self._politeness.name):
            message = f"{name(url)} was not asked: robots.txt of {url.host} disallows it."
            raise FetchError(message, "Ask the site, or leave the page out.")
        self._heed_delay(url, rules.crawl_delay(self._politeness.name) or 0.0)

    def _heed_delay(self, url: httpx.URL, delay: float) -> None:
        if delay > self._politeness.longest:
            message = f"robots.txt of {url.host} wants {delay:.0f} s between two requests."
            raise FetchError(message, "Allow a longer pause, or leave the site out.")
        self._pacing.slow_down(url.host, delay)

    def _find_rules(self, url: httpx.URL) -> Protego:
        place = url.copy_with(raw_path=b"/robots.txt")
        if place not in self._known:
            self._check_silence(place)
            self._known[place] = self._ask(place)
        return self._known[place]

    def _ask(self, place: httpx.URL) -> Protego:
        try:
            text = self._read(place).decode("utf-8-sig", "replace")
        except TryLater as error:
            self._silent[place] = self._clock() + self._politeness.longest
            raise _silence(place, error.message) from error
        except FetchError as error:
            if error.status is None:
                raise
            text = ""
        return Protego.parse(text)

    def _check_silence(self, place: httpx.URL) -> None:
        if self._clock() < self._silent.get(place, float("-inf")):
            raise _silence(place, "It could not be had a moment ago.")


def _silence(place: httpx.URL, why: str) -> TryLater:
    message = f"{place.host} was not asked, since its robots.txt can't be had: {why}"
    return TryLater(message, "Try again later.")
