"""Who travels with a person, where to, and who is at the same events, on both databases."""

from collections.abc import Callable
from typing import Any

from communique.pipeline import Graph
from communique.queries.asked.people import CoAttendance, Companions, Delegation, VisitsOf
from communique.reading.model import Kind, Predicate, Status

Told = Callable[..., Graph]


def trip(draft: Any, number: int, day: str | None = "2031-03-04") -> Any:
    """A release: Ada visits Bergen with Ben and meets Cleo, with Ben and Dora in the room."""
    made = draft(number, day)
    bergen = made.add(
        Kind.PLACE, "Bergen", sort="city", country="NO", place=made.place("Norway", "country")
    )
    ada = made.person("Ada Oduya", made.office("Minister for Trade", "Minister"))
    ben, dora = (
        made.person("Ben Cole", made.office("Secretary", "Secretary")),
        made.person("Dora Lie"),
    )
    meeting = made.meeting(place=bergen)
    made.meet(ada, made.person("Cleo Dahl"), meeting, place=bergen)
    made.tell(ada, Predicate.VISITED, bergen, place=bergen)
    made.tell(ben, Predicate.ACCOMPANIED, ada, place=bergen)
    made.tell(made.add(Kind.GROUP, "a delegation", named=False), Predicate.ACCOMPANIED, ada)
    for each in (ben, dora):
        made.tell(each, Predicate.ATTENDED, meeting, place=bergen)
    return made


def test_two_reports_of_one_day_are_one_day(draft: Any, told: Told) -> None:
    """Of one journey two releases tell; the next is another day. Groups are no companions."""
    graph = told(trip(draft, 1), trip(draft, 2), trip(draft, 3, "2031-05-06"))
    assert list(graph.companions("Ada Oduya")) == [
        Companions("Ben Cole", 2, 2, 2, "2031-03-04", "2031-05-06"),
        Companions("Dora Lie", 2, 0, 2, "2031-03-04", "2031-05-06"),
    ]
    assert [row.days for row in graph.companions("Ada Oduya", since="2031-04")] == [1, 1]
    assert not graph.companions("Ben Cole")


def test_whoever_was_met_is_no_companion_of_hers(draft: Any, told: Told) -> None:
    """Nor is whoever sat in where she was the one who was met."""
    graph = told(trip(draft, 1))
    assert not graph.companions("Cleo Dahl")
    assert {row.companion for row in graph.delegation("Cleo Dahl")} == {"Ben Cole", "Dora Lie"}


def test_a_day_without_a_year_is_left_out_of_bounds_and_told(draft: Any, told: Told) -> None:
    """It counts where no bound is set, as a day of its own."""
    graph = told(trip(draft, 1), trip(draft, 2, "--03-04"))
    assert graph.companions("Ada Oduya")[0].days == 2
    assert graph.companions("Ada Oduya")[0].first == "2031-03-04"
    bounded = graph.companions("Ada Oduya", since="2031")
    assert bounded[0].days == 1
    assert "left out" in bounded.notes[0]


def test_a_delegation_comes_with_offices_of_that_day_and_where_it_was(
    draft: Any, told: Told
) -> None:
    """A country holds its cities; nobody was elsewhere."""
    graph = told(trip(draft, 1), trip(draft, 2))
    rows = graph.delegation("Ada Oduya", "Norway")
    assert {(row.companion, tuple(row.offices), row.how) for row in rows} == {
        ("Ben Cole", ("Secretary",), "accompanied"),
        ("Ben Cole", ("Secretary",), "attended"),
        ("Dora Lie", (), "attended"),
    }
    assert isinstance(rows[0], Delegation)
    assert len(graph.delegation("Ada Oduya")) >= len(rows)


def test_a_visit_is_one_however_many_tell_it(draft: Any, told: Told) -> None:
    """With the country; what is planned is another question."""
    graph = told(trip(draft, 1), trip(draft, 2))
    (row,) = graph.visits("Ada Oduya")
    assert (row.date, row.visited, row.kind, row.country) == (
        "2031-03-04", "Bergen", "city", "Norway"
    )  # fmt: skip
    assert isinstance(row, VisitsOf)
    assert not graph.visits("Ada Oduya", status="planned")
    assert len(graph.visits("Ada Oduya").evidence()[0][1]) == 2


def test_the_same_event_is_no_meeting(draft: Any, told: Told) -> None:
    """Who was in the room is told from who met; what is planned, from what was."""
    made = trip(draft, 1)
    ada = next(n for n, each in enumerate(made.entities) if each.name == "Ada Oduya")
    later = made.meeting(date="2031-03-09", status=Status.PLANNED)
    made.meet(ada, made.person("Eli Moe"), later, date="2031-03-09", status=Status.PLANNED)
    rows = list(told(made).co_attendance("Ada Oduya"))
    day = "2031-03-04"
    assert rows == [
        CoAttendance("Cleo Dahl", 1, 1, day, day),
        CoAttendance("Ben Cole", 1, 0, day, day),
        CoAttendance("Dora Lie", 1, 0, day, day),
    ]
