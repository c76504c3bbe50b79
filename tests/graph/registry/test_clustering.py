"""Clusters are a function of the set of profiles, and nothing contradictory stands in one."""

from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.graph.model import Label
from communique.graph.registry import people
from communique.graph.registry.candidates import BIG, candidates
from communique.graph.registry.clustering import Clustering, cluster
from communique.graph.registry.profile import Profile
from communique.graph.registry.resolution import blocks_of, resolve
from communique.graph.registry.union import Union
from communique.identity import Comparison, Verdict

Make = Callable[..., Profile]
Pair = tuple[str, str]
VERDICTS = (Verdict.SAME, Verdict.SAME, Verdict.DOUBT, Verdict.DIFFERENT, None)


def named(key: str) -> Profile:
    """A profile with an id alone."""
    return Profile(id=key, label=Label.PERSON, names=(key,), name=key)


class Told:
    """Evidence as a table tells it; a pair that isn't in it is None."""

    def __init__(self, table: dict[Pair, tuple[Verdict | None, float]]) -> None:
        self.table = table

    def weigh(self, one: Profile, other: Profile) -> Comparison | None:
        """Look it up."""
        verdict, score = self.table.get((min(one.id, other.id), max(one.id, other.id)), (None, 0.0))
        return Comparison(verdict, score, "the table says so") if verdict else None

    def cluster(self, keys: list[str], must: list[Pair], cannot: list[Pair]) -> Clustering:
        """Cluster profiles that all share a block."""
        return cluster(map(named, keys), self.weigh, lambda _: frozenset("p"), must, cannot)


KEYS = [f"person:{letter}" for letter in "abcdefg"]
tables = st.fixed_dictionaries(
    {
        pair: st.tuples(st.sampled_from(VERDICTS), st.sampled_from((0.85, 0.9, 0.95)))
        for pair in combinations(KEYS, 2)
    }
).map(Told)
pairs = st.lists(st.sampled_from(list(combinations(KEYS, 2))), max_size=3)


def place(found: Clustering) -> dict[str, int]:
    """In which cluster each profile is."""
    return {key: n for n, group in enumerate(found.clusters) for key in group}


@settings(deadline=None, max_examples=200)
@given(tables, pairs, pairs, st.permutations(KEYS))
def test_clusters_do_not_depend_on_order_and_hold_no_contradiction(
    told: Told, must: list[Pair], cannot: list[Pair], order: list[str]
) -> None:
    """Each profile is in one cluster; decisions hold; every merge has its reason."""
    try:
        found = told.cluster(KEYS, must, cannot)
    except ValueError:
        assert must
        assert cannot
        return
    assert found == told.cluster(order, must[::-1], [(b, a) for a, b in cannot])
    where = place(found)
    assert sorted(where) == KEYS
    assert all(where[a] == where[b] for a, b in must)
    assert not any(where[a] == where[b] for a, b in cannot)
    assert set(found.reasons) == {key for group in found.clusters for key in group[1:]}
    if not must:
        for group in found.clusters:
            verdicts = {told.table[pair][0] for pair in combinations(group, 2)}
            assert Verdict.DIFFERENT not in verdicts
    for doubt in found.doubts:
        assert where[doubt.one] != where[doubt.other]
        assert (doubt.one, doubt.other) not in cannot
    between = [frozenset((where[doubt.one], where[doubt.other])) for doubt in found.doubts]
    assert len(between) == len(set(between))


@settings(deadline=None, max_examples=100)
@given(tables)
def test_each_merge_is_of_a_pair_that_is_the_same(told: Told) -> None:
    """The reason names who brought the profile in."""
    found = told.cluster(KEYS, [], [])
    for key, reason in found.reasons.items():
        partner = reason.rpartition(" - ")[2]
        assert told.table[min(key, partner), max(key, partner)][0] is Verdict.SAME


FORMS = (
    "Oyen", "Bettany Oyen", "Bettany J. Oyen", "B. J. Oyen", "Ivo Oyen", "Chan", "John Chan", "Chan Ka-ming",
    "John Chan Ka-ming", "陈家明", "Wang", "Wang Mingyi", "Ada Wong", "Li Qing", "Qing Li", "Marr", "Ivo Marr",
)  # fmt: skip
HELD = (("mayor", "marvale", "AU"), ("mayor",), ("minister",), ("president", "isle"))
people_told = st.lists(
    st.tuples(
        st.sampled_from(FORMS),
        st.sets(st.sampled_from(HELD), max_size=2),
        st.sampled_from(("2031-01-01", "2031-05-01", "1999-01-01", None)),
        st.sampled_from(("", "One", "Two")),
        st.sampled_from((frozenset(), frozenset("ab"), frozenset("bc"))),
    ),
    max_size=14,
)


@settings(deadline=None, max_examples=150)
@given(people_told)
def test_components_are_resolved_apart_as_they_are_together(person: Make, told: list[Any]) -> None:
    """What shares no block, not even through others, has no part in who is who."""
    found = [
        person(name, held=held, seen=seen, issuer=issuer, companions=company)
        for name, held, seen, issuer, company in told
    ]
    profiles = {profile.id: profile for profile in found}
    blocks = {key: blocks_of(profile, {}) for key, profile in profiles.items()}
    joined = Union()
    for key in profiles:
        for block in blocks[key]:
            joined.unite(key, block)
    parts = [[key for key in group if key in profiles] for group in joined.groups().values()]
    apart = [
        resolve({key: profiles[key] for key in part}, {}, {key: blocks[key] for key in part})
        for part in parts
    ]
    whole = resolve(profiles, {}, blocks)
    assert whole.nodes == {k: v for each in apart for k, v in each.nodes.items()}
    assert whole.reasons == {k: v for each in apart for k, v in each.reasons.items()}
    assert whole.doubts == tuple(sorted(doubt for each in apart for doubt in each.doubts))


def test_what_fits_two_that_contradict_each_other_is_in_neither() -> None:
    """It is a doubt with both, until a person decides."""
    a, b, c = KEYS[:3]
    told = Told(
        {(a, b): (Verdict.SAME, 0.9), (b, c): (Verdict.SAME, 0.9), (a, c): (Verdict.DIFFERENT, 0)}
    )
    found = told.cluster([a, b, c], [], [])
    assert found.clusters == ((a,), (b,), (c,))
    assert [(doubt.one, doubt.other) for doubt in found.doubts] == [(a, b), (b, c)]
    decided = told.cluster([a, b, c], [(a, b)], [(b, c)])
    assert decided.clusters == ((a, b), (c,))
    assert not decided.doubts
    assert decided.reasons == {b: f"a person says so - {a}"}


def test_the_stronger_of_two_that_contradict_each_other_has_it() -> None:
    """Where one is clearly more like."""
    a, b, c = KEYS[:3]
    told = Told(
        {(a, b): (Verdict.SAME, 0.9), (b, c): (Verdict.SAME, 0.95), (a, c): (Verdict.DIFFERENT, 0)}
    )
    assert told.cluster([a, b, c], [], []).clusters == ((a,), (b, c))


def test_a_decision_against_the_evidence_holds_for_what_is_like_each() -> None:
    """Who took another name is one under both, in later releases too."""
    a, b, c, d = KEYS[:4]
    different = dict.fromkeys([(a, b), (a, d), (b, c), (c, d)], (Verdict.DIFFERENT, 0.0))
    told = Told({**different, (a, c): (Verdict.SAME, 0.9), (b, d): (Verdict.SAME, 0.9)})
    assert told.cluster([a, b, c, d], [(a, b)], []).clusters == ((a, b, c, d),)


def test_decisions_that_contradict_each_other_are_an_error() -> None:
    """Also through third profiles; ids of no profile are passed over."""
    a, b, c = KEYS[:3]
    with pytest.raises(ValueError, match="must be one and cannot be"):
        Told({}).cluster([a, b, c], [(a, b), (b, c)], [(a, c)])
    assert Told({}).cluster([a, b], [(a, c)], [(b, c)]).clusters == ((a,), (b,))


def test_two_profiles_with_one_id_are_an_error(person: Make) -> None:
    """The same profile twice is one."""
    one, other = person("Ivo Oyen", id="person:x"), person("Ada Oyen", id="person:x")
    with pytest.raises(ValueError, match="two profiles"):
        cluster([one, other], people.weigh, people.blocks)
    assert cluster([one, one], people.weigh, people.blocks).clusters == (("person:x",),)


def test_mentions_of_one_minister_come_together(person: Make) -> None:
    """The surname alone, the full name, initials; her namesake in another country stays apart."""
    title = [("minister", "fisheries", "NO")]
    hers = [
        person("Bettany Oyen", held=title),
        person("Bettany J. Oyen", issuer="Two"),
        person("Oyen", held=[("minister", "fisheries")]),
        person("B. J. Oyen", held=title),
    ]
    other = person("Bettany Oyen", held=[("mayor", "marvale", "AU")])
    found = cluster([*hers[::-1], other], people.weigh, people.blocks)
    assert place(found)[other.id] not in {place(found)[each.id] for each in hers if each.held}
    assert len({place(found)[each.id] for each in (hers[0], hers[2], hers[3])}) == 1


def test_a_big_block_is_not_compared_pair_by_pair(person: Make) -> None:
    """And what is alike in it comes together all the same."""
    many = 12 * BIG
    namesakes = [
        person("Bettany Oyen", held=[("member", f"board {n}")], issuer=f"{n}") for n in range(many)
    ]
    found = list(candidates(namesakes, people.blocks))
    assert len(found) < 20 * many
    assert len(set(found)) == len(found)
    assert len(cluster(namesakes, people.weigh, people.blocks).clusters) == 1
