"""Titles and names of offices as keys."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from communique.identity.bodies import body_key
from communique.identity.titles import office_key, title_key

OFFICES = """
mayor / shanghai: Mayor of Shanghai | Shanghai Mayor | the Mayor of the Shanghai Municipal Government | Mayor of Shanghai Municipality
mayor / lindby: Lindby Mayor | Mayor of the City of Lindby | Mayors of Lindby
deputy mayor / lindby: Deputy Mayor of Lindby | Lindby Deputy Mayor
mayor vice / lindby: Vice Mayor of Lindby | Vice-Mayor of Lindby
foreign minister / japan: Minister for Foreign Affairs of Japan | Foreign Minister of Japan | Japanese Foreign Minister | Japan’s Minister of Foreign Affairs
former prime minister / japan: former Japanese Prime Minister | Japan's former Prime Minister | former Prime Minister of Japan
party secretary / shanghai: Secretary of the CPC Shanghai Municipal Committee | Secretary of the Shanghai Municipal Committee of the CPC | Party Secretary of Shanghai | Shanghai Municipal Party Secretary
deputy party secretary / guangdong province: Deputy Secretary of the CPC Guangdong Provincial Committee
general secretary / central committee communist-party-of-china: General Secretary of the CPC Central Committee
secretary trade /: Secretary for Trade | Trade Secretary | Secretary of Trade
secretary trade under /: Under Secretary for Trade | Under-Secretary for Trade | Undersecretary of Trade
minister vice /: Vice-Minister | Vice Minister | vice ministers
consul general / hungary in shanghai: Consul-General of Hungary in Shanghai | Hungarian Consul General in Shanghai | Consul General of the Republic of Hungary in Shanghai
ambassador / norway to japan: Norwegian Ambassador to Japan | Ambassador Extraordinary and Plenipotentiary of the Kingdom of Norway to Japan
ambassador / to japan: Ambassador to Japan
president /: President | the President
chief executive /: Chief Executive
secretary state /: Secretary of State
state secretary /: State Secretary
affairs external minister / india: Indian External Affairs Minister | Minister of External Affairs of India
governor / guangdong: Governor of Guangdong Province | Guangdong Governor | Governor of Guangdong
governor / bank of japan: Governor of the Bank of Japan | Bank of Japan Governor
mayor / mexico city: Mayor of Mexico City
secretary general / united-nations: UN Secretary-General | Secretary-General of the United Nations
chief executive officer / velt bank: CEO of Velt Bank | Chief Executive Officer, Velt Bank | Velt Bank CEO
chair / velt foundation: Chairman of the Velt Foundation | Chairwoman of the Velt Foundation | Velt Foundation Chair
counselor / norway: Counsellor of Norway | Norwegian Counselor
spokesperson / department state: State Department Spokesman | Spokesperson of the Department of State
affairs political secretary under / department state: Department of State Under Secretary for Political Affairs
director general / foreign ministry: Director-General, Ministry of Foreign Affairs | Director General of the Foreign Ministry
envoy lakes special / united-nations: UN Special Envoy for the Lakes | Special Envoy for the Lakes of the United Nations
economy industry minister trade /: Minister of Economy, Trade, and Industry | Minister of Economy, Trade and Industry
health secretary / hong-kong: Secretary for Health of the HKSAR Government
lord mayor / lindby: Lord Mayor of Lindby | Lindby Lord Mayor
king / norway: His Majesty King of Norway | King of the Kingdom of Norway | Norwegian King
administration chief secretary /: Chief Secretary for Administration
affairs assistant secretary / bureau lakes: Assistant Secretary for Affairs of the Bureau of Lakes
assistant secretary / bureau lakes: Assistant Secretary for the Bureau of Lakes | Bureau of Lakes Assistant Secretary
speaker / house of representatives: Speaker of the House of Representatives | House of Representatives Speaker
mayor / lindby: MAYOR OF LINDBY
ambassador criminal justice large /: Ambassador-at-Large for Criminal Justice | Ambassador at Large for Criminal Justice
"""


def _cases() -> list[tuple[str, str, str]]:
    found = []
    for line in OFFICES.strip().splitlines():
        keys, _, forms = line.partition(":")
        title, _, body = keys.partition("/")
        found += [(form.strip(), title.strip(), body.strip()) for form in forms.split("|")]
    return found


@pytest.mark.parametrize(("name", "title", "body"), _cases())
def test_the_name_of_an_office_is_taken_apart(name: str, title: str, body: str) -> None:
    """Into its title, with what it is for, and the body or place."""
    assert office_key(name) == (title, body)


@pytest.mark.parametrize(
    ("name", "title", "body", "key"),
    [
        ("Secretary of State", "Secretary", "State", ("secretary state", "")),
        ("Mayor", "Mayor", "Lindby Municipal Government", ("mayor", "lindby")),
        ("Secretary for Health", "Secretary", "Health", ("health secretary", "")),
        ("Special Envoy for North Korea", "Special Envoy", "North Korea", ("envoy north-korea special", "")),
        (
            "Special Envoy for Afghan Women", "Special Envoy", "Afghan Women",
            ("afghanistan envoy special women", ""),
        ),
        ("Steward of the Lakes", "Steward", "Lakes", ("steward", "lakes")),
        ("Steward", None, None, ("steward", "")),
        ("Chief Executive", "Chief Executive", "HKSAR Government", ("chief executive", "hong-kong")),
    ],
)  # fmt: skip
def test_the_body_that_a_release_gives_helps_where_the_name_tells_none(
    name: str, title: str | None, body: str | None, key: tuple[str, str]
) -> None:
    """But what an office is for is no body."""
    assert office_key(name, title, body) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Secretary for Trade", "Under Secretary for Trade"),
        ("Minister for Trade", "Minister for Trade and Industry"),
        ("Minister", "Acting Minister"),
        ("Minister", "former Minister"),
        ("Deputy Minister", "Vice Minister"),
        ("Assistant Secretary", "Secretary"),
        ("Secretary General", "General Secretary"),
        ("Secretary of State", "State Secretary"),
        ("Minister of Foreign Affairs and Trade", "Minister of Foreign Trade"),
        ("Minister of Foreign Affairs and Trade", "Minister of Foreign Affairs"),
    ],
)
def test_different_titles_have_different_keys(one: str, other: str) -> None:
    """Whatever they share."""
    assert title_key(one) != title_key(other)
    assert office_key(one) != office_key(other)


WORDS = st.sampled_from(
    [
        "the",
        "a",
        "of",
        "in",
        "to",
        "for",
        "at",
        "and",
        "Secretary",
        "General",
        "Director",
        "State",
        "Vice",
        "Deputy",
        "Minister",
        "Prime",
        "Foreign",
        "Affairs",
        "Chief",
        "Staff",
        "CEO",
        "Governor",
        "Mayor",
        "Party",
        "CPC",
        "Committee",
        "Municipal",
        "Province",
        "Government",
        "Lindby",
        "China",
        "Chinese",
        "Korea",
        "Republic",
        "UN",
        "U.S.",
        "Undersecretary",
        "advisers",
        "Ministry",
        "Bank",
        ",",
        "-",
        "under",
        "Attorney",
    ]
)
NAMES = st.one_of(st.text(max_size=40), st.lists(WORDS, max_size=9).map(" ".join))


@given(NAMES)
@example("🙂")
@example("\ud800")
@example("")
def test_keys_of_offices_are_their_own_keys(name: str) -> None:
    """And a title is never empty."""
    title, body = office_key(name)
    assert title
    assert title_key(title) == title
    assert not body or body_key(body) == body
    assert title_key(title_key(name)) == title_key(name)


@given(
    st.lists(WORDS, max_size=6).map(" ".join),
    st.one_of(st.none(), NAMES),
    st.one_of(st.none(), NAMES),
)
def test_any_title_and_body_can_stand_beside_a_name(
    name: str, title: str | None, body: str | None
) -> None:
    """Without an error."""
    assert office_key(name, title, body)[0]


@pytest.mark.parametrize(
    "piece", ["a", "Secretary of ", "🙂", "Chief of ", "\ud800", "U.", "Vice-", "é"]
)
def test_a_long_title_takes_no_long_time(piece: str) -> None:
    """Ten thousand characters take far less than a second."""
    name = (piece * 10_000)[:10_000]
    start = time.perf_counter()
    assert office_key(name, name, name)[0]
    assert time.perf_counter() - start < 0.5
