"""Events: how far they reached, what was planned and is not reported, who signed, on both databases."""

from collections.abc import Callable
from typing import Any

from communique.pipeline import Graph
from communique.reading.model import Kind, Predicate, Status

Told = Callable[..., Graph]
PLANNED: dict[str, Any] = {"date": "2031-03-09", "status": Status.PLANNED}


def forum(draft: Any, number: int, issuer: str, *names: str) -> Any:
    """A release that tells who attended the Harbour Forum in Oslo, by the Mayor of Bergen a group."""
    made = draft(number, "2031-03-04", issuer)
    oslo = made.add(
        Kind.PLACE, "Oslo", sort="city", country="NO", place=made.place("Norway", "country")
    )
    held = made.event("Harbour Forum", place=oslo)
    mayor = made.office("Mayor of Oslo", "Mayor", oslo)
    for name in names:
        made.attend(made.person(name, *([mayor] if name == "Ada Oduya" else [])), held)
    made.attend(made.add(Kind.GROUP, "young sailors", named=False), held)
    return made


def test_reach_counts_people_releases_and_issuers_once(draft: Any, told: Told) -> None:
    """Two releases name Ada; groups without a name are nobody; one office tells of a country."""
    graph = told(
        forum(draft, 1, "Harbour Office", "Ada Oduya", "Ben Cole"),
        forum(draft, 2, "Fjord Ministry", "Ada Oduya"),
        forum(draft, 3, "Fjord Ministry", "Ada Oduya"),
    )
    (row,) = graph.events_by_reach()
    assert (row.name, row.attendees, row.releases, row.issuers, row.countries) == (
        "Harbour Forum", 2, 3, 2, 1
    )  # fmt: skip
    assert list(graph.events_by_reach("Norway", kind="Forum", since="2031-03")) == [row]
    assert not graph.events_by_reach("Oslo", kind="dinner")
    assert not graph.events_by_reach(until="2030")


def announcement(draft: Any, **more: Any) -> Any:
    """A release: Ada is going to meet Ben, to visit Bergen and to attend a fair."""
    made = draft(1)
    ada, ben, bergen = made.person("Ada Oduya"), made.person("Ben Cole"), made.place("Bergen")
    made.meet(ada, ben, made.meeting(**PLANNED), **PLANNED)
    made.tell(ada, Predicate.VISITED, bergen, **PLANNED)
    fair = made.event("Herring Fair", **PLANNED)
    made.tell(ada, Predicate.ATTENDED, fair, **PLANNED, **more)
    return made


def planned(graph: Graph, on: str = "2031-04-01", **more: Any) -> list[tuple[str, list[str]]]:
    """What was planned and is not reported."""
    return [(row.what, row.who) for row in graph.planned_not_held(on, **more)]


def test_what_was_planned_is_listed_when_its_day_has_passed(draft: Any, told: Told) -> None:
    """Not on the day itself; a person's own plans are asked for by name."""
    graph = told(announcement(draft))
    everything = [
        ("Herring Fair", ["Ada Oduya"]),
        ("meeting", ["Ada Oduya", "Ben Cole"]),
        ("visit", ["Ada Oduya", "Bergen"]),
    ]
    assert planned(graph) == planned(graph, person="Ada Oduya") == everything
    assert planned(graph, person="Ben Cole") == everything[1:2]
    assert planned(graph, "2031-03-09") == []
    assert planned(graph, since="2031-03-10") == []


def test_what_is_reported_was_held(draft: Any, told: Told) -> None:
    """By whoever reports it: the two met that day, somebody was at the fair, the visitor in the city."""
    made = draft(2, "2031-03-09")
    ada, ben, bergen = made.person("Ada Oduya"), made.person("Ben Cole"), made.place("Bergen")
    made.meet(ben, ada, made.event("lunch", sort="lunch", named=False, place=bergen))
    made.attend(made.person("Cleo Dahl"), made.event("Herring Fair"))
    assert planned(told(announcement(draft), made)) == []


def test_what_was_called_off_is_not_awaited(draft: Any, told: Told) -> None:
    """A fair that is cancelled is not missing; the rest is."""
    made = draft(2, "2031-03-08")
    off: dict[str, Any] = {"date": "2031-03-09", "status": Status.CANCELLED}
    fair = made.event("Herring Fair", **off)
    made.tell(made.person("Ada Oduya"), Predicate.ATTENDED, fair, **off)
    assert [what for what, _ in planned(told(announcement(draft), made))] == ["meeting", "visit"]


def signing(draft: Any, number: int, *names: str) -> Any:
    """A release: these signed an accord in Oslo."""
    made = draft(number)
    oslo = made.add(
        Kind.PLACE, "Oslo", sort="city", country="NO", place=made.place("Norway", "country")
    )
    accord = made.event("Oslo Harbour Accord", sort="signing", date=None)
    for name in names:
        made.tell(made.person(name), Predicate.SIGNED, accord, place=oslo)
    return made


def test_an_agreement_is_one_with_all_who_signed(draft: Any, told: Told) -> None:
    """Told twice, by each side; found by a party, and by the country where it was signed."""
    graph = told(signing(draft, 1, "Cleo Dahl", "Ada Oduya"), signing(draft, 2, "Ada Oduya"))
    (row,) = graph.agreements("Ada Oduya")
    assert (row.date, row.signatories, row.place) == (
        "2031-03-04", ["Ada Oduya", "Cleo Dahl"], "Oslo"
    )  # fmt: skip
    assert list(graph.agreements(city="Norway")) == [row]
    assert list(graph.agreements("Cleo Dahl", "Oslo")) == [row]
    assert not graph.agreements(until="2031-03-03")


def test_a_story_tells_each_meeting_once(draft: Any, told: Told) -> None:
    """A fact a line: who met whom, who was there."""
    made = draft(1)
    ada, ben, meeting = made.person("Ada Oduya"), made.person("Ben Cole"), made.meeting()
    made.meet(ada, ben, meeting)
    made.attend(made.person("Dora Lie"), meeting)
    graph = told(made)
    story = graph.event_story(graph.meetings("Ada Oduya")[0].event)
    assert sorted((row.what, row.who, row.whom) for row in story) == [
        ("attended", "Dora Lie", None),
        ("met-with", "Ada Oduya", "Ben Cole"),
    ]
