"""What happened in a place, and who came to it, on both databases."""

from collections.abc import Callable
from typing import Any

from communique.pipeline import Graph
from communique.queries.asked.places import Visitors, VisitsByYear
from communique.reading.model import Kind, Predicate, Status

Told = Callable[..., Graph]


def journey(draft: Any, number: int, day: str, *names: str) -> Any:
    """A release: these visited Oslo, met the mayor there, and are going to visit Bergen."""
    made = draft(number, day)
    norway = made.place("Norway", "country")
    oslo, bergen = (
        made.add(Kind.PLACE, name, sort="city", country="NO", place=norway)
        for name in ("Oslo", "Bergen")
    )
    mayor = made.person("Cleo Dahl", made.office("Mayor of Oslo", "Mayor", oslo))
    for name in names:
        visitor = made.person(name)
        made.tell(visitor, Predicate.VISITED, oslo, place=oslo)
        made.tell(visitor, Predicate.VISITED, bergen, status=Status.PLANNED)
        made.meet(visitor, mayor, made.meeting(place=oslo), place=oslo)
    return made


def test_a_visit_counts_once_a_day_and_visitor(draft: Any, told: Told) -> None:
    """Told twice it is one; a country counts what lies in it; what is planned is not counted."""
    graph = told(
        journey(draft, 1, "2031-03-04", "Ada Oduya", "Ben Cole"),
        journey(draft, 2, "2031-03-04", "Ada Oduya"),
        journey(draft, 3, "2032-05-06", "Ada Oduya"),
        journey(draft, 4, "--05-06", "Ada Oduya"),
    )
    oslo = [VisitsByYear("Oslo", "2031", 2, 2), VisitsByYear("Oslo", "2032", 1, 1)]
    assert list(graph.visits_by_year()) == list(graph.visits_by_year("Oslo")) == oslo
    assert [row.visits for row in graph.visits_by_year("Norway")] == [2, 1]
    bounded = graph.visits_by_year(since="2032")
    assert list(bounded) == oslo[1:]
    assert "1 left out" in bounded.notes[0]
    cited = graph.visits_by_year().evidence()
    assert [len(citations) for _, citations in cited] == [3, 1]


def test_visitors_are_those_who_came(draft: Any, told: Told) -> None:
    """Not whoever meets them there; the most frequent first."""
    graph = told(
        journey(draft, 1, "2031-03-04", "Ada Oduya", "Ben Cole"),
        journey(draft, 2, "2032-05-06", "Ada Oduya"),
    )
    assert list(graph.visitors("Norway")) == [
        Visitors("Ada Oduya", 2, ["Oslo"], "2031-03-04", "2032-05-06"),
        Visitors("Ben Cole", 1, ["Oslo"], "2031-03-04", "2031-03-04"),
    ]
    assert not graph.visitors("Bergen")


def test_a_place_has_days(draft: Any, told: Told) -> None:
    """Events held there and visits to it, once each, whoever tells them; at most ten are named."""
    names = [f"Visitor {letter}berg" for letter in "ABCDEFGHIJKL"]
    graph = told(journey(draft, 1, "2031-03-04", *names), journey(draft, 2, "2031-03-04", *names))
    rows = graph.place_timeline("Norway")
    (visit,) = [row for row in rows if row.what == "visit"]
    assert visit.who == names[:10]
    assert visit.event is None
    assert {row.what for row in rows} == {"visit", "meeting"}
    assert list(graph.place_timeline("Oslo")) == list(rows)
    assert not graph.place_timeline("Oslo", since="2032")


def test_an_event_of_two_places_is_shown_in_the_one_asked_for(draft: Any, told: Told) -> None:
    """One release has it in Oslo, another in Bergen; in Norway it is the first by name."""
    drafts = []
    for number, name in enumerate(("Oslo", "Bergen"), start=1):
        made = draft(number, "2031-03-04")
        norway = made.place("Norway", "country")
        place = made.add(Kind.PLACE, name, sort="city", country="NO", place=norway)
        fair = made.event("Sailing Fair 2031", place=place)
        made.tell(made.person("Ada Oduya"), Predicate.ATTENDED, fair, place=place)
        drafts.append(made)
    graph = told(*drafts)
    for asked, shown in (("Oslo", "Oslo"), ("Bergen", "Bergen"), ("Norway", "Bergen")):
        assert [row.place for row in graph.place_timeline(asked)] == [shown]
