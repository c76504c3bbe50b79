"""Time between requests to one host."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from communique.loaders.fetching import Fetcher
from communique.loaders.fetching.pacing import Pacing

Make = Callable[..., Fetcher]


def test_requests_to_one_host_keep_apart(web: Any, fetcher: Make, watch: Any) -> None:
    """The first need not wait."""
    reader = fetcher(rate=0.5)
    for path in ("/a", "/b", "/c"):
        reader.fetch(web.page(path, "a"))
    assert watch.slept == [2.0, 2.0]


def test_time_that_has_gone_counts(web: Any, fetcher: Make, watch: Any) -> None:
    """Only the rest is waited for."""
    reader = fetcher(rate=0.5)
    reader.fetch(web.page("/a", "a"))
    watch.now += 1.5
    reader.fetch(web.page("/b", "b"))
    watch.now += 2.5
    reader.fetch(web.page("/c", "c"))
    assert watch.slept == [0.5]


def test_each_step_of_a_redirect_counts(web: Any, fetcher: Make, watch: Any) -> None:
    """It is a request as any other."""
    web.page("/b", "b")
    fetcher(rate=0.5).fetch(web.leads("/a", "/b"))
    assert watch.slept == [2.0]


def test_another_host_need_not_wait(watch: Any) -> None:
    """Each host has its own time."""
    pacing = Pacing(2.0, watch.clock, watch.sleep)
    pacing.wait("a.example")
    pacing.wait("b.example")
    assert watch.slept == []
    pacing.wait("a.example")
    assert watch.slept == [2.0]


def test_what_is_kept_need_not_wait(web: Any, fetcher: Make, watch: Any, tmp_path: Path) -> None:
    """Nobody is asked."""
    reader = fetcher(tmp_path)
    url = web.page("/a", "a")
    reader.fetch(url)
    reader.fetch(url, kept=True)
    assert watch.slept == []


@pytest.mark.parametrize(("path", "pause"), [("/a", 7.0), ("/b", 7.0)])
def test_crawl_delay_is_heeded(
    web: Any, fetcher: Make, answer: Any, watch: Any, path: str, pause: float
) -> None:
    """It is longer than our own pause."""
    web.answers("/robots.txt", answer(body=b"User-agent: *\nCrawl-delay: 7"))
    reader = fetcher(robots=True)
    reader.fetch(web.page(path, "a"))
    reader.fetch(web.page(path + "/next", "a"))
    assert watch.slept == [1.0, pause]
