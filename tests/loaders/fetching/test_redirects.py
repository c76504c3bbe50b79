"""From an address to where it leads."""

from collections.abc import Callable
from typing import Any

import pytest

from communique.errors import FetchError
from communique.loaders.fetching import Fetcher

Make = Callable[..., Fetcher]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed(web: Any, fetcher: Make, status: int) -> None:
    """The page tells where it was found."""
    web.page("/b/c", "c")
    page = fetcher().fetch(web.leads("/b/a", "c#part", status))
    assert (page.url, page.body) == (web.url("/b/c"), b"c")


def _chain(web: Any, length: int) -> str:
    for number in range(length):
        web.leads(f"/{number}", f"/{number + 1}")
    web.page(f"/{length}", "end")
    return str(web.url("/0"))


def test_ten_redirects_are_followed_and_no_more(web: Any, fetcher: Make) -> None:
    """A page is seldom behind more than one."""
    assert fetcher().fetch(_chain(web, 10)).body == b"end"
    with pytest.raises(FetchError, match="leads on more than 10 times"):
        fetcher().fetch(_chain(web, 11))
    assert web.asked("/11") == []


def test_a_circle_is_an_error(web: Any, fetcher: Make) -> None:
    """Found when it closes."""
    web.leads("/b", "/a")
    with pytest.raises(FetchError, match="leads in a circle"):
        fetcher().fetch(web.leads("/a", "/b"))
    assert len(web.asked()) == 2


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "ftp://news.example/a", "javascript:alert(1)", "data:,a"]
)
def test_a_redirect_to_another_kind_of_address_is_not_followed(
    web: Any, fetcher: Make, location: str
) -> None:
    """Only http and https."""
    with pytest.raises(FetchError, match=r"leads to an address of the kind \w+:, not followed"):
        fetcher().fetch(web.leads("/a", location))


@pytest.mark.parametrize("location", ["http://[", "http://a:b/", "http://a b/"])
def test_a_redirect_to_no_address_is_an_error(web: Any, fetcher: Make, location: str) -> None:
    """Not a traceback."""
    with pytest.raises(FetchError, match="no address"):
        fetcher().fetch(web.leads("/a", location))


def test_a_redirect_with_a_password_is_not_followed(web: Any, fetcher: Make) -> None:
    """Nor is it shown."""
    with pytest.raises(FetchError, match="has a user name or password") as told:
        fetcher().fetch(web.leads("/a", "http://me:secret@news.example/a?token=secret"))
    assert "secret" not in str(told.value)


def test_a_redirect_that_leads_nowhere_is_an_error(web: Any, fetcher: Make, answer: Any) -> None:
    """It has no location."""
    url = web.answers("/a", answer(302))
    with pytest.raises(FetchError, match="302"):
        fetcher().fetch(url)
