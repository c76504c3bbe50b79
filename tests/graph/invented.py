"""Releases about a few invented people, who go by several names and share some, for any test."""

from dataclasses import dataclass, field

from hypothesis import strategies as st

from communique.graph.assertion import assert_release
from communique.graph.rows import Batch
from communique.loaders.release import Release
from communique.reading.model import Entity, Fact, Kind, Predicate, Reading, Span, Status

NAMES = (
    "Ada Oduya", "A. Oduya", "Oduya", "ADA ODUYA", "Ben Cole", "Benjamin Cole", "Li Qiang",
    "Qiang Li", "李强", "John Lee", "John Lee Ka-chiu", "Lee Ka-chiu", "Cleo Dahl",
)  # fmt: skip
OFFICES = (
    ("Mayor of Oslo", "Mayor", "Oslo"), ("Oslo Mayor", "Mayor", "Oslo"),
    ("Mayor of Bergen", "Mayor", "Bergen"), ("Minister for Trade", "Minister", None),
    ("Director-General of the World Harbour Organization", "Director-General", "WHO"),
    ("Director-General of the WHO", "Director-General", "WHO"), ("President", "President", None),
)  # fmt: skip
BODIES = (("World Harbour Organization", "WHO"), ("World Harbour Organization",), ("WHO",))
PLACES = (("Oslo", "city", "NO"), ("Bergen", "city", "NO"), ("Norway", "country", "NO"))
EVENTS = (
    ("12th Harbour Forum",), ("Harbour Forum",), ("Harbour Forum 2031",),
    ("12th Harbour Forum", "HF12"), ("HF12",),
)  # fmt: skip
DAYS = ("2031-03-04", "2031-03-05", "2031-11-20", "2032-02-01", "--03-04", None)
ISSUERS = ("Harbour Office", "Fjord Ministry", None)


@dataclass
class Draft:
    """A release in the making: text and reading grow together, so that spans are true."""

    text: str = ""
    entities: list[Entity] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)

    def say(self, words: str) -> Span:
        """Add words to the text."""
        start = len(self.text)
        self.text += f"{words}, "
        return Span(start, start + len(words))

    def add(self, entity: Entity) -> int:
        """Add an entity."""
        self.entities.append(entity)
        return len(self.entities) - 1


@st.composite
def batches(draw: st.DrawFn, numbers: st.SearchStrategy[int] | None = None) -> Batch:
    """What one of a few releases asserts: up to three people, offices, a meeting, a forum."""
    draft, day = Draft(), draw(st.sampled_from(DAYS))
    place = _draw_place(draw, draft)
    body = _draw_body(draw, draft)
    people = [_draw_person(draw, draft, place, body) for _ in range(draw(st.integers(1, 3)))]
    if draw(st.booleans()):
        people.append(_draw_title(draw, draft, place, body))
    _draw_events(draw, draft, day, place, people)
    number = draw(st.integers(1, 4) if numbers is None else numbers)
    release = Release(
        draft.text,
        f"Talks {number}",
        date=day,
        issued=day if day and day[0] != "-" else None,
        issuer=draw(st.sampled_from(ISSUERS)),
        url=f"https://news.example/{number}",
    )
    reading = Reading("test/1", day, "en", tuple(draft.entities), tuple(draft.facts))
    return assert_release(release, reading)


def _draw_place(draw: st.DrawFn, draft: Draft) -> int:
    name, sort, country = draw(st.sampled_from(PLACES))
    span = draft.say(name)
    return draft.add(Entity(Kind.PLACE, name, (span,), sort=sort, country=country))


def _draw_body(draw: st.DrawFn, draft: Draft) -> int:
    forms = draw(st.sampled_from(BODIES))
    spans = tuple(draft.say(form) for form in forms)
    return draft.add(Entity(Kind.ORGANIZATION, forms[0], spans, forms=forms, sort="body"))


def _draw_office(draw: st.DrawFn, draft: Draft, place: int, body: int) -> int:
    name, title, of = draw(st.sampled_from(OFFICES))
    span = draft.say(name)
    at = body if of == "WHO" else place if of == draft.entities[place].name else None
    return draft.add(Entity(Kind.OFFICE, name, (span,), title=title, of=at))


def _draw_person(draw: st.DrawFn, draft: Draft, place: int, body: int) -> int:
    offices: tuple[int, ...] = ()
    if draw(st.booleans()):
        offices = (_draw_office(draw, draft, place, body),)
    name = draw(st.sampled_from(NAMES))
    return draft.add(Entity(Kind.PERSON, name, (draft.say(name),), offices=offices))


def _draw_title(draw: st.DrawFn, draft: Draft, place: int, body: int) -> int:
    office = _draw_office(draw, draft, place, body)
    name = draft.entities[office].name
    span = draft.say(name)
    return draft.add(Entity(Kind.GROUP, name, (span,), named=False, offices=(office,)))


def _draw_events(
    draw: st.DrawFn, draft: Draft, day: str | None, place: int, people: list[int]
) -> None:
    status = draw(st.sampled_from([Status.OCCURRED, Status.OCCURRED, Status.PLANNED]))
    where = place if draw(st.booleans()) else None
    draft.say(f"{status} {where}")
    met = draft.add(
        Entity(
            Kind.EVENT, "meeting", (draft.say("met"),), sort="meeting", named=False, date=day,
            place=where, status=status,
        )
    )  # fmt: skip
    forms = draw(st.sampled_from(EVENTS))
    spans = tuple(draft.say(form) for form in forms)
    forum = draft.add(Entity(Kind.EVENT, forms[0], spans, forms=forms, sort="forum", date=day))
    first, *others = (draft.entities[p].mentions[0] for p in people)
    quote = Span(0, len(draft.text))
    for other, span in zip(people[1:], others, strict=True):
        draft.facts.append(
            Fact(
                people[0], Predicate.MET_WITH, other, first, span, quote, "test", 0.9, event=met,
                date=day, status=status,
            )
        )  # fmt: skip
    draft.facts.append(
        Fact(people[-1], Predicate.ATTENDED, forum, first, spans[0], quote, "test", 0.8, date=day)
    )
