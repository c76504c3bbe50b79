"""What the name of an event tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.identity.editions import read_roman
from communique.identity.event_wording import spell
from communique.identity.events import EventName, is_called, parse_event, stands_for

HOSTILE = [
    "",
    " ",
    "🎉",
    "\ud800",
    "I",
    "-",
    "'",
    "(COP30)",
    "x" * 10_000,
    "1st " * 2_500,
    "(" * 299,
]
FORUM = "forum harbor"


def told(name: str) -> tuple[str, int | None, int | None]:
    """Base, edition and year of a name."""
    event = parse_event(name)
    return event.base, event.edition, event.year


@pytest.mark.parametrize(
    ("name", "edition"),
    [
        ("12th Harbour Forum", 12),
        ("The Twelfth Harbour Forum", 12),
        ("HARBOUR FORUM XII", 12),
        ("XII Harbor Forum", 12),
        ("12th edition of the Harbour Forum", 12),
        ("12th Annual Forum on Harbours", 12),
        ("Forum of the Harbours, Twenty-seventh", 27),
        ("One Hundred and Tenth Harbour Forum", 110),
        ("hundredth Harbour Forum", 100),
        ("Inaugural Harbour Forum", 1),
        ("first-ever Harbour Forum", 1),
        ("Harbour Forum", None),
    ],
)
def test_an_edition_is_told_in_figures_words_and_roman_numerals(
    name: str, edition: int | None
) -> None:
    """And the rest of the name is the same whichever it is."""
    assert told(name) == (FORUM, edition, None)


@pytest.mark.parametrize(
    ("name", "years"),
    [
        ("Harbour Forum 2031", (2031, 2031)),
        ("2031 Harbour Forum", (2031, 2031)),
        ("Harbour Forum '31", (2031, 2031)),
        ("Harbour Forum 2031-32", (2031, 2032)),
        ("2031/2032 Harbour Forum", (2031, 2032)),
        ("Harbour Forum 2031–32", (2031, 2032)),
    ],
)
def test_a_year_is_told_before_or_after(name: str, years: tuple[int, int]) -> None:
    """Also a year that goes over into the next."""
    event = parse_event(name)
    assert (event.base, event.year, event.last_year) == (FORUM, *years)


@pytest.mark.parametrize("name", ["COP30", "COP 30", "COP-30", "30th COP", "the Thirtieth COP"])
def test_a_figure_at_an_acronym_is_an_edition(name: str) -> None:
    """However it is joined."""
    assert parse_event(name) == EventName("cop", 30, acronym="COP")


def test_an_acronym_with_a_year_tells_the_year() -> None:
    """Apart or joined."""
    assert parse_event("HFX 2031") == parse_event("HFX2031")
    assert parse_event("HFX2031") == EventName("hfx", None, 2031, 2031, "HFX")


def test_an_acronym_in_brackets_is_taken_out() -> None:
    """And kept where it stands for the event."""
    event = parse_event("30th Conference of the Parties (COP30)")
    assert event == EventName("conference party", 30, acronym="COP")
    body = parse_event("9th Session of the Harbour Council (HCO)")
    assert body.acronym is None
    assert body.base == "council harbor session"


@pytest.mark.parametrize(
    "name",
    [
        "First Nations Summit",
        "Summit on COVID-19",
        "G-20 Summit",
        "Agenda 2030 Summit",
        "DC Summit",
    ],
)
def test_what_an_event_is_about_is_no_edition(name: str) -> None:
    """Nor a year."""
    event = parse_event(name)
    assert (event.edition, event.year) == (None, None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U.S.-Ruritania Dialogue", "Ruritania–United States Dialog"),
        ("Summit of the Islands", "Islands Summit"),
        ("Co-operation Programme on Defence", "cooperation program for defense"),
        ("Organisers' Convention", "Organizers’ Convention"),
        ("Café Forum", "CAFE FORUM"),
        ("United Nations Tide Conference", "UN Tide Conference"),
        ("High-Level Tide Week", "High Level Tide Week"),
    ],
)
def test_one_series_has_one_base(one: str, other: str) -> None:
    """Whatever the spelling, the marks, the order."""
    assert parse_event(one).base == parse_event(other).base


def test_a_name_that_says_which_way_it_goes_keeps_its_order() -> None:
    """From port to city is not from city to port."""
    one, other = parse_event("From Port to City Forum"), parse_event("From City to Port Forum")
    assert one.base != other.base


@pytest.mark.parametrize(
    ("name", "common"),
    [
        ("press conference", True),
        ("Annual Meeting", True),
        ("Third Plenary Session", True),
        ("Ministerial Meeting 2031", True),
        ("Harbour Forum", False),
        ("HFX 2031", False),
    ],
)
def test_names_of_many_events_are_told(name: str, common: bool) -> None:
    """By their words."""
    assert parse_event(name).common is common


@pytest.mark.parametrize(
    ("acronym", "name", "stands"),
    [
        ("HIE", "Harbour International Expo", True),
        ("COP", "30th Conference of the Parties", True),
        ("OHT", "Council Meeting of the Organisation for Harbours and Tides", False),
        ("XYZ", "Harbour International Expo", False),
    ],
)
def test_an_acronym_stands_for_an_event_or_for_a_body(
    acronym: str, name: str, stands: bool
) -> None:
    """Its letters cover the word that says what the event is."""
    assert stands_for(acronym, name) is stands
    assert is_called(acronym, name) is stands


def test_a_body_in_its_name_is_not_the_event() -> None:
    """A session of a conference is not the conference."""
    assert not is_called("Harbour Conference", "Ninth Session of the Harbour Conference")
    assert is_called("Ninth Harbour Session", "Ninth Session of the Harbour Conference")
    assert is_called("COP30", "Framework Convention on Tides")


@pytest.mark.parametrize(
    ("text", "value"), [("XII", 12), ("IX", 9), ("XL", 40), ("DC", 0), ("IIII", 0), ("", 0)]
)
def test_roman_numerals_are_read_as_they_are_written(text: str, value: int) -> None:
    """What is none is nought."""
    assert read_roman(text) == value


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("harbours", "harbor"),
        ("theatre", "theater"),
        ("business", "business"),
        ("grey", "gray"),
        ("our", "our"),
    ],
)
def test_words_are_brought_to_one_spelling(one: str, other: str) -> None:
    """And to the singular."""
    assert spell(one) == spell(other)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_taken_apart(name: str) -> None:
    """Without an error and the same each time."""
    assert parse_event(name) == parse_event(name)
    assert len(parse_event(name).base) <= 80
    assert isinstance(is_called(name, "Harbour Forum") and is_called("HF", name), bool)


@given(st.text(max_size=60))
def test_any_text_is_taken_apart(name: str) -> None:
    """Edition and year are in their bounds."""
    event = parse_event(name)
    assert event.edition is None or 0 < event.edition < 1_000
    assert event.year is None or 1800 <= event.year <= (event.last_year or 0) < 2300


@given(
    st.integers(1, 199),
    st.sampled_from(["Harbour Forum", "Tide Week", "Conference of the Parties"]),
)
def test_every_edition_in_figures_is_read_back(edition: int, name: str) -> None:
    """And the base stays."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(
        0 if edition % 100 in (11, 12, 13) else edition % 10, "th"
    )
    event = parse_event(f"The {edition}{ending} {name}")
    assert (event.base, event.edition) == (parse_event(name).base, edition)
