"""Profiles of what a release mentions, and how they are joined."""

import dataclasses
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.graph.model import Label
from communique.graph.registry.profile import Profile
from communique.graph.registry.profiles import join_all, join_profiles, profile_release
from communique.graph.rows import Batch

BATCHES = st.from_type(Batch)
WORDS = st.frozensets(st.text("abcdef", min_size=1, max_size=3), max_size=60)
DAYS = st.sampled_from(["2031-03-04", "2031-12-01", "2030-01-01", None])


@st.composite
def alike(draw: st.DrawFn) -> Profile:
    """A profile that differs from the others only in what joining joins."""
    return Profile(
        "person:1", Label.PERSON, ("Ada Oduya",), "Ada Oduya", first=draw(DAYS), last=draw(DAYS),
        date=draw(DAYS), end_date=draw(DAYS), companions=draw(WORDS), places=draw(WORDS),
        apart=draw(WORDS),
    )  # fmt: skip


@given(st.lists(alike(), min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_joining_is_free_of_order_and_repetition(profiles: list[Profile], random: Any) -> None:
    """Once, twice, in any order and by any grouping."""
    (joined,) = join_all([*profiles, profiles[0]]).values()
    mixed = [*profiles, *profiles]
    random.shuffle(mixed)
    assert join_all(mixed) == {joined.id: joined}
    if len(profiles) > 1:
        halves = [join_all(half)["person:1"] for half in (profiles[:1], profiles[1:])]
        assert join_profiles(*halves) == joined
    assert join_profiles(joined, joined) == joined


@given(st.lists(alike(), min_size=2, max_size=5))
def test_sketches_are_bounded(profiles: list[Profile]) -> None:
    """However many releases there are of somebody."""
    (joined,) = join_all(profiles).values()
    assert len(joined.companions) <= 32
    assert len(joined.places) <= 8


@settings(deadline=None)
@given(BATCHES)
def test_every_mention_has_a_profile_of_its_label(batch: Batch) -> None:
    """Which says the label in its id; what has no name is a profile of one mention."""
    made = profile_release(batch)
    assert made.keys() == {mention.id for mention in batch.mentions}
    for mention in batch.mentions:
        profile = made[mention.id]
        assert profile.label is mention.label
        assert profile.id.startswith(f"{mention.label.lower()}:")
        assert (profile.mention == mention.id) is not profile.named
        assert (profile.release is None) is profile.named


@settings(deadline=None)
@given(BATCHES)
def test_what_a_profile_rests_on_is_a_profile_of_the_release(batch: Batch) -> None:
    """Offices, what they are of, places, who met whom."""
    made = profile_release(batch)
    known = {profile.id for profile in made.values()}
    for profile in made.values():
        on = {*profile.offices, *(end for pair in profile.pairs for end in pair)}
        assert on | {each for each in (profile.of, profile.place) if each} <= known


@settings(deadline=None)
@given(BATCHES, st.data())
def test_a_pinned_mention_is_alone(batch: Batch, choices: st.DataObject) -> None:
    """It shares its profile with no other mention, and keeps what it tells."""
    pinned = choices.draw(st.sampled_from([mention.id for mention in batch.mentions]))
    made = profile_release(batch, {pinned})
    assert made[pinned].mention == pinned
    assert [mention for mention, p in made.items() if p.id == made[pinned].id] == [pinned]
    plain = profile_release(batch)[pinned]
    assert (made[pinned].names, made[pinned].held) == (plain.names, plain.held)


def test_two_releases_that_tell_the_same_of_somebody_share_a_profile(draft: Any) -> None:
    """The days differ; another issuer, another office or another form of the name is another."""

    def profile(number: int, **more: Any) -> Profile:
        told = {
            "name": "Ada Oduya",
            "title": "Minister for Trade",
            "issuer": "Harbour Office",
            **more,
        }
        made = draft(number, f"2031-03-0{number}", told["issuer"])
        made.person(told["name"], made.office(told["title"], "Minister"))
        (found,) = (p for p in profile_release(made.batch()).values() if p.label is Label.PERSON)
        return found

    one, other = profile(1), profile(2)
    assert one.id == other.id
    joined = join_profiles(one, other)
    assert (joined.first, joined.last) == ("2031-03-01", "2031-03-02")
    for more in ({"name": "A. Oduya"}, {"title": "Minister for Fish"}, {"issuer": None}):
        assert profile(3, **more).id != one.id


def test_people_of_one_name_in_one_release_are_told_apart(draft: Any) -> None:
    """Each profile knows the other."""
    made = draft()
    for title in ("Mayor", "Bishop"):
        made.person("John Lee", made.office(title, title))
    one, other = (p for p in profile_release(made.batch()).values() if p.label is Label.PERSON)
    assert one.apart == {other.id}
    assert other.apart == {one.id}


@pytest.mark.parametrize("day", [None, "2031", "2031-03", "--03-04"])
def test_only_full_days_attest(draft: Any, day: str | None) -> None:
    """A month or a day without a year is no first day."""
    made = draft(day=day)
    made.person("Ada Oduya")
    (profile,) = profile_release(made.batch()).values()
    assert (profile.first, profile.last) == (None, None)


def test_a_meeting_tells_who_met_whom(draft: Any) -> None:
    """By facts, planned or done; who was merely there is no side of it."""
    made = draft()
    ada, ben, cleo = (made.person(name) for name in ("Ada Oduya", "Ben Cole", "Cleo Dahl"))
    met = made.meeting()
    made.meet(ada, ben, met)
    made.attend(cleo, met)
    found = {p.name: p for p in profile_release(made.batch()).values()}
    ends = tuple(sorted((found["Ada Oduya"].id, found["Ben Cole"].id)))
    assert found["meeting"].pairs == (ends,)


def test_a_profile_is_made_of_its_release_alone(draft: Any) -> None:
    """The same rows give the same profiles, whatever order mentions come in."""
    made = draft()
    mayor = made.office("Mayor of Oslo", "Mayor", made.place("Oslo"))
    made.meet(made.person("Ada Oduya", mayor), made.title(mayor), made.meeting())
    batch = made.batch()
    turned = dataclasses.replace(batch, mentions=batch.mentions[::-1])
    assert profile_release(turned) == profile_release(batch)


def test_alike_profiles_take_the_fullest_name_whichever_release_puts_it_first() -> None:
    """The names are shared; which of them a release calls the name is not."""
    names = ("Norway", "Kingdom of Norway")
    one, other = (
        Profile("place:1", Label.PLACE, tuple(sorted(names)), name=name) for name in names
    )
    assert join_profiles(one, other) == join_profiles(other, one)
    assert join_profiles(one, other).name == "Kingdom of Norway"
