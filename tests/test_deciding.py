"""What people decide about a graph: kept, in force, undone, in a file, on both databases."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

import communique
from communique.errors import Contradiction, DataError, UnknownId
from communique.pipeline import Graph

OSLO = """source: https://news.example/a
date: 2031-03-04
issuer: Harbour Office

Mayor meets minister

The Minister for Trade, Ms Ada Oduya, met with the Mayor of Oslo, Mr Li Qiang, in Oslo today (March 4). She \
thanked Mr Li for his support.
"""
MUSEUM = """source: https://news.example/b
date: 2031-09-04
issuer: Fjord Ministry

Talks

The Director of the Fjord Museum, Mr Li Qiang, met with the Minister for Trade, Ms Oduya, today (September 4).
"""
ADA = "https://news.example/a#mentions.person.121-130"
ODUYA = "https://news.example/b#mentions.person.162-167"


def export(graph: Graph) -> str:
    """Take the whole graph as text."""
    stream = io.StringIO()
    graph.write(stream)
    return stream.getvalue()


def people(graph: Graph) -> dict[str, list[str]]:
    """Whom the graph knows, with their names."""
    rows = graph.cypher("MATCH (p:Person) RETURN p.id AS id, p.names AS names")
    return {row["id"]: row["names"] for row in rows}


@pytest.fixture
def texts(tmp_path: Path) -> list[Path]:
    """Two releases: one minister, and two of one name."""
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path, text in zip(paths, (OSLO, MUSEUM), strict=True):
        path.write_text(text)
    return paths


@pytest.fixture
def graph(where: str, texts: list[Path]) -> Iterator[Graph]:
    """A graph of the two."""
    with communique.open(where) as opened:
        opened.load(texts)
        yield opened


def test_rules_join_who_is_one_and_keep_apart_who_contradict(graph: Graph) -> None:
    """Ms Oduya is Ada Oduya; a mayor and a museum's director of one name are two."""
    names = people(graph)
    assert names["person:ada-oduya"] == ["Ada Oduya", "Oduya"]
    assert len([node for node in names if node.startswith("person:li-qiang~")]) == 2


def test_a_decision_wins_and_its_undoing_leaves_no_trace(graph: Graph) -> None:
    """Made, undone and made again: the graphs before, between and after are those expected."""
    before = export(graph)
    mayor, director = sorted(node for node in people(graph) if "li-qiang" in node)
    made = graph.same(mayor, director, note="he told us")
    assert made["nodes"] == ["person:li-qiang"]
    one = export(graph)
    assert one != before
    assert graph.undo(made["decision"])["nodes"] == [mayor, director]
    assert export(graph) == before
    graph.same(director, mayor, note="he told us")
    assert export(graph) == one


def test_what_rules_join_a_person_can_part(graph: Graph) -> None:
    """Mentions are named where nodes can't be: they are one."""
    made = graph.different(ADA, ODUYA)
    assert made["nodes"] == ["person:ada-oduya", "person:oduya"]
    assert {row.reason for row in graph.why("person:oduya")} == {"the first of its kind"}


def test_a_wrong_fact_is_gone_until_that_is_undone(graph: Graph) -> None:
    """A meeting that did not take place leaves neither edge nor event."""
    before = export(graph)
    (meeting,) = graph.meetings("Ada Oduya", until="2031-06-01")
    made = graph.wrong(meeting.fact)
    assert [row.date for row in graph.meetings("Ada Oduya")] == ["2031-09-04"]
    assert meeting.event not in export(graph)
    assert [row.state for row in graph.decisions()] == ["in force"]
    graph.undo(made["decision"])
    assert export(graph) == before


def test_decisions_hold_when_their_releases_go_and_come_back(
    graph: Graph, texts: list[Path]
) -> None:
    """Retracted, a release takes no decision with it; loaded or read again, it finds them."""
    graph.different(ADA, ODUYA)
    (thanks,) = graph.thanks(by="Ada Oduya")
    graph.wrong(thanks.fact)
    decided = export(graph)
    graph.retract("https://news.example/a")
    assert {row.state for row in graph.decisions()} == {"dormant"}
    graph.load(texts)
    assert {row.state for row in graph.decisions()} == {"in force"}
    assert export(graph) == decided
    assert len(list(graph.reread(everything=True))) == 2
    assert export(graph) == decided


def test_a_cycle_of_same_and_different_is_refused(graph: Graph) -> None:
    """The graph and its decisions stay as they were, and the message names what is in the way."""
    graph.different(ADA, ODUYA)
    before, decisions = export(graph), graph.export_decisions()
    with pytest.raises(Contradiction, match="told apart by different-"):
        graph.same(ADA, ODUYA)
    assert (export(graph), graph.export_decisions()) == (before, decisions)


@pytest.mark.parametrize(
    "one",
    ["person:nobody", "https://news.example/a#mentions.person.1-2", "Nobody", "😀", "x" * 9000],
)
def test_who_is_not_there_can_not_be_decided_about(graph: Graph, one: str) -> None:
    """An unknown id and an odd name are errors in a sentence; nothing is kept."""
    with pytest.raises(DataError):
        graph.same(one, "person:ada-oduya")
    assert len(graph.decisions()) == 0


def test_a_group_can_not_be_decided_about(graph: Graph, tmp_path: Path) -> None:
    """It has no identity beyond its release."""
    path = tmp_path / "c.txt"
    path.write_text(
        "source: https://news.example/c\ndate: 2031-10-01\n\nTalks\n\n"
        "Ms Ada Oduya met with representatives of young seafarers today (October 1).\n"
    )
    graph.load(path)
    rows = graph.cypher("MATCH (o:Organization {kind: 'group'}) RETURN o.id AS id")
    with pytest.raises(DataError, match="no identity"):
        graph.same(rows[0]["id"], "person:ada-oduya")


def test_the_file_of_decisions_carries_them_to_another_graph(
    graph: Graph, texts: list[Path], tmp_path: Path
) -> None:
    """Exported, imported: the same graph; imported again: nothing new."""
    graph.different(ADA, ODUYA)
    path = tmp_path / "decisions.jsonl"
    path.write_text(graph.export_decisions())
    with communique.open(tmp_path / "other.db") as other:
        other.load(texts)
        assert other.decide(path) == {"decisions": 1, "new": 1}
        assert other.decide(path) == {"decisions": 1, "new": 0}
        assert export(other) == export(graph)
        assert other.export_decisions() == path.read_text()


def test_decisions_about_another_graph_are_refused_unless_they_may_wait(
    graph: Graph, tmp_path: Path
) -> None:
    """All or none are taken in; --ahead keeps them until their releases come."""
    graph.different(ADA, ODUYA)
    path = tmp_path / "decisions.jsonl"
    path.write_text(graph.export_decisions())
    with communique.open(tmp_path / "other.db") as other:
        (tmp_path / "a.txt").write_text(OSLO)
        other.load(tmp_path / "a.txt")
        before = export(other)
        with pytest.raises(UnknownId, match="Load it first"):
            other.decide(path)
        assert (export(other), len(other.decisions())) == (before, 0)
        other.decide(path, ahead=True)
        other.load(tmp_path / "b.txt")
        assert export(other) == export(graph)


def test_replace_puts_an_older_text_in_the_place_of_a_newer(graph: Graph, tmp_path: Path) -> None:
    """Of one address the latest wins, in any order; unless one is told otherwise."""
    path = tmp_path / "old.txt"
    path.write_text(OSLO.replace("2031-03-04", "2031-03-01").replace("Li Qiang", "Bo Marr"))
    assert graph.load(path).unchanged == 1
    assert graph.load(path, replace=True).replaced == 1
    assert "person:bo-marr" in people(graph)
    graph.retract("https://news.example/a")
    graph.load(path)
    assert "person:bo-marr" in people(graph)
