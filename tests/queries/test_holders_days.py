"""What holders did in an office, and whom each met first, on both databases."""

from collections.abc import Callable
from typing import Any

from communique.pipeline import Graph

Told = Callable[..., Graph]


def mayor(draft: Any, number: int, day: str, name: str, *met: str, title: str = "Mayor") -> Any:
    """A release: somebody, in an office in Oslo, meets these."""
    made = draft(number, day)
    oslo = made.place("Oslo")
    holder = made.person(name, made.office(f"{title} of Oslo", title, oslo))
    for each in met:
        made.meet(holder, made.person(each), made.meeting(place=oslo), place=oslo)
    return made


def test_a_day_counts_in_the_office_held_that_day(draft: Any, told: Told) -> None:
    """What the mayor did before, as treasurer, is not the mayor's."""
    graph = told(
        mayor(draft, 1, "2031-03-04", "Ada Oduya", "Ben Cole", title="Treasurer"),
        mayor(draft, 2, "2031-05-06", "Ada Oduya", "Cleo Dahl"),
    )
    (row,) = graph.office_timeline("Mayor of Oslo")
    assert (row.date, row.person, row.what, row.whom) == (
        "2031-05-06", "Ada Oduya", "met-with", "Cleo Dahl"
    )  # fmt: skip


def test_a_successor_meets_first_whom_the_first_day_tells(draft: Any, told: Told) -> None:
    """All of that day, none of the next; who met nobody is listed; the first has no predecessor."""
    graph = told(
        mayor(draft, 1, "2031-03-04", "Ada Oduya"),
        mayor(draft, 2, "2031-05-05", "Ben Cole", "Nobody Yet", title="Treasurer"),
        mayor(draft, 3, "2031-05-06", "Ben Cole"),
        mayor(draft, 4, "2031-05-07", "Ben Cole", "Dora Lie", "Cleo Dahl"),
        mayor(draft, 5, "2031-05-08", "Ben Cole", "Eli Moe"),
    )
    rows = graph.successors_first("Mayor of Oslo")
    assert [(r.person, r.predecessor, r.since, r.first_meeting, r.met) for r in rows] == [
        ("Ada Oduya", None, "2031-03-04", None, None),
        ("Ben Cole", "Ada Oduya", "2031-05-06", "2031-05-07", "Cleo Dahl"),
        ("Ben Cole", "Ada Oduya", "2031-05-06", "2031-05-07", "Dora Lie"),
    ]
    assert all(citations for _, citations in rows.evidence())
