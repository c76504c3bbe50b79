"""The release that the product was first asked to read."""

from dataclasses import replace
from pathlib import Path

import pytest

from communique.loaders.release import Release
from communique.reading import read
from communique.reading.model import Kind, Reading
from communique.reading.record import record

pytestmark = pytest.mark.shared


def _release(shared: Path, date: str | None) -> Release:
    text = (shared / "seed" / "ce-meets-leaders-of-shanghai.txt").read_text("utf-8")
    body = text.index(")\n\n") + 1
    return Release(text=text, title="CE meets Leaders of Shanghai", body=body, date=date)


def _facts(release: Release, reading: Reading) -> set[tuple[str, str, str, str | None]]:
    facts = record(release, reading)["facts"]
    assert isinstance(facts, list)
    return {
        (
            f["subject"],
            f["predicate"],
            f["object"].removesuffix(" newly settled in Hong Kong"),
            f["date"],
        )
        for f in facts
    }


@pytest.mark.parametrize(("date", "day"), [(None, "--11-06"), ("2024-11-06", "2024-11-06")])
def test_its_facts_are_read_whole(shared: Path, date: str | None, day: str) -> None:
    """Every engagement of the text is a fact of its day, and nothing else is."""
    release = _release(shared, date)
    lee, government = "John Lee", "Hong Kong Special Administrative Region Government"
    assert _facts(release, read(release)) == {
        (lee, "met-with", "Chen Jining", day),
        (lee, "met-with", "Gong Zheng", day),
        (lee, "met-with", "enterprises and talent", day),
        ("Zhou Ji", "attended", "meeting", day),
        (lee, "visited", "Shanghai", day),
        (lee, "thanked", "Chen Jining", day),
        (lee, "thanked", "CPC Shanghai Municipal Committee", day),
        (lee, "thanked", "Shanghai Municipal Government", day),
        (lee, "thanked", "Central Government", day),
        (lee, "congratulated", "China International Import Expo", day),
        (government, "hosted", "Hong Kong Investment Promotion Conference – Shanghai Forum", day),
    }


def test_its_people_hold_their_offices(shared: Path) -> None:
    """Four people, one of them in two offices."""
    reading = read(_release(shared, None))
    assert [len(p.offices) for p in reading.people] == [1, 1, 1, 2]


def test_its_meetings_are_two_and_its_session_is_in_april(shared: Path) -> None:
    """Two people share a meeting, the newcomers have their own; the session is dated by month."""
    release = replace(_release(shared, "2024-11-06"))
    reading = read(release)
    met = {reading.entities[f.object].name: f.event for f in reading.facts if f.event is not None}
    assert met["Chen Jining"] == met["Gong Zheng"]
    assert len(set(met.values())) == 2
    session = [e for e in reading.entities if e.kind is Kind.EVENT and e.name.startswith("Sixth")]
    assert [(e.date, e.named) for e in session] == [("2024-04", True)]
