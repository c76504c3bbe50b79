"""Engagements on a line of time."""

import random
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("matplotlib")

from communique.errors import DataError
from communique.plots.engagements import Engagement
from communique.plots.saving import save
from communique.plots.timeline import draw_timeline

KINDS = ("met", "attended", "spoke at", "visited", "thanked", "thanked by")


def engagements(count: int) -> list[Engagement]:
    """Invent some, over three years."""
    chance = random.Random(count)  # noqa: S311 - nothing is secret
    days = [f"{2031 + n // 12}-{1 + n % 12:02}-{1 + chance.randrange(28):02}" for n in range(36)]
    return [
        Engagement(
            chance.choice([*days, "2032-05", "2031"]), chance.choice(KINDS),
            f"Person {chance.randrange(count)}", chance.choice(["Oslo", "Lisbon", None]), str(number),
        )
        for number in range(count)
    ]  # fmt: skip


@pytest.mark.parametrize("rows", ["counterpart", "kind", "place"])
@pytest.mark.parametrize("count", [1, 5, 60, 300])
def test_no_two_texts_lie_on_one_another(count: int, rows: str, overlapping: Any) -> None:
    """Whether there are five engagements or three hundred."""
    figure = draw_timeline(
        engagements(count), title="Ada Oduya", rows=rows, source="From 12 releases."
    )
    assert overlapping(figure) == []


def test_the_first_to_begin_is_on_top_and_the_others_are_one_row(words: Any) -> None:
    """Those with most have rows of their own."""
    found = [
        Engagement("2031-05-06", "met", "Ben Cole", None, "1"),
        Engagement("2031-03-04", "met", "Eva Lemos", None, "2"),
        Engagement("2031-04-05", "met", "Eva Lemos", None, "3"),
        Engagement("2031-01-02", "met", "Noor Haddad", None, "4"),
        Engagement("2031-09-09", "visited", "Ben Cole", None, "5"),
    ]
    lines = words(draw_timeline(found, title="Ada Oduya", top=2)).splitlines()
    named = [line for line in lines if line in ("Ben Cole", "Eva Lemos", "1 other")]
    assert named == ["Eva Lemos", "Ben Cole", "1 other"]
    assert "Ada Oduya, 2031-01-02 to 2031-09-09: 5 engagements" in lines


def test_a_date_of_a_month_is_a_bar(words: Any) -> None:
    """And the legend says why."""
    found = [Engagement("2031-05", "met", "Ben Cole"), Engagement("2031-07-08", "met", "Ben Cole")]
    assert "the day is not known" in words(draw_timeline(found, title="Ada"))
    assert "the day is not known" not in words(draw_timeline(found[1:], title="Ada"))


def test_what_has_no_year_is_counted(words: Any) -> None:
    """It has no place on a line of time."""
    found = [Engagement("--05-06", "met", "Ben Cole"), Engagement("2031-07-08", "met", "Ben Cole")]
    assert "1 more is left out: no year is known." in words(draw_timeline(found, title="Ada"))


def test_any_title_can_be_drawn_and_saved(tmp_path: Path) -> None:
    """Han, markup, mathematics."""
    title = "李明远 & <Ada> $x$ -->"
    figure = draw_timeline([Engagement("2031-07-08", "met", "Ben Cole")], title=title)
    for ending in ("svg", "png"):
        save(figure, tmp_path / f"a.{ending}")
    ET.parse(tmp_path / "a.svg")  # noqa: S314 - our own file


@pytest.mark.parametrize("found", [[], [Engagement(None, "met", "Ben Cole")]])
def test_nothing_to_draw_is_an_error(found: list[Engagement]) -> None:
    """With a sentence."""
    with pytest.raises(DataError, match="no engagement with a date"):
        draw_timeline(found, title="Ada")


@pytest.mark.parametrize(
    "days", [("0001-01-01", "0001"), ("9999-12-31", "9999"), ("0900", "2900-01-01")]
)
def test_the_ends_of_time_can_be_drawn(days: tuple[str, str], overlapping: Any) -> None:
    """What a hostile release calls a date."""
    figure = draw_timeline([Engagement(day, "met", "Ben Cole") for day in days], title="Ada")
    assert overlapping(figure) == []
