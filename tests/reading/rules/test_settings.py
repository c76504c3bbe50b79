"""When, where, in which event and with which status."""

from collections.abc import Callable

import pytest

from communique.reading.model import Kind, Predicate, Reading, Status

MakeReading = Callable[..., Reading]


def test_the_day_in_brackets_counts(reading: MakeReading) -> None:
    """``today (May 3)`` is the day in brackets, not the day of issue."""
    result = reading("Mayor Oskar Brenn today (May 3) visited Oslo.", date="2023-05-04")
    assert [f.date for f in result.facts] == ["2023-05-03"]


def test_without_a_year_the_day_stays_without_one(reading: MakeReading) -> None:
    """A release without a date takes the day from its text, and invents no year."""
    result = reading("Mayor Oskar Brenn today (May 3) visited Oslo.", date=None)
    assert (result.date, result.facts[0].date) == ("--05-03", "--05-03")


def test_what_will_happen_is_planned(reading: MakeReading) -> None:
    """``will`` and its infinitives of purpose are planned; ``looks forward to`` is too."""
    result = reading(
        "Mayor Oskar Brenn will travel to Oslo to attend the Harbour Forum. "
        "He looks forward to meeting Minister Ana Velt."
    )
    assert {f.status for f in result.facts} == {Status.PLANNED}
    assert len(result.facts) == 3


def test_a_place_holds_until_the_next_one(reading: MakeReading) -> None:
    """The place of the sentence before holds; a place that opens a sentence takes its turn."""
    result = reading(
        "Mayor Oskar Brenn visited Oslo. He met with Minister Ana Velt. "
        "In Lisbon, he met with Minister Bela Osk."
    )
    places = [result.entities[f.place].name for f in result.facts if f.place is not None]
    assert places == ["Oslo", "Oslo", "Lisbon"]


def test_facts_of_one_meeting_share_its_event(reading: MakeReading) -> None:
    """Two people met in one clause share an event; ``also attended the meeting`` means it."""
    result = reading(
        "Mayor Oskar Brenn met with Minister Ana Velt and Ms Bela Osk. "
        "The Director of Trade, Mr Zan Ji, also attended the meeting."
    )
    met = [f for f in result.facts if f.predicate is Predicate.MET_WITH]
    (attended,) = [f for f in result.facts if f.predicate is Predicate.ATTENDED]
    assert len({f.event for f in met}) == 1
    assert attended.object == met[0].event
    event = result.entities[attended.object]
    assert (event.name, event.named, event.sort) == ("meeting", False, "meeting")


def test_a_city_has_its_country_implied(reading: MakeReading) -> None:
    """A city brings its country along, marked as told by the gazetteer."""
    result = reading("Mayor Oskar Brenn visited Lisbon.")
    city = next(e for e in result.entities if e.name == "Lisbon")
    assert (city.sort, city.country, city.place is not None) == ("city", "PT", True)
    assert city.place is not None
    country = result.entities[city.place]
    assert (country.name, country.kind, country.implied) == ("Portugal", Kind.PLACE, True)


def test_what_the_lede_says_again_is_one_fact(reading: MakeReading) -> None:
    """A lede that sums up what the body tells adds nothing."""
    result = reading(
        "Mayor Oskar Brenn today met with leaders of Oslo.\n\n"
        "In the morning, Mayor Brenn met with Minister Ana Velt.\n\n"
        "Mayor Brenn met with Minister Velt, as reported."
    )
    assert len(result.facts) == 1


@pytest.mark.parametrize(
    ("body", "day", "status"),
    [
        ("The Harbour Fest, organised by {}, will be held on May 8.", "2024-05-08", "planned"),
        ("The Harbour Fest (Fest) organised by {} opened on May 2.", "2024-05-02", "occurred"),
        (
            "{} is organising the Harbour Fest. The Fest will run from May 8.",
            "2024-05-08",
            "planned",
        ),
        ("{} will hold two health talks for dockers on May 8.", "2024-05-08", "planned"),
        ("Two health talks organised by {} will be held on May 8.", "2024-05-08", "planned"),
    ],
)
def test_an_event_lends_its_day_to_who_holds_it(
    reading: MakeReading, body: str, day: str, status: str
) -> None:
    """Where a sentence says when an event is held, its host's fact has that day and status."""
    result = reading(body.format("the Ports Bureau"), date="2024-05-03")
    assert [(f.date, f.status.value) for f in result.facts] == [(day, status)]


@pytest.mark.parametrize(
    ("trip", "days"),
    [
        ("to Oslo and Lisbon on May 3 and May 4, respectively", ["2024-05-03", "2024-05-04"]),
        ("to Oslo on May 3 and then to Lisbon on May 4", ["2024-05-03", "2024-05-04"]),
        (
            "to Oslo on Friday, May 3, and to Lisbon on Saturday, May 4",
            ["2024-05-03", "2024-05-04"],
        ),
        ("to Oslo and Lisbon from May 3 to 5", [None, None]),
        ("to Oslo, beginning May 3", ["2024-05-03"]),
    ],
)
def test_each_place_has_its_own_day(
    reading: MakeReading, trip: str, days: list[str | None]
) -> None:
    """A day belongs to the place that it stands by; a range shared by several is nobody's own."""
    result = reading(f"Mayor Oskar Brenn will travel {trip}.", date="2024-05-01")
    assert [f.date for f in result.facts] == days


def test_a_month_at_the_end_of_a_name_is_no_month(reading: MakeReading) -> None:
    """``the Harbour March`` is one name."""
    result = reading("Mayor Oskar Brenn attended the launch ceremony of the Harbour March in Oslo.")
    assert [result.entities[f.object].name for f in result.facts] == [
        "launch ceremony of the Harbour March"
    ]
