"""Dates as spans and as words."""

from datetime import date

import pytest

from communique.plots.dates import span, span_of


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2031-03-04", date(2031, 3, 4), date(2031, 3, 4)),
        ("2032-02", date(2032, 2, 1), date(2032, 2, 29)),
        ("2031", date(2031, 1, 1), date(2031, 12, 31)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
    ],
)
def test_a_date_is_as_long_as_it_is_known(text: str, first: date, last: date) -> None:
    """A day, a month or a year."""
    assert span(text) == (first, last)


@pytest.mark.parametrize("text", [None, "", "--03-04", "2031-02-30", "2031-13", "0000", "soon"])
def test_what_has_no_year_is_no_span(text: str | None) -> None:
    """And neither is what is no date."""
    assert span(text) is None


def test_a_period_is_told_in_words() -> None:
    """The bounds asked for, else the first and the last day there are."""
    assert (
        span_of(None, None, ["2031-03-04", None, "--05-06", "2033-01"]) == "2031-03-04 to 2033-01"
    )
    assert span_of("2031-01-01", None, ["2032-03-04"]) == "2031-01-01 to 2032-03-04"
    assert span_of("2031-01-01", None, []) == "since 2031-01-01"
    assert span_of(None, "2031-01-01", []) == "until 2031-01-01"
    assert span_of(None, None, ["2031"]) == "2031"
    assert span_of(None, None, []) == ""
