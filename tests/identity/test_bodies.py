"""Names of organizations and places as keys."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from communique.identity.bodies import (
    body_key,
    government_of,
    is_abroad,
    is_generic,
)

VARIANTS = """
Shanghai Municipal Government | Shanghai Municipal People's Government | the People's Government of Shanghai Municipality | Government of Shanghai
Ministry of Foreign Affairs of Japan | Japanese Ministry of Foreign Affairs | Japan’s Foreign Ministry | Foreign Ministry of Japan | MFA of Japan
Department of Commerce of Guangdong Province | Guangdong Provincial Department of Commerce
CPC Shanghai Municipal Committee | Shanghai Municipal Committee of the CPC | Shanghai Municipal Committee of the Communist Party of China
World Trade Organization | World Trade Organisation | the World Trade Organization
Government of the United States of America | U.S. Government | US Government | the United States Government | American Government
Government of the Hong Kong Special Administrative Region | HKSAR Government | Government of the Hong Kong Special Administrative Region of the People's Republic of China
Embassy of the Republic of Hungary in the People’s Republic of China | Hungarian Embassy in China
UN Security Council | United Nations Security Council | Security Council of the U.N.
Ministry of Defence | Defense Ministry | MINISTRY OF DEFENSE
State Department | Department of State
Republic of Korea | South Korea | ROK
Kingdom of Norway | Norway
Daya Limited | Daya Ltd.
Organization for Economic Co-operation and Development | Organisation for Economic Cooperation & Development
Ministère de l'Économie | ministere de l’economie
City of Lindby | Lindby Municipality | Lindby
"""

APART = """
Bank of China | Bank of Japan | China Bank | Chinese Bank
Ministry of Trade | Ministry of Trade and Industry | Ministry of Trade of Japan
University of Lindby | Lindby University | Lindby Government
Embassy of China in Hungary | Embassy of Hungary in China
Jilin Municipal Government | Jilin Provincial Government
Government of Mexico | Mexico City Government | Municipal Government of Mexico
Ministry of Foreign Affairs and Trade | Ministry of Foreign Trade
Council of Europe | European Council
Deputy Office of Trade | Office of Trade
Government of South Korea | Government of North Korea | Government of the Democratic People's Republic of the Congo
China | Republic of China
Government of the Republic of the Congo | Government of the Democratic Republic of the Congo
Bank of England | Bank of Scotland
American Chamber of Commerce | U.S. Chamber of Commerce
"""


def _lines(text: str) -> list[list[str]]:
    return [[form.strip() for form in line.split("|")] for line in text.strip().splitlines()]


@pytest.mark.parametrize("forms", _lines(VARIANTS), ids=lambda forms: forms[0])
def test_the_variants_of_a_name_share_a_key(forms: list[str]) -> None:
    """In any order of words that English allows."""
    assert len({body_key(form) for form in forms}) == 1


@pytest.mark.parametrize("forms", _lines(APART), ids=lambda forms: forms[0])
def test_names_of_different_bodies_have_different_keys(forms: list[str]) -> None:
    """However many words they share."""
    assert len({body_key(form) for form in forms}) == len(forms)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Shanghai Municipal Government", "shanghai"),
        ("the People's Government of Shanghai Municipality", "shanghai"),
        ("Guangdong Provincial People's Government", "guangdong province"),
        ("Norwegian Government", "norway"),
        ("Federal Government of Germany", "germany"),
        ("Government of the HKSAR", "hong-kong"),
        ("Lindby Municipal Administration", "lindby"),
        ("Administration of Lindby Municipality", "lindby"),
        ("the Government of the Kingdom of Norway", "norway"),
        ("Municipal Government of Guatemala", "guatemala municipal"),
        ("Government of New York City", "new york city"),
    ],
)
def test_the_government_of_a_place_tells_the_place(name: str, place: str) -> None:
    """By the key that the place's own name has."""
    assert government_of(name) == place
    assert body_key(place) == place


@pytest.mark.parametrize(
    "name",
    [
        "Government",
        "Federal Government",
        "Local Government",
        "Government of National Unity",
        "Velt Administration",
        "Transitional Government of Norway",
        "Norwegian Transitional Government",
        "Government Flying Service",
        "Ministry of Trade of Japan",
        "Food Administration of Lindby",
        "Shanghai",
        "Committee of the Government of Lindby",
        "",
    ],
)
def test_other_bodies_are_the_government_of_no_place(name: str) -> None:
    """Nor is a government that tells no place."""
    assert government_of(name) is None


def test_a_place_has_the_key_of_its_name() -> None:
    """Countries in one word."""
    assert body_key("Shanghai") == "shanghai"
    assert body_key("the Netherlands") == "netherlands"
    assert body_key("United States of America") == "united-states"


@pytest.mark.parametrize(
    ("name", "generic"),
    [
        ("Ministry of Foreign Affairs", True),
        ("the Committee", True),
        ("Government", True),
        ("National Assembly", True),
        ("Ministry of Foreign Affairs of Japan", False),
        ("World Trade Organization", False),
        ("Shanghai Municipal Health Commission", False),
        ("Lindby Institute", False),
    ],
)
def test_a_name_without_a_place_is_generic(name: str, generic: bool) -> None:
    """Many bodies have it."""
    assert is_generic(body_key(name)) is generic


def test_an_embassy_is_abroad() -> None:
    """A ministry is not."""
    assert is_abroad(body_key("Embassy of Norway"))
    assert not is_abroad(body_key("Ministry of Health"))


WORDS = st.sampled_from(
    [
        "the",
        "a",
        "of",
        "in",
        "to",
        "for",
        "and",
        "Government",
        "Ministry",
        "Municipal",
        "Province",
        "People's",
        "Bank",
        "University",
        "Hong",
        "Kong",
        "China",
        "Chinese",
        "Republic",
        "Korea",
        "North",
        "Japan",
        "Japan’s",
        "Foreign",
        "Affairs",
        "Committee",
        "CPC",
        "UN",
        "U.S.",
        "US",
        "Communist",
        "Party",
        "Lindby",
        "Organisation",
        "Co-operation",
        "&",
        ",",
        "Administration",
        "City",
        "Federal",
        "United",
        "States",
        "Ltd",
        "Department",
        "Embassy",
    ]
)
EMPTY = {"the", "a", "and", "&", ","}
NAMES = st.one_of(
    st.text(max_size=40),
    st.lists(WORDS, max_size=9).map(" ".join),
    st.lists(WORDS, min_size=55, max_size=70).map(" ".join),
)


@given(NAMES)
@example("🙂")
@example("\ud800")
@example("")
@example("北京市人民政府")
def test_a_key_is_its_own_key_and_never_empty(name: str) -> None:
    """Whatever the name."""
    key = body_key(name)
    assert key
    assert len(key) <= 200
    assert body_key(key) == key


@given(st.lists(WORDS, max_size=9).map(" ".join))
def test_case_space_and_a_leading_article_tell_nothing(name: str) -> None:
    """Nor do an accent and a comma."""
    assert body_key(f"  {name.upper()} ") == body_key(name.lower()) == body_key(name)
    assert body_key(f"The {name},") == body_key(name) or not set(name.lower().split()) - EMPTY


@given(st.permutations(["Lindby", "Trade", "Health", "Committee"]))
def test_the_order_of_words_of_an_organ_tells_nothing(words: list[str]) -> None:
    """As English allows."""
    assert body_key(" ".join(words)) == body_key("Lindby Health Trade Committee")


@pytest.mark.parametrize(
    "piece", ["a", "Ministry of ", "🙂", "’", "\ud800", "U.", "of ", "Republic of China ", "é", "-"]
)
def test_a_long_name_takes_no_long_time(piece: str) -> None:
    """Ten thousand characters take less than a tenth of a second."""
    name = (piece * 10_000)[:10_000]
    start = time.perf_counter()
    assert body_key(name)
    government_of(name)
    assert time.perf_counter() - start < 0.5
