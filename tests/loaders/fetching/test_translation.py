"""Errors of HTTP in our words."""

import ssl

import httpcore
import pytest

from communique.errors import FetchError, TryLater
from communique.loaders.fetching.translation import translate

THEIRS = [
    thing
    for name in httpcore.__all__
    if isinstance(thing := getattr(httpcore, name), type) and issubclass(thing, Exception)
]


@pytest.mark.parametrize("theirs", THEIRS)
def test_every_error_of_theirs_has_a_name_of_ours(theirs: type[Exception]) -> None:
    """Which says where, and what to do."""
    meant = translate(theirs("at 0x7f"), "news.example/a")
    assert meant is not None
    assert "news.example/a" in meant.message
    assert "0x7f" not in str(meant)
    assert meant.hint


def test_a_certificate_that_can_not_be_trusted_is_told() -> None:
    """It won't be better in a minute."""
    error = httpcore.ConnectError()
    error.__cause__ = ssl.SSLCertVerificationError(1, "certificate verify failed")
    meant = translate(error, "news.example")
    assert isinstance(meant, FetchError)
    assert not isinstance(meant, TryLater)
    assert "certificate of news.example" in meant.message


def test_what_is_not_encrypted_is_told() -> None:
    """Plain HTTP where https was asked."""
    error = httpcore.ConnectError()
    error.__cause__ = ssl.SSLError(1, "wrong version number")
    meant = translate(error, "news.example")
    assert meant is not None
    assert meant.message == "news.example can't be reached by https."


def test_other_errors_are_left_alone() -> None:
    """A mistake of ours is to be seen."""
    assert translate(ZeroDivisionError(), "news.example") is None
