"""When it was: how many events took place in each month."""

from dataclasses import dataclass

from communique.graph.store import Store
from communique.queries.table import Table


@dataclass(frozen=True)
class Month:
    """A month and how much happened in it.

    Attributes:
        month: ``2031-03``; ``2031`` for what is known to the year alone.
        events: How many events took place.
    """

    month: str
    events: int


def count_months(store: Store, place: str | None = None, person: str | None = None) -> Table[Month]:
    """Count the events of each month; those whose year is not known are in none.

    Args:
        store: The graph.
        place: The id of a place in which they were held; None for anywhere.
        person: The id of somebody who was there; None for everybody.

    Returns:
        A row for each month with an event, in order.
    """
    parts = [_HELD if place else _ANY, _WITH if person else "", _MONTHS]
    rows = store.run(" ".join(filter(None, parts)), {"place": place, "person": person}).rows
    return Table(tuple(Month.__dataclass_fields__), rows, Month)


_ANY = "MATCH (e:Event)"
_HELD = "MATCH (:Place {id: $place})<-[:IN*0..3]-(:Place)<-[:HELD_IN]-(e:Event) WITH DISTINCT e"
_WITH = (
    "MATCH (:Person {id: $person})-[r:ATTENDED|SPOKE_AT|HOSTED|SIGNED]->(e) "
    "WHERE r.status = 'occurred'"
)
_MONTHS = (
    "WITH DISTINCT e "
    "WHERE e.status = 'occurred' AND e.date IS NOT NULL AND NOT e.date STARTS WITH '-' "
    "RETURN substring(e.date, 0, 7) AS month, count(e) AS events ORDER BY month"
)
