"""Questions asked of the examples, on both databases."""

from collections.abc import Mapping
from typing import Any

import pytest

from communique.errors import (
    AmbiguousName,
    CypherError,
    ParameterError,
    UnknownId,
    UnknownName,
    WriteRefused,
)
from communique.pipeline import Graph
from communique.queries.asked.meetings import MeetingsOf, WhoMetWhom
from communique.queries.asked.offices import OfficeHolder

FORUM = "event:ocean-economy-forum-2031"
CASES: tuple[tuple[str, Mapping[str, Any]], ...] = (
    ("who-met-whom", {}),
    ("who-met-whom", {"person": "solheim"}),
    ("who-met-whom", {"person": "Ingrid Solheim", "since": "2032"}),
    ("who-met-whom", {"counterpart": "Duarte Pinhal", "until": "2031-12"}),
    ("who-met-whom", {"city": "Lisbon", "limit": 3}),
    ("who-met-whom", {"city": "Portugal"}),
    ("meetings-of", {"person": "Beatriz Fontoura"}),
    ("meetings-of", {"person": "Ingrid Solheim", "city": "Singapore"}),
    ("connection", {"person": "Tomás Avelar", "to": "Noor Haddad"}),
    ("attendees", {"event": FORUM}),
    ("attendees", {"event": "Nordic Harbours Conference", "status": "planned"}),
    ("thanks", {}),
    ("thanks", {"by": "Fontoura", "since": "2032-05-21"}),
    ("office-holder", {"office": "mayor of lisbon", "on": "2031-06-01"}),
    ("office-holder", {"office": "Mayor of Lisbon", "on": "2032-03-01"}),
    ("offices-of", {"person": "Ingrid Solheim", "on": "2031-03-05"}),
    ("offices-of", {"person": "Beatriz Fontoura", "on": "2031"}),
    ("succession", {"office": "Mayor of Lisbon"}),
    ("timeline", {"person": "Rita Queirós"}),
    ("timeline", {"person": "Vasco Lemos", "status": "planned"}),
)


@pytest.mark.parametrize(("name", "parameters"), CASES, ids=str)
def test_both_databases_give_the_same_rows(
    graphs: dict[str, Graph], name: str, parameters: Mapping[str, Any]
) -> None:
    """Row for row, in the same order, and some rows at all."""
    one, other = (graph.query(name, **parameters).dicts() for graph in graphs.values())
    assert one == other
    assert one


def test_every_fact_has_evidence(graphs: dict[str, Graph]) -> None:
    """The same on both databases."""
    facts = {row.fact for row in graphs["embedded"].timeline("Ingrid Solheim")}
    for fact in facts:
        one, other = (graph.evidence(fact).dicts() for graph in graphs.values())
        assert one == other
        assert one


def test_a_pair_that_met_twice_is_one_row(graph: Graph) -> None:
    """Counted, with the first and the last day, the person asked for first."""
    rows = list(graph.who_met("ingrid solheim", "Beatriz Fontoura"))
    assert rows == [WhoMetWhom("Ingrid Solheim", "Beatriz Fontoura", 2, "2032-02-17", "2032-05-20")]


def test_whoever_was_in_the_room_did_not_meet(graph: Graph) -> None:
    """Dr Queirós attended the meeting of the minister and the mayor; she met neither."""
    met = {row.counterpart for row in graph.who_met("Rita Queirós")}
    assert "Tomás Avelar" not in met
    assert "Ingrid Solheim" not in met


def test_an_office_changes_hands(graph: Graph) -> None:
    """The holder on a day, and on what that rests."""
    (before,) = graph.held("Mayor of Lisbon", "2031-03-05")
    (after,) = graph.held("Mayor of Lisbon", "2032-05-20")
    assert before == OfficeHolder("Tomás Avelar", "Mayor of Lisbon", "2031-03-05", "attested")
    assert after == OfficeHolder("Beatriz Fontoura", "Mayor of Lisbon", "2032-05-20", "attested")
    (between,) = graph.held("Mayor of Lisbon", "2032-04-01")
    assert (between.person, between.basis) == ("Beatriz Fontoura", "between")
    (earlier,) = graph.held("Mayor of Lisbon", "2030")
    assert (earlier.person, earlier.basis) == ("Tomás Avelar", "nearest")


def test_a_planned_meeting_is_not_counted(graph: Graph) -> None:
    """The release of the day before announced it; the one of the day reports it."""
    assert [(r.date, r.place) for r in graph.meetings("Vasco Lemos")] == [("2031-03-05", "Lisbon")]


def test_a_meeting_leads_to_its_sentence(graph: Graph) -> None:
    """Two steps from a name to the words that say so."""
    meeting = graph.meetings("Noor Haddad")[0]
    assert isinstance(meeting, MeetingsOf)
    (evidence,) = graph.evidence(meeting.fact)
    assert evidence.release == "https://www.atlantic-chamber.example/news/chairman-in-geneva"
    assert "Noor Haddad" in evidence.quote
    (row,) = graph.cypher("MATCH (r:Release {id: $id}) RETURN r.text AS text", id=evidence.release)
    assert row["text"][evidence.start : evidence.end] == evidence.quote


def test_a_slip_of_the_pen_is_offered_the_nearest_names(graph: Graph) -> None:
    """Nobody of that name, but one very like it."""
    with pytest.raises(UnknownName, match="Did you mean Ingrid Solheim") as caught:
        graph.who_met("Ingrid Solheym")
    assert caught.value.candidates[0] == "Ingrid Solheim"


def test_a_name_that_fits_several_is_no_name(graph: Graph) -> None:
    """They are listed with their ids, and an id is always enough."""
    with pytest.raises(AmbiguousName, match=FORUM):
        graph.attendees("ocean economy forum")
    assert graph.attendees(FORUM)


@pytest.mark.parametrize(
    ("name", "parameters", "told"),
    [
        ("who-met-whom", {"persn": "x"}, "Did you mean person"),
        ("meetings-of", {}, "needs 'person'"),
        ("meetings-of", {"person": ""}, "must be some text"),
        ("who-met-whom", {"since": "2031-02-30"}, "a day that exists"),
        ("who-met-whom", {"since": "yesterday"}, "must be a date"),
        ("who-met-whom", {"limit": "many"}, "a whole number"),
        ("who-met-whom", {"since": "2031-03-04 or so"}, "must be a date"),
        ("who-met-whom", {"limit": 0}, "1 or more"),
        ("who-met-whom", {"limit": -1}, "1 or more"),
        ("who-met-whom", {"since": "2032", "until": "2031"}, "comes after 'until'"),
        ("who-met-whom", {"limit": 10**30}, "a smaller number"),
        ("attendees", {"event": FORUM, "status": "maybe"}, "one of occurred, planned, cancelled"),
    ],
)
def test_a_wrong_parameter_is_told(
    graphs: dict[str, Graph], name: str, parameters: Mapping[str, Any], told: str
) -> None:
    """Missing, unknown, or of the wrong type."""
    with pytest.raises(ParameterError, match=told):
        graphs["embedded"].query(name, **parameters)


def test_an_unknown_fact_is_an_error(graph: Graph) -> None:
    """No answer is not an answer."""
    with pytest.raises(UnknownId, match="No fact 'x'"):
        graph.evidence("x")


@pytest.mark.parametrize(
    "cypher",
    [
        "CREATE (:Person {id: 'person:x'})",
        "MATCH (n:Person) SET n.name = 'x'",
        "MATCH (n) DETACH DELETE n",
        "MERGE (:Person {id: 'person:x'})",
        "CREATE INDEX sneaky FOR (n:Person) ON (n.name)",
    ],
)
def test_a_write_is_refused_by_the_database(graph: Graph, cypher: str) -> None:
    """Whatever the words are."""
    before = graph.stats().dicts()
    with pytest.raises(WriteRefused, match="refused"):
        graph.cypher(cypher)
    assert graph.stats().dicts() == before


@pytest.mark.parametrize("value", [10**30, object(), "\ud800", {1: 2}], ids=type)
def test_a_parameter_that_no_database_can_hold_is_told(graph: Graph, value: object) -> None:
    """Too large, of no known type, half a character."""
    with pytest.raises(ParameterError, match="parameter"):
        graph.cypher("RETURN $value AS value", value=value)


def test_cypher_that_is_none_is_told(graph: Graph) -> None:
    """With what the database says of it."""
    with pytest.raises(CypherError):
        graph.cypher("MATCH (n RETURN n")
    with pytest.raises(CypherError):
        graph.cypher(" ")


def test_nodes_edges_paths_and_dates_come_plain(graph: Graph) -> None:
    """As JSON can hold them, and without any address inside the database."""
    spans = graph.cypher("RETURN duration('P1DT2H') AS a, datetime('2031-03-04T05:06Z') AS b")
    assert spans.dicts() == [{"a": "P1DT2H", "b": "2031-03-04T05:06:00.000000000+00:00"}]
    cypher = (
        "MATCH p = (a:Person {name: 'Noor Haddad'})-[r:ATTENDED]->(e:Event) "
        "RETURN a, r.role AS role, p, date('2031-03-04') AS day"
    )
    (row,) = graph.cypher(cypher)
    assert row["a"]["labels"] == ["Person"]
    assert row["a"]["id"] == "person:noor-haddad"
    assert row["day"] == "2031-03-04"
    assert [n["labels"] for n in row["p"]["nodes"]] == [["Person"], ["Event"]]
    (edge,) = row["p"]["edges"]
    assert (edge["type"], edge["source"]) == ("ATTENDED", "person:noor-haddad")
    assert edge["target"] == row["p"]["nodes"][1]["id"]
    assert not {"element_id", "elementId"} & set(row["a"])


def test_the_ends_of_an_edge_alone_are_not_made_up(graph: Graph) -> None:
    """No database tells them; a property that is called so is not hidden by nothing."""
    (row,) = graph.cypher("MATCH (:Person)-[r:MET_WITH]->() RETURN r LIMIT 1")
    assert row["r"]["type"] == "MET_WITH"
    assert not {"source", "target"} & set(row["r"])
    (row,) = graph.cypher("MATCH ()-[r:HELD_IN]->() RETURN r LIMIT 1")
    assert row["r"]["source"]
    assert "target" not in row["r"]


def test_a_hostile_name_is_only_a_name(graph: Graph) -> None:
    """Parameters are never spliced into a query."""
    before = graph.stats().dicts()
    with pytest.raises(UnknownName):
        graph.who_met("x'}) DETACH DELETE n //")
    assert graph.stats().dicts() == before


def test_a_bound_says_what_it_leaves_out(graph: Graph) -> None:
    """Nothing of the examples lacks a date, so nothing is left out."""
    assert graph.who_met(since="2031").notes == ()
