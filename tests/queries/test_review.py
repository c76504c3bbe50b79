"""What identity leaves open, and why mentions are one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import communique
from communique.pipeline import Graph

RELEASES = {
    "a": ("2031-03-04", "Harbour Office",
          "The Chairman of the Harbour Board, Mr Li Qiang, met with Ms Ada Oduya today (March 4)."),
    "b": ("2033-05-04", "Fjord Ministry", "Mr Li Qiang met with Mr Ben Cole today (May 4)."),
    "c": ("2033-06-04", "Fjord Ministry", "Mr Li Qiang met with Mr Ben Cole today (June 4)."),
    "d": ("2034-06-04", "Harbour Office", "The Harbour Board Chairman, Mr Li Qiang, met with Ms Ada Oduya."),
    "e": ("2035-06-04", "Harbour Office", "Ms Ada Oduya had lunch with the Mayor of Bergen, Mr Ben Cole, today (June 4)."),
    "f": ("2035-06-04", "Fjord Ministry", "The Mayor of Bergen, Mr Ben Cole, met with Ms Ada Oduya today (June 4)."),
}  # fmt: skip


@pytest.fixture
def graph(where: str, tmp_path: Path) -> Iterator[Graph]:
    """Releases that leave a person and a meeting in doubt."""
    for name, (day, issuer, text) in RELEASES.items():
        (tmp_path / f"{name}.txt").write_text(
            f"source: https://news.example/{name}\ndate: {day}\nissuer: {issuer}\n\nTalks\n\n{text}\n"
        )
    with communique.open(where) as opened:
        opened.load([tmp_path / f"{name}.txt" for name in RELEASES])
        yield opened


def test_doubts_come_by_how_many_mentions_hang_on_them(graph: Graph) -> None:
    """The common name before the meeting, each with what releases tell of both sides."""
    person, meeting = graph.review()
    assert (person.kind, person.weight, meeting.kind, meeting.weight) == ("Person", 2, "Event", 1)
    assert {person.a_name, person.b_name} == {"Li Qiang"}
    evidence = [*person.a_evidence, *person.b_evidence]
    assert "Li Qiang, Chairman of the Harbour Board, 2031-03-04, https://news.example/a" in evidence
    assert meeting.reason == "the same pair and day, the place not said by both"
    assert len(graph.review(limit=1)) == 1


def test_a_settled_doubt_is_none_any_more(graph: Graph) -> None:
    """Whichever way a person decides, it is not asked again."""
    doubt, meeting = graph.review()
    graph.different(doubt.a, doubt.b)
    graph.same(meeting.a, meeting.b)
    assert len(graph.review()) == 0
    assert [row.meetings for row in graph.who_met("Ada Oduya", "Ben Cole")] == [1]


def test_every_mention_but_the_first_says_why_it_is_there(graph: Graph) -> None:
    """In words, with what it is like."""
    rows = list(graph.why("Ada Oduya"))
    first = [row for row in rows if row.reason == "the first of its kind"]
    assert len(first) < len(rows) == 4
    assert all(row.reason for row in rows)
    assert any("as Ada Oduya" in row.reason for row in rows)
