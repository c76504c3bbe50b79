"""As much of a network as can be shown."""

from collections.abc import Iterator

import pytest

import communique
from communique import examples
from communique.errors import UnknownId
from communique.pipeline import Graph

SOLHEIM, FONTOURA, TVEIT = "person:ingrid-solheim", "person:beatriz-fontoura", "person:olav-tveit"
HADDAD = "person:noor-haddad"


@pytest.fixture
def graph(where: str) -> Iterator[Graph]:
    """The examples, in each database."""
    with communique.open(where) as graph:
        graph.load(examples.paths())
        yield graph


def test_who_is_asked_for_besides_is_in_it(graph: Graph) -> None:
    """Beyond the number, with and without those next to them."""
    first = set(graph.excerpt(top=2))
    assert set(graph.excerpt(top=2, also=[HADDAD])) == first | {HADDAD}
    grown = graph.excerpt(top=2, beyond=[FONTOURA])
    assert set(grown) == first | {FONTOURA, TVEIT, "person:rita-queiros", SOLHEIM}
    assert grown.has_edge(FONTOURA, TVEIT)


def test_it_tells_the_statement_that_gives_its_ties(graph: Graph) -> None:
    """Whoever runs it has the same ties."""
    for kind in ("met-with", "co-attendance", "thanks"):
        found = graph.excerpt(kind, since="2031-04", top=5)
        rows = graph.reader.run(found.graph["cypher"], found.graph["parameters"]).rows
        among = [row for row in rows if {row["source"], row["target"]} <= set(found)]
        assert len(among) == found.number_of_edges() > 0


def test_who_can_have_no_tie_is_refused(graph: Graph) -> None:
    """Offices and events are no actors; what is unknown is said to be."""
    with pytest.raises(UnknownId, match="No organization or person or place"):
        graph.excerpt(around=["office:mayor-of-lisbon"])
    with pytest.raises(UnknownId):
        graph.excerpt(also=["person:nobody"])


def test_months_can_be_those_of_a_person_in_a_place(graph: Graph) -> None:
    """Of all, of one, of one somewhere."""
    assert sum(month.events for month in graph.calendar()) == 17
    assert [(m.month, m.events) for m in graph.calendar(person=TVEIT)] == [("2032-05", 2)]
    held = graph.calendar("place:lisbon", SOLHEIM)
    assert [m.month for m in held] == ["2031-03", "2032-02"]
    assert list(graph.calendar("place:oslo", TVEIT)) == []
