"""Other names of large cities."""

from collections.abc import Callable
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reading.model import Reading
from communique.reading.rules.tables.exonyms import find_exonym
from communique.reading.rules.tables.gazetteer import gazetteer
from communique.reading.rules.texts.tokens import tokenize

MakeReading = Callable[..., Reading]


@pytest.mark.parametrize(
    ("other", "usual"), [("Kiev", "Kyiv"), ("Peking", "Beijing"), ("Bogota", "Bogotá")]
)
def test_another_name_of_a_city_means_the_city(
    reading: MakeReading, other: str, usual: str
) -> None:
    """A place has one id whichever of its names the text uses; the name stays the text's."""
    tokens = tokenize(usual)
    found = gazetteer().match(tokens, 0, len(tokens))
    assert found is not None
    result = reading(f"Mayor Oskar Brenn visited {other} on Monday.")
    (city,) = (e for e in result.entities if e.name == other)
    assert (city.gazetteer, city.country) == (found[1].id, found[1].country)


def test_a_name_of_several_towns_or_of_a_small_one_means_none() -> None:
    """What could be another place, a word or a code is left alone."""
    assert find_exonym("Newtown") is None
    assert find_exonym("PEK") is None
    assert find_exonym("Dornfeld") is None


@given(st.text(st.characters(), max_size=5))
def test_any_text_may_be_sought(name: str) -> None:
    """Names of any characters, lone surrogates too, are sought in vain or mean a city."""
    found = find_exonym(name)
    assert found is None or found.sort == "city"


def test_a_very_long_name_is_sought_at_once() -> None:
    """The length of a name costs next to nothing."""
    find_exonym("Peking")
    begun = perf_counter()
    assert find_exonym("A" * 10_000) is None
    assert perf_counter() - begun < 0.1
