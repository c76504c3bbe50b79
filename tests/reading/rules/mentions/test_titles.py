"""Where a title starts."""

import pytest

import communique

TEXT = """date: 2031-03-04

Talks

{}
"""


@pytest.mark.parametrize(
    ("sentence", "office"),
    [
        ("Dear Secretary of State Ada Oduya, thank you for coming.", "Secretary of State"),
        (
            "2:00 p.m. LOCAL Foreign Minister Ada Oduya meets with Mayor Li Qiang.",
            "Foreign Minister",
        ),
        ("(Inaudible) Deputy Minister Ada Oduya thanked Mr Li Qiang.", "Deputy Minister"),
        ("Global AIDS Coordinator Ada Oduya met with Mr Li Qiang.", "Global AIDS Coordinator"),
        ("NATO Secretary General Ada Oduya met with Mr Li Qiang.", "NATO Secretary General"),
    ],
)
def test_a_salutation_or_a_label_before_a_title_is_none_of_it(sentence: str, office: str) -> None:
    """Acronyms are."""
    reading = communique.read(TEXT.format(sentence))
    (ada,) = (person for person in reading.people if person.name == "Ada Oduya")
    assert [reading.entities[number].name for number in ada.offices] == [office]
