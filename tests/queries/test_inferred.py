"""Facts that rest on an inference: a title stood for its holder, and every question says so or fits."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import communique
from communique.pipeline import Graph

NAMED = (
    "title: Talks in Oslo\ndate: 2031-03-04\nsource: https://news.example/1\n\n"
    "The Mayor of Oslo, Mr Ben Cole, met with the Minister of Trade of Norway, Ms Ada Oduya, in "
    "Oslo today (March 4).\n"
)
TITLED = (
    "title: More talks in Oslo\ndate: 2031-03-09\nsource: https://news.example/2\n\n"
    "The Minister of Trade of Norway, Ms Ada Oduya, met with the Mayor of Oslo in Bergen today "
    "(March 9). She thanked the Mayor of Oslo for his visit. The Mayor of Oslo attended the Harbour "
    "Forum in Bergen.\n"
)


@pytest.fixture
def graph(where: str, tmp_path: Path) -> Iterator[Graph]:
    """A graph of two releases in each database in turn."""
    for name, text in (("named.txt", NAMED), ("titled.txt", TITLED)):
        (tmp_path / name).write_text(text, "utf-8")
    with communique.open(where) as opened:
        assert opened.load([tmp_path / "named.txt", tmp_path / "titled.txt"]).added == 2
        yield opened


def test_evidence_says_on_what_an_inference_rests(graph: Graph) -> None:
    """One row for a fact, whichever of its ends was inferred; nothing where nothing was."""
    read, *inferred = (graph.evidence(row.fact) for row in graph.timeline("Ben Cole"))
    assert [(row.inferred, "office-holder" in row.rule) for row in read] == [(None, False)]
    assert len(inferred) == 3
    for table in inferred:
        (row,) = table
        assert row.inferred == "nearest"
        assert row.rule.endswith("+office-holder")
        assert "Mayor of Oslo" in row.quote


def test_a_doubtful_fact_says_that_it_was_inferred(graph: Graph) -> None:
    """What a title stands for is less sure than what names its holder."""
    rows = graph.doubtful_facts(person="Ben Cole", below=1)
    assert [row.inferred for row in rows] == ["nearest"] * 3 + [None]
    assert all(rows[i].confidence < rows[3].confidence for i in range(3))


def test_the_holder_did_what_the_title_did(graph: Graph) -> None:
    """In the timeline, among the meetings and the thanks, as if named."""
    assert [(row.date, row.what, row.whom) for row in graph.timeline("Ben Cole")] == [
        ("2031-03-04", "met-with", "Ada Oduya"),
        ("2031-03-09", "attended", "Harbour Forum"),
        ("2031-03-09", "met-with", "Ada Oduya"),
        ("2031-03-09", "thanked-by", "Ada Oduya"),
    ]
    assert [row.counterpart for row in graph.meetings("Ben Cole")] == ["Ada Oduya"] * 2
    assert [(row.by, row.to, row.for_what) for row in graph.thanks()] == [
        ("Ada Oduya", "Ben Cole", "for his visit")
    ]


def test_the_holder_attends_in_that_office(graph: Graph) -> None:
    """The title that was read is the office."""
    (forum,) = graph.attendees("Harbour Forum")
    assert (forum.attendee, forum.offices) == ("Ben Cole", ["Mayor of Oslo"])
    meeting = graph.attendees(graph.meetings("Ben Cole", since="2031-03-09")[0].event)
    assert {row.attendee: row.offices for row in meeting} == {
        "Ben Cole": ["Mayor of Oslo"],
        "Ada Oduya": ["Minister of Trade of Norway"],
    }


def test_an_inference_is_no_attestation(graph: Graph) -> None:
    """Nobody holds an office because he was taken for its holder."""
    (office,) = graph.offices("Ben Cole", "2031-03-09")
    assert (office.office, office.body, office.attested, office.basis) == (
        "Mayor of Oslo", "Oslo", "2031-03-04", "nearest"
    )  # fmt: skip
    assert graph.succession("Mayor of Oslo")[0].attestations == 1
