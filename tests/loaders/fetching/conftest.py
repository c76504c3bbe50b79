"""Fetchers that don't really wait."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from communique.loaders.fetching import Fetcher, Politeness


class Watch:
    """A clock that moves only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def clock(self) -> float:
        """Tell the time."""
        return self.now

    def sleep(self, seconds: float) -> None:
        """Let time go by."""
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def watch() -> Watch:
    """The clock of all fetchers of a test."""
    return Watch()


@pytest.fixture
def fetcher(watch: Watch) -> Iterator[Callable[..., Fetcher]]:
    """Makes fetchers that may ask this machine, don't ask robots.txt unless told, and never wait."""
    with ExitStack() as stack:

        def make(
            cache: Path | None = None, *, network: Any = None, real: bool = False, **changes: Any
        ) -> Fetcher:
            wishes = {"private": True, "robots": False, "timeout": 5.0, **changes}
            times: dict[str, Any] = {} if real else {"clock": watch.clock, "sleep": watch.sleep}
            made = Fetcher(cache, Politeness(**wishes), network=network, **times)
            return stack.enter_context(made)

        yield make
