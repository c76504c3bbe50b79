"""Questions on the releases themselves mean what they say, on both databases."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

import communique
from communique.graph.ledger import load
from communique.graph.store import connect
from communique.pipeline import Graph

ADA, BEN, CLEO, JAAN = "Ada Oduya", "Ben Cole", "Cleo Dahl", "Jaan Tamm"
OURS, THEIRS, PAPER = "Harbour Office", "Fjord Ministry", "Town Paper"


def report(draft: Any, number: int, issuer: str | None, day: str, *pairs: tuple[str, str]) -> Any:
    """Make a release of an issuer that tells who met whom, the principal first."""
    made = draft(number, day, issuer)
    people = {name: made.person(name) for pair in pairs for name in pair}
    for one, other in pairs:
        made.meet(people[one], people[other], made.meeting())
    return made


@pytest.fixture
def graph(where: str, draft: Any) -> Iterator[Graph]:
    """Releases of three issuers and of none."""
    forum = draft(6, "2031-06-06", PAPER)
    forum.attend(
        forum.person("A. Oduya", forum.office("Mayor of Oslo", "Mayor")), forum.event("Fair")
    )
    forum.facts[-1] = replace(forum.facts[-1], confidence=0.3)
    unsure = report(draft, 5, None, "2031-05-05", (JAAN, ADA))
    unsure.facts[-1] = replace(unsure.facts[-1], confidence=0.5)
    drafts = (
        report(draft, 1, OURS, "2031-03-04", (ADA, BEN), (ADA, CLEO)),
        report(draft, 2, THEIRS, "2031-03-04", (BEN, ADA)),
        report(draft, 3, THEIRS, "2031-04-04", (BEN, CLEO), (BEN, JAAN)),
        report(draft, 4, PAPER, "2031-03-09", (CLEO, BEN), (BEN, ADA)),
        unsure,
        forum,
        report(draft, 7, OURS, "2031-07-07", (ADA, BEN)),
    )
    with connect(where, write=True, create=True) as store:
        for made in drafts:
            load(store, made.batch())
    with communique.open(where) as opened:
        yield opened


def test_one_side_alone_reports_a_meeting(graph: Graph) -> None:
    """Where both do it is nobody's alone; where a third party does it is nobody's either."""
    rows = graph.reported_by_one_side(BEN)
    assert [(row.date, row.counterpart, row.reported_by, row.silent) for row in rows] == [
        ("2031-03-09", CLEO, [PAPER], THEIRS),
        ("2031-04-04", CLEO, [THEIRS], PAPER),
        ("2031-07-07", ADA, [OURS], THEIRS),
    ]
    assert [row.date for row in graph.reported_by_one_side(ADA)] == ["2031-03-04", "2031-07-07"]
    assert {row.fact for row in graph.reported_by_one_side()} == {
        row.fact for name in (ADA, BEN, CLEO) for row in graph.reported_by_one_side(name)
    }
    assert [row.silent for row in graph.reported_by_one_side(BEN, issuer=OURS)] == [THEIRS]
    assert [row.silent for row in graph.reported_by_one_side(BEN, issuer="harbour")] == [THEIRS]
    assert len(graph.reported_by_one_side(JAAN)) == 0


def test_facts_come_the_least_sure_first(graph: Graph) -> None:
    """A meeting is one row, whoever of the two is asked about; who did it stands first."""
    rows = graph.doubtful_facts()
    assert [(row.confidence, row.predicate, row.subject, row.object) for row in rows] == [
        (0.3, "attended", "A. Oduya", "Fair"),
        (0.5, "met-with", JAAN, ADA),
    ]
    for name in (ADA, JAAN):
        (row,) = graph.doubtful_facts(person=name)
        assert (row.subject, row.object, row.status) == (JAAN, ADA, "occurred")
    assert len(graph.doubtful_facts(below=0.4)) == 1
    assert len(graph.doubtful_facts(below=1)) == 10


def test_releases_name_somebody(graph: Graph) -> None:
    """The first place where each does, in its own words, and how often."""
    rows = graph.releases_about(JAAN)
    assert [(row.release, row.form, row.times) for row in rows] == [
        ("https://news.example/3", JAAN, 1),
        ("https://news.example/5", JAAN, 1),
    ]
    texts = graph.cypher("MATCH (r:Release) RETURN r.id AS id, r.text AS text")
    text = {row["id"]: row["text"] for row in texts}
    assert all(text[row.release][row.start : row.end] == JAAN for row in rows)
    assert [row.issuer for row in graph.releases_about(JAAN, since="2031-05")] == [None]
