"""Hostile and hopeless texts: bounded time, a partial reading, a stated reason."""

import time

import pytest

from communique.loaders.release import Release
from communique.reading.rules import RulesReader


@pytest.mark.parametrize(
    ("body", "note"),
    [
        ("", "empty"),
        ("\x00\x01\x02 \x07", "no words"),
        ("行政長官今日在上海與市長會面，就兩地合作交換意見。" * 5, "not in English"),
        ("Le maire a rencontré le ministre ce matin pour parler du port. " * 10, "English"),
        ("met with Mr Brenn and " * 25_000, "words were left out"),
        ("The mayor, Mr Oskar Brenn, met with Ms Ana Velt. " * 25_000, "first 1000000"),
    ],
)
def test_what_cannot_be_read_is_said(body: str, note: str) -> None:
    """An unreadable or oversized body gives a note in time."""
    RulesReader().read(Release(text="Mr Brenn spoke.", body=0))
    start = time.perf_counter()
    result = RulesReader().read(Release(text=body, body=0, date="2024-01-01"))
    assert time.perf_counter() - start < 20
    assert any(note in n for n in result.notes)


@pytest.mark.parametrize(
    "piece", ["(", "“", "the ", "of the ", "Minister ", "Minister of ", "and ", ", ", "Mr ", "Aa ", "A. ",
              "led by ", "delegation ", "- ", "\n\n- ", "May ", "1-", "’s ", "U.S.", "to meet with "]
)  # fmt: skip
def test_time_is_linear_for_repetitions(piece: str) -> None:
    """A text of one piece repeated is read in time, whatever the piece."""
    start = time.perf_counter()
    RulesReader().read(
        Release(text="On the day of the visit to the town. " + piece * 4_000, body=0)
    )
    assert time.perf_counter() - start < 5
