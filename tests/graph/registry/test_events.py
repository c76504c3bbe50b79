"""Which reports are of one event."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.graph.model import Label
from communique.graph.registry.events import blocks, weigh
from communique.graph.registry.profile import Profile
from communique.identity.verdict import Comparison, Verdict

PLACES = {
    "hall": frozenset({"hall", "velport", "ruritania"}),
    "quay": frozenset({"quay", "velport", "ruritania"}),
    "velport": frozenset({"velport", "ruritania"}),
    "ostmark": frozenset({"ostmark"}),
}
AMA, BO, CY, DEE = "person:ama", "person:bo", "person:cy", "person:dee"
GROUP = "organization:officials"
SAME, DOUBT, DIFFERENT = Verdict.SAME, Verdict.DOUBT, Verdict.DIFFERENT
DAY = "2031-03-04"
counter = iter(range(1_000_000))


def person_of(profile: str) -> str:
    """A group is local to its release."""
    return f"{profile}@1f2e3d" if profile == GROUP else profile


def judge(one: Profile, other: Profile) -> Comparison | None:
    """Weigh two profiles, both ways round."""
    found = weigh(one, other, person_of)
    assert found == weigh(other, one, person_of)
    return found


def verdict(one: Profile, other: Profile) -> Verdict | None:
    """The verdict alone; candidates share a block."""
    found = judge(one, other)
    if found and found.verdict in (SAME, DOUBT):
        assert blocks(one) & blocks(other)
    return found.verdict if found else None


def meeting(
    *pairs: tuple[str, str],
    kind: str | None = "meeting",
    date: str | None = DAY,
    place: str | None = "velport",
    release: str | None = None,
    issuer: str = "",
) -> Profile:
    """An event without a name."""
    n = next(counter)
    return Profile(
        id=f"event:{n}", label=Label.EVENT, names=(kind or "event",), name=kind or "event",
        kind=kind, named=False, date=date, places=PLACES[place] if place else frozenset(), release=release or f"r{n}",
        pairs=tuple(pairs), issuer=issuer,
    )  # fmt: skip


def forum(
    *names: str, date: str | None = None, place: str | None = None, issuer: str = ""
) -> Profile:
    """An event with a name, the first the fullest."""
    return Profile(
        id=f"event:{next(counter)}", label=Label.EVENT, names=tuple(sorted(names)), name=names[0],
        date=date, places=PLACES[place] if place else frozenset(), issuer=issuer,
    )  # fmt: skip


def test_one_pair_on_one_day_in_one_place_is_one_meeting() -> None:
    """Whoever reports it, and whichever side comes first."""
    assert verdict(meeting((AMA, BO)), meeting((BO, AMA))) is SAME


def test_a_city_and_a_venue_in_it_are_compatible() -> None:
    """Two venues are not."""
    assert verdict(meeting((AMA, BO)), meeting((AMA, BO), place="hall")) is SAME
    quay = meeting((AMA, BO), place="quay")
    assert verdict(meeting((AMA, BO), place="hall"), quay) is DIFFERENT
    assert verdict(meeting((AMA, BO)), meeting((AMA, BO), place="ostmark")) is DIFFERENT


def test_a_place_that_is_not_said_leaves_doubt() -> None:
    """In one or in both."""
    unsaid = meeting((AMA, BO), place=None)
    assert verdict(meeting((AMA, BO)), unsaid) is DOUBT
    assert verdict(unsaid, meeting((AMA, BO), place=None)) is DOUBT


def test_a_call_needs_no_place() -> None:
    """And is no meeting in person."""
    call = meeting((AMA, BO), kind="call", place=None)
    assert verdict(call, meeting((AMA, BO), kind="call")) is SAME
    assert verdict(call, meeting((AMA, BO))) is DIFFERENT
    assert verdict(call, meeting((AMA, BO), kind=None)) is DOUBT


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("lunch", "dinner", DIFFERENT),
        ("breakfast", "lunch", DIFFERENT),
        ("dinner", "dinner", SAME),
        ("meeting", "dinner", SAME),
        ("visit", "reception", SAME),
        ("signing", "dinner", DOUBT),
        (None, "dinner", SAME),
    ],
)
def test_kinds_are_compatible_or_not(one: str | None, other: str, expected: Verdict) -> None:
    """A meeting can be any in person."""
    assert verdict(meeting((AMA, BO), kind=one), meeting((AMA, BO), kind=other)) is expected


def test_a_breakfast_is_told_from_a_lunch_by_its_name() -> None:
    """Where both have one kind."""
    lunch = meeting((AMA, BO), kind="lunch")
    assert verdict(lunch, replace(meeting((AMA, BO), kind="lunch"), name="breakfast")) is DIFFERENT


def test_what_one_release_keeps_apart_stays_apart() -> None:
    """Also where nothing else tells them apart."""
    one, other = meeting((AMA, BO), release="r"), meeting((AMA, BO), release="r")
    assert verdict(one, other) is DIFFERENT
    named = forum("Harbour Forum", date=DAY)
    apart = replace(forum("Harbour Forum", date=DAY), apart=frozenset({named.id}))
    assert verdict(named, apart) is DIFFERENT


@pytest.mark.parametrize("date", [None, "2031-03", "2031", "--03-04", "2031-03-05", "2031-02-30"])
def test_another_day_or_none_in_full_joins_nothing(date: str | None) -> None:
    """Not even two that say the same."""
    dated = meeting((AMA, BO), date=date)
    assert verdict(meeting((AMA, BO)), dated) is None
    if date != "2031-03-05":
        assert verdict(dated, meeting((AMA, BO), date=date)) is None
        assert blocks(dated) == frozenset()


def test_three_meetings_of_one_minister_stay_three() -> None:
    """On one day, in one city, with three others."""
    found = [meeting((AMA, other)) for other in (BO, CY, DEE)]
    assert {verdict(a, b) for a in found for b in found if a is not b} == {None}


def test_groups_local_to_a_release_do_not_join() -> None:
    """A pair needs two whom other releases can know."""
    assert verdict(meeting((AMA, GROUP)), meeting((AMA, GROUP))) is None


def test_more_pairs_in_common_weigh_more() -> None:
    """And equal evidence weighs the same."""
    two, one = meeting((AMA, BO), (AMA, CY)), meeting((AMA, BO))
    more, less = judge(two, meeting((AMA, BO), (AMA, CY))), judge(two, one)
    assert more
    assert less
    assert more.score > less.score
    twice = [meeting((AMA, BO), release="r"), meeting((AMA, BO), place="hall", release="r")]
    first, second = (judge(one, each) for each in twice)
    assert first == second
    assert first
    assert first.verdict is SAME


def test_one_issuer_with_others_and_without_leaves_doubt() -> None:
    """It writes a release for each meeting."""
    two = meeting((AMA, BO), (AMA, CY), issuer="Velport")
    assert verdict(two, meeting((AMA, BO), issuer="Velport")) is DOUBT
    assert verdict(two, meeting((AMA, BO), issuer="Ostmark")) is SAME
    officials = meeting((AMA, BO), (AMA, GROUP), issuer="Velport")
    assert verdict(officials, meeting((AMA, BO), issuer="Velport")) is DOUBT


def test_a_meeting_of_three_beside_one_of_two_leaves_doubt() -> None:
    """Where the third met both; reports that both name the third are of one."""
    three = meeting((AMA, BO), (AMA, CY), (BO, CY))
    assert verdict(three, meeting((AMA, BO))) is DOUBT
    assert verdict(three, meeting((AMA, BO), (AMA, CY))) is SAME


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("12th Harbour Forum", "Harbour Forum XII", SAME),
        ("12th Harbour Forum", "13th Harbour Forum", DIFFERENT),
        ("Harbour Forum 2031", "2031 Harbor Forum", SAME),
        ("Harbour Forum 2031", "Harbour Forum 2032", DIFFERENT),
        ("12th Harbour Forum 2031", "Twelfth Harbour Forum", SAME),
        ("12th Harbour Forum 2031", "12th Harbour Forum 2032", SAME),
        ("12th Harbour Forum 2031", "12th Harbour Forum 2034", DIFFERENT),
        ("12th Harbour Forum 2031", "Harbour Forum 2031", SAME),
        ("12th Harbour Forum", "Harbour Forum 2031", None),
        ("12th Harbour Forum", "Harbour Forum", None),
        ("Harbour Forum 2031", "Harbour Forum", None),
        ("Harbour Forum", "the Harbor Forum", SAME),
        ("Harbour Forum", "Tide Forum", None),
        ("COP30", "COP 30", SAME),
        ("COP30", "COP30 Summit", DOUBT),
        ("COP30", "Youth Day at COP30", None),
        ("COP30", "COP31", DIFFERENT),
    ],
)
def test_named_events_go_by_edition_or_year(one: str, other: str, expected: Verdict | None) -> None:
    """An undated one never joins a dated one."""
    assert verdict(forum(one), forum(other)) is expected


def test_an_acronym_joins_where_one_profile_defines_it() -> None:
    """Its names hold both."""
    both = forum("30th Conference of the Parties", "COP30")
    assert verdict(both, forum("COP30")) is SAME
    assert verdict(both, forum("Thirtieth Conference of the Parties")) is SAME
    assert verdict(forum("Thirtieth Conference of the Parties"), forum("COP30")) is None
    bracketed = forum("30th Conference of the Parties to the Tide Convention (COP30)")
    assert verdict(bracketed, forum("COP30")) is SAME


def test_the_acronym_of_a_body_joins_nothing() -> None:
    """It stands for the body in the name of both."""
    council = forum("Council Meeting of the Organisation for Tides", "OT", date=DAY)
    assert verdict(council, forum("Forum of the Organisation for Tides", "OT", date=DAY)) is None


def test_one_forum_on_five_days_by_five_bodies_is_one() -> None:
    """Of one year, the year from its days."""
    found = [forum("Harbour Forum", date=f"2031-03-0{n}", issuer=f"body {n}") for n in range(1, 6)]
    assert {verdict(a, b) for a in found for b in found if a is not b} == {SAME}
    assert verdict(found[0], forum("Harbour Forum", date="2032-03-01")) is DIFFERENT


def test_a_forum_over_the_turn_of_the_year_is_one() -> None:
    """And a last day long after the first is a slip."""
    turn = replace(forum("Harbour Forum", date="2031-12-30"), end_date="2032-01-02")
    assert verdict(turn, forum("Harbour Forum", date="2032-01-01")) is SAME
    slip = replace(forum("Harbour Forum", date="2031-05-01"), end_date="2032-05-02")
    assert verdict(slip, forum("Harbour Forum", date="2032-05-01")) is DIFFERENT


def test_long_apart_in_other_places_is_another() -> None:
    """Even in one year; a slip of some days is not."""
    march = forum("Tide Summit", date="2031-03-04", place="velport")
    assert verdict(march, forum("Tide Summit", date="2031-09-04", place="ostmark")) is DIFFERENT
    assert verdict(march, forum("Tide Summit", date="2031-03-06", place="ostmark")) is SAME
    assert verdict(march, forum("Tide Summit", date="2031-09-04", place="hall")) is SAME


def test_what_recurs_within_a_year_takes_near_days() -> None:
    """A council meets more than once."""
    march = forum("Harbour Council meeting", date="2031-03-04")
    assert verdict(march, forum("Harbour Council Meeting", date="2031-03-05")) is SAME
    assert verdict(march, forum("Harbour Council Meeting", date="2031-06-05")) is DOUBT


def test_a_common_name_takes_day_and_place() -> None:
    """Press conferences are many."""
    one = forum("press conference", date=DAY, place="velport", issuer="Velport")
    assert verdict(one, forum("press conference", date=DAY, place="hall")) is SAME
    assert verdict(one, forum("Press Conference", date=DAY)) is DOUBT
    assert verdict(one, forum("Press Conference", date=DAY, issuer="Velport")) is SAME
    assert verdict(one, forum("Press Conference", date=DAY, place="ostmark")) is DIFFERENT
    assert verdict(one, forum("Press Conference", date="2031-03-20", place="velport")) is None
    assert verdict(forum("Press Conference"), forum("Press Conference")) is None
    third = forum("Third Plenary Session", place="velport", date="2031-03-01")
    assert verdict(third, forum("3rd Plenary Session", place="hall", date="2031-03-02")) is SAME
    assert verdict(third, forum("4th Plenary Session", place="hall")) is DIFFERENT


def test_a_named_event_and_one_without_a_name_are_not_compared() -> None:
    """Whatever they share."""
    assert verdict(forum("Harbour Forum", date=DAY), meeting((AMA, BO))) is None


NAMES = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        [
            "Harbour Forum",
            "12th Harbour Forum",
            "COP30",
            "Plenary Session",
            "🎉",
            "x" * 10_000,
            "\ud800",
        ]
    ),
)
DATES = st.sampled_from([None, DAY, "2031-03", "2032", "--03-04", "2031-99-99", "x", "２０３１"])
PAIRS = st.lists(st.tuples(*[st.sampled_from([AMA, BO, CY, GROUP])] * 2), max_size=3)
EVENTS = st.builds(
    lambda names, date, end, place, named, pairs, kind, issuer: Profile(
        id=f"event:{next(counter)}", label=Label.EVENT, names=tuple(sorted(names)), name=max(names, key=len),
        kind=kind, named=named, date=date, end_date=end, place=place, pairs=tuple(pairs), issuer=issuer,
    ),
    st.sets(NAMES, min_size=1, max_size=3), DATES, DATES, st.sampled_from([None, *PLACES]), st.booleans(), PAIRS,
    st.sampled_from([None, "meeting", "call", "lunch", "dinner"]), st.sampled_from(["", "Velport"]),
)  # fmt: skip


@given(EVENTS, EVENTS)
def test_weighing_is_symmetric_and_candidates_share_a_block(one: Profile, other: Profile) -> None:
    """Whatever the profiles say."""
    assert all(block.startswith("event:") and len(block) < 120 for block in blocks(one))
    verdict(one, other)


@given(EVENTS)
def test_an_event_never_contradicts_its_like(one: Profile) -> None:
    """Unless one release told of both."""
    found = judge(one, replace(one, id="event:other"))
    assert found is None or found.verdict is not DIFFERENT
