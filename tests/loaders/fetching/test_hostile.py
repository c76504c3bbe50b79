"""Whatever addresses and servers say."""

import httpx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from communique.errors import FetchError
from communique.loaders.fetching.address import name, parse_address
from communique.loaders.fetching.exchange import _wanted_pause
from communique.loaders.fetching.page import parse_type
from communique.loaders.fetching.redirects import _find_target

LATIN = st.text(st.characters(max_codepoint=255, exclude_characters="\r\n\x00"), max_size=60)
HEADERS = LATIN | st.sampled_from(["text/html; charset", "Tue, 04 Mar 2031"]).flatmap(
    lambda start: LATIN.map(start.__add__)
)


@given(st.text() | st.text().map("http://".__add__) | st.text().map("http://a/".__add__))
@example("http://xn--a/")
@example("http://a:99999/")
def test_an_address_is_read_or_refused(text: str) -> None:
    """There is no third way, and what is read can be named and read again."""
    try:
        url = parse_address(text)
    except FetchError:
        return
    assert name(url)
    assert parse_address(str(url)) == url


@given(LATIN)
@example("//xn--a/")
@example("http://a:99999/")
@example("//\x80/")
def test_a_location_is_followed_or_refused(location: str) -> None:
    """Relative or not."""
    try:
        target = _find_target(httpx.URL("http://news.example/a"), location)
    except FetchError:
        return
    assert target.scheme in ("http", "https")


@given(HEADERS)
@example("text/html; charset*=a'b'%ff")
@example("text/html; charset*0=a; charset*=b")
def test_any_content_type_can_be_read(header: str) -> None:
    """It may be nothing."""
    kind, charset = parse_type(header)
    assert kind == kind.lower()
    assert charset is None or charset


@given(HEADERS, HEADERS)
@example("9" * 400, "")
@example("Tue, 04 Mar 99999 10:00:00 GMT", "")
@example("Tue, 04 Mar 2031 10:00:00 -0000", "Tue, 04 Mar 2031 10:00:00")
def test_any_retry_after_can_be_read(wish: str, date: str) -> None:
    """It may be nothing."""
    headers = httpx.Headers([(b"Retry-After", wish.encode()), (b"Date", date.encode())])
    pause = _wanted_pause(headers)
    assert pause is None or pause >= 0


@pytest.mark.parametrize("text", ["http://a/" + "b" * 1000, "nonsense" * 100])
def test_what_is_long_is_cut_in_messages(text: str) -> None:
    """No message fills the screen."""
    try:
        shown = name(parse_address(text))
    except FetchError as error:
        shown = error.message
    assert len(shown) < 300
