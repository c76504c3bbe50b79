"""Which profiles of organizations are one."""

import time
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.graph.model import Label
from communique.graph.registry.organizations import blocks, weigh
from communique.graph.registry.profile import Profile
from communique.identity import Verdict


def body(
    *names: str, issuer: str = "", country: str | None = None, kind: str | None = None,
    named: bool = True,
) -> Profile:  # fmt: skip
    """The profile of an organization with these names, the first the fullest."""
    return Profile(
        id="organization:x", label=Label.ORGANIZATION, names=tuple(sorted(names)), name=names[0],
        kind=kind, named=named, issuer=issuer, country=country,
    )  # fmt: skip


def verdict(one: Profile, other: Profile) -> Verdict | None:
    """The verdict; the same both ways."""
    found = weigh(one, other)
    assert found == weigh(other, one)
    return found.verdict if found else None


def score(one: Profile, other: Profile) -> float:
    """The score; pairs with more are merged first."""
    found = weigh(one, other)
    assert found
    return found.score


FULL = body("Lindby Trade Organization", issuer="A")
DEFINED = body("Lindby Trade Organization", "LTO", issuer="A")
ACRONYM = body("LTO", issuer="B")
MINISTRY = "Ministry of Foreign Affairs"


def test_one_key_is_one_body() -> None:
    """However it is spelled."""
    one, other = body("Lindby Trade Organization"), body("the Lindby Trade Organisation")
    assert verdict(one, other) is Verdict.SAME
    assert blocks(one) & blocks(other)


def test_two_names_are_two_bodies() -> None:
    """Even if they share most words."""
    assert verdict(body("Bank of China"), body("Bank of Japan")) is Verdict.DIFFERENT
    trade = body("Ministry of Trade of Norway")
    assert verdict(trade, body("Ministry of Trade and Industry of Norway")) is Verdict.DIFFERENT


def test_an_acronym_that_a_release_defines_joins_the_name_and_the_acronym() -> None:
    """All three share blocks with the one that defines it."""
    assert verdict(DEFINED, FULL) is Verdict.SAME
    assert verdict(DEFINED, ACRONYM) is Verdict.SAME
    assert blocks(DEFINED) & blocks(FULL)
    assert blocks(DEFINED) & blocks(ACRONYM)
    assert weigh(FULL, ACRONYM) is None


def test_an_acronym_never_joins_two_names() -> None:
    """It goes to the one of its own issuer; the two names are apart."""
    other = body("Lakes Transport Office", "LTO", issuer="B")
    assert verdict(DEFINED, other) is Verdict.DIFFERENT
    assert score(ACRONYM, other) > score(ACRONYM, DEFINED)


def test_an_acronym_that_does_not_fit_its_name_is_not_its_own() -> None:
    """A release may list the acronym of a part of the name."""
    committee = body("Lindby Municipal Committee of the Green Party of the Lakes", "GPL")
    assert blocks(committee) & blocks(body("GPL")) == frozenset()
    assert weigh(committee, body("GPL")) is None


def test_a_long_acronym_is_one_body_and_a_short_one_is_doubtful() -> None:
    """From two issuers; from one issuer both are one body."""
    assert verdict(body("LATO", issuer="A"), body("LATO", issuer="B")) is Verdict.SAME
    assert verdict(body("LTO", issuer="A"), body("L.T.O.", issuer="B")) is Verdict.DOUBT
    assert verdict(body("LTO", issuer="A"), body("LTO", issuer="A")) is Verdict.SAME
    assert weigh(body("LTO"), body("LTA")) is None


def test_a_generic_name_is_one_body_within_an_issuer_alone() -> None:
    """And of nobody where the issuer is not known."""
    ours, theirs = body(MINISTRY, issuer="A"), body("Foreign Ministry", issuer="A")
    assert verdict(ours, theirs) is Verdict.SAME
    assert blocks(ours) & blocks(theirs)
    for other in (body(MINISTRY, issuer="B"), body(MINISTRY)):
        assert weigh(ours, other) is None
        assert not blocks(ours) & blocks(other)
    assert weigh(body(MINISTRY), body(MINISTRY)) is None


def test_a_country_makes_a_generic_name_a_bodys_own() -> None:
    """Whether its name or its place tells it."""
    placed = body(MINISTRY, issuer="A", country="JP")
    assert verdict(placed, body("Japanese Foreign Ministry", issuer="B")) is Verdict.SAME
    assert verdict(placed, body(MINISTRY, issuer="B", country="JP")) is Verdict.SAME
    assert verdict(placed, body("Foreign Ministry of Norway")) is Verdict.DIFFERENT
    assert verdict(body("Government", country="NO"), body("Norwegian Government")) is Verdict.SAME


def test_a_body_calls_itself_by_its_general_name() -> None:
    """The Ministry, in releases of a ministry of Norway, is that one."""
    ours = body("Ministry of Lakes", issuer="Ministry of Lakes of Norway")
    assert verdict(ours, body("Norwegian Ministry of Lakes", issuer="B")) is None
    ours = body("Ministry of Fisheries", issuer="Norwegian Ministry of Fisheries")
    assert verdict(ours, body("Ministry of Fisheries of Norway")) is Verdict.SAME
    ours = body("the Government", issuer="Norwegian Government")
    assert verdict(ours, body("Government of Norway")) is Verdict.SAME


def test_an_acronym_inside_a_name_contradicts_nothing() -> None:
    """Nor does it tell that the two are one."""
    one, other = body("LTO Secretariat"), body("Secretariat of the Lindby Trade Organization")
    assert weigh(one, other) is None
    assert verdict(one, body("Secretariat of the Lakes Office")) is Verdict.DIFFERENT


def test_a_known_abbreviation_of_a_part_of_a_name_is_not_its_own() -> None:
    """The committee of a union is not the union."""
    committee = body("Presidency of the Council of the European Union", "EU")
    assert weigh(committee, body("European Union")) != weigh(body("EU"), body("European Union"))
    assert verdict(body("EU"), body("European Union")) is Verdict.SAME


def test_the_place_of_an_embassy_is_not_its_country() -> None:
    """An embassy in Japan is hardly that of Japan."""
    assert weigh(body("Embassy", country="JP"), body("Embassy of Japan")) is None


def test_a_general_name_beside_one_with_a_country_is_doubtful() -> None:
    """Within an issuer: there are many ministries."""
    both = body(f"{MINISTRY} of Japan", MINISTRY, issuer="A")
    assert verdict(both, body(MINISTRY, issuer="A")) is Verdict.DOUBT
    assert weigh(both, body(MINISTRY, issuer="B")) is None
    other = body(f"{MINISTRY} of Norway", MINISTRY, issuer="A")
    assert verdict(both, other) is Verdict.DIFFERENT


def test_names_that_differ_by_a_country_are_one_by_their_acronym() -> None:
    """Without it nothing speaks for it, and nothing against."""
    one, other = body("Ministry of Lakes", issuer="A"), body("Ministry of Lakes of Norway")
    assert weigh(one, other) is None
    one, other = body("Ministry of Lakes", "MOL"), body("Ministry of Lakes of Norway", "MOL")
    assert verdict(one, other) is Verdict.SAME
    one = body("Lindby Office", "LO", issuer="A")
    assert verdict(one, body("Lindby Office of Norway", "LO")) is Verdict.SAME
    assert weigh(one, body("Norwegian Lindby Office")) is None


def test_the_level_of_a_place_contradicts_nothing() -> None:
    """But two levels do."""
    one, other = body("Lindby Government"), body("Lindby Provincial Government")
    assert weigh(one, other) is None
    assert (
        verdict(body("Lindby District Office"), body("Lindby County Office")) is Verdict.DIFFERENT
    )


def test_bodies_of_two_countries_are_two() -> None:
    """Whatever their names."""
    one, other = body("Lindby Club", country="NO"), body("Lindby Club", country="SE")
    assert verdict(one, other) is Verdict.DIFFERENT


@pytest.mark.parametrize("group", [{"named": False}, {"kind": "group"}])
def test_a_group_is_only_itself(group: dict[str, bool]) -> None:
    """It has no name of its own."""
    one = body("senior officials", **group)  # type: ignore[arg-type]
    assert weigh(one, one) is None
    assert weigh(one, body("senior officials")) is None
    assert blocks(one) == frozenset()


NAMES = st.sampled_from(
    (
        MINISTRY, "Foreign Ministry", "Foreign Ministry of Japan", "Government", "Norwegian Government",
        "LTO", "LATO", "L.T.O.", "Lindby Trade Organization", "Lakes Transport Office", "UN", "United Nations",
        "Bank of Japan", "the Committee", "🙂", "", "\ud800",
    )
)  # fmt: skip
PROFILES = st.builds(
    lambda names, issuer, country, named: body(*names, issuer=issuer, country=country, named=named),
    st.lists(st.one_of(NAMES, st.text(max_size=9)), min_size=1, max_size=3),
    st.sampled_from(("", "A", "B")),
    st.sampled_from((None, "JP", "NO", "??")),
    st.booleans(),
)


@given(PROFILES, PROFILES)
def test_weighing_is_the_same_both_ways(one: Profile, other: Profile) -> None:
    """And what is the same or doubtful shares a block."""
    found = weigh(one, other)
    assert found == weigh(other, one)
    if found and found.verdict is not Verdict.DIFFERENT:
        assert blocks(one) & blocks(other)
    assert all(block.startswith("organization:") for block in blocks(one))


@given(st.lists(PROFILES, min_size=3, max_size=6))
def test_a_named_profile_never_contradicts_its_equal(profiles: list[Profile]) -> None:
    """A profile and the same profile are not different."""
    for one in profiles:
        found = weigh(one, one)
        assert found is None or found.verdict is not Verdict.DIFFERENT
    for one, other in combinations(profiles, 2):
        weigh(one, other)


def test_weighing_is_fast_and_hostile_names_are_no_slower() -> None:
    """A hundred thousand pairs take seconds at most."""
    long = body("Ministry of " * 900, "🙂" * 10_000, "A" * 10_000)
    start = time.perf_counter()
    for _ in range(10_000):
        weigh(DEFINED, FULL)
        weigh(long, DEFINED)
    assert time.perf_counter() - start < 2
