"""Two profiles are of one person when names, offices, time and company say so together."""

import csv
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.graph.model import Label
from communique.graph.registry.candidates import candidates
from communique.graph.registry.people import blocks, weigh
from communique.graph.registry.profile import Held, Profile
from communique.graph.registry.sole import Sole
from communique.identity import Verdict

Make = Callable[..., Profile]
PAIRS = Path(__file__).parent.parent.parent / "identity" / "data" / "invented_pairs.csv"
MAYOR = [("mayor", "marvale", "AU")]
NAMES = (
    "Oyen", "Ivo Oyen", "Ivo K. Oyen", "I. Oyen", "Ivo Oyen Jr.", "Ivo Oyen Sr.", "Chan", "John Chan", "Chan Ka-ming",
    "John Chan Ka-ming", "陳家明", "陈家明", "Chen Jiaming", "Li Qing", "Qing Li", "Kim Min-soo", "Szabo Lorant", "김민수",
    "", "x", "😀", "\ud800", "a" * 10_000,
)  # fmt: skip
TITLES = ("mayor", "minister", "ambassador", "chief executive", "former president", "")
held = st.builds(
    Held,
    st.sampled_from(TITLES),
    st.sampled_from(("", "marvale", "west quay", "marvale of the isles")),
    st.sampled_from(("", "AU", "NO", "HK", "CN")),
)
days = st.sampled_from((None, "1970-01-01", "2029-05-01", "2031-03-04", "2031-02", "no day"))


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    """Any profile of a person."""
    names = sorted(
        draw(st.sets(st.sampled_from(NAMES) | st.text(max_size=9), min_size=1, max_size=3))
    )
    first, last = sorted((draw(days) or "", draw(days) or ""))
    return Profile(
        id=f"person:{draw(st.integers(0, 99))}",
        label=Label.PERSON,
        names=tuple(names),
        name=max(names, key=len),
        issuer=draw(st.sampled_from(("", "One", "Two"))),
        held=tuple(sorted(draw(st.sets(held, max_size=3)))),
        first=first or None,
        last=last or None,
        companions=frozenset(draw(st.sets(st.sampled_from("abcdef")))),
        apart=frozenset(draw(st.sets(st.sampled_from(("person:1", "person:2"))))),
    )


def verdict(one: Profile, other: Profile) -> Verdict | None:
    """What weighing comes to."""
    found = weigh(one, other)
    return found.verdict if found else None


def test_a_distinctive_name_is_enough_where_nothing_speaks_against_it(person: Make) -> None:
    """Without an office on either side."""
    assert verdict(person("Bettany Oyen"), person("Bettany Oyen", issuer="Two")) is Verdict.SAME
    assert verdict(person("Zhou Mingyuan"), person("周明远", issuer="Two")) is Verdict.SAME


def test_a_short_name_needs_more(person: Make) -> None:
    """Thousands are called Li Qing: an issuer, an office or company has to tell."""
    assert verdict(person("Li Qing"), person("Li Qing", seen="2031")) is Verdict.DOUBT
    one, other = (
        person("Li Qing", issuer="One", seen=seen) for seen in ("2031-01-02", "2031-03-04")
    )
    assert verdict(one, other) is Verdict.SAME
    office = {"held": [("director", "tide office")]}
    assert (
        verdict(person("Li Qing", **office), person("Li Qing", seen="2032", **office))
        is Verdict.SAME
    )


def test_a_surname_alone_is_told_by_its_title_at_the_time(person: Make) -> None:
    """A later holder of the title with the surname may be another."""
    alone = person("Oyen", held=[("mayor",)], issuer="One")
    whole = person("Bettany J. Oyen", held=MAYOR, issuer="One", seen="2032-03-04")
    assert verdict(alone, whole) is Verdict.SAME
    assert (
        weigh(alone, person("Bettany J. Oyen", held=MAYOR, issuer="One", seen="2051-03-04")) is None
    )
    assert (
        weigh(alone, person("Bettany J. Oyen", held=[("premier", "marvale")], issuer="One")) is None
    )
    assert verdict(person("Oyen", issuer="One"), whole) is not Verdict.SAME


def test_two_kinds_of_given_name_are_one_where_the_office_is(person: Make) -> None:
    """A Western and a Chinese given name, with the surname alone in common."""
    title = [("chief executive",)]
    one, other = (
        person("John Chan", held=title, issuer="One"),
        person("Chan Ka-ming", held=title, issuer="One"),
    )
    assert verdict(one, other) is Verdict.SAME
    assert weigh(person("John Chan"), person("Chan Ka-ming")) is None


def test_offices_in_two_countries_tell_namesakes_apart(person: Make) -> None:
    """But not those of who serves abroad, nor those of a territory and its country."""
    one, other = (
        person("Bettany Oyen", held=MAYOR),
        person("Bettany Oyen", held=[("minister", "fisheries", "NO")]),
    )
    assert verdict(one, other) is Verdict.DIFFERENT
    envoy = person("Bettany Oyen", held=[("ambassador", "norway", "NO")])
    assert verdict(one, envoy) is Verdict.SAME
    territory = [
        person("Chan Ka-ming", held=[("director", "tide office", code)]) for code in ("HK", "CN")
    ]
    assert verdict(*territory) is Verdict.SAME


def test_seats_in_two_places_at_one_time_tell_namesakes_apart(person: Make) -> None:
    """One after the other, a mayor may have moved."""
    one, other = (
        person("Bettany Oyen", held=MAYOR),
        person("Bettany Oyen", held=[("mayor", "west quay", "AU")]),
    )
    assert verdict(one, other) is Verdict.DIFFERENT
    later = person("Bettany Oyen", held=[("mayor", "west quay", "AU")], seen="2035-01-01")
    assert verdict(one, later) is Verdict.SAME
    short = (
        person("Li Qing", held=MAYOR),
        person("Li Qing", held=[("mayor", "west quay", "AU")], seen="2035-01-01"),
    )
    assert verdict(*short) in (Verdict.DOUBT, None)


def test_nobody_is_in_public_life_for_fifty_years(person: Make) -> None:
    """A gap so long is between two people."""
    one, other = (
        person("Bettany Oyen", seen="1960-01-01"),
        person("Bettany Oyen", seen="2031-01-01"),
    )
    assert verdict(one, other) is Verdict.DIFFERENT


def test_father_and_son_and_who_is_told_apart_are_two(person: Make) -> None:
    """Suffixes, given names to one surname, and a release that tells them apart."""
    assert verdict(person("Ivo Oyen Jr."), person("Ivo Oyen Sr.")) is Verdict.DIFFERENT
    assert (
        verdict(person("Ivo Oyen", held=MAYOR), person("Ada Oyen", held=MAYOR)) is Verdict.DIFFERENT
    )
    one = person("Bettany Oyen")
    assert (
        verdict(one, person("Bettany Oyen", issuer="Two", apart=frozenset({one.id})))
        is Verdict.DIFFERENT
    )


def test_whole_names_without_anything_in_common_are_two_people(person: Make) -> None:
    """So that no surname alone brings them together; a surname alone tells neither way."""
    found = weigh(person("Bettany Oyen", held=MAYOR), person("Ivo Marr", held=MAYOR))
    assert found is not None
    assert found.verdict is Verdict.DIFFERENT
    assert weigh(person("Oyen", held=MAYOR), person("Ivo Marr", held=MAYOR)) is None
    assert weigh(person("Оён Бета"), person("Ivo Marr")) is None


def test_a_surname_alone_is_never_that_of_another_spelling(person: Make) -> None:
    """Though both spell one character."""
    title = {"held": [("foreign minister",)], "issuer": "One"}
    assert weigh(person("Wang", **title), person("Ada Wong", **title)) is None
    assert verdict(person("Ada Wong", **title), person("Wang Mingyi", **title)) is not Verdict.SAME


def test_a_rare_surname_is_a_doubt_that_nobody_else_resolves(person: Make) -> None:
    """Within an issuer and two years, with company; an office has to be that of both."""
    near = {"issuer": "One", "companions": frozenset("ab")}
    whole = person("Bettany Oyen", held=MAYOR, **near)
    for alone in (person("Oyen", **near), person("Oyen", held=[("mayor", "marvale")], **near)):
        found = weigh(alone, whole)
        assert found is not None
        assert found.same or isinstance(found, Sole)
    lone = person("Oyen", **near)
    found = weigh(whole, lone)
    assert isinstance(found, Sole)
    assert found.lone == lone.id
    others = (
        person("Oyen", companions=frozenset("ab")),
        person("Oyen", held=[("judge",)], **near),
        person("Oyen", issuer="One"),
        person("Oyen", seen="2041-01-01", **near),
    )
    for other in others:
        assert not isinstance(weigh(other, whole), Sole)
    assert not isinstance(weigh(person("Smith", **near), person("Ada Smith", **near)), Sole)


def test_a_title_in_fewer_words_is_the_same_unless_a_rank_is_missing(person: Make) -> None:
    """An under secretary of whom more is said later; a deputy director is no director."""
    near = {"issuer": "One", "companions": frozenset("ab")}
    whole = person("Bettany Oyen", held=[("affairs marine secretary under",)], **near)
    assert isinstance(weigh(person("Oyen", held=[("secretary under",)], **near), whole), Sole)
    deputy = person("Bettany Oyen", held=[("deputy director",)], **near)
    assert not isinstance(weigh(person("Oyen", held=[("director",)], **near), deputy), Sole)


def test_the_head_of_a_body_whose_country_nobody_tells_may_be_one(person: Make) -> None:
    """Two names of one body look like two bodies: they are no veto, and no reason either."""
    one, other = (
        person("Bettany Oyen", held=[("president", body)]) for body in ("isle", "isle authority")
    )
    assert verdict(one, other) is Verdict.DOUBT
    assert verdict(one, person("Bettany Oyen", held=[("president",)])) is Verdict.SAME


def test_the_reason_says_what_the_evidence_is(person: Make) -> None:
    """In words, for who asks why."""
    found = weigh(
        person("Oyen", held=[("mayor",)], issuer="One"),
        person("Ivo Oyen", held=MAYOR, issuer="One"),
    )
    assert found is not None
    assert "both mayor" in found.reason
    assert "the same issuer" in found.reason


@settings(deadline=None, max_examples=300)
@given(profiles(), profiles())
def test_weighing_is_symmetric_and_what_is_the_same_shares_a_block(
    one: Profile, other: Profile
) -> None:
    """Whatever the names are; and scores above 0.8 are of the same alone."""
    found = weigh(one, other)
    assert found == weigh(other, one)
    if found is not None:
        assert 0 <= found.score <= 1
        assert found.same == (found.score >= 0.8)
    if (
        found is not None
        and found.same
        and all(len(name) < 100 for name in (*one.names, *other.names))
    ):
        assert blocks(one) & blocks(other) or not any(map(str.isalnum, one.name))
        if one.id != other.id and blocks(one) & blocks(other):
            assert list(candidates([one, other], blocks)), "they share a block, and are no pair"


@pytest.mark.parametrize("part", ["tuned", "held", "fresh"])
def test_no_pair_of_invented_names_is_lost(person: Make, part: str) -> None:
    """Each name with each: who is the same shares a block."""
    lines = [line for line in PAIRS.read_text("utf-8").splitlines() if not line.startswith("#")]
    rows = [row for row in csv.DictReader(lines) if row["part"] == part]
    found = [
        person(name, issuer="One")
        for name in sorted({row[k] for row in rows for k in ("name1", "name2")})
    ]
    keys = {profile.id: blocks(profile) for profile in found}
    for one, other in combinations(found, 2):
        told = weigh(one, other)
        assert not (told and told.same) or keys[one.id] & keys[other.id], (one.names, other.names)


def test_a_common_surname_alone_is_no_block(person: Make) -> None:
    """It would bring thousands together, even within the releases of one issuer."""
    chans = [person(name, issuer="One") for name in ("Chan", "John Chan", "Chan Ka-ming", "陈国荣")]
    for one, other in combinations(chans, 2):
        assert not blocks(one) & blocks(other), (one.names, other.names)
    assert all(block.startswith("person:") for chan in chans for block in blocks(chan))


def test_hostile_names_are_weighed_at_once(person: Make) -> None:
    """Very long ones, emoji, lone surrogates, a thousand forms."""
    hostile = [
        person("Q" * 10_000),
        person("\ud800"),
        person("😀"),
        person("."),
        person("周" * 5_000),
    ]
    hostile.append(
        person(*(f"Oyen {n}" for n in range(1000)), held=[(f"title {n}",) for n in range(1000)])
    )
    start = perf_counter()
    for one, other in combinations(hostile, 2):
        weigh(one, other)
        blocks(one)
    assert perf_counter() - start < 5
