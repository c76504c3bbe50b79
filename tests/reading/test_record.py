"""The JSON form of a reading."""

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.loaders.release import Release
from communique.reading import read
from communique.reading.record import record

_BODY = """\
The Minister of Trade, Ms Ana Velt, today (May 4) met with the Mayor of Dornfeld, Mr Oskar Brenn, \
in Lisbon. She thanked Mr Brenn for his help with the new harbour.
"""
_WORDS = st.sampled_from(
    [
        *_BODY.split(),
        "\n\n",
        "- ",
        '"',
        "“",
        "”",
        "(",
        ")",
        ";",
        "\u200b",
        "\u3000",
        "U.S.",
        "Mr.",
        "will",
    ]
)


def _release(body: str) -> Release:
    return Release(text="Visit\n" + body, title="Visit", body=5, date="2023-05-04", name="visit")


def test_record_has_people_with_offices_and_facts_with_their_quotes() -> None:
    """Names, offices and facts stand in the record in the words of the text."""
    release = _release(_BODY)
    made = record(release, read(release))
    assert made["name"] == "visit"
    assert made["people"] == [
        {"name": "Ana Velt", "offices": ["Minister of Trade"]},
        {"name": "Oskar Brenn", "offices": ["Mayor of Dornfeld"]},
    ]
    facts = made["facts"]
    assert isinstance(facts, list)
    assert [(f["predicate"], f["date"], f["place"]) for f in facts] == [
        ("met-with", "2023-05-04", "Lisbon"),
        ("thanked", "2023-05-04", "Lisbon"),
    ]
    assert facts[1]["for_what"] == "for his help with the new harbour"


def test_text_is_added_when_asked() -> None:
    """The whole text goes along only when it is asked for."""
    release = _release(_BODY)
    assert "text" not in record(release, read(release))
    assert record(release, read(release), text=True)["text"] == release.text


@settings(max_examples=60, deadline=None)
@given(st.lists(_WORDS, max_size=80).map(" ".join))
def test_every_quote_is_found_at_its_offsets(body: str) -> None:
    """Whatever the text, evidence is text[start:end], and every span lies in the text."""
    release = _release(body)
    reading = read(release)
    facts = record(release, reading)["facts"]
    assert isinstance(facts, list)
    for fact in facts:
        assert release.text[fact["start"] : fact["end"]] == fact["evidence"]
    for entity in reading.entities:
        assert entity.mentions
        assert all(0 <= m.start < m.end <= len(release.text) for m in entity.mentions)


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(body: str) -> None:
    """No text makes the reader fail, and the same text gives the same reading."""
    assert read(_release(body)) == read(_release(body))
