"""From what a release asserts to edges, and exactly back."""

import dataclasses
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.errors import StoreError
from communique.graph.attachment import Attached, Settled, attach, detach, profiles_of
from communique.graph.identity import ref_of
from communique.graph.model import EDGES, EdgeType, Label
from communique.graph.rows import Batch, Edge, NodeRef
from communique.reading.model import Predicate


@st.composite
def settled_batches(draw: st.DrawFn) -> tuple[Batch, Settled]:
    """A release whose mentions are of one of a few nodes each, and some of whose facts are wrong."""
    batch = draw(st.from_type(Batch))
    nodes: dict[str, NodeRef] = {}
    inferred: dict[str, str] = {}
    for mention in batch.mentions:
        label = mention.label
        if mention.properties.get("kind") == "group" and draw(st.booleans()):
            label = Label.PERSON
            inferred[mention.id] = draw(st.sampled_from(["attested", "between", "nearest"]))
        nodes[mention.id] = ref_of(f"{label.lower()}:{draw(st.integers(0, 2))}")
    profiles = {mention.id: f"{mention.label.lower()}:{mention.id}" for mention in batch.mentions}
    facts = sorted({str(told.properties["fact"]) for told in batch.assertions})
    wrong = draw(st.sets(st.sampled_from(facts))) if facts else set()
    return batch, Settled(nodes, profiles, inferred, wrong)


@settings(deadline=None)
@given(settled_batches())
def test_detaching_is_the_opposite_of_attaching(case: tuple[Batch, Settled]) -> None:
    """Whoever is who, whatever is wrong: the graph keeps all that is asserted."""
    batch, settled = case
    attached = attach(batch, settled)
    assert detach(attached.release, attached.edges) == batch
    assert profiles_of(attached) == settled.profiles


@settings(deadline=None)
@given(settled_batches(), st.randoms(use_true_random=False))
def test_the_order_in_which_edges_come_does_not_matter(
    case: tuple[Batch, Settled], random: Any
) -> None:
    """As a database gives them."""
    attached = attach(*case)
    mixed = random.sample(attached.edges, len(attached.edges))
    assert detach(attached.release, mixed) == case[0]


@settings(deadline=None)
@given(settled_batches())
def test_edges_are_those_of_the_model(case: tuple[Batch, Settled]) -> None:
    """They carry what the model knows, end where mentions are, and never at one node twice."""
    batch, settled = case
    attached = attach(batch, settled)
    mentioned = {edge.target for edge in attached.edges if edge.type is EdgeType.MENTIONS}
    for edge in attached.edges:
        assert set(edge.properties) <= set(EDGES[edge.type].properties)
        assert edge.source != edge.target
        assert {edge.source, edge.target} - mentioned <= {batch.release.ref}
    assert set(attached.release.properties) <= {*batch.release.properties, "withheld"}


def settle(batch: Batch, /, **more: Any) -> Settled:
    """Every mention of a node of its own."""
    nodes = {m.id: NodeRef(m.label, f"{m.label.lower()}:{n}") for n, m in enumerate(batch.mentions)}
    return Settled(nodes | more.pop("nodes", {}), **more)


def asserted(attached: Attached) -> list[Edge]:
    """The edges of facts."""
    other = (EdgeType.MENTIONS, EdgeType.REPORTS)
    return [edge for edge in attached.edges if edge.type not in other]


def test_a_wrong_fact_waits_in_the_release_and_comes_back(draft: Any) -> None:
    """With the event that only it told of; undoing the decision brings both back."""
    made = draft()
    ada, ben, met = made.person("Ada Oduya"), made.person("Ben Cole"), made.meeting()
    made.meet(ada, ben, met)
    batch = made.batch()
    whole = attach(batch, settle(batch))
    (fact,) = {str(edge.properties["fact"]) for edge in asserted(whole)}
    without = attach(batch, settle(batch, wrong={fact}))
    assert {edge.target.label for edge in without.edges} == {Label.PERSON}
    assert len(without.release.properties["withheld"]) == 3  # type: ignore[arg-type]
    again = attach(detach(without.release, without.edges), settle(batch))
    assert again == whole


def test_an_event_of_which_another_fact_tells_stays(draft: Any) -> None:
    """And so does one with a name, though only wrong facts tell of it."""
    made = draft()
    ada, ben, cleo = (made.person(name) for name in ("Ada Oduya", "Ben Cole", "Cleo Dahl"))
    met, forum = made.meeting(), made.event("Harbour Forum")
    made.meet(ada, ben, met)
    made.meet(ada, cleo, met)
    made.attend(ada, forum)
    batch = made.batch()
    first = min(str(told.properties["fact"]) for told in batch.assertions if "met-with" in told.id)
    wrong = {str(a.properties["fact"]) for a in batch.assertions if "attended" in a.id} | {first}
    attached = attach(batch, settle(batch, wrong=wrong))
    assert len([edge for edge in attached.edges if edge.type is EdgeType.REPORTS]) == 2
    assert {edge.properties["role"] for edge in asserted(attached)} == {"principal", "counterpart"}
    assert first not in {edge.properties["fact"] for edge in asserted(attached)}


def test_a_fact_whose_two_ends_are_one_node_waits(draft: Any) -> None:
    """Nobody thanks himself: it comes back when the two are told apart."""
    made = draft()
    ada, other = made.person("Ada Oduya"), made.person("A. Oduya")
    made.tell(ada, Predicate.THANKED, other)
    batch = made.batch()
    one = {mention.id: ref_of("person:ada-oduya") for mention in batch.mentions}
    attached = attach(batch, settle(batch, nodes=one))
    assert not asserted(attached)
    assert len(asserted(attach(detach(attached.release, attached.edges), settle(batch)))) == 1


def test_a_title_that_means_its_holder_marks_the_mention_and_the_facts(draft: Any) -> None:
    """On what it rests, the rule, and both confidences; the offices are told as nodes."""
    made = draft()
    mayor = made.office("Mayor of Oslo", "Mayor", made.place("Oslo"))
    title, forum = made.title(mayor), made.event("Harbour Forum")
    made.attend(title, forum)
    batch = made.batch()
    (group,) = (m.id for m in batch.mentions if m.label is Label.ORGANIZATION)
    held = settle(batch, nodes={group: ref_of("person:ben")}, inferred={group: "nearest"})
    attached = attach(batch, held)
    (mention,) = (edge for edge in attached.edges if edge.id == group)
    assert (mention.target.id, mention.properties["inferred"]) == ("person:ben", "nearest")
    (fact,) = asserted(attached)
    assert (fact.source.id, fact.properties["source_mention"]) == ("person:ben", group)
    assert fact.properties["confidence"] == 0.63
    assert fact.properties["offices"] == mention.properties["offices"]


def test_two_reports_of_one_event_in_a_release_are_one(draft: Any) -> None:
    """Once its two mentions are of one node."""
    made = draft()
    made.event("Harbour Forum")
    made.event("12th Harbour Forum")
    batch = made.batch()
    one = {mention.id: ref_of("event:forum") for mention in batch.mentions}
    attached = attach(batch, settle(batch, nodes=one))
    assert [edge.type for edge in attached.edges] == ["MENTIONS", "MENTIONS", "REPORTS"]


@given(settled_batches())
def test_a_release_without_profiles_is_of_an_older_graph(case: tuple[Batch, Settled]) -> None:
    """The error says so, and what to do."""
    batch, settled = case
    attached = attach(batch, dataclasses.replace(settled, profiles={}))
    with pytest.raises(StoreError, match=r"older communique\. Load the releases into a new graph"):
        profiles_of(attached)
