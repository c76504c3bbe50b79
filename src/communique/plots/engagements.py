"""What pictures are drawn of: engagements, tenures and places, asked of a graph."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from communique.graph.identity import ref_of
from communique.graph.model import Label
from communique.graph.store import Store
from communique.plots.dates import span


@dataclass(frozen=True, order=True)
class Engagement:
    """One thing that somebody did with somebody, or somewhere.

    Attributes:
        date: The day, month or year; None where it is not known.
        what: What was done: ``met``, ``attended``, ``visited`` and the like.
        whom: With whom, to whom or at what.
        place: Where, if it is told.
        about: What tells it from others of the day: an event, else the other's id.
    """

    date: str | None
    what: str
    whom: str
    place: str | None = None
    about: str = ""


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


@dataclass(frozen=True)
class Bounds:
    """Days between which something is to be; whole ones, or None for no bound."""

    since: str | None = None
    until: str | None = None

    def hold(self, day: str | None) -> bool:
        """Tell whether a date can be within; one without a year never is, if there is a bound."""
        if self.since is None and self.until is None:
            return True
        days = span(day)
        if days is None:
            return False
        first, last = (each.isoformat() for each in days)
        return (self.since is None or last >= self.since) and (
            self.until is None or first <= self.until
        )


def engagements_of(store: Store, node: str, bounds: Bounds) -> list[Engagement]:
    """Ask what a person, an organization or a place did, and what was done with it.

    Args:
        store: The graph.
        node: Its id.
        bounds: When.

    Returns:
        What occurred, by date; the same told by several releases is once there.
    """
    label = ref_of(node).label
    statements = [_MET[label], _DID[label], _UNDERWENT[label]]
    if label is Label.PLACE:
        statements.append(_THERE)
    rows = (row for statement in statements for row in store.run(statement, {"id": node}).rows)
    return _sorted(Engagement(**row) for row in rows if bounds.hold(row["date"]))


def tenures_of(store: Store, office: str, bounds: Bounds) -> Iterator[tuple[str, list[str]]]:
    """Ask who is shown in an office.

    Args:
        store: The graph.
        office: Its id.
        bounds: When.

    Yields:
        The name of each holder and the days on which releases show the person in it.
    """
    for row in store.run(_HELD, {"id": office}).rows:
        days = sorted(day for day in row["attested"] or [] if bounds.hold(day))
        if days:
            yield row["name"], days


def meetings_of(store: Store, bounds: Bounds, places: Sequence[str] = ()) -> list[Meeting]:
    """Ask who met whom.

    Args:
        store: The graph.
        bounds: When.
        places: Ids of places where; none for anywhere.

    Returns:
        One for each pair of each meeting.
    """
    rows = store.run(_MEETINGS, {"places": list(places)}).rows
    return [Meeting(**row) for row in rows if bounds.hold(row["date"])]


def _sorted(engagements: Iterable[Engagement]) -> list[Engagement]:
    def key(engagement: Engagement) -> tuple[Any, ...]:
        return (engagement.date or "", engagement.what, engagement.whom, engagement.about)

    once = {key(engagement): engagement for engagement in engagements}
    return [once[each] for each in sorted(once)]


_ACTORS = (Label.PERSON, Label.ORGANIZATION, Label.PLACE)
_MET = {
    label: f"MATCH (n:{label} {{id: $id}})-[m:MET_WITH]-(x) "
    "RETURN m.date AS date, 'met' AS what, x.name AS whom, m.place AS place, m.event AS about"
    for label in _ACTORS
}
_DID = {
    label: f"MATCH (n:{label} {{id: $id}})"
    "-[r:ATTENDED|SPOKE_AT|HOSTED|VISITED|THANKED|CONGRATULATED|ACCOMPANIED|SIGNED]->(x) "
    "WHERE r.status = 'occurred' AND coalesce(r.role, 'attendee') = 'attendee' "
    "RETURN r.date AS date, replace(toLower(type(r)), '_', ' ') AS what, x.name AS whom, "
    "r.place AS place, x.id AS about"
    for label in _ACTORS
}
_UNDERWENT = {
    label: f"MATCH (n:{label} {{id: $id}})<-[r:VISITED|THANKED|CONGRATULATED|ACCOMPANIED]-(x) "
    "WHERE r.status = 'occurred' "
    "RETURN r.date AS date, toLower(type(r)) + ' by' AS what, x.name AS whom, r.place AS place, "
    "x.id AS about"
    for label in _ACTORS
}
_THERE = (
    "MATCH (x:Person)-[r:ATTENDED|SPOKE_AT|HOSTED|SIGNED]->(e:Event)-[:HELD_IN]->(q:Place)"
    "-[:IN*0..3]->(n:Place {id: $id}) WHERE r.status = 'occurred' "
    "RETURN DISTINCT e.date AS date, coalesce(e.kind, 'event') AS what, x.name AS whom, q.name AS place, e.id AS about"
)
_MEETINGS = (
    "MATCH (a:Person)-[m:MET_WITH]->(b) WHERE size($places) = 0 OR EXISTS { "
    "MATCH (e:Event {id: m.event})-[:HELD_IN]->()-[:IN*0..3]->(p:Place) WHERE p.id IN $places } "
    "RETURN a.id AS one, b.id AS other, m.event AS event, coalesce(m.date, '') AS date, "
    "a.name AS one_name, b.name AS other_name ORDER BY m.id"
)
_HELD = (
    "MATCH (n:Office {id: $id})<-[h:HOLDS]-(p:Person) "
    "RETURN p.name AS name, h.attested AS attested ORDER BY p.id"
)
