"""Why a reading says what it says."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.loaders.release import Release
from communique.reading.explanation import Explanation, Reason, explain
from communique.reading.model import Entity, Fact, Kind, Predicate, Reading, Span
from communique.reading.rules import RulesReader

_BODY = (
    "The Minister of Trade, Ms Ana Velt, met with the Mayor of Dornfeld, Mr Oskar Brenn, today. "
    "She thanked Mr Brenn. Ms Velt met with Mr Brenn today. "
    "She did not meet with Mr Tomas Oyen. Ms Velt visited."
)
_WORDS = st.sampled_from(
    [*_BODY.split(), "\n\n", "- ", "“", "”", "(", ";", "will", "Participants:"]
)


def release_of(body: str) -> Release:
    """Make a release with a headline."""
    return Release(text=f"Talks\n\n{body}", title="Talks", body=7, date="2031-03-04", name="talks")


class OneFact:
    """A reader that knows one release by heart and has no trace."""

    name = "one-fact"
    version = "1"

    def read(self, release: Release) -> Reading:
        """Say that Ana met Bo."""
        ana, bo = (release.text.index(name) for name in ("Ana", "Bo"))
        spans = Span(ana, ana + 3), Span(bo, bo + 2)
        people = (Entity(Kind.PERSON, "Ana", spans[:1]), Entity(Kind.PERSON, "Bo", spans[1:]))
        evidence = Span(ana, spans[1].end)
        fact = Fact(0, Predicate.MET_WITH, 1, *spans, evidence, "by-heart", 1.0)
        return Reading("one-fact/1", entities=people, facts=(fact,))


def drops(explanation: Explanation) -> dict[str, Reason]:
    """What was dropped, and why."""
    return {d.told: d.reason for p in explanation.passages for d in p.drops}


def test_each_sentence_is_a_passage_with_its_mentions_and_facts() -> None:
    """A pronoun is shown with whom it means."""
    release = release_of(_BODY)
    made = explain(RulesReader(), release)
    second = made.passages[2]
    assert second.span.of(release.text) == "She thanked Mr Brenn."
    meant = {
        m.span.of(release.text): [made.reading.entities[e].name for e in m.entities]
        for m in second.markings
    }
    assert meant == {"She": ["Ana Velt"], "Brenn": ["Oskar Brenn"]}
    assert [made.reading.facts[n].predicate for n in second.facts] == [Predicate.THANKED]


def test_what_came_to_nothing_has_a_reason() -> None:
    """A repetition, a negated verb, a verb with nothing after it."""
    assert drops(explain(RulesReader(), release_of(_BODY))) == {
        "Ana Velt met-with Oskar Brenn": Reason.REPEATED,
        "meet": Reason.UNREAL,
        "visited": Reason.NO_SLOT,
    }


@pytest.mark.parametrize(
    ("body", "told", "reason"),
    [
        ("“We met with Mr Oskar Brenn and many more in the old town,” said Ms Ana Velt.", "met", Reason.QUOTED),
        ("Ms Ana Velt may visit Lisbon.", "visit", Reason.UNREAL),
        ("Ms Ana Velt attended quickly.", "attended", Reason.NO_OBJECT),
        ("The report visited Lisbon.", "visited", Reason.NO_OTHER),
        ("The Harbour Forum was organised in April.", "organised", Reason.NO_SUBJECT),
        ("Norway met with Mr Oskar Brenn.", "met", Reason.WRONG_SORT),
    ],
)  # fmt: skip
def test_each_reason_is_told_where_it_holds(body: str, told: str, reason: Reason) -> None:
    """The words that might have told a fact, and why they tell none."""
    assert drops(explain(RulesReader(), release_of(body))).get(told) is reason


@pytest.mark.parametrize(
    "body",
    [
        "Ms Ana Velt spoke today with Mr Oskar Brenn.",
        "Ms Ana Velt and Mr Oskar Brenn discussed the port.",
        "Ms Ana Velt and Mr Oskar Brenn met in Lisbon.",
    ],
)
def test_what_told_a_fact_or_could_tell_none_is_not_dropped(body: str) -> None:
    """Other rules of a verb that did tell one, and verbs whose preposition is missing."""
    assert not drops(explain(RulesReader(), release_of(body)))


def test_a_reader_without_a_trace_is_told_of_by_its_reading() -> None:
    """Line by line, with the mentions and facts that the reading has."""
    release = release_of("First.\nThen Ana met Bo.")
    made = explain(OneFact(), release)
    assert [p.span.of(release.text) for p in made.passages] == [
        "Talks",
        "First.",
        "Then Ana met Bo.",
    ]
    assert made.passages[2].facts == (0,)
    assert [m.sort for m in made.passages[2].markings] == ["person", "person"]


@settings(max_examples=50, deadline=None)
@given(st.lists(_WORDS, max_size=60).map(" ".join))
def test_explaining_changes_nothing_and_loses_no_fact(body: str) -> None:
    """The same reading, each of its facts in one passage, mentions apart and in order."""
    release = release_of(body)
    made = explain(RulesReader(), release)
    assert made.reading == RulesReader().read(release)
    told = sorted(n for p in made.passages for n in p.facts)
    assert told == list(range(len(made.reading.facts)))
    for passage in made.passages:
        spans = [m.span for m in passage.markings]
        assert all(a.end <= b.start for a, b in pairwise(spans))
