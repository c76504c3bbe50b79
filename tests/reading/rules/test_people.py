"""People with their offices, in every style."""

from collections.abc import Callable

import pytest

from communique.reading.model import Reading


@pytest.mark.parametrize(
    ("body", "people"),
    [
        ("The Mayor of Dornfeld, Mr Oskar Brenn, spoke.", {"Oskar Brenn": ["Mayor of Dornfeld"]}),
        ("Trade Minister Ana Velt left.", {"Ana Velt": ["Trade Minister"]}),
        (
            "Under Secretary for Harbours, Fisheries, and the Coast Jovan W. Ferrand left.",
            {"Jovan W. Ferrand": ["Under Secretary for Harbours, Fisheries, and the Coast"]},
        ),
        (
            "They met Dr. Kiro Bantel, Deputy Prime Minister of Fiji, there.",
            {"Kiro Bantel": ["Deputy Prime Minister of Fiji"]},
        ),
        ("Prime Minister Ilse Varn of Norway left.", {"Ilse Varn": ["Prime Minister of Norway"]}),
        (
            (
                "The Deputy Mayor of Dornfeld and President of the Dornfeld Tourism Office, "
                "Mr Fabio Rost, spoke."
            ),
            {
                "Fabio Rost": [
                    "Deputy Mayor of Dornfeld",
                    "President of the Dornfeld Tourism Office",
                ]
            },
        ),
        (
            (
                "The Director of the Trade Office of Dornfeld and the Work Office of the Council, "
                "Mr Zan Ji, spoke."
            ),
            {
                "Zan Ji": [
                    "Director of the Trade Office of Dornfeld",
                    "Director of the Work Office of the Council",
                ]
            },
        ),
        (
            "The Vice Ministers of Trade, Mr Aron Teel and Ms Bela Osk, spoke.",
            {"Aron Teel": ["Vice Minister of Trade"], "Bela Osk": ["Vice Minister of Trade"]},
        ),
        (
            (
                "Danish Minister for Harbours and Minister of Trade Asko Vassel and "
                "Minister of Fisheries Alek Nikol spoke."
            ),
            {
                "Asko Vassel": ["Danish Minister for Harbours", "Danish Minister of Trade"],
                "Alek Nikol": ["Minister of Fisheries"],
            },
        ),
        (
            "The Secretary of the Dornfeld Committee of the Harbour Union (DHU), Ms Lin Aro, spoke.",
            {"Lin Aro": ["Secretary of the Dornfeld Committee of the Harbour Union"]},
        ),
        (
            "Ambassador Thijs van der Hoek, Jr., left.",
            {"Thijs van der Hoek, Jr.": ["Ambassador"]},
        ),
        ("Acting Director Kim Ha-woon left.", {"Kim Ha-woon": ["Acting Director"]}),
        ("The Office of the Director of Trade closed.", {}),
    ],
)
def test_office_and_name(
    reading: Callable[..., Reading], body: str, people: dict[str, list[str]]
) -> None:
    """Each style of putting office and name side by side gives both."""
    result = reading(body)
    found = {p.name: [result.entities[o].name for o in p.offices] for p in result.people}
    assert found == people


def test_short_names_reach_the_full_one(reading: Callable[..., Reading]) -> None:
    """Surname with honorific, surname with office and bare surname mean the person named in full."""
    result = reading(
        "Trade Minister Ana Velt left. Ms Velt smiled. Minister Velt spoke. It was Velt who won."
    )
    (person,) = result.people
    assert (person.name, len(person.mentions)) == ("Ana Velt", 4)


def test_an_office_knows_its_head_and_its_body(reading: Callable[..., Reading]) -> None:
    """An office's title is its head, and `of` points at the body or place."""
    result = reading("The Mayor of Lisbon, Mr Oskar Brenn, spoke.")
    office = result.entities[result.people[0].offices[0]]
    assert office.title == "Mayor"
    assert office.of is not None
    assert result.entities[office.of].name == "Lisbon"


def test_the_headline_may_name_people(reading: Callable[..., Reading]) -> None:
    """A person whom only the headline names in full is one with the body's short form."""
    result = reading("President Brenn left.", title="Statement on President Oskar Brenn")
    assert [p.name for p in result.people] == ["Oskar Brenn"]
