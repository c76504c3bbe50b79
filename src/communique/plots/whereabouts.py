"""Where it was: how many events and visits there are of each city, asked of a graph."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from communique.graph.store import Store
from communique.queries.period import Period

Happening = tuple[str, str]
"""The id of an event, or of who came, and the date."""


@dataclass(frozen=True)
class Spot:
    """A place and how much was there.

    Attributes:
        name: The place's.
        longitude: Degrees, east of Greenwich.
        latitude: Degrees, north of the equator.
        count: How many events and visits.
        names: All its names, for where the first can't be drawn.
        id: Its id; empty where nobody needs it.
    """

    name: str
    longitude: float
    latitude: float
    count: int
    names: tuple[str, ...] = ()
    id: str = ""


@dataclass(frozen=True)
class Whereabouts:
    """Cities, and what is of none.

    Attributes:
        spots: The cities, with the number of events and visits.
        nowhere: How many events and visits are told of a country or venue alone, whose city is
            not known.
        dates: The dates of all that is of a city.
    """

    spots: tuple[Spot, ...]
    nowhere: int
    dates: tuple[str, ...] = ()


def whereabouts_of(store: Store, period: Period, person: str | None = None) -> Whereabouts:
    """Ask where events were held and whom they took where.

    Args:
        store: The graph.
        period: When.
        person: The id of somebody who was there; None for everybody.

    Returns:
        Each event once, and a visit once however many releases tell it.
    """
    happenings = list(_happenings(store, period, person))
    ids = sorted({place for place, _ in happenings}) if person else []
    asked = _PLACES_OF if person else _PLACES
    places = {row["id"]: row for row in store.run(asked, {"ids": ids}).rows}
    found: dict[str | None, set[Happening]] = defaultdict(set)
    for place, happening in happenings:
        found[_city(places, place)].add(happening)
    nowhere = len(found.pop(None, set()))
    spots = tuple(_spot(places[str(at)], len(found[at])) for at in found)
    return Whereabouts(spots, nowhere, tuple(date for all_ in found.values() for _, date in all_))


def _happenings(
    store: Store, period: Period, person: str | None
) -> Iterator[tuple[str, Happening]]:
    """Walk events and visits, each with the id of its place."""
    events, visits = (_HELD_BY, _VISITED_BY) if person else (_HELD, _VISITED)
    for row in store.stream(events, {"id": person}):
        if period.holds(row["date"]):
            yield row["place"], (row["event"], row["date"] or "")
    for row in store.stream(visits, {"id": person}):
        if period.holds(row["date"]):
            yield row["place"], (row["who"], row["date"] or "")


def _city(places: Mapping[str, Mapping[str, Any]], place: str) -> str | None:
    """Find the city that a place is, or is in."""
    for _ in range(4):
        told = places.get(place)
        if told is None:
            return None
        if told["latitude"] is not None and told["city"]:
            return place
        place = told["within"] or ""
    return None


def _spot(place: Mapping[str, Any], count: int) -> Spot:
    names = tuple(place["names"] or ())
    return Spot(place["name"], place["longitude"], place["latitude"], count, names, place["id"])


_PLACED = (
    "OPTIONAL MATCH (p)-[:IN]->(q:Place) "
    "WITH p, min(q.id) AS within "
    "RETURN p.id AS id, p.name AS name, p.names AS names, p.latitude AS latitude, "
    "p.longitude AS longitude, p:City OR p:Country AS city, within"
)
_PLACES = f"MATCH (p:Place) {_PLACED}"
_PLACES_OF = (
    "UNWIND $ids AS id MATCH (:Place {id: id})-[:IN*0..4]->(p:Place) WITH DISTINCT p " + _PLACED
)
_HELD = (
    "MATCH (e:Event)-[:HELD_IN]->(p:Place) WHERE e.status = 'occurred' "
    "RETURN p.id AS place, e.id AS event, e.date AS date"
)
_HELD_BY = (
    "MATCH (n:Person {id: $id})-[r:ATTENDED|SPOKE_AT|HOSTED|SIGNED]->(e:Event)"
    "-[:HELD_IN]->(p:Place) WHERE r.status = 'occurred' "
    "RETURN p.id AS place, e.id AS event, e.date AS date"
)
_VISITED = (
    "MATCH (n)-[r:VISITED]->(p:Place) WHERE r.status = 'occurred' "
    "RETURN p.id AS place, n.id AS who, r.date AS date"
)
_VISITED_BY = (
    "MATCH (n:Person {id: $id})-[r:VISITED]->(p:Place) WHERE r.status = 'occurred' "
    "RETURN p.id AS place, n.id AS who, r.date AS date"
)
