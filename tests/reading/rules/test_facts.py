"""Who did what to whom."""

from collections.abc import Callable

import pytest

Told = Callable[..., set[tuple[str, str, str]]]
V, B = "Ana Velt", "Oskar Brenn"
_A = "Trade Minister Ana Velt"
_B = "Mayor Oskar Brenn"


@pytest.mark.parametrize(
    ("body", "facts"),
    [
        (f"{_A} met with {_B}.", {(V, "met-with", B)}),
        (f"{_A} met today in Lisbon with {_B}.", {(V, "met-with", B)}),
        (f"{_A} spoke by phone today with {_B}.", {(V, "met-with", B)}),
        (f"{_A} held a bilateral meeting with {_B}.", {(V, "met-with", B)}),
        (f"{_A} paid a courtesy call on {_B}.", {(V, "met-with", B)}),
        (f"{_A} was received by {_B}.", {(B, "met-with", V)}),
        (f"{_A} and {_B} met in Lisbon.", {(V, "met-with", B)}),
        (
            f"{_A} met with senior Danish officials, {_B}, and members of civil society.",
            {
                (V, "met-with", "senior Danish officials"),
                (V, "met-with", B),
                (V, "met-with", "members of civil society"),
            },
        ),
        (f"{_A} met with the delegation led by {_B}.", {(V, "met-with", B)}),
        (f"{_A} attended the Harbour Forum.", {(V, "attended", "Harbour Forum")}),
        (
            f"{_A} attended a dinner hosted by the Harbour Council.",
            {(V, "attended", "dinner"), ("Harbour Council", "hosted", "dinner")},
        ),
        (
            f"{_A} delivered remarks at the Harbour Forum.",
            {(V, "spoke-at", "Harbour Forum")},
        ),
        (
            f"{_A} will travel to Lisbon, Portugal, and Oslo.",
            {(V, "visited", "Lisbon"), (V, "visited", "Oslo")},
        ),
        (f"{_A} began her visit to Norway.", {(V, "visited", "Norway")}),
        (
            f"{_A} thanked {_B} and the Harbour Council.",
            {(V, "thanked", B), (V, "thanked", "Harbour Council")},
        ),
        (f"{_A} expressed heartfelt gratitude to {_B}.", {(V, "thanked", B)}),
        (f"{_A} expressed appreciation for Norway's help.", {(V, "thanked", "Norway")}),
        (
            f"{_A} extended congratulations on the successful opening of the Harbour Expo.",
            {(V, "congratulated", "Harbour Expo")},
        ),
        (
            f"{_A}, accompanied by {_B}, visited Oslo.",
            {(B, "accompanied", V), (V, "visited", "Oslo")},
        ),
        (f"{_A} will be joined by {_B}.", {(B, "accompanied", V)}),
        (
            f"{_A} signed a memorandum of understanding.",
            {(V, "signed", "memorandum of understanding")},
        ),
        (f"{_A} did not meet with {_B}.", set()),
        (f"{_A} could meet with {_B}.", set()),
        (f"{_A} hopes to meet with {_B}.", set()),
        (f"{_A} invited {_B} to visit Oslo.", set()),
        (f'{_A} said, "I think that the others met with {_B} in the old harbour."', set()),
    ],
)
def test_sentence(told: Told, body: str, facts: set[tuple[str, str, str]]) -> None:
    """Each form gives its facts and no others."""
    assert told(body) == facts


def test_pronouns_and_titles_reach_the_person_named_before(told: Told) -> None:
    """``She`` and ``the Minister`` mean the minister; ``him`` is not the subject."""
    body = f"{_A} arrived in Oslo. She met with {_B}. The Minister thanked him for his help."
    assert told(body) == {(V, "visited", "Oslo"), (V, "met-with", B), (V, "thanked", B)}


def test_a_subject_is_taken_over_by_the_next_verb(told: Told) -> None:
    """``visited … and met …`` has one subject."""
    assert told(f"{_A} visited Oslo and met with {_B}.") == {
        (V, "visited", "Oslo"),
        (V, "met-with", B),
    }


def test_the_two_other_sides_did_not_meet_each_other(told: Told) -> None:
    """Two people met together get a fact each with the subject, none with one another."""
    facts = told(f"{_A} met with {_B} and Governor Ilse Varn.")
    assert (B, "met-with", "Ilse Varn") not in facts
    assert (V, "met-with", B) in facts


def test_participants_of_a_list_attended_and_were_met(told: Told) -> None:
    """Each line under a lead-in is a participant; the group that stood for them is gone."""
    body = (
        "President Ilse Varn met today with leaders of harbour towns.\n\n"
        "Participants included:\n\n"
        "- Oskar Brenn, Mayor of Dornfeld\n\n- Ana Velt, Mayor of Oslo\n"
    )
    assert told(body) == {
        ("Ilse Varn", "met-with", B),
        ("Ilse Varn", "met-with", V),
        (B, "attended", "meeting"),
        (V, "attended", "meeting"),
    }


def test_speakers_of_a_dialogue_met(told: Told) -> None:
    """In a transcript the two speakers met, and thank one another in the first person."""
    body = (
        "Ana Velt, Minister of Trade\n\nOslo, Norway\n\n"
        "MINISTER VELT: Good morning. It is a pleasure to welcome the mayor here.\n\n"
        "MAYOR BRENN: Thank you very much for the warm words.\n"
    )
    title = "Minister Ana Velt and Mayor Oskar Brenn Before Their Meeting"
    assert told(body, title=title) == {(V, "met-with", B), (B, "thanked", V)}


def test_a_guest_in_a_dialogue_visits_the_place(told: Told) -> None:
    """``welcome you to Oslo`` tells a visit of whom it is said to, unless it is at home there."""
    body = (
        "Ana Velt, Norwegian Minister of Trade\n\nOskar Brenn, Mayor of Lisbon\n\n"
        "MINISTER VELT: I welcome you to Oslo, Mayor Brenn.\n\n"
        "MAYOR BRENN: I look back on your trip to Norway with joy.\n"
    )
    assert told(body, title="Minister Velt and Mayor Brenn") == {(B, "visited", "Oslo")}


def test_a_list_of_dated_places_is_a_list_of_visits(told: Told) -> None:
    """A date between two places does not end their list; a country after its city is no visit."""
    body = f"{_A} will visit Oslo, Norway May 3-4, Lisbon (May 5), and Lima May 6-7."
    assert {o for _, p, o in told(body) if p == "visited"} == {"Oslo", "Lisbon", "Lima"}


def test_company_on_a_visit_accompanies(told: Told) -> None:
    """``along with`` on a journey makes a companion."""
    assert told(f"{_A} travelled to Oslo along with {_B}.") == {
        (V, "visited", "Oslo"),
        (B, "accompanied", V),
    }


def test_nouns_stand_for_facts(told: Told) -> None:
    """A visit, a meeting and a signing may be told by nouns."""
    assert told(f"{_B} welcomed Trade Minister Velt's visit to Oslo. {_A} left.") >= {
        (V, "visited", "Oslo")
    }
    assert told(
        "They saw the signing of a Fisheries Accord between the Harbour Council and the Trade Board."
    ) == {
        ("Harbour Council", "signed", "Fisheries Accord"),
        ("Trade Board", "signed", "Fisheries Accord"),
    }


def test_members_of_a_delegation_attend_with_their_leader(told: Told) -> None:
    """A delegation named to attend an event: its leader and members attend, they accompany."""
    body = (
        "President Ilse Varn today announced a delegation to attend the Harbour Summit on May 10.\n\n"
        "The Honorable Ana Velt, Minister of Trade, will lead the delegation.\n\n"
        "Members of the delegation:\n\nThe Honorable Oskar Brenn, Ambassador to Norway\n"
    )
    assert told(body) == {
        (V, "attended", "Harbour Summit"),
        (B, "attended", "Harbour Summit"),
        (B, "accompanied", V),
    }


def test_in_a_trilateral_all_pairs_met(told: Told) -> None:
    """Three sides give three pairs."""
    facts = told(f"{_A} held a trilateral call with {_B} and Governor Ilse Varn.")
    assert (B, "met-with", "Ilse Varn") in facts
    assert len(facts) == 3
