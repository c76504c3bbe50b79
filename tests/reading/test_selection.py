"""Readings with fewer facts."""

from hypothesis import given
from hypothesis import strategies as st

from communique.loaders.release import Release
from communique.reading import read
from communique.reading.model import Entity, Fact, Kind, Predicate, Reading, Span
from communique.reading.selection import keep_sure

_SPAN = Span(0, 1)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Any entities that point at each other, any facts between them."""
    size = draw(st.integers(1, 8))
    at = st.integers(0, size - 1)
    entities = draw(
        st.lists(
            st.builds(
                Entity,
                st.sampled_from(list(Kind)),
                st.sampled_from(["Ana Velt", "meeting", "Oslo"]),
                st.just((_SPAN,)),
                named=st.booleans(),
                place=st.none() | at,
                part_of=st.none() | at,
                offices=st.lists(at, max_size=1).map(tuple),
            ),
            min_size=size,
            max_size=size,
        )
    )
    fact = st.builds(
        Fact, at, st.sampled_from(list(Predicate)), at, st.just(_SPAN), st.just(_SPAN),
        st.just(_SPAN), st.just("rule"), st.sampled_from([0.5, 0.7, 0.9]),
        event=st.none() | at, place=st.none() | at,
    )  # fmt: skip
    return Reading("r/1", entities=tuple(entities), facts=tuple(draw(st.lists(fact, max_size=6))))


def told(reading: Reading, fact: Fact) -> list[object]:
    """A fact by the entities that it points at."""
    ends = (fact.subject, fact.object, fact.event, fact.place)
    return [fact.predicate, *(None if n is None else bare(reading.entities[n]) for n in ends)]


def bare(entity: Entity) -> tuple[object, ...]:
    """An entity without what it points at."""
    return entity.kind, entity.name, entity.named


@given(readings(), st.sampled_from([0.0, 0.6, 0.8, 1.0]))
def test_what_stays_says_what_it_said(reading: Reading, least: float) -> None:
    """The sure facts, pointing at the same entities; all that is named; nothing twice over."""
    sure = keep_sure(reading, least)
    kept = [fact for fact in reading.facts if fact.confidence >= least]
    assert [told(sure, fact) for fact in sure.facts] == [told(reading, fact) for fact in kept]
    named = [bare(entity) for entity in reading.entities if entity.named]
    assert [bare(entity) for entity in sure.entities if entity.named] == named
    assert keep_sure(sure, least) == sure
    assert keep_sure(reading, 0.0) == reading


def test_a_meeting_goes_with_its_last_fact_and_people_stay() -> None:
    """Nothing is left that only the dropped facts spoke of."""
    body = "The Mayor of Dornfeld, Mr Oskar Brenn, met with officials of the port in Lisbon today."
    reading = read(Release(text=body, body=0, date="2031-03-04"))
    names = {entity.name for entity in reading.entities}
    assert {"meeting", "officials of the port", "Oskar Brenn", "Lisbon"} <= names
    sure = {entity.name for entity in keep_sure(reading, 1.0).entities}
    assert names - sure == {"meeting", "officials of the port"}
