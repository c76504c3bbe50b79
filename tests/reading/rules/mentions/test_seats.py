"""Offices of one seat that stand without a name."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.reading.model import Entity, Kind, Reading

MakeReading = Callable[..., Reading]


def unnamed(result: Reading) -> list[Entity]:
    """The groups of a reading."""
    return [e for e in result.entities if e.kind is Kind.GROUP]


@pytest.mark.parametrize(
    "title",
    [
        "Mayor of Shanghai",
        "Shanghai Mayor",
        "Director-General of the World Harbour Organization",
        "Premier of China",
        "Norwegian prime minister",
        "Secretary for Trade",
        "Assistant Secretary for Harbour Affairs",
        "Minister of Fisheries",
        "Norwegian Foreign Minister",
        "Foreign Minister of Norway",
        "Secretary of State for Harbours",
        "Ambassador of Norway to Portugal",
        "WHX Secretary-General",
        "Chairman of the Dornfeld Red Anchor",
        "Special Envoy for the Sahel",
        "acting director general of the Norwegian Coast Guard",
    ],
)
def test_a_single_seat_gives_its_office(reading: MakeReading, title: str) -> None:
    """Who holds an office of one seat, told of what, has it, though nobody is named."""
    result = reading(f"Mayor Oskar Brenn met with the {title}.")
    (group,) = unnamed(result)
    (office,) = (result.entities[n] for n in group.offices)
    assert (office.kind, office.name, office.mentions) == (Kind.OFFICE, title, group.mentions)


@pytest.mark.parametrize(
    "words",
    [
        "senior officials",
        "an official of the Dornfeld Harbour Board",
        "the Mayors of Lisbon and Porto",
        "the Premier",
        "the Minister",
        "the Foreign Minister",
        "the Minister of Norway",
        "the Secretary",
        "the Secretary of State",
        "the Norwegian Ambassador",
        "the Ambassador to Norway",
        "a Minister of Fisheries",
        "former President of Norway",
        "the former President of Norway",
        "the outgoing Mayor of Lisbon",
        "the Vice Minister of Trade",
        "the Deputy Mayor of Lisbon",
        "the Deputy Assistant Secretary for Trade",
        "the Norwegian Minister of State",
        "the Chairman of the Board",
        "the President of the Republic",
        "the Director of a Harbour Board",
    ],
)
def test_what_many_may_hold_gives_no_office(reading: MakeReading, words: str) -> None:
    """Groups, ranks, former holders and offices of who knows what stay groups without office."""
    result = reading(f"Mayor Oskar Brenn met with {words}.")
    assert [group.offices for group in unnamed(result)] in ([], [()])


def test_the_office_is_made_as_a_persons_is(reading: MakeReading) -> None:
    """Title and body are told as for a named holder."""
    result = reading("The Mayor of Lisbon met with Minister Ana Velt in Oslo.")
    (group,) = unnamed(result)
    (office,) = (result.entities[n] for n in group.offices)
    assert office.title == "Mayor"
    assert office.of is not None
    assert (result.entities[office.of].name, group.named) == ("Lisbon", False)


def test_the_office_is_shared_with_whom_the_text_names_in_it(reading: MakeReading) -> None:
    """One Office stands for all of a release that hold it: two mayors that the text tells apart."""
    result = reading(
        "Mr Oskar Brenn, Mayor of Lisbon, met with Minister Ana Velt. "
        "Mr Zan Ji, Mayor of Lisbon, visited Oslo. Mayor of Lisbon attended the Harbour Forum."
    )
    (office,) = (e for e in result.entities if e.kind is Kind.OFFICE and "Lisbon" in e.name)
    number = result.entities.index(office)
    holders = [e.name for e in result.entities if number in e.offices]
    assert holders == ["Oskar Brenn", "Zan Ji", "Mayor of Lisbon"]


def test_one_plural_mention_takes_the_seat_away(reading: MakeReading) -> None:
    """Who is once told in the plural is more than one."""
    result = reading(
        "Mayor Oskar Brenn met with the Ministers of Trade. "
        "He thanked the Minister of Trade for the visit."
    )
    assert not any(group.offices for group in unnamed(result))


_TITLES = "Mayor Secretary Minister President King Deputy Foreign Prime Director-General"
_OTHERS = "the a of for to and , ( ) – Trade State Oslo Norway Norwegian WHX Board 's 😀 \ud800 x"
WORDS = st.sampled_from([*_TITLES.split(), *_OTHERS.split()])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, max_size=30))
def test_any_words_give_at_most_one_office(reading: MakeReading, words: list[str]) -> None:
    """However words are put together, a group has one office or none, and it points at one."""
    result = reading(f"Mayor Oskar Brenn met with the {' '.join(words)} in Oslo.")
    for group in unnamed(result):
        assert len(group.offices) <= 1
        assert all(result.entities[n].kind is Kind.OFFICE for n in group.offices)
