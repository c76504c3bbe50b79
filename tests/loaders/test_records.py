"""Records of JSON Lines."""

import pytest

from communique.errors import ReleaseError
from communique.loaders import Defaults, Release
from communique.loaders.records import parse_record, release_from_record


def record(**fields: object) -> Release:
    """Make a release of a record."""
    return release_from_record(fields, where="r.jsonl:7", defaults=Defaults())


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://news.example/a/fair-opens/", "fair-opens"),
        ("https://news.example/a.htm?x=1#y", "a.htm"),
        ("https://news.example/?p=12", "r.jsonl:7"),
        ("https://[bad", "r.jsonl:7"),
        (None, "r.jsonl:7"),
    ],
)
def test_a_record_is_named_by_its_address_else_by_its_line(url: str | None, name: str) -> None:
    """Unless it has a name."""
    assert record(url=url, title="Fair", text="x").name == name
    assert record(url=url, title="Fair", text="x", name="n").name == "n"


def test_text_is_kept_exactly() -> None:
    """But for line ends; a headline it repeats is no part of the body."""
    assert record(title="Fair", text=" a\r\nb ").text == " a\nb "
    release = record(title="Fair opens (with photo)", text="Fair opens\n\nThe Mayor opened it.")
    assert release.text[release.body :].strip() == "The Mayor opened it."
    assert record(title="Fair", text="Fair opens\n\nThe Mayor opened it.").body == 0


def test_a_record_without_a_title_is_read_as_a_text_file() -> None:
    """What the record says wins, and nothing is lost."""
    text = "date: 2031-01-01\nissuer: Town\n\nFair opens\n\nThe Mayor opened it."
    release = record(text=text, date="2031-03-04", language="en", tags=["x"], n=3)
    assert (release.title, release.date, release.issuer) == ("Fair opens", "2031-03-04", "Town")
    assert (release.language, release.extra) == ("en", {"tags": '["x"]', "n": "3"})


def test_a_record_can_hold_a_whole_page() -> None:
    """Then its menus are left out."""
    page = (
        "<html><body><p>Menu</p><span id='pressrelease'>The Mayor opened it.</span></body></html>"
    )
    release = record(
        url="https://www.info.gov.hk/gia/general/203103/04/P2031030400123.htm", html=page
    )
    assert (release.text, release.issuer) == ("The Mayor opened it.", "HKSAR Government")
    assert release.date == "2031-03-04"


def test_the_address_tells_issuer_language_and_zone() -> None:
    """A quarter past one in Greenwich is the evening before in Washington."""
    release = record(
        url="https://www.state.gov/fair/", title="Fair", html="<p>x</p>",
        date="Wed, 05 Mar 2031 01:15:00 +0000",
    )  # fmt: skip
    assert (release.issuer, release.language) == ("US Department of State", "en")
    assert (release.date, release.issued) == ("2031-03-04", "2031-03-05T01:15:00Z")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("[1]", "no object"),
        ('{"title": "x"}', "neither"),
        ('{"text": 3}', "neither"),
        ('{"html": " "}', "empty"),
        ('{"text": "x", "date": "2031-02-30"}', "no date"),
    ],
)
def test_a_bad_record_says_why(line: str, told: str) -> None:
    """In a sentence."""
    with pytest.raises(ReleaseError, match=told):
        release_from_record(parse_record(line, {}), where="r.jsonl:7", defaults=Defaults())


def test_halves_of_characters_are_replaced() -> None:
    """JSON can write what no database can hold."""
    assert record(title="a\ud800", text="a\ud800b").text == "a\ufffdb"
