"""Which node a mention is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.graph.identity import digest, is_local, name_key, ref_of
from communique.graph.model import Label


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


def test_an_id_that_ends_in_a_hash_of_a_release_is_local() -> None:
    """And no name makes an id look so."""
    assert is_local(f"event:meeting-10@{digest('release:a')}")
    assert not is_local(f"person:{name_key('Ada @Oduya')}")


@pytest.mark.parametrize("label", [label for label in Label if label is not Label.RELEASE])
def test_an_id_tells_its_label(label: Label) -> None:
    """Ids begin with the label in lower case."""
    assert ref_of(f"{label.lower()}:x").label is label
