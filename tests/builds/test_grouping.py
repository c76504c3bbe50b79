"""How many releases are written at once."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from communique.builds import grouping
from communique.builds.grouping import group
from communique.errors import ReleaseError
from communique.graph.model import Label
from communique.graph.rows import Batch, Node, NodeRef
from communique.loaders import Failure


def batch(number: int, version: int = 0) -> Batch:
    """Make what a release asserts."""
    return Batch(Node(NodeRef(Label.RELEASE, f"release:{number}"), {"version": version}))


def sizes(made: Iterable[Batch | Failure], *, blank: bool, seconds: float = 0.0) -> list[int]:
    """Tell how many are written at once where each comes so many seconds after the one before."""
    now = iter(range(10**6))
    grouped = group(made, is_blank=lambda: blank, clock=lambda: next(now) * seconds)
    return [len(item) for item in grouped if isinstance(item, list)]


def test_an_empty_graph_takes_many_at_once() -> None:
    """And what is no longer empty some."""
    many = [batch(n) for n in range(2350)]
    assert sizes(many, blank=True) == [2000, 100, 100, 100, 50]
    assert sizes(many[:250], blank=False) == [100, 100, 50]


def test_what_comes_slowly_is_not_held_back() -> None:
    """A feed that trickles is in the graph within seconds."""
    assert max(sizes([batch(n) for n in range(50)], blank=False, seconds=1.0)) <= 6
    assert max(sizes([batch(n) for n in range(100)], blank=True, seconds=1.0)) <= 31


def test_nothing_asks_whether_the_graph_is_empty_when_there_is_nothing_to_write() -> None:
    """So that no graph is made for releases that are none."""
    failure = Failure("x", ReleaseError("It is none."))

    def never() -> bool:
        raise AssertionError

    assert list(group([failure], is_blank=never)) == [failure]


def test_whoever_stops_at_a_failure_has_what_came_before() -> None:
    """Else failures are told as they happen."""
    failure = Failure("x", ReleaseError("It is none."))
    made: list[Batch | Failure] = [batch(1), failure, batch(2)]
    assert list(group(made, is_blank=lambda: True, strict=True)) == [made[:1], failure, made[2:]]
    assert list(group(made, is_blank=lambda: True)) == [failure, [batch(1), batch(2)]]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5))), st.integers(1, 7))
def test_texts_of_one_address_are_written_one_after_the_other(
    told: list[tuple[int, int]], most: int
) -> None:
    """Never together, in the order they came, and none is lost."""
    made = [batch(number, version) for number, version in told]
    with_most: Any = grouping
    before = with_most._MORE
    with_most._MORE = most
    try:
        groups = [item for item in group(made, is_blank=lambda: False) if isinstance(item, list)]
    finally:
        with_most._MORE = before
    for each in groups:
        assert max(Counter(b.release.ref.id for b in each).values()) == 1
    for number in range(6):
        own = [b for each in groups for b in each if b.release.ref.id == f"release:{number}"]
        assert own == [b for b in made if b.release.ref.id == f"release:{number}"]
