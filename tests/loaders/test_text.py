"""Releases as plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import ReleaseError
from communique.loaders import Defaults, Release
from communique.loaders.text import release_from_text

BODY = "The Mayor, Ms Ada Oduya, opened the Harbour Fair.\n\nShe thanked the guests.\n"


def test_a_header_block_gives_the_details_and_the_rest_is_the_body() -> None:
    """Known keys are read whatever their case, unknown ones are kept."""
    text = f"Title: Fair opens\nDATE: 2031-03-04\nsource: https://News.Example/1\nissuer: City\ndesk: x\n\n{BODY}"
    release = release_from_text(text)
    assert (release.title, release.date, release.issuer) == ("Fair opens", "2031-03-04", "City")
    assert release.url == release.id == "https://news.example/1"
    assert release.extra == {"desk": "x"}
    assert release.text == text
    assert release.text[release.body :].strip() == BODY.strip()


def test_without_a_header_the_first_line_is_the_headline() -> None:
    """And it is no part of the body."""
    release = release_from_text(f"\n\nFair opens (with photos)\n\n{BODY}")
    assert release.title == "Fair opens"
    assert release.text[release.body :].strip() == BODY.strip()


def test_a_sentence_that_stands_alone_is_a_body() -> None:
    """A headline that stands alone is still a headline."""
    release = release_from_text("The Mayor opened the Harbour Fair.")
    assert (release.title, release.body) == ("", 0)
    assert release_from_text("Mayor opens Harbour Fair").title == "Mayor opens Harbour Fair"


def test_a_header_without_a_title_leaves_the_headline_to_the_first_line() -> None:
    """Both forms together."""
    release = release_from_text(f"issuer: City\ndate:\n\nFair opens\n\n{BODY}")
    assert (release.title, release.issuer, release.date) == ("Fair opens", "City", None)


def test_a_markdown_link_is_headline_and_address() -> None:
    """Escaped brackets are brackets; an empty address is none."""
    link = "[Fair opens \\(with photos/video\\)](https://news.example/2)"
    release = release_from_text(f"{link}\n\n{BODY}")
    assert (release.title, release.url) == ("Fair opens", "https://news.example/2")
    assert release_from_text(f"[Fair opens](#)\n\n{BODY}").url is None


def test_a_headline_that_the_header_gave_and_the_text_repeats_is_no_body() -> None:
    """Another first line is body."""
    for line in ("Fair opens (with photo)", "[Fair opens](https://news.example/2)"):
        release = release_from_text(f"title: Fair opens\n\n{line}\n\n{BODY}")
        assert release.text[release.body :].strip() == BODY.strip()
    release = release_from_text(f"title: Fair opens\n\nFor the press\n\n{BODY}")
    assert release.text[release.body :].strip().startswith("For the press")


def test_brackets_within_a_link_are_part_of_it() -> None:
    """In the title and in the address."""
    release = release_from_text(f"[Fair [2031] opens](https://news.example/a_(b))\n\n{BODY}")
    assert (release.title, release.url) == ("Fair [2031] opens", "https://news.example/a_(b)")


def test_a_source_that_is_no_address_is_kept() -> None:
    """As what it is."""
    release = release_from_text(f"title: Fair\nsource: Town crier\n\n{BODY}")
    assert (release.url, release.extra) == (None, {"source": "Town crier"})


@pytest.mark.parametrize(
    "suffix",
    ["(with photo)", "(with photos)", "(with photos/video)", "（附圖）", r"\(with photos\)"],
)
def test_a_headline_loses_what_tells_of_pictures(suffix: str) -> None:
    """And nothing else."""
    assert release_from_text(f"Fair (east) opens {suffix}\n\n{BODY}").title == "Fair (east) opens"


def test_a_long_sentence_is_no_headline() -> None:
    """A text can begin with its body."""
    text = f"{'The Mayor opened a fair. ' * 20}\n\n{BODY}"
    release = release_from_text(text)
    assert (release.title, release.body) == ("", 0)


def test_an_ordinary_line_with_a_colon_is_no_header() -> None:
    """Only a block that has a known key, and nothing but keys and values, is one."""
    release = release_from_text(f"Mayor: fair will open\n\n{BODY}")
    assert release.title == "Mayor: fair will open"
    release = release_from_text(f"Date: a play\nin two acts\n\n{BODY}")
    assert release.title == "Date: a play"


@pytest.mark.parametrize(
    ("trailer", "date", "issued"),
    [
        ("Ends/Tuesday, March 4, 2031\nIssued at HKT 18:42\n\nNNNN", "2031-03-04", "2031-03-04T10:42:00Z"),
        ("完\n2031年3月4日（星期二）\n香港時間18時42分", "2031-03-04", "2031-03-04T10:42:00Z"),
        ("Ends/Tuesday, March 4, 2031", "2031-03-04", "2031-03-04"),
        ("End/Tuesday, March 4, 2031\n\nNNNN", "2031-03-04", "2031-03-04"),
        ("Ends/Sunday, February 30, 2031", None, None),
    ],
)  # fmt: skip
def test_a_trailer_ends_the_body_and_dates_the_release(
    trailer: str, date: str | None, issued: str | None
) -> None:
    """English and Chinese, with and without the time."""
    release = release_from_text(f"Fair opens\n\n{BODY}\n{trailer}\n")
    assert (release.date, release.issued) == (date, issued)
    assert release.text[release.body : release.end].strip() == BODY.strip()


def test_the_trailer_tells_the_time_of_a_day_that_the_header_gave() -> None:
    """Of another day it tells nothing."""
    trailer = "Ends/Tuesday, March 4, 2031\nIssued at HKT 18:42\n"
    same = release_from_text(f"date: 2031-03-04\n\nFair\n\n{BODY}\n{trailer}")
    assert (same.date, same.issued) == ("2031-03-04", "2031-03-04T10:42:00Z")
    other = release_from_text(f"date: 2031-03-05\n\nFair\n\n{BODY}\n{trailer}")
    assert (other.date, other.issued) == ("2031-03-05", "2031-03-05")


def test_defaults_fill_in_and_never_override() -> None:
    """What the release says of itself wins."""
    defaults = Defaults("2030-01-01", "Elsewhere", "https://news.example/9")
    bare = release_from_text(f"Fair opens\n\n{BODY}", defaults=defaults)
    assert (bare.date, bare.issuer, bare.url) == (
        "2030-01-01",
        "Elsewhere",
        "https://news.example/9",
    )
    full = release_from_text(f"date: 2031-03-04\nissuer: City\n\nFair\n\n{BODY}", defaults=defaults)
    assert (full.date, full.issuer) == ("2031-03-04", "City")


def test_the_id_of_a_release_without_an_address_is_made_of_what_it_is() -> None:
    """Issuer, title, date and text; not of its name."""
    one, other = (release_from_text(f"Fair\n\n{BODY}", name=n) for n in ("a", "b"))
    assert one.id == other.id
    assert one.id.startswith("release:")
    dated = release_from_text(f"Fair\n\n{BODY}", defaults=Defaults(date="2031-03-04"))
    assert dated.id != one.id


def test_an_impossible_date_is_an_error() -> None:
    """A header's date that doesn't exist makes the release a bad one."""
    with pytest.raises(ReleaseError, match="'2031-02-30'"):
        release_from_text(f"date: 2031-02-30\n\nFair\n\n{BODY}")


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_the_text_is_kept_as_it_is(text: str) -> None:
    """Whatever it is: only line ends change, and the body lies within it."""
    try:
        release = release_from_text(text)
    except ReleaseError:
        return
    assert release.text == text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    check_bounds(release)


PARAGRAPHS = st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=80), min_size=1)


@given(
    PARAGRAPHS, st.sampled_from(["", "title: Fair\n\n", "date:\nissuer: City\n\n"]), st.booleans()
)
def test_any_paragraphs_are_kept_between_header_and_trailer(
    paragraphs: list[str], header: str, ended: bool
) -> None:
    """The body lies within the text, and whatever is around it."""
    trailer = "\n\nEnds/Tuesday, March 4, 2031\nNNNN" if ended else ""
    text = header + "\n\n".join(paragraphs) + trailer
    try:
        release = release_from_text(text)
    except ReleaseError:
        return
    assert release.text == text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    check_bounds(release)


def check_bounds(release: Release) -> None:
    """Make sure that the body lies within the text."""
    end = len(release.text) if release.end is None else release.end
    assert 0 <= release.body <= end <= len(release.text)
