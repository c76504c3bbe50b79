"""What an organization did itself and by those who held its offices, on both databases."""

from collections.abc import Callable
from typing import Any

from communique.pipeline import Graph
from communique.queries.asked.organizations import OrganizationCounterparts, PeopleOf
from communique.reading.model import Predicate

Told = Callable[..., Graph]
BODY = "World Harbour Organization"


def talks(draft: Any, number: int, day: str = "2031-03-04") -> Any:
    """A release: its director and its deputy meet Ben and each other; the body meets Cleo itself."""
    made = draft(number, day)
    body = made.body(BODY)
    ada = made.person("Ada Oduya", made.office(f"Director of the {BODY}", "Director", body))
    dora = made.person("Dora Lie", made.office(f"Deputy of the {BODY}", "Deputy", body))
    ben, meeting = made.person("Ben Cole"), made.meeting()
    made.meet(ada, ben, meeting)
    made.meet(dora, ben, meeting)
    made.meet(ada, dora, made.event("lunch", sort="lunch", named=False))
    made.meet(made.person("Cleo Dahl"), body, made.event("call", sort="call", named=False))
    made.tell(ben, Predicate.THANKED, body)
    return made


def elsewhere(draft: Any, number: int) -> Any:
    """A release: Ada, in another office, meets Eli."""
    made = draft(number, "2032-01-02")
    ada = made.person("Ada Oduya", made.office("Mayor of Oslo", "Mayor", made.place("Oslo")))
    made.meet(ada, made.person("Eli Moe"), made.meeting())
    return made


def test_an_organization_meets_through_its_offices(draft: Any, told: Told) -> None:
    """Two of it at one meeting are one meeting; colleagues are no counterparts; other hats don't count."""
    graph = told(talks(draft, 1), elsewhere(draft, 2))
    day = "2031-03-04"
    assert list(graph.organization_counterparts(BODY)) == [
        OrganizationCounterparts("Ben Cole", 1, ["Ada Oduya", "Dora Lie"], day, day),
        OrganizationCounterparts("Cleo Dahl", 1, [BODY], day, day),
    ]


def test_a_timeline_has_both_sides(draft: Any, told: Told) -> None:
    """What was done to it, what its people did in its offices, and nothing in other offices."""
    graph = told(talks(draft, 1), elsewhere(draft, 2))
    rows = {(row.who, row.what, row.whom) for row in graph.organization_timeline(BODY)}
    assert rows == {
        (BODY, "met-with", "Cleo Dahl"),
        (BODY, "thanked-by", "Ben Cole"),
        ("Ada Oduya", "met-with", "Ben Cole"),
        ("Ada Oduya", "met-with", "Dora Lie"),
        ("Dora Lie", "met-with", "Ada Oduya"),
        ("Dora Lie", "met-with", "Ben Cole"),
    }
    assert not graph.organization_timeline(BODY, since="2032")


def test_people_come_with_the_days_in_office(draft: Any, told: Told) -> None:
    """Whole days alone: a day without a year is among the attestations, and first nor last."""
    graph = told(talks(draft, 1), talks(draft, 2, "2031-05-06"))
    first, last = "2031-03-04", "2031-05-06"
    assert list(graph.people_of(BODY)) == [
        PeopleOf("Ada Oduya", f"Director of the {BODY}", first, last, 2),
        PeopleOf("Dora Lie", f"Deputy of the {BODY}", first, last, 2),
    ]
