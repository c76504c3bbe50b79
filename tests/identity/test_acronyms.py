"""Acronyms, and the names they may stand for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.identity.bodies import acronym_key, expansion_fits, is_acronym


@pytest.mark.parametrize(
    "form", ["WTO", "COP30", "HKEX", "UNESCO", "U.N.", "MoFA", "G20+EU"[:3] + "EU", "EU", "R&DC"]
)
def test_an_acronym_is_one_word_in_capitals(form: str) -> None:
    """Digits, full stops and a small letter are allowed."""
    assert is_acronym(form)


@pytest.mark.parametrize(
    "form",
    [
        "Shanghai",
        "OPEN PRESS COVERAGE",
        "A",
        "",
        "LegCo",
        "Lindby",
        "SHANGHAI",
        "W T O",
        "北京",
        "20",
    ],
)
def test_words_and_headings_are_no_acronyms(form: str) -> None:
    """Nor is a single letter."""
    assert not is_acronym(form)


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("WTO", "World Trade Organization"),
        ("UNESCO", "United Nations Educational, Scientific and Cultural Organization"),
        ("HKEX", "Hong Kong Exchanges and Clearing Limited"),
        ("OECD", "Organisation for Economic Co-operation and Development"),
        ("LBA", "Bureau of Lindby Buildings and Archives"),
        ("DfID", "Department for International Development"),
        ("LTC", "Lindby Trade Council of Norway"),
        ("LegCo", "Legislative Council"),
        ("U.N.", "United Nations"),
    ],
)
def test_an_acronym_fits_the_name_whose_words_it_begins(acronym: str, name: str) -> None:
    """In order; small words may be left out."""
    assert expansion_fits(acronym, name)


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("WTO", "World Health Organization"),
        ("CPC", "Shanghai Municipal Committee of the Communist Party of China"),
        ("MOT", "Ministry of Transport and Tourism"),
        ("OWT", "World Trade Organization"),
        ("WTO", ""),
        ("", "World Trade Organization"),
        ("WTO", "World Trade Organization " * 50),
    ],
)
def test_an_acronym_fits_no_other_name(acronym: str, name: str) -> None:
    """Of a different order, or with more words."""
    assert not expansion_fits(acronym, name)


def test_full_stops_in_an_acronym_tell_nothing() -> None:
    """Nor does case."""
    assert acronym_key("W.T.O.") == acronym_key("WTO") == "wto"


@given(st.text(), st.text())
def test_any_text_can_be_asked(form: str, name: str) -> None:
    """Without an error."""
    assert is_acronym(form) in (True, False)
    assert expansion_fits(form, name) in (True, False)
    assert expansion_fits("AB" * 5_000, name * 100) is False
