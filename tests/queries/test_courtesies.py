"""Questions on thanks and congratulations mean what they say, on both databases."""

from typing import Any

import communique
from communique.graph.ledger import load
from communique.graph.store import connect
from communique.reading.model import Predicate, Status


def tell(draft: Any, number: int, day: str | None, *told: tuple[str, Predicate, str]) -> Any:
    """Make a release that tells who thanked or congratulated whom."""
    made = draft(number, day)
    people = {name: made.person(name) for one, _, other in told for name in (one, other)}
    for one, predicate, other in told:
        made.tell(people[one], predicate, people[other])
    return made


def test_courtesies_go_both_ways_and_count_days(where: str, draft: Any) -> None:
    """Two releases of one day tell of one courtesy; what was planned is none; an event is nobody."""
    ada, ben, cleo = "Ada Oduya", "Ben Cole", "Cleo Dahl"
    thanked, congratulated = Predicate.THANKED, Predicate.CONGRATULATED
    planned = draft(4)
    people = planned.person(ada), planned.person(cleo)
    planned.tell(people[0], thanked, people[1], status=Status.PLANNED)
    planned.tell(people[0], congratulated, planned.event("Herring Fair"))
    drafts = (
        tell(draft, 1, "2031-03-04", (ada, thanked, ben), (ben, congratulated, ada)),
        tell(draft, 2, "2031-03-04", (ada, thanked, ben)),
        tell(draft, 3, "2032-01-01", (ada, thanked, ben), (cleo, thanked, ada)),
        planned,
        tell(draft, 5, None, (ben, thanked, ada)),
    )
    with connect(where, write=True, create=True) as store:
        for made in drafts:
            load(store, made.batch())
    with communique.open(where) as graph:
        rows = {row.counterpart: row for row in graph.courtesies(ada)}
        assert set(rows) == {ben, cleo}
        assert (rows[ben].thanks_given, rows[ben].thanks_received) == (2, 1)
        assert (rows[ben].congratulations_given, rows[ben].congratulations_received) == (0, 1)
        assert (rows[cleo].thanks_given, rows[cleo].thanks_received) == (0, 1)
        (row,) = graph.courtesies(ada, until="2031")
        assert (row.counterpart, row.thanks_given, row.thanks_received) == (ben, 1, 0)
        assert [(row.by, row.to) for row in graph.congratulations(to=ada)] == [(ben, ada)]
        assert [row.to for row in graph.congratulations(ada)] == ["Herring Fair"]
