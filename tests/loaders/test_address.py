"""Addresses of releases."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from communique.loaders.address import normalise_url


@pytest.mark.parametrize(
    ("given_as", "normal"),
    [
        (" HTTPS://News.Example ", "https://news.example/"),
        ("https://news.example:443/A?b=C#d", "https://news.example/A?b=C"),
        ("http://news.example:8080/a/", "http://news.example:8080/a/"),
        ("https://me:secret@news.example/a", "https://news.example/a"),
        ("https://news.example/a b|c", "https://news.example/a%20b%7Cc"),
        ("https://news.example/市長", "https://news.example/市長"),
        ("http://[::1]/a", "http://[::1]/a"),
    ],
)
def test_one_address_has_one_form(given_as: str, normal: str) -> None:
    """Case of the host, default port, fragment and user name make no difference."""
    assert normalise_url(given_as) == normal


@pytest.mark.parametrize(
    "text",
    [
        "",
        "#",
        "news.example/a",
        "/a",
        "mailto:a@b",
        "ftp://a/b",
        "https://",
        "http://[",
        "http://a:b/",
    ],
)
def test_what_is_no_absolute_address_is_none(text: str) -> None:
    """Never half an address."""
    assert normalise_url(text) is None


@given(st.text())
@example("\xa0#")
@example("\xa0?")
def test_normalising_again_changes_nothing(text: str) -> None:
    """Whatever the path."""
    once = normalise_url("https://news.example/" + text)
    assert once is not None
    assert normalise_url(once) == once
