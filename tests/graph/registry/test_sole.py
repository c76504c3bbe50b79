"""A surname alone means who alone can be meant."""

from collections.abc import Callable, Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.graph.registry import people
from communique.graph.registry.clustering import Clustering, cluster
from communique.graph.registry.profile import Profile
from communique.graph.registry.sole import LEAST, Sole, adopt
from communique.identity import Comparison, Verdict
from communique.identity.verdict import doubt

Make = Callable[..., Profile]
Pair = tuple[str, str]
NEAR: Mapping[str, object] = {"issuer": "One", "companions": frozenset("ab")}


def together(found: Clustering, one: Profile, other: Profile) -> bool:
    """Whether two are of one cluster."""
    return any(one.id in group and other.id in group for group in found.clusters)


def solve(*profiles: Profile) -> Clustering:
    """Cluster people."""
    return cluster(profiles, people.weigh, people.blocks)


def sole(lone: str) -> Sole:
    """A doubt about a profile."""
    return Sole(Verdict.DOUBT, 0.6, "a surname alone", lone)


def test_who_alone_has_the_surname_is_meant(person: Make) -> None:
    """And the reason says so."""
    lone = person("Oyen", **NEAR)
    whole = person("Bettany Oyen", held=[("mayor", "marvale", "AU")], **NEAR)
    found = solve(lone, whole)
    assert together(found, lone, whole)
    assert not found.doubts
    assert "nobody else of that name" in "".join(found.reasons.values())


def test_of_two_with_the_surname_neither_is_meant(person: Make) -> None:
    """Both are doubts; who was seen at another time is no rival."""
    lone, whole = person("Oyen", **NEAR), person("Bettany Oyen", **NEAR)
    rival = person("Ivo Oyen", **NEAR)
    found = solve(lone, whole, rival)
    assert not together(found, lone, whole)
    asked = {frozenset((doubt.one, doubt.other)) for doubt in found.doubts}
    assert asked == {frozenset((lone.id, each.id)) for each in (whole, rival)}
    assert together(solve(lone, whole, person("Ivo Oyen", seen="1999-01-01", **NEAR)), lone, whole)


def test_no_surname_brings_two_people_together(person: Make) -> None:
    """Two foreign ministers, and one who has a surname that both spell."""
    title = {"held": [("foreign minister",)], **NEAR}
    one, other = person("Ada Wong", **title), person("Wang Mingyi", **title)
    lone = person("Wang", **title)
    found = solve(one, other, lone)
    assert not together(found, one, other)
    assert not together(found, one, lone)
    assert together(found, other, lone)


def test_many_with_a_surname_alone_are_held_against_all_of_it(person: Make) -> None:
    """A rival is found in a big block too."""
    whole = [person("Bettany Oyen", held=[("member", f"board {n}")], **NEAR) for n in range(60)]
    lone, rival = person("Oyen", **NEAR), person("Ivo Oyen", **NEAR)
    assert together(solve(lone, *whole), lone, whole[0])
    assert not together(solve(lone, rival, *whole), lone, whole[0])


def test_who_contradicts_another_guest_stays_out() -> None:
    """Neither of two that can't both be meant; a third is welcome."""
    clusters = [("a",), ("b",), ("c",), ("h",)]
    found: dict[Pair, Comparison] = {(key, "h"): sole(key) for key in "abc"}
    apart = {("a",), ("b",)}

    def are_apart(one: object, other: object) -> bool:
        return {one, other} == apart

    told = adopt(clusters, found, "abc".__contains__, are_apart)
    assert list(told) == [("c", "h")]
    assert told["c", "h"].same
    assert told["c", "h"].score == LEAST


def test_a_plain_doubt_adopts_nobody_and_is_a_rival() -> None:
    """What may be another is enough to leave it open."""
    clusters = [("a",), ("h",), ("i",)]
    found: dict[Pair, Comparison] = {("a", "h"): sole("a")}
    lone = "a".__eq__
    assert adopt(clusters, found, lone, lambda *_: False)
    assert not adopt(clusters, {**found, ("a", "i"): doubt(0.5, "?")}, lone, lambda *_: False)
    assert not adopt(clusters, {("a", "h"): doubt(0.7, "?")}, lone, lambda *_: False)
    assert not adopt(clusters, found, lone, lambda *_: True)


@settings(deadline=None, max_examples=100)
@given(
    st.dictionaries(
        st.tuples(st.sampled_from("abcd"), st.sampled_from("hij")), st.booleans(), max_size=8
    )
)
def test_only_what_has_one_home_is_adopted(table: dict[Pair, bool]) -> None:
    """And always into that one."""
    found = {p: sole(p[0]) if told else doubt(0.5, "?") for p, told in sorted(table.items())}
    clusters = [(key,) for key in "abcdhij"]
    told = adopt(clusters, found, "abcd".__contains__, lambda *_: False)
    homes = {guest: [p for p in table if p[0] == guest] for guest in "abcd"}
    assert set(told) == {p[0] for p in homes.values() if len(p) == 1 and table[p[0]]}
