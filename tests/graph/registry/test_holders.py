"""Who is meant by a title without a name."""

import dataclasses

import pytest

from communique.graph.model import Label
from communique.graph.registry.holders import find_holder, is_seat
from communique.graph.registry.profile import Held, Profile
from communique.graph.tenure import Attestations, Basis

TITLE = Profile(
    "organization:1", Label.ORGANIZATION, ("Mayor of Oslo",), "Mayor of Oslo", "group", named=False,
    offices=("office:1",), first="2031-03-04", last="2031-03-04",
)  # fmt: skip
HELD = {"office:1": {"person:ada": ["2031-03-01"], "person:ben": ["2029-03-01"]}}


def held(office: str) -> Attestations:
    """The tenures of an office."""
    return Attestations(HELD.get(office, {}))


def test_the_nearest_holder_is_meant() -> None:
    """With what it rests on."""
    assert find_holder(TITLE, held) == ("person:ada", Basis.NEAREST)


def test_nobody_a_year_away_is_meant_unless_attested_on_both_sides() -> None:
    """Tenures end; between two attestations they have not."""
    later = dataclasses.replace(TITLE, first="2032-03-04")
    assert find_holder(later, held) is None
    both = {"person:ada": ["2031-01-01", "2033-12-31"]}
    assert find_holder(later, lambda _: Attestations(both)) == ("person:ada", Basis.BETWEEN)


@pytest.mark.parametrize(
    "more",
    [
        {"first": None},
        {"named": True},
        {"offices": ()},
        {"offices": ("office:1", "office:2")},
        {"offices": ("office:2",)},
    ],
)
def test_what_tells_too_little_means_nobody(more: dict[str, object]) -> None:
    """No day, a name of its own, no office or two, an office nobody is attested in."""
    assert find_holder(dataclasses.replace(TITLE, **more), held) is None  # type: ignore[arg-type]


def test_two_as_near_leave_it_open() -> None:
    """Rather than guess."""
    tie = {"person:ada": ["2031-03-03"], "person:ben": ["2031-03-05"]}
    assert find_holder(TITLE, lambda _: Attestations(tie)) is None


def test_a_seat_has_a_body_or_place() -> None:
    """Of presidents there are many."""
    mayor = Profile("office:1", Label.OFFICE, ("Mayor of Oslo",), "Mayor of Oslo")
    assert is_seat(dataclasses.replace(mayor, held=(Held("mayor", "oslo"),)))
    assert not is_seat(dataclasses.replace(mayor, held=(Held("president"),)))
    assert not is_seat(mayor)
