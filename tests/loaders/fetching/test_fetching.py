"""A page is asked for and comes."""

import gzip
from collections.abc import Callable
from typing import Any

import pytest

from communique import __version__
from communique.errors import FetchError
from communique.loaders.fetching import Fetcher

Make = Callable[..., Fetcher]


def test_a_page_comes_as_it_was_sent(web: Any, fetcher: Make) -> None:
    """With its type, its charset and where it was found."""
    url = web.page("/a", "<p>市長</p>")
    page = fetcher().fetch(url + "#part")
    assert (page.url, page.media_type, page.charset) == (url, "text/html", "utf-8")
    assert page.body.decode() == "<p>市長</p>"
    assert not page.cached


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ('Text/HTML; Charset="Big5"', ("text/html", "big5")),
        ("application/rss+xml", ("application/rss+xml", None)),
        ("nonsense", ("", None)),
        ("", ("", None)),
    ],
)
def test_the_type_is_what_the_server_says(
    web: Any, fetcher: Make, answer: Any, header: str, told: tuple[str, str | None]
) -> None:
    """In lower case; nothing where it says nothing that makes sense."""
    url = web.answers("/a", answer(body=b"a", headers={"Content-Type": header}))
    page = fetcher().fetch(url)
    assert (page.media_type, page.charset) == told


def test_the_server_is_told_who_asks(web: Any, fetcher: Make) -> None:
    """By the agent; our name and version unless told otherwise."""
    url = web.page("/a", "a")
    fetcher().fetch(url)
    fetcher(agent="mine/2.0").fetch(url)
    agents = [asked.headers["User-Agent"] for asked in web.asked("/a")]
    assert agents == [f"communique/{__version__} (reads official press releases)", "mine/2.0"]


def test_no_cookie_is_sent_back(web: Any, fetcher: Make, answer: Any) -> None:
    """Nobody is followed from page to page."""
    url = web.answers("/a", answer(body=b"a", headers={"Set-Cookie": "who=me"}))
    reader = fetcher()
    reader.fetch(url)
    reader.fetch(url)
    assert [asked.headers["Cookie"] for asked in web.asked("/a")] == [None, None]


def test_a_proxy_of_the_environment_is_not_used(
    web: Any, fetcher: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would resolve names itself, and nobody could check where the request goes."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert fetcher().fetch(web.page("/a", "a")).body == b"a"


def test_what_is_packed_is_unpacked(web: Any, fetcher: Make, answer: Any) -> None:
    """Gzip is the one packing asked for."""
    headers = {"Content-Encoding": "gzip"}
    url = web.answers("/a", answer(body=gzip.compress(b"a" * 200_000), headers=headers))
    assert fetcher().fetch(url).body == b"a" * 200_000
    assert web.asked("/a")[0].headers["Accept-Encoding"] == "gzip"


@pytest.mark.parametrize("encoding", ["br", "gzip, gzip", "nonsense"])
def test_a_packing_that_nobody_asked_for_is_an_error(
    web: Any, fetcher: Make, answer: Any, encoding: str
) -> None:
    """Also gzip in gzip, which can unfold to anything."""
    url = web.answers("/a", answer(body=b"a", headers={"Content-Encoding": encoding}))
    with pytest.raises(FetchError, match="nobody asked for"):
        fetcher().fetch(url)


def test_what_is_no_gzip_is_an_error(web: Any, fetcher: Make, answer: Any) -> None:
    """Though the server says so."""
    url = web.answers("/a", answer(body=b"plain text", headers={"Content-Encoding": "gzip"}))
    with pytest.raises(FetchError, match="no gzip"):
        fetcher().fetch(url)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 501])
def test_a_page_that_is_not_there_is_an_error(
    web: Any, fetcher: Make, answer: Any, status: int
) -> None:
    """Told with its status, and not asked for again."""
    url = web.answers("/a", answer(status))
    with pytest.raises(FetchError, match=rf"^127\.0\.0\.1:\d+/a answers {status} \(") as told:
        fetcher().fetch(url)
    assert told.value.status == status
    assert len(web.asked("/a")) == 1


def test_part_of_a_page_is_an_error(web: Any, fetcher: Make, answer: Any) -> None:
    """Nobody asked for a part."""
    url = web.answers("/a", answer(206, b"a"))
    with pytest.raises(FetchError, match="206"):
        fetcher().fetch(url)
