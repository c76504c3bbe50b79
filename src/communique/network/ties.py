"""Ties: who is joined to whom, counted in the database, so that few rows come out of it.

A group without a name of its own, and an office whose holder is not named, are of one release
alone: they tie nobody, and no statement here lets them in.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from communique.graph.store import Store
from communique.network.kinds import Kind
from communique.queries.period import Period


@dataclass(frozen=True)
class Tie:
    """That two actors are joined, and how much.

    Attributes:
        source: The id of one; of thanks, who gave them.
        target: The id of the other.
        events: How many events, or thanks, join them.
        days: On how many different days, as far as days are known; at least one.
        first: The day of the first; None where no year is known.
        last: The day of the last.
    """

    source: str
    target: str
    events: int
    days: int
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True)
class Scope:
    """What ties are counted.

    Attributes:
        kind: Of which kind.
        period: When.
        places: Ids of places, one of which contains where it was; none for anywhere.
        among: Ids of actors, between which alone; None for all.
    """

    kind: Kind
    period: Period = field(default_factory=Period)
    places: tuple[str, ...] = ()
    among: tuple[str, ...] | None = None


def fetch_ties(store: Store, scope: Scope) -> Iterator[Tie]:
    """Walk the ties of a scope, one for each pair, in no order.

    Args:
        store: The graph.
        scope: Which ties.

    Yields:
        Each tie.
    """
    for row in store.stream(state_ties(scope), bind_scope(scope)):
        yield Tie(**{**row, "days": max(1, row["days"])})


def state_ties(scope: Scope) -> str:
    """Give the statement that fetches the ties of a scope; `bind_scope` gives its parameters."""
    statements = _TIES if scope.among is None else _TIES_AMONG
    return statements[scope.kind]


def count_undated(store: Store, scope: Scope) -> int:
    """Count the events, or thanks, that no bound can hold since their year is not known.

    Args:
        store: The graph.
        scope: Which ties.

    Returns:
        How many are left out; 0 where the period has no bound.
    """
    if not scope.period.bounded:
        return 0
    rows = store.run(_UNDATED[scope.kind], bind_scope(scope)).rows
    return int(rows[0]["left_out"])


def bind_scope(scope: Scope) -> dict[str, str | Sequence[str] | None]:
    """Give the parameters that a scope's statements take."""
    period = scope.period
    places = list(scope.places) or None
    among = None if scope.among is None else list(scope.among)
    return {"since": period.since, "until": period.until, "places": places, "among": among}


def during(date: str) -> str:
    """State that a date lies in the period."""
    return (
        f"($since IS NULL OR (NOT {date} STARTS WITH '-' "
        f"AND {date} >= substring($since, 0, size({date})))) "
        f"AND ($until IS NULL OR (NOT {date} STARTS WITH '-' "
        f"AND {date} <= substring($until, 0, size({date}))))"
    )


def _undated(date: str) -> str:
    return f"({date} IS NULL OR {date} STARTS WITH '-')"


def _counted(event: str, date: str) -> str:
    """Count what two ends have in common; a date counts as a day where it is a full one."""
    dated = f"CASE WHEN {date} STARTS WITH '-' THEN null ELSE {date} END"
    return (
        f"RETURN source, target, count(DISTINCT {event}) AS events, "
        f"count(DISTINCT CASE WHEN size({date}) = 10 THEN {date} ELSE null END) AS days, "
        f"min({dated}) AS first, max({dated}) AS last"
    )


_WITHIN = "-[:HELD_IN]->()-[:IN*0..3]->(p:Place) WHERE p.id IN $places"
# That a meeting, an event or thanks were in one of the places asked for.
HELD = f"($places IS NULL OR EXISTS {{ MATCH (:Event {{id: m.event}}){_WITHIN} }})"
HERE = f"($places IS NULL OR EXISTS {{ MATCH (e){_WITHIN} }})"
# Thanks have no event: what places them is the mention, in the same release, of what is so called.
GIVEN = (
    "($places IS NULL OR EXISTS { MATCH (:Release {id: t.release})-[n:MENTIONS]->(q:Place) "
    "WHERE (n.form = t.place OR t.place IN n.forms) "
    "AND EXISTS { MATCH (q)-[:IN*0..3]->(p:Place) WHERE p.id IN $places } })"
)


def _met(start: str = "", also: str = "") -> str:
    pattern = f"{start}MATCH (x:Person)-[m:MET_WITH]->(y)"
    return f"{pattern} WHERE {also}m.named AND {HELD}"


def _came(start: str = "") -> str:
    return (
        f"{start}MATCH (x)-[r:ATTENDED|SPOKE_AT|HOSTED]->(e:Event) "
        f"WHERE r.status = 'occurred' AND coalesce(x.kind, '') <> 'group' AND {HERE}"
    )


def _thanked(start: str = "", also: str = "") -> str:
    return (
        f"{start}MATCH (x)-[t:THANKED]->(y) WHERE {also}t.status = 'occurred' "
        "AND NOT y:Event AND x.id <> y.id AND coalesce(x.kind, '') <> 'group' "
        f"AND coalesce(y.kind, '') <> 'group' AND {GIVEN}"
    )


def _ties(start: str = "", also: str = "") -> Mapping[Kind, str]:
    return MappingProxyType(
        {
            Kind.MET_WITH: f"{_met(start, also)} AND {during('m.date')} "
            "WITH x.id AS source, y.id AS target, m.event AS event, m.date AS date "
            f"{_counted('event', 'date')}",
            Kind.CO_ATTENDANCE: f"{_came(start)} AND {during('e.date')} "
            "WITH e.id AS event, e.date AS date, collect(DISTINCT x.id) AS came "
            "UNWIND came AS source UNWIND came AS target "
            "WITH event, date, source, target WHERE source < target "
            f"{_counted('event', 'date')}",
            Kind.THANKS: f"{_thanked(start, also)} AND {during('t.date')} "
            "WITH x.id AS source, y.id AS target, t.fact AS fact, t.date AS date "
            f"{_counted('fact', 'date')}",
        }
    )


_START = "UNWIND $among AS one MATCH (x:Person|Organization|Place {id: one}) WITH x "
_TIES = _ties()
_TIES_AMONG = _ties(_START, "y.id IN $among AND ")
_UNDATED: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.MET_WITH: f"{_met()} AND {_undated('m.date')} "
        "RETURN count(DISTINCT m.event) AS left_out",
        Kind.CO_ATTENDANCE: f"{_came()} AND {_undated('e.date')} "
        "WITH e, count(DISTINCT x.id) AS came WHERE came > 1 RETURN count(*) AS left_out",
        Kind.THANKS: f"{_thanked()} AND {_undated('t.date')} "
        "RETURN count(DISTINCT t.fact) AS left_out",
    }
)
