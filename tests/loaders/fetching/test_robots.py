"""What a site's robots.txt lets us ask."""

from collections.abc import Callable
from typing import Any

import pytest

from communique.errors import FetchError, TryLater
from communique.loaders.fetching import Fetcher

Make = Callable[..., Fetcher]


def rules(text: str) -> dict[str, bytes]:
    """The body of a robots.txt."""
    return {"body": text.encode()}


def test_what_is_disallowed_is_not_asked(web: Any, fetcher: Make, answer: Any) -> None:
    """The error says so."""
    web.answers("/robots.txt", answer(**rules("User-agent: *\nDisallow: /private/")))
    reader = fetcher(robots=True)
    assert reader.fetch(web.page("/open", "a")).body == b"a"
    with pytest.raises(FetchError, match=r"/private/a was not asked: robots\.txt .* disallows it"):
        reader.fetch(web.page("/private/a", "a"))
    assert web.asked("/private/a") == []


def test_rules_are_read_for_our_name(web: Any, fetcher: Make, answer: Any) -> None:
    """Those for others don't matter."""
    text = "User-agent: communique\nDisallow: /a\n\nUser-agent: *\nDisallow: /b"
    web.answers("/robots.txt", answer(**rules(text)))
    for path in ("/a", "/b"):
        web.page(path, "a")
    assert fetcher(robots=True).fetch(web.url("/b")).body == b"a"
    assert fetcher(robots=True, agent="other/1").fetch(web.url("/a")).body == b"a"
    with pytest.raises(FetchError, match="disallows"):
        fetcher(robots=True).fetch(web.url("/a"))


def test_robots_txt_is_asked_for_once(web: Any, fetcher: Make, answer: Any) -> None:
    """As long as the fetcher lives."""
    web.answers("/robots.txt", answer(**rules("User-agent: *\nAllow: /")))
    reader = fetcher(robots=True)
    for path in ("/a", "/b", "/c"):
        reader.fetch(web.page(path, "a"))
    assert len(web.asked("/robots.txt")) == 1


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_site_without_robots_txt_allows_all(
    web: Any, fetcher: Make, answer: Any, status: int
) -> None:
    """Any 4xx but "too many requests"."""
    web.answers("/robots.txt", answer(status))
    assert fetcher(robots=True).fetch(web.page("/a", "a")).body == b"a"


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_robots_txt_that_can_not_be_had_allows_nothing(
    web: Any, fetcher: Make, answer: Any, watch: Any, status: int
) -> None:
    """Until it answers; it isn't asked again at once."""
    web.answers("/robots.txt", answer(status))
    url = web.page("/a", "a")
    reader = fetcher(robots=True, retries=1)
    for _ in range(3):
        with pytest.raises(TryLater, match=r"was not asked, since its robots\.txt can't be had"):
            reader.fetch(url)
    assert len(web.asked("/robots.txt")) == 2
    assert web.asked("/a") == []
    web.answers("/robots.txt", answer(**rules("")))
    watch.now += 120
    assert reader.fetch(url).body == b"a"


def test_robots_txt_may_be_somewhere_else(web: Any, fetcher: Make, answer: Any) -> None:
    """Where it leads is where the rules are."""
    web.leads("/robots.txt", "/rules")
    web.answers("/rules", answer(**rules("User-agent: *\nDisallow: /")))
    with pytest.raises(FetchError, match="disallows"):
        fetcher(robots=True).fetch(web.page("/a", "a"))


def test_each_step_of_a_redirect_is_checked(web: Any, fetcher: Make, answer: Any) -> None:
    """A page that may be asked can't lead to one that may not."""
    web.answers("/robots.txt", answer(**rules("User-agent: *\nDisallow: /b")))
    web.page("/b", "b")
    with pytest.raises(FetchError, match="disallows"):
        fetcher(robots=True).fetch(web.leads("/a", "/b"))


def test_too_long_a_delay_is_an_error(web: Any, fetcher: Make, answer: Any) -> None:
    """Nobody waits a day for the next page."""
    web.answers("/robots.txt", answer(**rules("User-agent: *\nCrawl-delay: 86400")))
    with pytest.raises(FetchError, match="wants 86400 s between"):
        fetcher(robots=True).fetch(web.page("/a", "a"))


def test_any_bytes_can_be_rules(web: Any, fetcher: Make, answer: Any) -> None:
    """A mark at the start, bytes in no encoding, lines without sense."""
    text = b"\xef\xbb\xbfUser-agent: *\n\xff\xfe\x00nonsense\nDisallow: /b\nCrawl-delay: soon"
    web.answers("/robots.txt", answer(body=text))
    reader = fetcher(robots=True)
    assert reader.fetch(web.page("/a", "a")).body == b"a"
    with pytest.raises(FetchError, match="disallows"):
        reader.fetch(web.url("/b"))


def test_robots_txt_can_be_left_aside(web: Any, fetcher: Make, answer: Any) -> None:
    """By whoever has leave of the site."""
    web.answers("/robots.txt", answer(**rules("User-agent: *\nDisallow: /")))
    assert fetcher(robots=False).fetch(web.page("/a", "a")).body == b"a"
    assert web.asked("/robots.txt") == []
