"""The real release it all began with, from the text to the answers, on both databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import communique
from communique.graph.store import connect
from communique.loaders import Options, Release, load_releases
from communique.pipeline import Graph

pytestmark = pytest.mark.shared

GROUP = "enterprises and talent newly settled in Hong Kong"
SECRETARY = "Secretary of the Shanghai Municipal Committee of the Communist Party of China"


@pytest.fixture
def seed(shared: Path) -> Path:
    """The file."""
    (found,) = (shared / "seed").iterdir()
    return found


@pytest.fixture
def graph(where: str, seed: Path) -> Iterator[Graph]:
    """A graph of it in each database in turn."""
    with communique.open(where) as opened:
        report = opened.load(seed, date="2024-11-06")
        assert (report.added, report.failed) == (1, 0)
        yield opened


def test_who_met_whom(graph: Graph) -> None:
    """Lee met Chen, Gong and, apart, the newly settled; Chen and Gong did not meet each other."""
    met = [
        (r.person, r.counterpart, r.meetings, r.first, r.last) for r in graph.who_met("John Lee")
    ]
    day = "2024-11-06"
    assert met == [("John Lee", name, 1, day, day) for name in ("Chen Jining", "Gong Zheng", GROUP)]
    assert len(graph.who_met()) == 3
    events = {m.counterpart: m.event for m in graph.meetings("John Lee")}
    assert events["Chen Jining"] == events["Gong Zheng"] != events[GROUP]


@pytest.mark.parametrize("form", ["nquads", "trig"])
def test_it_comes_back_from_rdf(graph: Graph, where: str, form: str, tmp_path: Path) -> None:
    """Byte by byte, in an empty database of the same sort."""
    first, again = tmp_path / "first.nq", tmp_path / "again.nq"
    graph.export(first, form)
    graph.close()
    if "://" in where:
        with connect(where, write=True) as store:
            store.run("MATCH (n) DETACH DELETE n", {})
    with communique.open(where if "://" in where else tmp_path / "again.db") as other:
        other.import_rdf(first, form)
        other.export(again, form)
    assert again.read_bytes() == first.read_bytes()


def test_who_held_what(graph: Graph) -> None:
    """The offices as the release states them; two of Zhou Ji's, at two bodies."""
    rows = graph.cypher(
        "MATCH (p:Person)-[:HOLDS]->(o:Office) RETURN p.name AS p, o.name AS o ORDER BY p, o"
    )
    held = {(row["p"], row["o"]) for row in rows}
    assert {
        ("John Lee", "Chief Executive"),
        ("Chen Jining", SECRETARY),
        ("Gong Zheng", "Mayor of Shanghai"),
    } < held
    assert len({office for person, office in held if person == "Zhou Ji"}) == 2


def test_zhou_ji_attended_and_met_nobody(graph: Graph) -> None:
    """Being in the room is no meeting."""
    event = next(m.event for m in graph.meetings("Chen Jining"))
    rows = {(r.attendee, r.role): r.offices for r in graph.attendees(event)}
    assert len(rows["Zhou Ji", "attendee"]) == 2
    assert ("Zhou Ji", "counterpart") not in rows
    assert len(graph.who_met("Zhou Ji")) == 0


def test_whom_lee_thanked_and_congratulated(graph: Graph) -> None:
    """Four were thanked; the fair was congratulated."""
    assert {r.to for r in graph.thanks(by="John Lee")} == {
        "Chen Jining",
        "Shanghai Municipal Committee of the Communist Party of China",
        "Shanghai Municipal Government",
        "Central Government",
    }
    found = graph.cypher("MATCH (:Person)-[:CONGRATULATED]->(e:Event) RETURN e.name AS name")
    assert [row["name"] for row in found] == ["China International Import Expo"]


def test_where_lee_went(graph: Graph) -> None:
    """He visited Shanghai; going home is no visit."""
    found = graph.cypher("MATCH (p:Person)-[:VISITED]->(x) RETURN p.name AS p, x.name AS x")
    assert found.dicts() == [{"p": "John Lee", "x": "Shanghai"}]


def test_who_hosted_the_conference(graph: Graph) -> None:
    """The HKSAR Government did."""
    (row,) = graph.cypher(
        "MATCH (o:Organization)-[:HOSTED]->(e:Event) RETURN o.names AS o, e.name AS e"
    )
    assert row["e"] == "Hong Kong Investment Promotion Conference – Shanghai Forum"
    assert "HKSAR Government" in row["o"]


def test_the_plenary_session_is_an_event_in_april(graph: Graph) -> None:
    """Held in April, nobody is said to have attended it."""
    (row,) = graph.cypher(
        "MATCH (e:Event) WHERE e.name STARTS WITH 'Sixth Plenary Session' RETURN e.name AS n, e.date AS d"
    )
    assert row["n"].endswith("Hong Kong/Shanghai Co-operation Conference")
    assert row["d"] == "2024-04"


def test_without_a_year_the_same_facts_carry_none(where: str, seed: Path) -> None:
    """Day and month alone; a bounded question says how many it leaves out."""
    with communique.open(where) as graph:
        graph.load(seed)
        assert {row.first for row in graph.who_met()} == {"--11-06"}
        bounded = graph.who_met(since="2024-01-01")
        assert len(bounded) == 0
        assert bounded.notes == ("2 left out: no full date is known, so no bound can hold them.",)


def test_every_quote_stands_at_its_offsets(graph: Graph) -> None:
    """In the text as the graph keeps it, and as the file has it."""
    rows = graph.cypher(
        "MATCH (r:Release)-[:MENTIONS]->()-[e]->() WHERE e.quote IS NOT NULL "
        "RETURN DISTINCT r.text AS text, e.start AS start, e.end AS end, e.quote AS quote"
    )
    assert len(rows) > 5
    assert all(row["text"][row["start"] : row["end"]] == row["quote"] for row in rows)


def test_python_reads_the_text_as_it_stands(seed: Path) -> None:
    """Offsets of `communique.read` count in the text that was given."""
    text = seed.read_text("utf-8")
    reading = communique.read(text)
    (release,) = load_releases([str(seed)], Options())
    assert isinstance(release, Release)
    assert reading == communique.read(release)
    assert all(fact.evidence.of(text).strip() for fact in reading.facts)
    assert {fact.date for fact in reading.facts} == {"--11-06"}
