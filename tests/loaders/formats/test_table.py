"""Tables of comma-separated values."""

import csv
from typing import Any

import pytest

from communique.errors import ParameterError
from communique.loaders import Failure, Release


def test_a_row_is_a_release(load_bytes: Any) -> None:
    """Columns called as what they are need no more."""
    table = 'url,title,date,text\nhttps://a.example/1,Fair opens,2031-03-04,"The Mayor\nspoke."\n'
    (release,) = load_bytes("a.csv", table.encode())
    assert isinstance(release, Release)
    assert (release.id, release.title, release.date) == (
        "https://a.example/1",
        "Fair opens",
        "2031-03-04",
    )
    assert release.text.endswith("The Mayor\nspoke.")


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_columns_are_told_apart_by_what_stands_between_their_names(
    load_bytes: Any, mark: str
) -> None:
    """Commas, semicolons, tabs or bars."""
    lines = [mark.join(["Title", "TEXT"]), mark.join(["Fair opens", "The Mayor spoke."])]
    (release,) = load_bytes("a.csv", "\n".join(lines).encode())
    assert release.title == "Fair opens"


def test_an_option_says_what_a_column_is(load_bytes: Any) -> None:
    """The same goes for records; other columns are kept."""
    table = "Headline,Body,Desk\nFair opens,The Mayor spoke.,Oslo\n"
    columns = {"Headline": "title", "Body": "text"}
    (release,) = load_bytes("a.csv", table.encode(), columns=columns)
    assert (release.title, release.text, release.extra) == (
        "Fair opens",
        "The Mayor spoke.",
        {"Desk": "Oslo"},
    )
    record = b'{"Headline": "Fair opens", "Body": "The Mayor spoke.", "Desk": "Oslo"}'
    (same,) = load_bytes("a.jsonl", record, columns=columns)
    assert same == release or (same.text, same.extra) == (release.text, release.extra)


def test_a_column_can_only_be_what_columns_are(load_bytes: Any) -> None:
    """It is said before anything is read."""
    with pytest.raises(ParameterError, match="'headline', which no column is"):
        load_bytes("a.csv", b"", columns={"Headline": "headline"})


def test_a_bad_row_stops_nothing(load_bytes: Any) -> None:
    """It is a failure with its line; the rows after it are read."""
    table = "title,text,date\nA,The Mayor spoke.,2031-02-30\n\nB,The Mayor spoke.,\nC\n"
    bad, good, short = load_bytes("a.csv", table.encode())
    assert isinstance(bad, Failure)
    assert bad.where.endswith("a.csv:2")
    assert good.title == "B"
    assert "neither 'text' nor 'html'" in str(short)


def test_a_table_without_text_says_how_to_name_it(load_bytes: Any) -> None:
    """Nothing is guessed from what the columns hold."""
    (failure,) = load_bytes("a.csv", b"a,b\n1,2\n")
    assert "No column of it is text or html; it has a, b." in str(failure)
    assert "--column NAME=text" in str(failure)


def test_a_quotation_mark_left_open_is_said(
    load_bytes: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes no more memory than a release may."""
    monkeypatch.setattr("communique.loaders.formats.table.LARGEST", 1000)
    table = b"title,text\nA,The Mayor spoke.\nB," + b'"' + b"The Mayor spoke.\n" * 100
    good, failure = load_bytes("a.csv", table)
    assert good.title == "A"
    assert "quotation mark is left open" in str(failure)


def test_a_long_text_fits_and_the_limit_of_others_is_left_alone(load_bytes: Any) -> None:
    """Python has one limit for all tables of a process."""
    before = csv.field_size_limit()
    (release,) = load_bytes("a.csv", b'text\n"' + b"The Mayor spoke. " * 20_000 + b'"\n')
    assert len(release.text) > 300_000
    assert csv.field_size_limit() == before


def test_big5_and_utf_16_are_read(load_bytes: Any) -> None:
    """As everywhere."""
    table = "title,text\n市集開幕,市長今日在市政廳會見了來訪的市長，並感謝他的支持。\n"
    for encoding in ("utf-16", "utf-8-sig", "big5hkscs"):
        (release,) = load_bytes("a.csv", table.encode(encoding))
        assert release.title == "市集開幕", encoding


def test_a_row_that_is_too_large_stops_no_other(
    load_bytes: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told by its line; the rows after it are read."""
    monkeypatch.setattr("communique.loaders.streams.LARGEST", 1000)
    long = b'B,"""' + b"a" * 5000 + b'"""\n'
    table = b"title,text\nA,The Mayor spoke.\n" + long + long + b'C,"The Mayor\nspoke."\n'
    first, failure, other, last = load_bytes("a.csv", table)
    assert (first.title, last.title, last.text) == ("A", "C", "The Mayor\nspoke.")
    assert "a.csv:3: It is larger than" in str(failure)
    assert "a.csv:4: It is larger than" in str(other)


@pytest.mark.parametrize(
    "table",
    [
        b'title,text\nA,The Mayor spoke.\nB,"' + b"a" * 5000 + b'\nC,The Mayor spoke."\n',
        b'title,text\nA,The Mayor spoke.\nB,"\n' + b"a" * 5000 + b'"\nC,The Mayor spoke.\n',
    ],
)
def test_after_a_long_line_within_quotes_no_row_is_guessed(
    load_bytes: Any, monkeypatch: pytest.MonkeyPatch, table: bytes
) -> None:
    """Nobody knows where the next one starts."""
    monkeypatch.setattr("communique.loaders.streams.LARGEST", 1000)
    good, failure = load_bytes("a.csv", table)
    assert good.title == "A"
    assert "It is no table from line" in str(failure)


def test_a_table_that_is_one_line_is_told(load_bytes: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """As too large, not as one without columns."""
    monkeypatch.setattr("communique.loaders.streams.LARGEST", 1000)
    (failure,) = load_bytes("a.csv", b"a" * 5000 + b"\nA\n")
    assert "larger than" in str(failure)
