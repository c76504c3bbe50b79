"""Decisions in a newer reading."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.graph.assertion import assert_release
from communique.graph.decisions import Mention, Side, find_fact, find_side, same, side_of, wrong
from communique.graph.model import Label
from communique.loaders.release import Release
from communique.reading import read
from communique.reading.model import Span

R = "https://news.example/1"
LEE = Side(R, Label.PERSON, 100, 108, "Lee Amber")


def mention(start: int, end: int, *forms: str, more: tuple[tuple[int, int], ...] = (),
            release: str = R, sort: str = "person", tail: str = "") -> Mention:  # fmt: skip
    """A mention whose first words are there."""
    spans = tuple(Span(*s) for s in ((start, end), *more))
    mention_id = f"{release}#mentions.{sort}.{start}-{end}{tail}"
    return Mention(mention_id, Label(sort.capitalize()), spans, forms)


def test_the_same_id_is_the_same_mention() -> None:
    """Though others overlap more or have the name."""
    there = mention(100, 108, "Lee")
    others = [mention(90, 130, "Lee Amber"), mention(300, 308, "Lee Amber")]
    assert find_side(LEE, [*others, there]) == there.id


def test_words_read_better_are_found_where_they_overlap_most() -> None:
    """Any of the mention's words, not only the first."""
    less = mention(80, 103, "Minister Lee")
    more = mention(20, 25, "Lee Amber Ka-yan", more=((98, 112),))
    assert find_side(LEE, [less, more]) == more.id


def test_a_tie_goes_to_the_name_and_then_to_the_least_id() -> None:
    """Never to the order in which they come."""
    one, other = mention(99, 108, "Amber Lee"), mention(98, 108, "Amber Lee")
    named = mention(97, 108, "LEE AMBER")
    for order in ([one, other], [other, one]):
        assert find_side(LEE, order) == other.id
        assert find_side(LEE, [*order, named]) == named.id


def test_a_name_that_moved_is_found_if_it_is_the_only_one() -> None:
    """By its key; two of that name leave it open."""
    moved, again = mention(300, 308, "Lee Ämber", "Ms Lee"), mention(400, 408, "lee amber")
    assert find_side(LEE, [moved, mention(500, 503, "Lee")]) == moved.id
    assert find_side(LEE, [moved, again]) is None


def test_nobody_else_is_taken_for_it() -> None:
    """Another release, another label, another name in its place: the decision is dormant."""
    assert find_side(LEE, []) is None
    assert find_side(LEE, [mention(100, 108, "Lee Amber", release=R + "2")]) is None
    assert find_side(LEE, [mention(100, 108, "Lee Amber", release=R + "#x")]) is None
    assert find_side(LEE, [mention(100, 108, "Lee Amber", sort="office")]) is None
    assert find_side(LEE, [mention(100, 108, "Ben Cole"), mention(95, 120, "Cole")]) is None


def test_a_city_and_the_country_it_implies_are_told_apart_by_name() -> None:
    """Both have the same words, and ids that differ in their tail."""
    oslo, norway = (Side(R, Label.PLACE, 5, 9, name) for name in ("Oslo", "Norway"))
    city = mention(5, 9, "Oslo", sort="place")
    country = mention(5, 9, "Norway", sort="place", tail=".implied")
    for order in ([city, country], [country, city]):
        assert (find_side(oslo, order), find_side(norway, order)) == (city.id, country.id)
    assert find_side(norway, [city]) is None


def test_unspaced_names_have_characters_in_common() -> None:
    """A title read into a name before is read out of it now."""
    side = Side(R, Label.PERSON, 10, 15, "主席周明远")
    assert find_side(side, [mention(12, 15, "周明远")]) == f"{R}#mentions.person.12-15"


def test_where_no_form_is_known_the_place_alone_tells() -> None:
    """Rather than nothing."""
    assert find_side(LEE, [mention(100, 108)]) == f"{R}#mentions.person.100-108"


FACT = wrong(f"{R}#met-with.102-111.126-143")


def test_a_fact_is_found_by_its_id_or_where_both_ends_overlap() -> None:
    """The only one of its predicate that does."""
    there, near = f"{R}#met-with.102-111.126-143", f"{R}#met-with.98-111.126-150"
    assert find_fact(FACT, [near, there]) == there
    assert find_fact(FACT, [near, f"{R}#thanked.102-111.126-143"]) == near


@pytest.mark.parametrize(
    "facts",
    [
        [],
        [f"{R}#met-with.98-111.126-150", f"{R}#met-with.98-111.126-151"],
        [f"{R}#met-with.98-111.143-150"],
        [f"{R}#met-with.10-102.126-143"],
        [f"{R}#thanked.102-111.126-143"],
        [f"{R}2#met-with.102-111.126-143"],
        ["nothing", f"{R}#mentions.person.102-111"],
    ],
)
def test_a_fact_that_is_not_there_leaves_its_decision_dormant(facts: list[str]) -> None:
    """Two that fit, one end elsewhere, another predicate, another release."""
    assert find_fact(FACT, facts) is None
    assert find_fact(same(LEE, LEE), facts) is None


def test_every_mention_of_a_reading_is_found_in_it() -> None:
    """What was decided of the mentions of a release holds when it is loaded again."""
    text = "The Mayor of Oslo, Mr Ben Cole, met with Ms Ada Oduya today (March 4). He thanked her."
    release = Release(text, date="2031-03-04", url=R)
    rows = assert_release(release, read(release)).mentions
    assert {row.label for row in rows} >= {Label.PERSON, Label.PLACE, Label.OFFICE}
    for row in rows:
        side = side_of(row.id, str(row.properties["form"]))
        assert find_side(side, map(Mention.of, rows)) == row.id


SPANS = st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda s: (s[0], sum(s)))
NAMES = st.sampled_from(["Lee Amber", "Amber Lee", "Ben Cole", "Lee", "\ud800", "🎉"])


@given(st.lists(st.tuples(SPANS, NAMES), max_size=6), SPANS, NAMES)
def test_the_order_of_mentions_never_tells(
    found: list[tuple[tuple[int, int], str]], place: tuple[int, int], name: str
) -> None:
    """And what is found is one of them."""
    mentions = [mention(*span, form) for span, form in found]
    side = Side(R, Label.PERSON, *place, name)
    assert find_side(side, mentions) == find_side(side, mentions[::-1])
    assert find_side(side, mentions) in {None, *(m.id for m in mentions)}


@pytest.mark.parametrize("name", ["x", "🎉", "x" * 10_000, "\ud800", "-", "a " * 5_000])
def test_hostile_names_are_neither_slow_nor_an_error(name: str) -> None:
    """Whatever stands in a release."""
    side = Side(R, Label.PERSON, 100, 108, name)
    mentions = [mention(n, n + 8, name) for n in range(60)]
    began = time.perf_counter()
    assert find_side(side, mentions) is None
    assert find_side(side, [*mentions, mention(101, 108, name)]) == f"{R}#mentions.person.101-108"
    assert time.perf_counter() - began < 5
