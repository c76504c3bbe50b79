"""Decisions that can't all hold."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import Contradiction, DataError
from communique.graph.decisions import Decision, Side, Verb, check, different, same, wrong
from communique.graph.model import Label


def side(number: int, name: str = "Ada Oduya") -> Side:
    """A mention in the release of that number."""
    return Side(f"https://news.example/{number}", Label.PERSON, 10, 19, name)


A, B, C, D = map(side, range(4))


def test_decisions_that_agree_are_let_be() -> None:
    """No decision at all, a chain, a chain beside another, a wrong fact."""
    check([])
    check([same(A, B), same(B, C), different(C, D), wrong("r#met-with.1-2.3-4")])
    check([same(A, B), same(C, D), different(A, C), different(B, D)])


def test_what_is_same_and_different_at_once_is_told_with_names_releases_and_ids() -> None:
    """And with what would solve it."""
    one, other = same(A, B), different(B, A)
    with pytest.raises(Contradiction) as error:
        check([one, other])
    assert error.value.message == (
        "“Ada Oduya” (https://news.example/0) and “Ada Oduya” (https://news.example/1) are told "
        f"apart by {other.id}, but made one by {one.id}."
    )
    assert error.value.hint == f"Run `communique undo {other.id}` or `communique undo {one.id}`."
    assert isinstance(error.value, DataError)


def test_the_shortest_chain_is_told() -> None:
    """Of two ways the one with fewer steps; and neither step alone would solve it."""
    long = [same(A, B), same(B, C), same(C, D)]
    short = [same(A, side(9)), same(side(9), D)]
    apart = different(A, D)
    with pytest.raises(Contradiction) as error:
        check([*long, *short, apart])
    assert all(decision.id in error.value.message for decision in short)
    assert not any(decision.id in error.value.message for decision in long)
    assert error.value.hint == f"Run `communique undo {apart.id}`."


def test_only_what_alone_would_solve_it_is_offered() -> None:
    """The one bridge of a chain whose other end is tied twice."""
    bridge = same(A, B)
    loop = [same(B, C), same(B, side(9)), same(side(9), C)]
    apart = different(A, C)
    with pytest.raises(Contradiction) as error:
        check([bridge, *loop, apart])
    assert error.value.hint == f"Run `communique undo {apart.id}` or `communique undo {bridge.id}`."


def test_what_is_only_about_to_be_decided_need_not_be_undone() -> None:
    """The hint speaks of what is kept."""
    one, apart = same(A, B), different(A, B)
    with pytest.raises(Contradiction, match=f"or first run `communique undo {one.id}`.$"):
        check([one, apart], new=[apart.id])
    with pytest.raises(Contradiction, match=f"or first run `communique undo {apart.id}`.$"):
        check([one, apart], new=[one.id])
    with pytest.raises(Contradiction, match="Leave one of them out"):
        check([one, apart], new=[one.id, apart.id])
    ways = [same(A, B), same(A, C), same(C, B)]
    with pytest.raises(Contradiction, match=f"beginning with `communique undo {one.id}`"):
        check([*ways, apart], new=[apart.id])


def test_a_mention_and_itself_and_labels_that_differ_are_refused() -> None:
    """Nobody can mean them."""
    with pytest.raises(Contradiction, match="are one mention"):
        check([same(A, A)])
    with pytest.raises(Contradiction, match="are one mention"):
        check([different(A, A)])
    with pytest.raises(Contradiction, match="Office"):
        check([same(A, Side("r", Label.OFFICE, 1, 5, "Mayor"))])


def test_a_long_or_hostile_name_is_told_short_and_harmless() -> None:
    """No message fills the screen or moves the cursor."""
    one, other = side(1, "\x1b[2J" + "x" * 10_000), side(2, "\ud800")
    with pytest.raises(Contradiction) as error:
        check([same(one, other), different(one, other)])
    assert len(str(error.value)) < 600
    assert str(error.value).isprintable()


def test_a_long_chain_is_found_at_once_and_told_in_part() -> None:
    """Ten thousand decisions are no stack of calls."""
    many = [side(n) for n in range(10_000)]
    chain = [same(one, other) for one, other in pairwise(many)]
    check([*chain, different(many[0], side(10_000))])
    with pytest.raises(Contradiction, match="and 9991 more"):
        check([*chain, different(many[0], many[-1])])


PEOPLE = st.integers(0, 7)
PAIRS = st.tuples(st.sampled_from([Verb.SAME, Verb.DIFFERENT]), PEOPLE, PEOPLE)


def holds(pairs: list[tuple[Verb, int, int]]) -> bool:
    """Whether they can all hold, by painting who is the same in one colour."""
    colours = list(range(8))
    for verb, one, other in pairs:
        if verb is Verb.SAME:
            colours = [colours[other] if c == colours[one] else c for c in colours]
    return all(colours[a] != colours[b] for verb, a, b in pairs if verb is Verb.DIFFERENT)


@given(st.lists(PAIRS.filter(lambda pair: pair[1] != pair[2]), max_size=14))
def test_check_raises_just_where_decisions_cannot_all_hold(
    pairs: list[tuple[Verb, int, int]],
) -> None:
    """Whatever their order, with the same words."""
    made = [Decision(verb, (side(one), side(other))) for verb, one, other in pairs]
    told = [error_of(order) for order in (made, made[::-1], sorted(made, key=repr))]
    assert (told[0] is None) == holds(pairs)
    assert len(set(told)) == 1


@given(st.lists(PAIRS.filter(lambda pair: pair[1] != pair[2]), max_size=14))
def test_every_undo_that_is_offered_solves_what_is_told(pairs: list[tuple[Verb, int, int]]) -> None:
    """Without that decision the two sides are in order."""
    made = {d.id: d for d in (Decision(v, (side(a), side(b))) for v, a, b in pairs)}
    told = error_of(list(made.values()))
    for undone in [i for i in made if told and f"undo {i}`" in told]:
        left = [decision for key, decision in made.items() if key != undone]
        again = error_of(left)
        assert again is None or again.partition(", but")[0] != str(told).partition(", but")[0]


def error_of(decisions: list[Decision]) -> str | None:
    """What check says."""
    try:
        check(decisions)
    except Contradiction as error:
        return str(error)
    return None


def test_the_oracle_knows_a_triangle() -> None:
    """Two steps make one of three."""
    ring = [(Verb.SAME, 0, 1), (Verb.SAME, 1, 2), (Verb.DIFFERENT, 0, 2)]
    assert not holds(ring)
    assert all(holds(list(two)) for two in combinations(ring, 2))
