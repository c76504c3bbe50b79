"""`Graph.network`, on both databases."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import communique
from communique.errors import ParameterError, UnknownName
from communique.reading.model import Predicate, Status

Tell = Callable[..., str]
ADA, BEN, CLEO = "person:ada-oduya", "person:ben-cole", "person:cleo-dahl"


def meeting(draft: Any, number: int, day: str | None, *names: str, city: str = "Oslo") -> Any:
    """A release in which the first met each of the others, in a city of Norway."""
    made = draft(number, day)
    norway = made.place("Norway", "country")
    place = made.place(city)
    made.entities[place] = _inside(made.entities[place], norway)
    first, *others = [made.person(name) for name in names]
    made.say(f"{number} {city}")
    met = made.meeting(place=place)
    for other in others:
        made.meet(first, other, met, place=place)
    return made


def _inside(entity: Any, whole: int) -> Any:
    return replace(entity, place=whole)


def test_a_tie_counts_events_and_days(draft: Any, tell: Tell) -> None:
    """Two meetings on one day are two events and one day; first and last tell when."""
    where = tell(
        meeting(draft, 1, "2031-03-04", "Ada Oduya", "Ben Cole").batch(),
        meeting(draft, 2, "2031-03-04", "Ada Oduya", "Ben Cole", city="Bergen").batch(),
        meeting(draft, 3, "2032-02-01", "Ada Oduya", "Ben Cole", "Cleo Dahl").batch(),
    )
    with communique.open(where) as graph:
        by_events, by_days = graph.network(), graph.network(weight="days")
    assert by_events[ADA][BEN] == {
        "weight": 3, "events": 3, "days": 2, "first": "2031-03-04", "last": "2032-02-01",
    }  # fmt: skip
    assert by_days[ADA][BEN]["weight"] == 2
    assert set(by_events.edges) == {(ADA, BEN), (ADA, CLEO)}
    assert by_events.nodes[CLEO] == {
        "name": "Cleo Dahl", "label": "Person", "office": None, "offices": [],
        "first": "2032-02-01", "last": "2032-02-01",
    }  # fmt: skip


def test_who_was_at_the_same_event_is_tied_without_having_met(draft: Any, tell: Tell) -> None:
    """The two others of a meeting, once for each event; planned events tie nobody."""
    planned = draft(3, "2032-05-05")
    summit = planned.event("Harbour Summit", status=Status.PLANNED)
    for name in ("Ada Oduya", "Jo Berg"):
        planned.tell(planned.person(name), Predicate.ATTENDED, summit, status=Status.PLANNED)
    where = tell(
        meeting(draft, 1, "2031-03-04", "Ada Oduya", "Ben Cole", "Cleo Dahl").batch(),
        meeting(draft, 2, "2031-03-04", "Ada Oduya", "Ben Cole", "Cleo Dahl").batch(),
        planned.batch(),
    )
    with communique.open(where) as graph:
        met, came = graph.network(), graph.network("co-attendance")
    assert set(met.edges) == {(ADA, BEN), (ADA, CLEO)}
    assert set(came.edges) == {(ADA, BEN), (ADA, CLEO), (BEN, CLEO)}
    assert {tie["weight"] for _, _, tie in came.edges(data=True)} == {1}


def test_thanks_go_one_way(draft: Any, tell: Tell) -> None:
    """Each thanks counts, on however few days; an event that is thanked is no actor."""
    made = draft(1, "2031-03-04")
    ada, ben, body = made.person("Ada Oduya"), made.person("Ben Cole"), made.body("Fjord Guild")
    forum = made.event("Harbour Forum")
    for subject, thanked in ((ada, ben), (ben, ada), (ada, body), (ada, forum)):
        made.say("thanks")
        made.tell(subject, Predicate.THANKED, thanked)
    again = draft(2, "2031-03-04")
    again.tell(again.person("Ada Oduya"), Predicate.THANKED, again.person("Ben Cole"))
    with communique.open(tell(made.batch(), again.batch())) as graph:
        thanks = graph.network("thanks")
        assert thanks.is_directed()
    guild = "organization:fjord-guild"
    assert dict(thanks.edges) == {
        (ADA, BEN): _tie(2, 1), (ADA, guild): _tie(1, 1), (BEN, ADA): _tie(1, 1),
    }  # fmt: skip
    assert thanks.nodes[guild]["label"] == "Organization"


def _tie(events: int, days: int) -> dict[str, Any]:
    day = "2031-03-04"
    return {"weight": events, "events": events, "days": days, "first": day, "last": day}


def test_groups_without_a_name_tie_nobody(draft: Any, tell: Tell) -> None:
    """Neither by a meeting, nor by an event, nor by thanks."""
    made = draft(1)
    office = made.office("Mayor of Oslo", "Mayor", made.place("Oslo"))
    mayor, ada, ben = made.title(office), made.person("Ada Oduya"), made.person("Ben Cole")
    met = made.meeting()
    made.meet(ada, mayor, met)
    made.meet(ben, mayor, met)
    made.tell(ada, Predicate.THANKED, mayor)
    with communique.open(tell(made.batch())) as graph:
        assert len(graph.network()) == len(graph.network("thanks")) == 0
        assert set(graph.network("co-attendance")) == {ADA, BEN}


def test_bounds_take_dates_as_exactly_as_they_are_known(draft: Any, tell: Tell) -> None:
    """A year lies in each of its parts; without a year a day is in none, and is counted."""
    where = tell(
        meeting(draft, 1, "2031", "Ada Oduya", "Ben Cole").batch(),
        meeting(draft, 2, "--03-04", "Ada Oduya", "Cleo Dahl").batch(),
        meeting(draft, 3, None, "Ben Cole", "Cleo Dahl").batch(),
    )
    with communique.open(where) as graph:
        for kind in ("met-with", "co-attendance"):
            everything = graph.network(kind)
            assert (everything.number_of_edges(), everything.graph["left_out"]) == (3, 0)
            assert everything[ADA][CLEO] == {
                "weight": 1, "events": 1, "days": 1, "first": None, "last": None,
            }  # fmt: skip
            part = graph.network(kind, since="2031-07", until=datetime.date(2031, 12, 1))
            assert set(part.edges) == {(ADA, BEN)}
            assert part.graph["left_out"] == 2
            assert part.graph["since"], part.graph["until"] == ("2031-07-01", "2031-12-01")
            assert not graph.network(kind, since="2032")


def test_a_place_takes_in_what_lies_in_it(draft: Any, tell: Tell) -> None:
    """By name or id; several places are one or the other."""
    thanks = draft(3, "2031-05-01")
    bergen = thanks.place("Bergen")
    thanks.tell(
        thanks.person("Ada Oduya"), Predicate.THANKED, thanks.person("Ben Cole"), place=bergen
    )
    where = tell(
        meeting(draft, 1, "2031-03-04", "Ada Oduya", "Ben Cole").batch(),
        meeting(draft, 2, "2031-03-05", "Ada Oduya", "Cleo Dahl", city="Bergen").batch(),
        thanks.batch(),
    )
    with communique.open(where) as graph:
        (oslo,) = graph.cypher("MATCH (p:Place {name: 'Oslo'}) RETURN p.id AS id").dicts()
        for kind in ("met-with", "co-attendance"):
            assert set(graph.network(kind, places="oslo").edges) == {(ADA, BEN)}
            assert set(graph.network(kind, places=[oslo["id"]]).edges) == {(ADA, BEN)}
            assert graph.network(kind, places=["Oslo", "Bergen"]).number_of_edges() == 2
            norway = graph.network(kind, places="Norway", since="2031-03-05")
            assert set(norway.edges) == {(ADA, CLEO)}
            assert norway.graph["places"] == ["place:norway"]
        assert set(graph.network("thanks", places="Norway").edges) == {(ADA, BEN)}
        assert not graph.network("thanks", places="Oslo")
        with pytest.raises(UnknownName, match="Did you mean Oslo"):
            graph.network(places="Oslu")
        with pytest.raises(ParameterError, match="must be names of places"):
            graph.network(places=["Oslo", " "])


def test_the_office_is_the_latest_of_the_period(draft: Any, tell: Tell) -> None:
    """What somebody became afterwards is not told of a network of before."""
    batches = []
    for number, (day, title) in enumerate(
        [("2031-03-04", "Mayor"), ("2032-02-01", "Minister"), ("2032-02-02", "Minister")], 1
    ):
        made = draft(number, day)
        office = made.office(f"{title} of Oslo", title, made.place("Oslo"))
        made.meet(made.person("Ada Oduya", office), made.person("Ben Cole"), made.meeting())
        batches.append(made.batch())
    with communique.open(tell(*batches)) as graph:
        ada = graph.network().nodes[ADA]
        assert (ada["office"], ada["offices"]) == (
            "Minister of Oslo",
            ["Minister of Oslo", "Mayor of Oslo"],
        )
        assert graph.network(until="2031").nodes[ADA]["offices"] == ["Mayor of Oslo"]


def test_an_empty_graph_gives_an_empty_network(draft: Any, tell: Tell) -> None:
    """Not an error."""
    with communique.open(tell(draft(1).batch())) as graph:
        for kind in ("met-with", "co-attendance", "thanks"):
            assert len(graph.network(kind)) == 0


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"kind": "met_with"}, "Did you mean met-with?"),
        ({"kind": "friends"}, "must be one of met-with, co-attendance, thanks"),
        ({"weight": "day"}, "Did you mean days?"),
        ({"since": "soon"}, "'since' must be a date"),
        ({"until": "2031-02-30"}, "'until' must be a day that exists"),
        ({"since": "2032", "until": "2031"}, "comes after"),
    ],
)
def test_what_cannot_be_asked_is_said(tmp_path: Path, asked: dict[str, Any], told: str) -> None:
    """In a sentence, before a database is looked for."""
    with communique.open(tmp_path / "none.db") as graph:
        with pytest.raises(ParameterError) as caught:
            graph.network(**asked)
        assert told in str(caught.value)
