"""Pages of any layout."""

from collections.abc import Callable
from typing import Any

import pytest

from communique.loaders import Failure, Release
from communique.loaders.formats import find_format
from communique.loaders.options import make_options
from communique.loaders.piece import Piece
from communique.loaders.streams import stream_of


def fetched(page: str, url: str) -> Release:
    """Open a page that was fetched from an address."""
    piece = Piece(url, "1", stream_of(page.encode()), {"url": url}, "text/html", "utf-8")
    (release,) = find_format(piece).open(piece, make_options())
    assert isinstance(release, Release)
    return release


def test_running_text_is_told_from_menus(load_bytes: Any, webpage: Callable[..., str]) -> None:
    """And the headline is the page's."""
    (release,) = load_bytes("a.html", webpage().encode())
    assert release.title == "Mayors meet"
    assert "Ms Ada Oduya, met the Mayor of Lagos" in release.text
    assert "Home" not in release.text
    assert "rights reserved" not in release.text


def test_a_date_is_never_guessed(load_bytes: Any, webpage: Callable[..., str]) -> None:
    """That of the page's metadata is one; a day somewhere on the page is none."""
    (release,) = load_bytes("a.html", webpage().replace("Home", "Home 4 March 2031").encode())
    assert release.date is None
    head = '<meta property="article:published_time" content="2031-03-04T10:00:00+00:00">'
    (dated,) = load_bytes("b.html", webpage(head=head).encode())
    assert dated.date == "2031-03-04"


def test_a_page_without_running_text_is_none(load_bytes: Any) -> None:
    """A menu is no release."""
    (failure,) = load_bytes("a.html", b"<html><body><a href='/'>Home</a></body></html>")
    assert isinstance(failure, Failure)
    assert "no running text" in str(failure)


def test_a_page_names_its_own_address_only_within_its_site(webpage: Callable[..., str]) -> None:
    """Else one site could replace the releases of another."""
    head = '<link rel="canonical" href="https://{}/press/1"/>'
    asked = "https://a.example/press/1?from=feed"
    assert fetched(webpage(head=head.format("a.example")), asked).id == "https://a.example/press/1"
    assert fetched(webpage(head=head.format("b.example")), asked).id == asked
    assert fetched(webpage(), asked).id == asked


@pytest.mark.parametrize(
    "page", ["<html>" * 50_000, "<html><body>" + "<div>" * 100_000, "<html>\x00"]
)
def test_pages_without_end_are_failures(load_bytes: Any, page: str) -> None:
    """Or releases: never a crash."""
    (found,) = load_bytes("a.html", page.encode())
    assert isinstance(found, Release | Failure)
