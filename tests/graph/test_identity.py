"""Which node a mention is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.graph.identity import entity_ref, is_local, name_key, ref_of
from communique.graph.model import Label
from communique.reading.model import Entity, Kind, Span

HERE = (Span(10, 20),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Lúcia Prado", "Ana Lucia Prado"),
        ("ANA PRADO", "Ana Prado"),
        ("Port-Louis Forum", "Port Louis Forum"),
        ("安娜", "安娜"),
    ],
)
def test_spellings_that_differ_in_case_accents_and_hyphens_share_a_key(
    one: str, other: str
) -> None:
    """A key puts aside what says nothing about who is meant."""
    assert name_key(one) == name_key(other)


@given(st.text(min_size=1))
def test_every_name_has_a_short_key(name: str) -> None:
    """Emoji, ten thousand characters, lone surrogates: each gives a key of 1 to 80 characters."""
    assert 1 <= len(name_key(name)) <= 80
    assert 1 <= len(name_key(name * 50)) <= 80


def test_long_names_that_begin_alike_stay_apart() -> None:
    """Cutting a key never makes two names one."""
    assert name_key("committee " * 30 + "a") != name_key("committee " * 30 + "b")


def test_groups_and_generic_events_are_local_to_their_release() -> None:
    """The "meeting" of one release is not the "meeting" of another."""
    meeting = Entity(Kind.EVENT, "meeting", HERE, named=False)
    group = Entity(Kind.GROUP, "senior officials", HERE, named=False)
    for entity in (meeting, group):
        assert entity_ref(entity, "release:a") != entity_ref(entity, "release:b")
        assert entity_ref(entity, "release:a") == entity_ref(entity, "release:a")
        assert is_local(entity_ref(entity, "release:a").id)
    assert not is_local(entity_ref(Entity(Kind.PERSON, "Ada @Oduya", HERE), "release:a").id)


def test_a_named_event_of_another_year_is_another_event() -> None:
    """Named events are told apart by year, unless the name says it."""
    one = Entity(Kind.EVENT, "Harbour Forum", HERE, date="2023-05-01")
    other = Entity(Kind.EVENT, "Harbour Forum", HERE, date="2024-05-01")
    dated = Entity(Kind.EVENT, "Harbour Forum 2024", HERE, date="2024-05-01")
    assert entity_ref(one, "r") != entity_ref(other, "r")
    assert entity_ref(other, "r") == entity_ref(dated, "r")


@pytest.mark.parametrize("label", [label for label in Label if label is not Label.RELEASE])
def test_an_id_tells_its_label(label: Label) -> None:
    """Ids begin with the label in lower case."""
    assert ref_of(f"{label.lower()}:x").label is label
