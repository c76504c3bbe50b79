"""Who is who among the profiles of one label."""

import dataclasses
from collections.abc import Callable
from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.graph.model import Label
from communique.graph.registry.naming import id_key
from communique.graph.registry.profile import Profile
from communique.graph.registry.profiles import join_all, profile_release
from communique.graph.registry.resolution import (
    LAYERS,
    blocks_of,
    decided_blocks,
    decisions_of,
    label_of,
    links_of,
    resolve,
)
from communique.graph.rows import Batch

Make = Callable[..., Profile]
ARCHIVES = st.lists(st.from_type(Batch), max_size=3)


def profiles_of(batches: list[Batch]) -> dict[str, Profile]:
    """All profiles of some releases."""
    return join_all(p for batch in batches for p in profile_release(batch).values())


def resolve_all(profiles: dict[str, Profile]) -> dict[str, str]:
    """Resolve label by label; give the nodes."""
    nodes: dict[str, str] = {}
    for label in LAYERS:
        mine = {key: p for key, p in profiles.items() if p.label is label}
        blocks = {key: blocks_of(p, nodes) for key, p in mine.items()}
        nodes |= resolve(mine, nodes, blocks).nodes
    return nodes


@settings(deadline=None)
@given(ARCHIVES)
def test_what_could_have_one_id_shares_a_block(batches: list[Batch]) -> None:
    """Else two components would give it twice; keys say the label."""
    profiles = profiles_of(batches)
    nodes = resolve_all(profiles)
    blocks = {key: blocks_of(profile, nodes) for key, profile in profiles.items()}
    for key, found in blocks.items():
        assert all(block.startswith(f"{profiles[key].label.lower()}:") for block in found)
    named = [profile for profile in profiles.values() if profile.named]
    for one, other in combinations(named, 2):
        if one.label is other.label and id_key(one) == id_key(other):
            assert blocks[one.id] & blocks[other.id]


@settings(deadline=None)
@given(ARCHIVES, st.randoms(use_true_random=False))
def test_the_order_of_profiles_never_tells(batches: list[Batch], random: Any) -> None:
    """Every profile has a node, of its label."""
    profiles = profiles_of(batches)
    nodes = resolve_all(profiles)
    mixed = list(profiles.items())
    random.shuffle(mixed)
    assert resolve_all(dict(mixed)) == nodes
    assert nodes.keys() == profiles.keys()
    assert all(label_of(node) is profiles[key].label for key, node in nodes.items())


@settings(deadline=None)
@given(ARCHIVES)
def test_what_a_node_rests_on_is_resolved_before(batches: list[Batch]) -> None:
    """Links lead to what comes earlier among the layers, so that one pass is enough.

    A title without a name is the exception: it is settled by tenures, once people are.
    """
    profiles = profiles_of(batches)
    for profile in profiles.values():
        for link in links_of(profile):
            assert link in profiles
            if profile.named or profile.label is not Label.ORGANIZATION:
                assert LAYERS.index(label_of(link)) < LAYERS.index(profile.label)


def test_the_decisions_about_a_profile_are_told_by_its_blocks(person: Make) -> None:
    """Beside those of its name."""
    decisions = frozenset({"same-1234567890", "different-1234567890"})
    blocks = blocks_of(person("Ada Oduya"), {}, decisions)
    assert decided_blocks(Label.PERSON, decisions) <= blocks
    assert decisions_of(blocks) == decisions
    assert decisions_of(blocks_of(person("Ada Oduya"), {})) == frozenset()


def decided(person: Make, verb: str, *names: str) -> list[str]:
    """The nodes of two people about whom somebody decided."""
    profiles = {
        p.id: p for p in (person(name, seen=f"203{n}-01-01") for n, name in enumerate(names))
    }
    blocks = {key: blocks_of(p, {}, [f"{verb}-1234567890"]) for key, p in profiles.items()}
    return sorted(set(resolve(profiles, {}, blocks).nodes.values()))


def test_decisions_stand_above_the_rules(person: Make) -> None:
    """Two names of nothing in common are one; one name is of two."""
    assert decided(person, "same", "Ada Oduya", "Cleo Dahl") == ["person:ada-oduya"]
    assert len(decided(person, "different", "Ada Oduya", "Ada Oduya")) == 2


def test_a_decision_of_which_one_side_is_there_decides_nothing(person: Make) -> None:
    """It waits for the other."""
    profile = person("Ada Oduya")
    blocks = {profile.id: blocks_of(profile, {}, ["same-1234567890", "different-1234567890"])}
    found = resolve({profile.id: profile}, {}, blocks)
    assert found.nodes == {profile.id: "person:ada-oduya"}


def test_where_a_newer_reading_makes_decisions_contradict_those_that_join_stand(
    person: Make,
) -> None:
    """Rather than nothing being settled at all."""
    assert len(decided(person, "same", "Ada Oduya", "Cleo Dahl")) == 1
    profiles = {p.id: p for p in (person("Ada Oduya"), person("Cleo Dahl"))}
    both = ["same-1234567890", "different-1234567890"]
    blocks = {key: blocks_of(p, {}, both) for key, p in profiles.items()}
    assert len(set(resolve(profiles, {}, blocks).nodes.values())) == 1


def test_offices_rest_on_the_node_they_are_of() -> None:
    """One title of one body is one office, by whatever name of the body."""
    office = Profile("office:1", Label.OFFICE, ("Director of the WHO",), "Director of the WHO",
                     title="Director", of="organization:1")  # fmt: skip
    name = "Director of the World Harbour Organization"
    other = dataclasses.replace(
        office, id="office:2", names=(name,), name=name, of="organization:2"
    )
    nodes = dict.fromkeys(
        ("organization:1", "organization:2"), "organization:world-harbour-organization"
    )
    profiles = {p.id: p for p in (office, other)}
    blocks = {key: blocks_of(p, nodes) for key, p in profiles.items()}
    assert len(set(resolve(profiles, nodes, blocks).nodes.values())) == 1
    apart = {**nodes, "organization:2": "organization:world-herring-organization"}
    profiles["office:2"] = dataclasses.replace(office, id="office:2", of="organization:2")
    blocks = {key: blocks_of(p, apart) for key, p in profiles.items()}
    assert len(set(resolve(profiles, apart, blocks).nodes.values())) == 2


def test_nothing_gives_nothing() -> None:
    """And no error."""
    assert resolve({}, {}, {}).nodes == {}
