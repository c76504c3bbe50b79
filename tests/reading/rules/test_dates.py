"""Dates in running text."""

import pytest

from communique.reading.rules.texts.dates import find, resolve_weekday, shift
from communique.reading.rules.texts.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "today", "day", "until"),
    [
        ("today", "2024-11-06", "2024-11-06", None),
        ("yesterday (November 5)", None, "--11-05", None),
        ("May 21-27", "2022-05-17", "2022-05-21", "2022-05-27"),
        ("June 29 – July 2", "2022-06-20", "2022-06-29", "2022-07-02"),
        ("January 3", "2024-12-20", "2025-01-03", None),
        ("December 30", "2024-01-02", "2023-12-30", None),
        ("January 21, Davos time", "2022-01-22", "2022-01-21", None),
        ("Wednesday (May 13)", "2026-05-12", "2026-05-13", None),
        ("6 November 2024", None, "2024-11-06", None),
        ("November12 to 30(Warsaw time)", "2025-11-13", "2025-11-12", "2025-11-30"),
        ("March 2023", None, "2023-03", None),
        ("19 to 21 July 2022", None, "2022-07-19", "2022-07-21"),
        ("7-8 July, 2022", None, "2022-07-07", "2022-07-08"),
        ("20th of July", "2022-07-22", "2022-07-20", None),
        ("July 24-August 1", "2022-07-22", "2022-07-24", "2022-08-01"),
        ("07/21/2022", None, "2022-07-21", None),
        ("2022-07-21", None, "2022-07-21", None),
        ("next week, July 25-28", "2022-07-22", "2022-07-25", "2022-07-28"),
        ("last night", "2022-07-22", "2022-07-21", None),
        ("this week", "2022-07-22", None, None),
    ],
)
def test_date(text: str, today: str | None, day: str | None, until: str | None) -> None:
    """Each form gives its day, and the last day of a range."""
    tokens = tokenize(text)
    (when,) = find(tokens, 0, len(tokens), today)
    assert (when.day, when.until, when.end) == (day, until, len(tokens))


def test_a_month_alone_needs_a_preposition() -> None:
    """``may`` is a verb, ``in April`` is this year's April."""
    tokens = tokenize("It may rain as in April")
    assert [w.day for w in find(tokens, 0, len(tokens), "2024-11-06")] == ["2024-04"]


def test_days_shift_with_and_without_a_year() -> None:
    """The day before the first of a month is the last of the month before."""
    assert shift("2024-03-01", -1) == "2024-02-29"
    assert shift("--11-01", -1) == "--10-31"
    assert shift(None, 1) is None


def test_a_weekday_is_the_last_or_the_next_one() -> None:
    """A weekday lies behind what happened and ahead of what is planned."""
    assert resolve_weekday(0, "2024-11-06", ahead=False) == "2024-11-04"
    assert resolve_weekday(0, "2024-11-06", ahead=True) == "2024-11-11"


@pytest.mark.parametrize("text", ["this year's fair", "01/02/2022", "2022-13-45", "1-2-3"])
def test_what_is_no_date(text: str) -> None:
    """A possessive year dates nothing, nor does a day whose order can't be told."""
    tokens = tokenize(text)
    assert not find(tokens, 0, len(tokens), "2022-07-22")
