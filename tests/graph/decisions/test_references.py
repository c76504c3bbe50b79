"""Ids of mentions and facts, taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.graph.assertion import assert_release
from communique.graph.decisions import FactRef, MentionRef, parse_fact, parse_mention
from communique.graph.model import Label
from communique.loaders.release import Release
from communique.reading import read
from communique.reading.model import Predicate, Span


@pytest.mark.parametrize("tail", ["", ".2", ".implied", ".implied.3"])
@pytest.mark.parametrize("release", ["https://news.example/1", "release:0a", "a#b", "a#b#c\nd"])
def test_a_mention_is_taken_apart_whatever_follows(release: str, tail: str) -> None:
    """At the last #, should a release's id hold one."""
    found = parse_mention(f"{release}#mentions.person.102-111{tail}")
    assert found == MentionRef(release, Label.PERSON, Span(102, 111))


@pytest.mark.parametrize("tail", ["", ".2"])
def test_a_fact_is_taken_apart(tail: str) -> None:
    """Release, predicate and both spans."""
    found = parse_fact(f"a#b#met-with.102-111.126-143{tail}")
    assert found == FactRef("a#b", Predicate.MET_WITH, Span(102, 111), Span(126, 143))


@pytest.mark.parametrize(
    "text",
    [
        "", "#", "Ada Oduya", "person:ada-oduya", "r#mentions.release.1-2", "r#mentions.ghost.1-2",
        "#mentions.person.1-2", "r#mentions.person.1", "r#mentions.person.1-2.x", "r#reports.1-2",
        "r#kissed.1-2.3-4", "r#met-with.1-2", "r#met-with.1-2.3-4/principal",
        "r#mentions.person.١-٢", "r#mentions.person." + "9" * 5000 + "-1",
    ],
)  # fmt: skip
def test_what_is_no_id_is_none(text: str) -> None:
    """Names, ids of nodes, of other edges, half ids."""
    assert parse_mention(text) is None
    assert parse_fact(text) is None


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_is_taken_without_an_error(text: str) -> None:
    """Nothing an id could be made of makes it fail."""
    assert parse_mention(text) is None
    assert parse_mention(f"{text}#mentions.event.1-2") == (
        MentionRef(text, Label.EVENT, Span(1, 2)) if text else None
    )


def test_every_id_that_a_release_asserts_is_understood() -> None:
    """Mentions as mentions, facts as facts."""
    text = "The Mayor of Oslo, Mr Ben Cole, met with Ms Ada Oduya today (March 4). He thanked her."
    release = Release(text, date="2031-03-04", url="https://news.example/1")
    batch = assert_release(release, read(release))
    facts = {str(told.properties["fact"]) for told in batch.assertions}
    assert len(facts) == 2
    for mention in batch.mentions:
        ref = parse_mention(mention.id)
        assert ref is not None
        assert (ref.release, ref.label) == (release.id, mention.label)
    assert all(parse_fact(fact) for fact in facts)
