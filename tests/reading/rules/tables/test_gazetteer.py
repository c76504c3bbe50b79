"""Places by name and their ids."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reading.rules.tables.gazetteer import Place, gazetteer
from communique.reading.rules.texts.tokens import tokenize


def place(name: str) -> Place:
    """The place that a name as a whole means."""
    tokens = tokenize(name)
    found = gazetteer().match(tokens, 0, len(tokens))
    assert found is not None
    assert found[0] == len(tokens)
    return found[1]


@pytest.mark.parametrize(
    "names",
    [
        ("United States", "USA", "U.S.", "United States of America"),
        ("Netherlands", "Holland", "Kingdom of the Netherlands"),
        ("Republic of Korea", "South Korea", "ROK"),
        ("Hong Kong", "HKSAR", "Hong Kong SAR"),
        ("Washington", "Washington, D.C.", "Washington DC"),
        ("New York", "New York City"),
        ("Singapore",),
    ],
)
def test_all_names_of_a_place_have_one_id(names: tuple[str, ...]) -> None:
    """Whatever name the tables know for a place, its id is the same."""
    ids = {place(name).id for name in names}
    assert len(ids) == 1
    assert str(ids.pop()).startswith("geonames:")


def test_a_part_of_a_country_has_not_the_countrys_id() -> None:
    """A part may stand for its country when a text is read, but it is another place."""
    assert place("Scotland").country == "GB"
    assert place("Scotland").id is None


def test_a_state_and_a_city_of_one_name_have_ids_of_their_own() -> None:
    """The state of Washington is not the city."""
    assert place("Washington State").id != place("Washington").id
    assert place("Indo-Pacific").id is None


@given(st.sampled_from(sorted(gazetteer().countries)))
def test_every_country_has_an_id_of_its_own(code: str) -> None:
    """Of two countries no two share an id."""
    countries = gazetteer().countries
    same = [other for other, known in countries.items() if known.id == countries[code].id]
    assert same == [code]
