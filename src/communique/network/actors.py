"""Actors: who stands in a network, by which name and in which offices."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from more_itertools import chunked

from communique.graph.identity import ref_of
from communique.graph.model import Label
from communique.graph.store import Store
from communique.queries.period import Period

_AT_ONCE = 5000


@dataclass(frozen=True)
class Actor:
    """Somebody, or some body, of a network.

    Attributes:
        id: The node's id.
        label: ``Person``, ``Organization`` or ``Place``.
        name: Its name.
        offices: Names of the offices in which releases show a person in the period, the latest
            first.
    """

    id: str
    label: Label
    name: str
    offices: tuple[str, ...] = ()

    @property
    def office(self) -> str | None:
        """The latest office in the period."""
        return self.offices[0] if self.offices else None


def fetch_actors(store: Store, ids: Iterable[str], period: Period) -> Iterator[Actor]:
    """Fetch those of some actors that are there.

    Args:
        store: The graph.
        ids: Their ids.
        period: When an office has to be attested to count.

    Yields:
        Each actor, in no order.
    """
    groups: dict[Label, list[str]] = defaultdict(list)
    for actor in sorted(set(ids)):
        groups[ref_of(actor).label].append(actor)
    for label, members in groups.items():
        for some in chunked(members, _AT_ONCE):
            rows = store.run(_STATEMENTS[label], {"ids": some}).rows
            for row in rows:
                held = [(h["office"], h["days"]) for h in row["held"] if h["office"] is not None]
                offices = order_offices(held, period)
                yield Actor(row["id"], label, row["name"], tuple(offices))


def order_offices(held: Iterable[tuple[str, Iterable[str]]], period: Period) -> list[str]:
    """Name the offices that are attested in a period, the latest first.

    Args:
        held: Offices by name, each with the days on which releases show somebody in it.
        period: When.

    Returns:
        Their names; of those last seen on one day the one seen on more days comes first, then by
        name. A day without a year comes before all others.
    """
    seen: dict[str, set[str]] = defaultdict(set)
    for office, attested in held:
        seen[office].update(day for day in attested if period.holds(day))
    keys = {name: (_latest(days), len(days)) for name, days in seen.items() if days}
    return sorted(sorted(keys), key=lambda name: keys[name], reverse=True)


def _latest(days: Iterable[str]) -> str:
    return max("" if day.startswith("-") else day for day in days)


_STATEMENTS = {
    Label.PERSON: "UNWIND $ids AS id MATCH (n:Person {id: id}) "
    "OPTIONAL MATCH (n)-[h:HOLDS]->(o:Office) "
    "RETURN n.id AS id, n.name AS name, collect({office: o.name, days: h.attested}) AS held",
    **{
        label: f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) "
        "RETURN n.id AS id, n.name AS name, [] AS held"
        for label in (Label.ORGANIZATION, Label.PLACE)
    },
}
