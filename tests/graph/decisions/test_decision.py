"""What a decision is, and which are one."""

import re

import pytest

from communique.errors import UnknownId
from communique.graph.decisions import Side, different, same, side_of, wrong
from communique.graph.model import Label

ADA = Side("https://news.example/1", Label.PERSON, 10, 19, "Ada Oduya")
ODUYA = Side("https://news.example/2", Label.PERSON, 40, 48, "A. Oduya")
FACT = "https://news.example/1#met-with.10-19.25-33"


def test_the_same_decision_made_twice_is_one() -> None:
    """Whichever side comes first, whatever the note."""
    assert same(ADA, ODUYA) == same(ODUYA, ADA)
    assert same(ADA, ODUYA).id == same(ODUYA, ADA, note="seen on television").id


def test_an_id_tells_the_verb_and_stays_short() -> None:
    """For people to type."""
    assert re.fullmatch(r"same-[0-9a-f]{10}", same(ADA, ODUYA).id)
    assert re.fullmatch(r"wrong-[0-9a-f]{10}", wrong(FACT).id)


def test_other_decisions_have_other_ids() -> None:
    """Another verb, another side, another fact."""
    third = Side("https://news.example/3", Label.PERSON, 40, 48, "A. Oduya")
    made = [same(ADA, ODUYA), different(ADA, ODUYA), same(ADA, third), wrong(FACT),
            wrong(FACT + ".2")]  # fmt: skip
    assert len({decision.id for decision in made}) == 5


def test_an_id_is_what_it_was() -> None:
    """Files and notes of old name decisions by it."""
    assert same(ADA, ODUYA).id == "same-43d079782e"
    assert wrong(FACT).id == "wrong-1ad89f92dc"


def test_a_side_is_made_of_a_mention() -> None:
    """By its id and its form."""
    assert side_of("https://news.example/1#mentions.person.10-19", "Ada Oduya") == ADA


def test_what_names_no_mention_and_no_fact_is_refused() -> None:
    """A node's id names neither."""
    with pytest.raises(UnknownId, match="'person:ada-oduya' is no id of a mention"):
        side_of("person:ada-oduya", "Ada Oduya")
    with pytest.raises(UnknownId, match="'person:ada-oduya' is no id of a fact"):
        wrong("person:ada-oduya")


def test_a_mention_is_never_another_than_itself() -> None:
    """Nor the same."""
    assert same(ADA, ADA).fault == different(ADA, ADA).fault == "are one mention"


def test_a_city_and_the_country_that_its_words_imply_are_two() -> None:
    """Though they stand in one place."""
    city, country = (Side("r", Label.PLACE, 5, 9, name) for name in ("Oslo", "Norway"))
    assert different(city, country).fault is None


def test_a_person_is_no_office() -> None:
    """Labels are never compared."""
    office = Side("r", Label.OFFICE, 5, 9, "Mayor of Oslo")
    assert same(ADA, office).fault is not None
    assert "is no" in str(same(ADA, office).fault)
