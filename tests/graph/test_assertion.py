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
    sides = [edge for edge in batch.edges if edge.type is EdgeType.ATTENDED]
    assert [edge.properties["role"] for edge in sides] == ["counterpart", "principal"]
    assert len({edge.properties["fact"] for edge in sides}) == 1
    assert len({edge.target for edge in sides}) == 1


def test_another_fact_is_one_edge_with_its_quote_and_offsets() -> None:
    """Everything that cites a fact hangs on its edge."""
    batch = assert_release(RELEASE, READING)
    (edge,) = [edge for edge in batch.edges if edge.type is EdgeType.THANKED]
    told = edge.properties
    assert edge.id == told["fact"]
    assert told["for_what"] == "for her visit"
    assert TEXT[int(str(told["start"])) : int(str(told["end"]))] == told["quote"]


def test_every_edge_ends_at_nodes_that_the_release_mentions() -> None:
    """No node without evidence."""
    batch = assert_release(RELEASE, READING)
    mentioned = {edge.target for edge in batch.edges if edge.type is EdgeType.MENTIONS}
    ends = {end for edge in batch.edges for end in (edge.source, edge.target)}
    assert ends - mentioned == {batch.release.ref}


def test_edges_carry_only_what_the_model_knows() -> None:
    """Types, ends and properties are those of the model, and all are asserted."""
    for edge in assert_release(RELEASE, READING).edges:
        spec = EDGES[edge.type]
        assert spec.layer is Layer.ASSERTED
        assert edge.source.label in spec.sources
        assert edge.target.label in spec.targets
        assert set(edge.properties) <= set(spec.properties)


def test_asserted_ids_speak_of_spans_and_never_of_entities() -> None:
    """A better identity or reader leaves the ids as they are."""
    renamed = dataclasses.replace(
        READING, entities=(dataclasses.replace(ADA, name="A. Oduya"), *READING.entities[1:])
    )
    ids = [{edge.id for edge in assert_release(RELEASE, r).edges} for r in (READING, renamed)]
    assert ids[0] == ids[1]


def test_two_facts_between_the_same_spans_keep_two_ids() -> None:
    """Nothing is lost where two facts differ only in their date."""
    again = dataclasses.replace(THANKED, date="2031-03-03")
    reading = dataclasses.replace(READING, facts=(THANKED, again))
    edges = [e for e in assert_release(RELEASE, reading).edges if e.type is EdgeType.THANKED]
    assert len({edge.id for edge in edges}) == 2


def test_a_fact_that_the_model_has_no_edge_for_is_left_out_and_noted() -> None:
    """An event can't thank; the release says what was left out."""
    wrong = dataclasses.replace(THANKED, subject=3)
    batch = assert_release(RELEASE, dataclasses.replace(READING, facts=(wrong,)))
    assert all(edge.type is not EdgeType.THANKED for edge in batch.edges)
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
    (mention,) = batch.edges
    assert mention.target.label is Label.ORGANIZATION
    assert mention.properties["kind"] == "group"


def test_a_mention_of_a_place_tells_its_id_in_the_gazetteer() -> None:
    """What names the place whatever it is called stands on the mention."""
    batch = assert_release(RELEASE, READING)
    (edge,) = (e for e in batch.edges if e.target.id == "place:oslo" and e.type == "MENTIONS")
    assert edge.properties["gazetteer"] == "geonames:7"


def test_an_unnamed_holder_carries_the_office_on_mention_and_facts() -> None:
    """A group that an office names tells that office wherever it stands."""
    office = Entity(Kind.OFFICE, "Mayor of Oslo", (span("Oslo"),), title="Mayor")
    group = Entity(
        Kind.GROUP, "Mayor of Oslo", (span("Ben Cole"), span("Mr Cole")), named=False, offices=(4,)
    )
    reading = Reading("test/1", None, "en", (ADA, group, OSLO, MEETING, office), (MET, THANKED))
    batch = assert_release(RELEASE, reading)
    (mention,) = (e for e in batch.edges if e.target.label is Label.ORGANIZATION
                  and e.type is EdgeType.MENTIONS)  # fmt: skip
    (thanked,) = (e for e in batch.edges if e.type is EdgeType.THANKED)
    assert mention.properties["offices"] == ["office:mayor-of-oslo"]
    assert thanked.properties["offices"] == ["office:mayor-of-oslo"]
