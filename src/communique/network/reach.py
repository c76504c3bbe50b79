"""Whom to show of a network too large to show: those with most ties, those next to somebody."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from communique.graph.store import Store
from communique.network.kinds import Kind
from communique.network.ties import GIVEN, HELD, HERE, Scope, bind_scope, during


def fetch_leading(store: Store, scope: Scope, top: int) -> tuple[str, ...]:
    """Find the actors with most meetings, events or thanks.

    Neo4j keeps count of the edges of a node; without bounds it is asked for that, groups without
    a name counted.

    Args:
        store: The graph.
        scope: Which ties count.
        top: At most so many.

    Returns:
        Their ids, those with most first.
    """
    bounded = scope.period.bounded or scope.places
    kept = None if bounded or store.engine == "arcadedb" else _KEPT.get(scope.kind)
    told = {**bind_scope(scope), "top": top}
    return tuple(row["id"] for row in store.run(kept or _LEADING[scope.kind], told).rows)


def fetch_next(store: Store, scope: Scope, ids: Sequence[str], top: int) -> tuple[str, ...]:
    """Find the actors next to some, those with most in common with them first.

    Args:
        store: The graph.
        scope: Which ties count.
        ids: Next to whom.
        top: At most so many.

    Returns:
        Ids, of none of those asked about.
    """
    told = {**bind_scope(replace(scope, among=tuple(ids))), "top": top}
    return tuple(row["id"] for row in store.run(_NEXT[scope.kind], told).rows)


def count_actors(store: Store, kind: Kind) -> int:
    """Count the people with a tie of a kind, whenever and wherever."""
    return int(store.run(_COUNTED[kind], {}).rows[0]["n"])


_CAME = "ATTENDED|SPOKE_AT|HOSTED"
_START = "UNWIND $among AS one MATCH (x:Person|Organization|Place {id: one}) WITH x "
_BEST = "ORDER BY n DESC, id LIMIT $top"
_NO_GROUP = "coalesce({0}.kind, '') <> 'group'"
_THANKED = (
    "WHERE t.status = 'occurred' AND NOT y:Event AND x.id <> y.id "
    f"AND {_NO_GROUP.format('x')} AND {_NO_GROUP.format('y')} AND {GIVEN} AND {during('t.date')}"
)
_MET = f"WHERE m.named AND {HELD} AND {during('m.date')}"
_AT = f"WHERE r.status = 'occurred' AND {HERE} AND {during('e.date')}"
_BOTH = "UNWIND [x.id, y.id] AS id "

_LEADING: Mapping[Kind, str] = {
    Kind.MET_WITH: f"MATCH (x:Person)-[m:MET_WITH]->(y) {_MET} "
    f"WITH x, y, m {_BOTH}RETURN id, count(DISTINCT m.event) AS n {_BEST}",
    Kind.CO_ATTENDANCE: f"MATCH (x)-[r:{_CAME}]->(e:Event) {_AT} AND {_NO_GROUP.format('x')} "
    f"RETURN x.id AS id, count(DISTINCT e.id) AS n {_BEST}",
    Kind.THANKS: f"MATCH (x)-[t:THANKED]->(y) {_THANKED} "
    f"WITH x, y, t {_BOTH}RETURN id, count(DISTINCT t.fact) AS n {_BEST}",
}
_KEPT: Mapping[Kind, str] = {
    kind: f"MATCH (x:Person|Organization|Place) WITH x, COUNT {{ (x){pattern}() }} AS n "
    # First by number alone: ids are read of these, not of all.
    "WHERE n > 0 WITH x, n ORDER BY n DESC LIMIT 10 * $top "
    f"WITH x, n WHERE {_NO_GROUP.format('x')} RETURN x.id AS id, n {_BEST}"
    for kind, pattern in ((Kind.MET_WITH, "-[:MET_WITH]-"), (Kind.THANKS, "-[:THANKED]-"))
}
_NEXT: Mapping[Kind, str] = {
    Kind.MET_WITH: f"{_START}MATCH (x)-[m:MET_WITH]-(y) {_MET} AND NOT y.id IN $among "
    f"RETURN y.id AS id, count(DISTINCT m.event) AS n {_BEST}",
    Kind.CO_ATTENDANCE: f"{_START}MATCH (x)-[r:{_CAME}]->(e:Event) {_AT} WITH DISTINCT e "
    f"MATCH (y)-[s:{_CAME}]->(e) WHERE s.status = 'occurred' AND {_NO_GROUP.format('y')} "
    f"AND NOT y.id IN $among RETURN y.id AS id, count(DISTINCT e.id) AS n {_BEST}",
    Kind.THANKS: f"{_START}MATCH (x)-[t:THANKED]-(y) {_THANKED} AND NOT y.id IN $among "
    f"RETURN y.id AS id, count(DISTINCT t.fact) AS n {_BEST}",
}
_COUNTED: Mapping[Kind, str] = {
    kind: f"MATCH (x:Person) WHERE EXISTS {{ (x){pattern}() }} RETURN count(x) AS n"
    for kind, pattern in (
        (Kind.MET_WITH, "-[:MET_WITH]-"),
        (Kind.CO_ATTENDANCE, f"-[:{_CAME}]->"),
        (Kind.THANKS, "-[:THANKED]-"),
    )
}
