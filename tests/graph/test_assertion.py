"""What one release asserts."""

import dataclasses

import pytest

from communique.graph.assertion import assert_release, precedence
from communique.graph.model import EDGES, EdgeType, Label, Layer
from communique.loaders.release import Release
from communique.reading.model import Entity, Fact, Kind, Predicate, Reading, Span

TEXT = "Ms Ada Oduya met Mr Ben Cole in Oslo. Mr Cole thanked Ms Oduya for her visit."
RELEASE = Release(
    TEXT, title="Talks", date="2031-03-04", issued="2031-03-04", url="https://news.example/1"
)


def span(words: str, start: int = 0) -> Span:
    """Find words in the text."""
    at = TEXT.index(words, start)
    return Span(at, at + len(words))


ADA = Entity(Kind.PERSON, "Ada Oduya", (span("Ada Oduya"), span("Ms Oduya")))
BEN = Entity(Kind.PERSON, "Ben Cole", (span("Ben Cole"), span("Mr Cole")))
OSLO = Entity(
    Kind.PLACE, "Oslo", (span("Oslo"),), sort="city", country="NO", gazetteer="geonames:7"
)
MEETING = Entity(
    Kind.EVENT, "meeting", (span("met"),), sort="meeting", named=False, date="2031-03-04", place=2
)
MET = Fact(
    0, Predicate.MET_WITH, 1, span("Ada Oduya"), span("Ben Cole"), span("Ms Ada Oduya met"),
    "test", 0.9, event=3, date="2031-03-04", place=2,
)  # fmt: skip
THANKED = Fact(
    1, Predicate.THANKED, 0, span("Mr Cole"), span("Ms Oduya"), span("Mr Cole thanked Ms Oduya"),
    "test", 0.8, date="2031-03-04", for_what=span("for her visit"),
)  # fmt: skip
READING = Reading("test/1", "2031-03-04", "en", (ADA, BEN, OSLO, MEETING), (MET, THANKED))


def test_a_met_with_fact_is_two_attendances_that_carry_its_id() -> None:
    """Both sides attend the one event, as principal and as counterpart."""
    batch = assert_release(RELEASE, READING)
    sides = [edge for edge in batch.assertions if edge.type is EdgeType.ATTENDED]
    assert [edge.properties["role"] for edge in sides] == ["counterpart", "principal"]
    assert len({edge.properties["fact"] for edge in sides}) == 1
    assert len({edge.target for edge in sides}) == 1


def test_another_fact_is_one_edge_with_its_quote_and_offsets() -> None:
    """Everything that cites a fact hangs on its edge."""
    batch = assert_release(RELEASE, READING)
    (edge,) = [edge for edge in batch.assertions if edge.type is EdgeType.THANKED]
    told = edge.properties
    assert edge.id == told["fact"]
    assert told["for_what"] == "for her visit"
    assert TEXT[int(str(told["start"])) : int(str(told["end"]))] == told["quote"]


def test_every_assertion_ends_at_mentions_of_the_release() -> None:
    """No node without evidence."""
    batch = assert_release(RELEASE, READING)
    mentions = {mention.id for mention in batch.mentions}
    assert {end for told in batch.assertions for end in (told.source, told.target)} <= mentions
    assert {i for m in batch.mentions for ids in m.refers.values() for i in ids} <= mentions


def test_assertions_carry_only_what_the_model_knows() -> None:
    """Types, ends and properties are those of the model, and all are asserted."""
    batch = assert_release(RELEASE, READING)
    labels = {mention.id: mention.label for mention in batch.mentions}
    for told in batch.assertions:
        spec = EDGES[told.type]
        assert spec.layer is Layer.ASSERTED
        assert labels[told.source] in spec.sources
        assert labels[told.target] in spec.targets
        assert set(told.properties) <= set(spec.properties)
    keys = {key for mention in batch.mentions for key in (*mention.properties, *mention.refers)}
    assert keys <= set(EDGES[EdgeType.MENTIONS].properties)


def test_asserted_ids_speak_of_spans_and_never_of_entities() -> None:
    """A better identity or reader leaves the ids as they are."""
    renamed = dataclasses.replace(
        READING, entities=(dataclasses.replace(ADA, name="A. Oduya"), *READING.entities[1:])
    )
    batches = [assert_release(RELEASE, reading) for reading in (READING, renamed)]
    assert len({tuple(mention.id for mention in batch.mentions) for batch in batches}) == 1
    assert len({tuple(told.id for told in batch.assertions) for batch in batches}) == 1


def test_two_facts_between_the_same_spans_keep_two_ids() -> None:
    """Nothing is lost where two facts differ only in their date."""
    again = dataclasses.replace(THANKED, date="2031-03-03")
    reading = dataclasses.replace(READING, facts=(THANKED, again))
    told = assert_release(RELEASE, reading).assertions
    assert len({each.id for each in told}) == 2


def test_a_fact_that_the_model_has_no_edge_for_is_left_out_and_noted() -> None:
    """An event can't thank; the release says what was left out."""
    wrong = dataclasses.replace(THANKED, subject=3)
    batch = assert_release(RELEASE, dataclasses.replace(READING, facts=(wrong,)))
    assert not batch.assertions
    assert "no such edge" in str(batch.release.properties["notes"])


def test_a_meeting_without_its_event_is_a_fault_of_the_reader() -> None:
    """A met-with fact must name its event."""
    reading = dataclasses.replace(READING, facts=(dataclasses.replace(MET, event=None),))
    with pytest.raises(ValueError, match="names no event"):
        assert_release(RELEASE, reading)


def test_the_later_issue_has_precedence_and_a_tie_goes_by_hash() -> None:
    """Which text of an address wins never hangs on the order of loading."""
    later = dataclasses.replace(RELEASE, issued="2031-03-05")
    other = dataclasses.replace(RELEASE, text=TEXT + " ")
    keys = [precedence(assert_release(r, READING).release) for r in (RELEASE, later, other)]
    assert keys[1] > keys[0]
    assert keys[2] != keys[0]


def test_labels_of_nodes_follow_from_kinds() -> None:
    """A group is an Organization, everything else what it is called."""
    group = Entity(Kind.GROUP, "officials", (span("her visit"),), named=False)
    batch = assert_release(RELEASE, Reading("test/1", entities=(group,)))
    (mention,) = batch.mentions
    assert mention.label is Label.ORGANIZATION
    assert mention.properties["kind"] == "group"


def test_a_mention_of_a_place_tells_its_id_in_the_gazetteer() -> None:
    """What names the place whatever it is called stands on the mention."""
    batch = assert_release(RELEASE, READING)
    (mention,) = (m for m in batch.mentions if m.label is Label.PLACE)
    assert mention.properties["gazetteer"] == "geonames:7"


def test_a_mention_points_at_others_of_its_release() -> None:
    """A person at offices, an office at whose it is, a meeting at where it is held."""
    office = Entity(Kind.OFFICE, "Mayor of Oslo", (span("Mr Ben"),), title="Mayor", of=2)
    ben = dataclasses.replace(BEN, offices=(4,))
    reading = Reading("test/1", None, "en", (ADA, ben, OSLO, MEETING, office), (MET,))
    found = {m.properties["form"]: m for m in assert_release(RELEASE, reading).mentions}
    assert found["Ben Cole"].refers == {"offices": (found["Mayor of Oslo"].id,)}
    assert found["Mayor of Oslo"].refers == {"of": (found["Oslo"].id,)}
    assert found["meeting"].refers == {"within": (found["Oslo"].id,)}
    assert found["Ada Oduya"].refers == {}


def test_an_unnamed_holder_points_at_the_office() -> None:
    """A group that an office names tells that office."""
    office = Entity(Kind.OFFICE, "Mayor of Oslo", (span("Oslo"),), title="Mayor")
    group = Entity(
        Kind.GROUP, "Mayor of Oslo", (span("Ben Cole"), span("Mr Cole")), named=False, offices=(4,)
    )
    reading = Reading("test/1", None, "en", (ADA, group, OSLO, MEETING, office), (MET, THANKED))
    batch = assert_release(RELEASE, reading)
    (mention,) = (m for m in batch.mentions if m.label is Label.ORGANIZATION)
    (held,) = (m for m in batch.mentions if m.label is Label.OFFICE)
    assert mention.refers == {"offices": (held.id,)}


@pytest.mark.parametrize("kind", [Kind.GROUP, Kind.ORGANIZATION])
def test_a_body_or_a_title_without_a_name_visits(kind: Kind) -> None:
    """A delegation goes somewhere as a person does; a place goes nowhere."""
    guests = Entity(kind, "delegation", (span("her visit"),), named=kind is not Kind.GROUP)
    went = dataclasses.replace(
        THANKED, subject=4, predicate=Predicate.VISITED, object=2, for_what=None
    )
    reading = Reading("test/1", None, "en", (ADA, BEN, OSLO, MEETING, guests), (went,))
    (told,) = assert_release(RELEASE, reading).assertions
    assert told.type is EdgeType.VISITED
    nowhere = dataclasses.replace(reading, facts=(dataclasses.replace(went, subject=2, object=3),))
    assert not assert_release(RELEASE, nowhere).assertions
