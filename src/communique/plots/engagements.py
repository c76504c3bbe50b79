"""What pictures are drawn of: engagements, tenures and places, asked of a graph."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from communique.graph.identity import ref_of
from communique.graph.model import Label
from communique.graph.store import Store
from communique.queries.period import Period


@dataclass(frozen=True, order=True)
class Engagement:
    """One thing that somebody did with somebody, or somewhere.

    Attributes:
        date: The day, month or year; None where it is not known.
        what: What was done: ``met``, ``attended``, ``visited`` and the like.
        whom: With whom, to whom or at what.
        place: Where, if it is told.
        about: What tells it from others of the day: an event, else the other's id.
        names: All names of whom, for where the first can't be drawn.
    """

    date: str | None
    what: str
    whom: str
    place: str | None = None
    about: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, order=True)
class Meeting:
    """Two who met, once.

    Attributes:
        one: The id of one.
        other: The id of the other.
        event: The id of the meeting.
        date: When; empty where it is not known.
        one_name: What the one is called.
        other_name: What the other is called.
    """

    one: str
    other: str
    event: str
    date: str
    one_name: str
    other_name: str


def engagements_of(store: Store, node: str, period: Period) -> list[Engagement]:
    """Ask what a person, an organization or a place did, and what was done with it.

    Args:
        store: The graph.
        node: Its id.
        period: When.

    Returns:
        What occurred, by date; the same told by several releases is once there.
    """
    label = ref_of(node).label
    statements = [_MET[label], _DID[label], _UNDERWENT[label]]
    if label is Label.PLACE:
        statements.append(_THERE)
    rows = (row for statement in statements for row in store.run(statement, {"id": node}).rows)
    return _sorted(
        Engagement(**{**row, "names": tuple(row["names"] or ())})
        for row in rows
        if period.holds(row["date"])
    )


def tenures_of(store: Store, office: str, period: Period) -> list[Engagement]:
    """Ask who is shown in an office, and on which days.

    Args:
        store: The graph.
        office: Its id.
        period: When.

    Returns:
        One for each holder and day.
    """
    rows = store.run(_HELD, {"id": office}).rows
    return [
        Engagement(day, "shown in the office", row["name"], None, row["id"], tuple(row["names"]))
        for row in rows
        for day in sorted(row["attested"] or ())
        if period.holds(day)
    ]


def meetings_of(store: Store, period: Period, places: Sequence[str] = ()) -> list[Meeting]:
    """Ask who met whom.

    Args:
        store: The graph.
        period: When.
        places: Ids of places where; none for anywhere.

    Returns:
        One for each pair of each meeting.
    """
    rows = store.run(_MEETINGS, {"places": list(places) or None}).rows
    return [Meeting(**row) for row in rows if period.holds(row["date"])]


def _sorted(engagements: Iterable[Engagement]) -> list[Engagement]:
    def key(engagement: Engagement) -> tuple[Any, ...]:
        return (engagement.date or "", engagement.what, engagement.whom, engagement.about)

    once = {key(engagement): engagement for engagement in engagements}
    return [once[each] for each in sorted(once)]


_ACTORS = (Label.PERSON, Label.ORGANIZATION, Label.PLACE)
_MET = {
    label: f"MATCH (n:{label} {{id: $id}})-[m:MET_WITH]-(x) "
    "RETURN m.date AS date, 'met' AS what, x.name AS whom, m.place AS place, m.event AS about, "
    "x.names AS names"
    for label in _ACTORS
}
_DID = {
    label: f"MATCH (n:{label} {{id: $id}})"
    "-[r:ATTENDED|SPOKE_AT|HOSTED|VISITED|THANKED|CONGRATULATED|ACCOMPANIED|SIGNED]->(x) "
    "WHERE r.status = 'occurred' AND coalesce(r.role, 'attendee') = 'attendee' "
    "RETURN r.date AS date, replace(toLower(type(r)), '_', ' ') AS what, x.name AS whom, "
    "r.place AS place, x.id AS about, x.names AS names"
    for label in _ACTORS
}
_UNDERWENT = {
    label: f"MATCH (n:{label} {{id: $id}})<-[r:VISITED|THANKED|CONGRATULATED|ACCOMPANIED]-(x) "
    "WHERE r.status = 'occurred' "
    "RETURN r.date AS date, toLower(type(r)) + ' by' AS what, x.name AS whom, r.place AS place, "
    "x.id AS about, x.names AS names"
    for label in _ACTORS
}
_THERE = (
    "MATCH (x:Person)-[r:ATTENDED|SPOKE_AT|HOSTED|SIGNED]->(e:Event)-[:HELD_IN]->(q:Place)"
    "-[:IN*0..3]->(n:Place {id: $id}) WHERE r.status = 'occurred' "
    "RETURN DISTINCT e.date AS date, coalesce(e.kind, 'event') AS what, x.name AS whom, "
    "q.name AS place, e.id AS about, x.names AS names"
)
_MEETINGS = (
    "MATCH (a:Person)-[m:MET_WITH]->(b) WHERE m.named AND ($places IS NULL OR EXISTS { "
    "MATCH (:Event {id: m.event})-[:HELD_IN]->()-[:IN*0..3]->(p:Place) WHERE p.id IN $places }) "
    "RETURN a.id AS one, b.id AS other, m.event AS event, coalesce(m.date, '') AS date, "
    "a.name AS one_name, b.name AS other_name ORDER BY m.id"
)
_HELD = (
    "MATCH (n:Office {id: $id})<-[h:HOLDS]-(p:Person) "
    "RETURN p.id AS id, p.name AS name, p.names AS names, h.attested AS attested ORDER BY p.id"
)
