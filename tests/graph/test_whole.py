"""The whole graph of some releases and decisions, from their rows alone."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.errors import Contradiction
from communique.graph.assertion import precedence
from communique.graph.decisions import Decision, Side, Verb, check, different, same, side_of
from communique.graph.decisions import wrong as wrong_fact
from communique.graph.model import EDGES, EdgeType, Label, allows
from communique.graph.rows import Batch, Edge, Mention
from communique.graph.whole import Whole, settle

ARCHIVES = st.lists(st.from_type(Batch), max_size=5)


def latest(batches: Iterable[Batch]) -> dict[str, Batch]:
    """Of each address the text that counts."""
    kept: dict[str, Batch] = {}
    for batch in batches:
        known = kept.get(batch.release.ref.id)
        if known is None or precedence(batch.release) > precedence(known.release):
            kept[batch.release.ref.id] = batch
    return kept


def side(row: Mention) -> Side:
    """A mention as a decision names it."""
    return side_of(row.id, str(row.properties["form"]))


@st.composite
def decided(draw: st.DrawFn) -> tuple[list[Batch], list[Decision]]:
    """Releases, and decisions about them that can all hold."""
    batches = draw(ARCHIVES)
    kept = latest(batches).values()
    rows = [m for b in kept for m in b.mentions if m.properties.get("kind") != "group"]
    facts = sorted({str(a.properties["fact"]) for b in kept for a in b.assertions})
    decisions: list[Decision] = []
    for verb in draw(st.lists(st.sampled_from(Verb), max_size=5)):
        decision = _draw_decision(draw, verb, rows, facts)
        try:
            check([*decisions, decision] if decision else [])
        except Contradiction:
            continue
        decisions += [decision] if decision else []
    return batches, decisions


def _draw_decision(
    draw: st.DrawFn, verb: Verb, rows: list[Mention], facts: list[str]
) -> Decision | None:
    if verb is Verb.WRONG:
        return wrong_fact(draw(st.sampled_from(facts))) if facts else None
    if not rows:
        return None
    one = draw(st.sampled_from(rows))
    other = draw(st.sampled_from([row for row in rows if row.label is one.label]))
    return (same if verb is Verb.SAME else different)(side(one), side(other))


def of_type(whole: Whole, *types: EdgeType) -> list[Edge]:
    """The edges of some types."""
    return [edge for edge in whole.edges.values() if edge.type in types]


def node_of(whole: Whole, of: Side) -> str:
    """The node that the mention of a side is of."""
    return next(
        e.target.id for e in of_type(whole, EdgeType.MENTIONS)
        if side_of(e.id, str(e.properties["form"])) == of
    )  # fmt: skip


@settings(deadline=None)
@given(decided(), st.randoms(use_true_random=False))
def test_order_and_repetition_never_tell(
    case: tuple[list[Batch], list[Decision]], random: Any
) -> None:
    """Of releases or of decisions."""
    batches, decisions = case
    whole = settle(batches, decisions)
    mixed, again = [*batches, *batches], [*decisions, *decisions]
    random.shuffle(mixed)
    random.shuffle(again)
    assert settle(mixed, again) == whole
    assert settle(latest(batches).values(), decisions) == whole


@settings(deadline=None)
@given(decided())
def test_a_decision_stands_above_the_rules(case: tuple[list[Batch], list[Decision]]) -> None:
    """What is the same is on one node, what is different on two; a wrong fact is nowhere."""
    whole = settle(*case)
    facts = {edge.properties.get("fact") for edge in whole.edges.values()}
    idle = {each for n in whole.nodes.values() for each in _withheld_ids(n.properties)}
    for decision in case[1]:
        assert decision.fact is None or decision.fact not in facts
        known = [s for s in decision.sides if not _is_idle(s, idle)]
        nodes = {node_of(whole, each) for each in known}
        if len(known) == len(Side.__mro__[:2]):
            assert len(nodes) == (1 if decision.verb is Verb.SAME else 2)


def _withheld_ids(told: Any) -> list[str]:
    return [row for row in told.get("withheld", []) if '"label"' in row]


def _is_idle(of: Side, idle: set[str]) -> bool:
    """An event of which only wrong facts told."""
    mark = f"{of.release}#mentions.{of.label.lower()}.{of.start}-{of.end}"
    return any(f'"id": "{mark}' in row for row in idle)


@settings(deadline=None)
@given(decided())
def test_a_decision_undone_was_never_made(case: tuple[list[Batch], list[Decision]]) -> None:
    """And made again it is as before."""
    batches, decisions = case
    whole = settle(batches, decisions)
    for decision in decisions:
        others = [each for each in decisions if each != decision]
        assert settle(batches, [*others, decision]) == whole


@settings(deadline=None)
@given(decided())
def test_nothing_is_merged_without_a_reason(case: tuple[list[Batch], list[Decision]]) -> None:
    """Every node of several profiles says why, of all but one of them."""
    whole = settle(*case)
    inferred = {
        str(e.properties["profile"]) for e in of_type(whole, EdgeType.MENTIONS)
        if "inferred" in e.properties
    }  # fmt: skip
    sizes = Counter(node for key, node in whole.profiles.items() if key not in inferred)
    told = Counter(whole.profiles[key] for key in whole.reasons)
    assert {node: size - 1 for node, size in sizes.items() if size > 1} == dict(told)
    assert all(whole.reasons.values())


@settings(deadline=None)
@given(decided())
def test_nothing_is_there_without_a_mention(case: tuple[list[Batch], list[Decision]]) -> None:
    """No node, no day of a tenure; a title alone attests nobody."""
    whole = settle(*case)
    mentions = [m for m in of_type(whole, EdgeType.MENTIONS) if "inferred" not in m.properties]
    releases = {node.ref for node in whole.nodes.values() if node.ref.label is Label.RELEASE}
    assert {node.ref for node in whole.nodes.values()} == releases | {m.target for m in mentions}
    attested = {
        (m.target.id, office, m.properties.get("attested"))
        for m in mentions
        for office in cast("list[str]", m.properties.get("offices", []))
    }
    for edge in of_type(whole, EdgeType.HOLDS):
        for day in cast("list[str]", edge.properties["attested"]):
            assert (edge.source.id, edge.target.id, day) in attested


@settings(deadline=None)
@given(decided())
def test_every_edge_is_one_that_the_model_has(case: tuple[list[Batch], list[Decision]]) -> None:
    """Between nodes that are there, and never at one node twice."""
    whole = settle(*case)
    for edge in whole.edges.values():
        assert allows(edge.type, edge.source.label, edge.target.label)
        assert {edge.source.id, edge.target.id} <= whole.nodes.keys()
        assert set(edge.properties) <= set(EDGES[edge.type].properties)
        assert edge.source != edge.target


# -- examples --------------------------------------------------------------------------------------


def people(whole: Whole) -> list[str]:
    """The ids of all people."""
    return sorted(node for node in whole.nodes if node.startswith("person:"))


def mayor(draft: Any, number: int, name: str, city: str = "Oslo", **more: Any) -> Batch:
    """A release that tells who is mayor."""
    made = draft(number, **more)
    office = made.office(f"Mayor of {city}", "Mayor", made.place(city))
    made.attend(made.person(name, office), made.event("Harbour Forum"))
    return cast("Batch", made.batch())


def bare(draft: Any, number: int, day: str) -> Batch:
    """A release that tells of the mayor by title alone."""
    made = draft(number, day)
    office = made.office("Mayor of Oslo", "Mayor", made.place("Oslo"))
    made.attend(made.title(office), made.event("Herring Fair"))
    return cast("Batch", made.batch())


def meeting(draft: Any, number: int, one: str, other: str, **more: Any) -> Batch:
    """A release that tells of a meeting in Oslo."""
    made = draft(number, **more)
    sides = [
        made.person(name, made.office(f"Head of {name} Hall", "Head")) for name in (one, other)
    ]
    made.meet(*sides, made.meeting(place=made.place("Oslo")))
    return cast("Batch", made.batch())


def test_namesakes_with_offices_that_contradict_stay_two(draft: Any) -> None:
    """Each with a mark in its id; the same man twice is one."""
    oslo, bergen = mayor(draft, 1, "John Lee"), mayor(draft, 2, "John Lee", "Bergen")
    found = people(settle([oslo, bergen, mayor(draft, 3, "John Lee", day="2031-03-05")]))
    assert len(found) == 2
    assert all(each.startswith("person:john-lee~") for each in found)
    assert people(settle([oslo])) == ["person:john-lee"]


def test_an_office_is_one_however_it_is_spelled(draft: Any) -> None:
    """Three spellings, one node with all three names."""
    batches = []
    for number, name in enumerate(("Mayor of Oslo", "Oslo Mayor", "the mayor of Oslo")):
        made = draft(number)
        made.person("Ben Cole", made.office(name, "Mayor", made.place("Oslo")))
        batches.append(made.batch())
    (office,) = [n for n in settle(batches).nodes.values() if n.ref.label is Label.OFFICE]
    assert len(cast("list[str]", office.properties["names"])) == 3


def test_a_title_reaches_its_holder_and_goes_to_a_better_attested_one(draft: Any) -> None:
    """With a rule of its own and less confidence; it goes back when that one is gone."""
    title, ben = bare(draft, 1, "2031-03-04"), mayor(draft, 2, "Ben Cole", day="2031-03-01")
    cleo = mayor(draft, 3, "Cleo Dahl", day="2031-03-04")

    def holder(*batches: Batch) -> Edge:
        told = of_type(settle(batches), EdgeType.ATTENDED)
        return next(e for e in told if e.properties["release"] == title.release.ref.id)

    alone = holder(title)
    assert (alone.source.label, alone.properties["rule"]) == (Label.ORGANIZATION, "test")
    near = holder(title, ben)
    assert (near.source.id, near.properties["rule"]) == ("person:ben-cole", "test+office-holder")
    assert near.properties["confidence"] == 0.63
    assert near.properties["read_confidence"] == 0.9
    better = holder(title, ben, cleo)
    assert (better.source.id, better.properties["confidence"]) == ("person:cleo-dahl", 0.855)
    assert holder(ben, title) == near


def test_a_title_attests_no_tenure(draft: Any) -> None:
    """Its holder was in office on the days on which releases say so by name."""
    whole = settle([bare(draft, 1, "2031-03-04"), mayor(draft, 2, "Ben Cole", day="2031-03-01")])
    (edge,) = of_type(whole, EdgeType.HOLDS)
    assert edge.properties["attested"] == ["2031-03-01"]


def test_a_forum_that_five_bodies_report_on_five_days_is_one(draft: Any) -> None:
    """With five reports."""
    batches = []
    for number in range(5):
        made = draft(number, f"2031-03-0{number + 1}", f"Body {number}")
        made.attend(made.person(f"Delegate {'ABCDE'[number]}ba"), made.event("12th Harbour Forum"))
        batches.append(made.batch())
    whole = settle(batches)
    reports = of_type(whole, EdgeType.REPORTS)
    assert len(reports) == 5
    assert len({edge.target for edge in reports}) == 1


def test_a_meeting_that_both_sides_report_is_one(draft: Any) -> None:
    """One event, one meeting of the two, with the facts of both releases."""
    one = meeting(draft, 1, "Ada Oduya", "Ben Cole", issuer="Ministry")
    other = meeting(draft, 2, "Ben Cole", "Ada Oduya", issuer="Harbour Office")
    whole = settle([one, other])
    (met,) = of_type(whole, EdgeType.MET_WITH)
    assert len(cast("list[str]", met.properties["facts"])) == 2
    assert len({edge.target for edge in of_type(whole, EdgeType.REPORTS)}) == 1


def test_three_meetings_stay_three(draft: Any) -> None:
    """The same two, on three days."""
    days = ("2031-03-04", "2031-03-11", "2031-06-01")
    batches = [meeting(draft, n, "Ada Oduya", "Ben Cole", day=day) for n, day in enumerate(days)]
    whole = settle(batches)
    assert len(of_type(whole, EdgeType.MET_WITH)) == 3
    assert len(people(whole)) == 2


def test_an_acronym_that_one_release_defines_joins_two_others(draft: Any) -> None:
    """One calls the body by its name, one by the acronym, a third by both."""
    forms = (("World Harbour Organization",), ("WHO",), ("World Harbour Organization", "WHO"))
    batches = []
    for number, names in enumerate(forms):
        made = draft(number)
        made.attend(made.body(*names), made.event("Harbour Forum"))
        batches.append(made.batch())
    bodies = [
        {n for n in settle(some).nodes if n.startswith("organization:")}
        for some in (batches[:2], batches)
    ]
    assert list(map(len, bodies)) == [2, 1]


def test_decisions_that_contradict_never_get_that_far(draft: Any) -> None:
    """They are refused before; nothing is settled by halves."""
    rows = [mayor(draft, n, "John Lee").mentions for n in (1, 2)]
    one, other = (side(next(m for m in r if m.label is Label.PERSON)) for r in rows)
    with pytest.raises(Contradiction):
        check([same(one, other), different(one, other)])


@pytest.mark.parametrize("name", ["x", "🎉", "x" * 10_000, "\ud800", "-", "a " * 5_000, "李"])
def test_hostile_names_are_settled_like_any_other(draft: Any, name: str) -> None:
    """Whatever stands in a release."""
    batches = [mayor(draft, number, name) for number in range(3)]
    assert len(people(settle(batches))) == 1
