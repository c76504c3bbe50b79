"""What decisions come to in one release."""

import dataclasses
from typing import Any

import pytest

from communique.graph.decisions import different, same, side_of, wrong
from communique.graph.decisions.bearing import Bearing, bear, releases_of, standing
from communique.graph.rows import Batch, Mention


@pytest.fixture
def batch(draft: Any) -> Batch:
    """Two people met; the mayor, who has no name, was there."""
    made = draft()
    ada, ben, met = made.person("Ada Oduya"), made.person("Ben Cole"), made.meeting()
    made.meet(ada, ben, met)
    made.attend(made.title(made.office("Mayor of Oslo", "Mayor")), met)
    return made.batch()  # type: ignore[no-any-return]


def side(row: Mention, release: str | None = None) -> Any:
    """The side of a decision about a mention, or about its like in another release."""
    made = side_of(row.id, str(row.properties["form"]))
    return dataclasses.replace(made, release=release) if release else made


def find(batch: Batch, form: str) -> Mention:
    """The mention of that form."""
    return next(m for m in batch.mentions if m.properties["form"] == form)


def test_a_decision_speaks_of_mentions(batch: Batch) -> None:
    """Of one in each of two releases, or of both in one."""
    ada, ben = find(batch, "Ada Oduya"), find(batch, "Ben Cole")
    here = different(side(ada), side(ben))
    there = same(side(ada), side(ada, "https://news.example/9"))
    assert bear(batch, [here, there]) == Bearing(
        {ada.id: tuple(sorted((here.id, there.id))), ben.id: (here.id,)}
    )
    assert releases_of(there) == (batch.release.ref.id, "https://news.example/9")


def test_a_decision_about_other_releases_is_none_of_its_business(batch: Batch) -> None:
    """Nor is one of which nothing is found: both are left alone."""
    ada, ben = find(batch, "Ada Oduya"), find(batch, "Ben Cole")
    elsewhere = [side(row, "https://news.example/9") for row in (ada, ben)]
    gone = dataclasses.replace(side(ada), name="Cleo Dahl")
    wrongs = [wrong("https://news.example/9#met-with.1-2.3-4")]
    assert bear(batch, [same(*elsewhere), same(gone, elsewhere[1]), *wrongs]) == Bearing()


def test_a_group_can_not_be_decided_about(batch: Batch) -> None:
    """It has no identity of its own."""
    group = next(m for m in batch.mentions if m.properties.get("kind") == "group")
    decision = same(side(group), side(group, "https://news.example/9"))
    assert bear(batch, [decision]) == Bearing()


def test_a_wrong_fact_falls_with_both_its_sides(batch: Batch) -> None:
    """The other facts stand, and no mention is spoken of."""
    fact = next(str(a.properties["fact"]) for a in batch.assertions if "met-with" in a.id)
    bearing = bear(batch, [wrong(fact)])
    assert bearing == Bearing({}, frozenset({fact}))
    left = standing(batch, bearing)
    assert left.mentions == batch.mentions
    assert {a.properties["role"] for a in left.assertions} == {"attendee"}
    assert releases_of(wrong(fact)) == (batch.release.ref.id,)
    assert standing(batch, Bearing()) == batch


def test_the_order_of_decisions_never_tells(batch: Batch) -> None:
    """Nor does one that is there twice."""
    rows = [find(batch, name) for name in ("Ada Oduya", "Ben Cole")]
    decisions = [same(side(row), side(row, "https://news.example/9")) for row in rows]
    decisions.append(different(*map(side, rows)))
    assert bear(batch, decisions) == bear(batch, [*decisions[::-1], *decisions])
