"""The tables that decide."""

from importlib.resources import files

import pytest

from communique.identity.romanisation import wade_giles
from communique.identity.tables import affixes, rows
from communique.reading.rules.tables.lexicon import lexicon

DATA = sorted(f.name for f in (files("communique.identity") / "data").iterdir())


@pytest.mark.parametrize("name", DATA)
def test_every_table_says_what_it_is_and_where_from(name: str) -> None:
    """In its first line."""
    text = (files("communique.identity") / "data" / name).read_text("utf-8")
    assert text.startswith("# ")


@pytest.mark.parametrize("name", [name for name in DATA if name.endswith(".csv")])
def test_every_line_of_a_table_has_all_columns(name: str) -> None:
    """And none too many."""
    for row in rows(name):
        assert None not in row
        assert None not in row.values()


def test_no_surname_stands_twice() -> None:
    """One line for each."""
    found = [row["han"] for row in rows("surnames.csv")]
    assert len(found) == len(set(found))


def test_the_pinyin_of_every_surname_is_a_syllable() -> None:
    """And its Wade-Giles that of the syllable."""
    for row in rows("surnames.csv"):
        if len(row["han"]) == 1 and row["wade_giles"]:
            pinyin = [s for s in row["pinyin"].split() if s in wade_giles()]
            assert {wade_giles()[s] for s in pinyin} == set(row["wade_giles"].split()), row


def test_the_reading_and_the_comparison_of_names_share_their_honorifics() -> None:
    """One list, in one place."""
    assert lexicon().honorifics <= affixes("honorifics")
    assert lexicon().post_nominals <= affixes("post_nominals")
