"""Who met whom, or when, as coloured cells."""

import random
from collections.abc import Callable, Sequence
from typing import Any

import pytest

pytest.importorskip("matplotlib")

from communique.errors import DataError
from communique.plots.engagements import Meeting
from communique.plots.heatmap import draw_calendar, draw_matrix


def meetings(count: int, years: int = 2) -> list[Meeting]:
    """Invent some."""
    chance = random.Random(count)  # noqa: S311 - nothing is secret
    made = []
    for number in range(count):
        one, other = chance.sample(range(max(3, count // 4)), 2)
        date = f"{2031 + chance.randrange(years)}-{chance.randrange(1, 13):02}-05"
        ends = (f"person:{one}", f"person:{other}", f"event:{number}", date)
        made.append(Meeting(*ends, f"Ada Oduya {one}", f"Ada Oduya {other}"))
    return made


@pytest.mark.parametrize("draw", [draw_matrix, draw_calendar])
@pytest.mark.parametrize("count", [2, 30, 400])
def test_no_two_texts_lie_on_one_another(
    draw: Callable[..., Any], count: int, overlapping: Any
) -> None:
    """Neither names nor numbers."""
    assert overlapping(draw(meetings(count), source="From 12 releases.")) == []


def test_cells_count_meetings(words: Any) -> None:
    """Of the pair, both ways; a meeting that is told twice counts once."""
    told = [
        Meeting("person:ada", "person:ben", "event:1", "2031-03-04", "Ada Oduya", "Ben Cole"),
        Meeting("person:ada", "person:ben", "event:2", "2031-03-05", "Ada Oduya", "Ben Cole"),
        Meeting("person:ada", "person:ben", "event:2", "2031-03-05", "Ada Oduya", "Ben Cole"),
    ]
    lines = words(draw_matrix(told)).splitlines()
    assert lines.count("2") == 2
    assert "Who met whom, 2031-03-04 to 2031-03-05: 2 meetings" in " ".join(lines)


@pytest.mark.parametrize(
    ("days", "columns"),
    [
        (["2031-03-04", "2031-05-06"], ["2031-03", "2031-04", "2031-05"]),
        (["2031-11-04", "2033-08-06"], ["2031 Q4", "2032 Q4", "2033 Q1"]),
        (["2031-11-04", "2038-02-06"], ["2031", "2034", "2038"]),
        (["0001-01-01", "9999-12-31"], ["from 0000 on", "from 2000 on", "from 9000 on"]),
    ],
)
def test_time_is_divided_by_how_much_there_is(
    days: Sequence[str], columns: Sequence[str], words: Any
) -> None:
    """Months, quarters or years; those in which nothing was have a column too."""
    told = [Meeting("a", "b", f"event:{day}", day, "Ada", "Ben") for day in days]
    assert set(columns) <= set(words(draw_calendar(told)).splitlines())


def test_a_meeting_of_no_known_time_is_counted_below(words: Any) -> None:
    """A year is no month."""
    told = [
        Meeting("a", "b", f"event:{day}", day, "Ada", "Ben")
        for day in ("2031-03-04", "2031-05-06", "2031", "", "--03-04")
    ]
    assert "3 meetings are left out" in words(draw_calendar(told))


@pytest.mark.parametrize("draw", [draw_matrix, draw_calendar])
def test_nothing_to_draw_is_an_error(draw: Callable[..., Any]) -> None:
    """With a sentence."""
    with pytest.raises(DataError, match="nothing to draw"):
        draw([])


def test_those_who_met_most_often_are_shown(words: Any) -> None:
    """And the others counted."""
    assert "Shown are the 10 of" in words(draw_matrix(meetings(400), top=10))
