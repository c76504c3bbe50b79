"""Periods as people write them."""

import datetime

import pytest

from communique.errors import ParameterError
from communique.queries.period import Period


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("2031", "2031-01-01", "2031-12-31"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("2031-03-04", "2031-03-04", "2031-03-04"),
        ("2031-01..2031-06", "2031-01-01", "2031-06-30"),
        (" 2031 .. 2032 ", "2031-01-01", "2032-12-31"),
        ("2031..", "2031-01-01", None),
        ("..2031", None, "2031-12-31"),
    ],
)
def test_a_period_is_a_date_or_two(text: str, since: str | None, until: str | None) -> None:
    """A month or year means all its days; an end may be open."""
    assert Period.parse(text) == Period(since, until)


@pytest.mark.parametrize("text", ["", "..", "soon", "2031..soon", "2032..2031", "2031-13"])
def test_what_is_no_period_is_said(text: str) -> None:
    """With how to write one."""
    with pytest.raises(ParameterError, match="Write it as 2031"):
        Period.parse(text)


def test_a_day_is_held_as_exactly_as_it_is_known() -> None:
    """A year or month lies in each of its parts; no year lies in none but the whole."""
    spring = Period.of("2031-03", datetime.date(2031, 5, 31))
    assert [spring.holds(day) for day in ("2031-03-01", "2031-05", "2031")] == [True] * 3
    assert [spring.holds(day) for day in ("2031-02-28", "2031-06", "2032", "--04-01", None)] == [
        False
    ] * 5
    assert Period().holds(None)
    assert str(Period()) == "all days"
    assert str(spring) == "2031-03-01..2031-05-31"
