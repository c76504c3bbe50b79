"""Constructions of English that tell who did what, each by its room."""

from collections.abc import Callable

import pytest

Told = Callable[..., set[tuple[str, str, str]]]
V, B, C = "Ana Velt", "Oskar Brenn", "Tilda Maar"
_A = "Trade Minister Ana Velt"
_B = "Mayor Oskar Brenn"
_C = "Senator Tilda Maar"
Facts = set[tuple[str, str, str]]

COMPANIONS: list[tuple[str, Facts]] = [
    (
        f"{_A} co-chaired the Harbour Dialogue with {_B}.",
        {(V, "hosted", "Harbour Dialogue"), (B, "hosted", "Harbour Dialogue"), (V, "met-with", B)},
    ),
    (
        f"{_A} signed, together with {_B}, a memorandum of understanding.",
        {
            (V, "signed", "memorandum of understanding"),
            (B, "signed", "memorandum of understanding"),
        },
    ),
    (
        f"{_A} joined {_B} at the Harbour Forum.",
        {(V, "attended", "Harbour Forum"), (B, "attended", "Harbour Forum")},
    ),
    (f"{_A} joined {_B} in urging restraint.", set()),
    (f"The Harbour Council was joined by {_A}.", {(V, "met-with", "Harbour Council")}),
    (
        f"{_A} will welcome {_B} to Lisbon.",
        {(V, "met-with", B), (B, "visited", "Lisbon")},
    ),
    (
        f"{_A} travelled to Oslo on Monday with {_B}.",
        {(V, "visited", "Oslo"), (B, "accompanied", V)},
    ),
    (
        f"{_A} convened the Harbour Dialogue in Lisbon alongside {_B} and {_C}.",
        {
            (V, "hosted", "Harbour Dialogue"),
            (B, "attended", "Harbour Dialogue"),
            (C, "attended", "Harbour Dialogue"),
        },
    ),
    (
        (
            f"{_A} hosted the Harbour Dialogue. Representatives of the Ports Agency (PA) and the "
            "Ministry of Fisheries also participated."
        ),
        {
            (V, "hosted", "Harbour Dialogue"),
            ("Ports Agency", "attended", "Harbour Dialogue"),
            ("Ministry of Fisheries", "attended", "Harbour Dialogue"),
        },
    ),
    (
        (
            "The third meeting of the Ports Committee took place in Lisbon. It was chaired by "
            "Deputy Secretary of State for Ports, Oskar Brenn and Senator Tilda Maar."
        ),
        {
            (B, "hosted", "third meeting of the Ports Committee"),
            (C, "hosted", "third meeting of the Ports Committee"),
        },
    ),
    (f"During her visit to Lisbon, {_A} spoke of ports.", {(V, "visited", "Lisbon")}),
    (
        f"{_A}'s trip to Oslo, Lisbon, and Rome will be her third.",
        {(V, "visited", "Oslo"), (V, "visited", "Lisbon"), (V, "visited", "Rome")},
    ),
    (f"{_A}'s trip will begin in Oslo.", {(V, "visited", "Oslo")}),
    (
        f"{_A} will visit Lisbon. She will be accompanied by {_B}; {_C}; and senior officials.",
        {(V, "visited", "Lisbon"), (B, "accompanied", V), (C, "accompanied", V)},
    ),
    (
        f"{_A} met with {_B}. Accompanying her was {_C}.",
        {(V, "met-with", B), (C, "accompanied", V)},
    ),
    (
        f"{_A} toured Lisbon in the company of {_B}.",
        {(V, "visited", "Lisbon"), (B, "accompanied", V)},
    ),
    (f"{_A} was greeted by {_B}.", {(B, "met-with", V)}),
    (
        f"{_A} was hosted to a working dinner by {_B}.",
        {(B, "met-with", V), (B, "hosted", "working dinner")},
    ),
    (
        f"{_A} met with {_B}. {_C} sat in on the meeting.",
        {(V, "met-with", B), (C, "attended", "meeting")},
    ),
    (
        f"{_A} was the guest of honour at a luncheon given by the Ports Agency.",
        {(V, "attended", "luncheon"), ("Ports Agency", "hosted", "luncheon")},
    ),
    (f"{_A} addressed a gala dinner.", {(V, "spoke-at", "gala dinner")}),
    (f"The mayor, Mr Oskar Brenn, met with {_A}.", {(B, "met-with", V)}),
    (
        f"{_A} met with {_B}. {_C} also attended.",
        {(V, "met-with", B), (C, "attended", "meeting")},
    ),
    (
        f"{_A} met with {_B}. Also joining the meeting was {_C}.",
        {(V, "met-with", B), (C, "attended", "meeting")},
    ),
    (f"{_A} met with her Spanish counterpart, Oskar Brenn, in Lisbon.", {(V, "met-with", B)}),
    (
        f"{_A} attended a roundtable with engineers hosted by the Ports Agency and met {_B}.",
        {
            (V, "attended", "roundtable"),
            ("Ports Agency", "hosted", "roundtable"),
            (V, "met-with", "engineers"),
            (V, "met-with", B),
        },
    ),
    (
        f"{_A} co-hosted with {_B} a roundtable.",
        {(V, "hosted", "roundtable"), (B, "hosted", "roundtable"), (V, "met-with", B)},
    ),
    (
        f"{_A} continued her visit to Portugal in Lisbon today. She then went to the Ports Agency.",
        {(V, "visited", "Portugal"), (V, "visited", "Lisbon"), (V, "visited", "Ports Agency")},
    ),
    (
        (
            f"{_A} travelled to Lisbon. Met at the pier by its owner, Dr Tilda Maar, she stayed a "
            f"day. She met with {_B}."
        ),
        {(V, "visited", "Lisbon"), (V, "met-with", B)},
    ),
]

INVERSIONS: list[tuple[str, Facts]] = [
    (
        f"{_A} attended the Harbour Forum. Also present at the forum were {_B} and {_C}.",
        {
            (V, "attended", "Harbour Forum"),
            (B, "attended", "Harbour Forum"),
            (C, "attended", "Harbour Forum"),
        },
    ),
    (
        f"{_A} visited Oslo. Accompanying her were {_B} and {_C}.",
        {(V, "visited", "Oslo"), (B, "accompanied", V), (C, "accompanied", V)},
    ),
    (
        f"Some 80 guests attended the Harbour Gala, among them {_B}.",
        {(B, "attended", "Harbour Gala")},
    ),
    (
        f"{_A} met with {_B} in the presence of {_C}.",
        {(V, "met-with", B), (C, "attended", "meeting")},
    ),
]

DELEGATIONS: list[tuple[str, Facts]] = [
    (
        (
            f"The Harbour Dialogue opened in Oslo. The Arvedian delegation was led by {_A}. "
            f"The Belnian delegation was led by {_B}."
        ),
        {
            (V, "attended", "Harbour Dialogue"),
            (B, "attended", "Harbour Dialogue"),
            (V, "met-with", B),
        },
    ),
    (
        (
            f"{_A} attended the Harbour Forum. Her delegation included representatives from the "
            "Ministry of Trade and the Port Authority."
        ),
        {
            (V, "attended", "Harbour Forum"),
            ("Ministry of Trade", "attended", "Harbour Forum"),
            ("Port Authority", "attended", "Harbour Forum"),
        },
    ),
    (
        (
            "The President announced the designation of a Presidential Delegation to Oslo, Norway, to "
            f"attend the Inauguration of the Harbour Bridge. {_A} will lead the delegation."
        ),
        {(V, "attended", "Inauguration of the Harbour Bridge")},
    ),
    (
        (
            f"The delegation of the Harbour Council, led by {_A}, visited Oslo. "
            f"In the afternoon, they met with {_B}."
        ),
        {(V, "visited", "Oslo"), (V, "met-with", B)},
    ),
]

SPEECHES: list[tuple[str, Facts]] = [
    (
        f"{_A} attended and delivered a speech at the Harbour Forum.",
        {(V, "attended", "Harbour Forum"), (V, "spoke-at", "Harbour Forum")},
    ),
    (
        f"{_A} attended the Harbour Gala. {_B} and {_C} also delivered speeches.",
        {
            (V, "attended", "Harbour Gala"),
            (B, "spoke-at", "Harbour Gala"),
            (C, "spoke-at", "Harbour Gala"),
        },
    ),
    (
        f"{_A} addressed some 200 guests at the Harbour Gala.",
        {(V, "spoke-at", "Harbour Gala")},
    ),
    (
        f"{_A} hosted the Harbour Forum. Keynote addresses were delivered by {_B} and {_C}.",
        {
            (V, "hosted", "Harbour Forum"),
            (B, "spoke-at", "Harbour Forum"),
            (C, "spoke-at", "Harbour Forum"),
        },
    ),
]

CLAUSES: list[tuple[str, Facts]] = [
    (
        f"{_A}, {_B}, and {_C} met in Oslo.",
        {(V, "met-with", B), (V, "met-with", C), (B, "met-with", C)},
    ),
    (
        f"{_A}, joined by {_B}, met with {_C}.",
        {(V, "met-with", C), (B, "accompanied", V)},
    ),
    (
        f"{_A} was hosted to dinner by {_B}.",
        {(B, "met-with", V), (B, "hosted", "dinner")},
    ),
    (
        f"{_A} attended the Harbour Forum. It was chaired by {_B}.",
        {(V, "attended", "Harbour Forum"), (B, "hosted", "Harbour Forum")},
    ),
    (
        f"{_A} attended the Harbour Forum that the Port Council is convening.",
        {(V, "attended", "Harbour Forum"), ("Port Council", "hosted", "Harbour Forum")},
    ),
    (
        f"{_A} thanked {_B} for hosting the Harbour Forum.",
        {(V, "thanked", B), (B, "hosted", "Harbour Forum")},
    ),
    (
        f"{_A} met with farmers, ranchers, and climate advocates.",
        {(V, "met-with", "farmers, ranchers, and climate advocates")},
    ),
    (
        f"{_A} met with {_B}; with {_C}; and, separately, with port officials.",
        {(V, "met-with", B), (V, "met-with", C), (V, "met-with", "port officials")},
    ),
    (
        f"{_A} travelled to Oslo for consultations with {_B}.",
        {(V, "visited", "Oslo"), (V, "met-with", B)},
    ),
    (f"In a meeting with {_B}, {_A} stressed the need for ports.", {(V, "met-with", B)}),
    (
        f"{_A} will proceed to Qorvale and return tomorrow.",
        {(V, "visited", "Qorvale")},
    ),
    (
        f"{_A} visited Oslo. The trip will include stops in Lisbon and Warsaw.",
        {(V, "visited", "Oslo"), (V, "visited", "Lisbon"), (V, "visited", "Warsaw")},
    ),
    (f"{_A} toured a youth hostel converted from a mill.", {(V, "visited", "youth hostel")}),
    (f"The Port Ministry hosted {_A} for talks.", {(V, "met-with", "Port Ministry")}),
    (f"{_A} welcomes the public to visit the harbour.", set()),
    (f"The parties agreed on talks to {_B}'s benefit.", set()),
]


@pytest.mark.parametrize(
    ("body", "facts"), [*COMPANIONS, *INVERSIONS, *DELEGATIONS, *SPEECHES, *CLAUSES]
)
def test_construction(told: Told, body: str, facts: Facts) -> None:
    """Each construction gives just its facts."""
    assert told(body) == facts


def test_participants_under_a_lead_in_met_the_host(told: Told) -> None:
    """Names of a list are people even when their words are common, whatever follows the comma."""
    body = (
        f"Yesterday, {_A} met with harbour leaders.\n\nMeeting participants included:\n\n"
        "- Charity Stone, Close Up\n\n- Wisdom Cole, 4ports.example\n\n- Bo Lind, In Our Voice: Ports"
    )
    names = ("Charity Stone", "Wisdom Cole", "Bo Lind")
    expected = {(V, "met-with", n) for n in names} | {(n, "attended", "meeting") for n in names}
    assert told(body) == expected


def test_bodies_under_a_lead_in_attended(told: Told) -> None:
    """A line of a list that names a body is a participant; so is a single word in capitals."""
    body = (
        f"{_A} convened a meeting with harbour leaders.\n\nParticipants included representatives "
        "from:\n\nPort Workers Union (PWU)\nQUAY\nHarbour Women's Forum"
    )
    attended = {s for s, predicate, _ in told(body) if predicate == "attended"}
    assert attended == {"Port Workers Union", "QUAY", "Harbour Women's Forum"}


def test_those_who_joined_under_a_lead_in_accompany(told: Told) -> None:
    """``was joined by:`` makes a list of company."""
    body = f"{_A} visited Oslo.\n\nThe Minister was also joined by:\n\n- {_B}\n\n- {_C}"
    assert {(B, "accompanied", V), (C, "accompanied", V)} <= told(body)


def test_a_list_parted_by_semicolons_names_participants(told: Told) -> None:
    """Each part opens with its name, known or not."""
    body = (
        f"{_A} hosted the Harbour Summit. Participants will include Norway; Quaylink; the Port "
        "Council; and Belnia Shipping."
    )
    attended = {s for s, predicate, _ in told(body) if predicate == "attended"}
    assert attended == {"Norway", "Quaylink", "Port Council", "Belnia Shipping"}


def test_the_headline_names_the_event(told: Told) -> None:
    """A generic phrase with its words means the event that the headline names."""
    body = f"{_A} and {_B} led the Arvedian delegation at the annual strategic dialogue."
    title = "Joint Statement on the Arvedia-Belnia Strategic Dialogue"
    assert (V, "attended", "Arvedia-Belnia Strategic Dialogue") in told(body, title=title)


def test_i_is_the_author(told: Told) -> None:
    """A byline tells who says I, and thanks are taken at their word."""
    body = f"Ana Velt, Minister of Trade\n\nI would like to thank {_B} and congratulate {_C}."
    assert told(body) == {(V, "thanked", B), (V, "congratulated", C)}


def test_he_and_she_find_whom_they_can_mean(told: Told) -> None:
    """An honorific shows which pronoun a person has; a fronted phrase hides nobody."""
    body = (
        "The Trade Minister, Ms Ana Velt, visited Oslo. Accompanied by the Mayor, Mr Oskar Brenn, "
        "she met with port officials."
    )
    assert told(body) == {
        (V, "visited", "Oslo"),
        (B, "accompanied", V),
        (V, "met-with", "port officials"),
    }


def test_both_ministers_are_the_last_pair(told: Told) -> None:
    """A plural title after two or both points back at the two who met."""
    body = (
        "Foreign Minister Ana Velt met with Foreign Minister Oskar Brenn. Both Ministers signed "
        "a memorandum of understanding."
    )
    signed = {s for s, predicate, _ in told(body) if predicate == "signed"}
    assert signed == {V, B}


def test_the_chamber_is_the_body_named_before(told: Told) -> None:
    """One word of a longer name stands for all of it."""
    body = f"{_A} visited Oslo. The Harbour Chamber was there. She thanked the Chamber."
    assert (V, "thanked", "Harbour Chamber") in told(body)
