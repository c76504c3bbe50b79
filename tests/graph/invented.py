"""Releases about a few invented people, who go by several names and share some, for any test."""

from dataclasses import dataclass, field
from typing import Any

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
BODIES = (
    ("World Harbour Organization", "WHO"), ("WHO", "World Harbour Organization"),
    ("World Harbour Organization",), ("WHO",),
)  # fmt: skip
PLACES = (("Oslo", "city", "NO"), ("Bergen", "city", "NO"), ("Norway", "country", "NO"))
EVENTS = (
    ("12th Harbour Forum",), ("Harbour Forum",), ("Harbour Forum 2031",),
    ("12th Harbour Forum", "HF12"), ("HF12", "12th Harbour Forum"), ("HF12",),
)  # fmt: skip
DAYS = ("2031-03-04", "2031-03-05", "2031-11-20", "2032-02-01", "--03-04", None)
ISSUERS = ("Harbour Office", "Fjord Ministry", None)


@dataclass
class Draft:
    """A release in the making: text and reading grow together, so that spans are true.

    Attributes:
        number: Of which release: one address each.
        day: Its date.
        issuer: Who published it.
    """

    number: int = 1
    day: str | None = "2031-03-04"
    issuer: str | None = None
    text: str = ""
    entities: list[Entity] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)

    def say(self, words: str) -> Span:
        """Add words to the text."""
        start = len(self.text)
        self.text += f"{words}, "
        return Span(start, start + len(words))

    def add(self, kind: Kind, *forms: str, **more: Any) -> int:
        """Add an entity that the text calls by these names; give its number."""
        spans = tuple(self.say(form) for form in forms)
        self.entities.append(Entity(kind, forms[0], spans, forms=forms, **more))
        return len(self.entities) - 1

    def place(self, name: str, sort: str = "city", country: str | None = "NO") -> int:
        """Add a place."""
        return self.add(Kind.PLACE, name, sort=sort, country=country)

    def body(self, *forms: str) -> int:
        """Add an organization."""
        return self.add(Kind.ORGANIZATION, *forms, sort="body")

    def office(self, name: str, title: str, of: int | None = None) -> int:
        """Add an office, of a body or place."""
        return self.add(Kind.OFFICE, name, title=title, of=of)

    def person(self, name: str, *offices: int) -> int:
        """Add a person who holds offices."""
        return self.add(Kind.PERSON, name, offices=offices)

    def title(self, office: int) -> int:
        """Add somebody whom only an office names."""
        name = self.entities[office].name
        return self.add(Kind.GROUP, name, named=False, offices=(office,))

    def event(self, *forms: str, **more: Any) -> int:
        """Add an event of that name, on the release's day."""
        return self.add(Kind.EVENT, *forms, **{"sort": "forum", "date": self.day, **more})

    def meeting(self, **more: Any) -> int:
        """Add a meeting without a name."""
        return self.event("meeting", **{"sort": "meeting", "named": False, **more})

    def meet(self, one: int, other: int, event: int, **more: Any) -> None:
        """Say that two met at an event."""
        self.tell(one, Predicate.MET_WITH, other, event=event, **more)

    def attend(self, one: int, event: int) -> None:
        """Say that somebody attended an event."""
        self.tell(one, Predicate.ATTENDED, event)

    def tell(self, subject: int, predicate: Predicate, about: int, **more: Any) -> None:
        """Say anything, in words that are the whole text so far."""
        first, second = (self.entities[each].mentions[0] for each in (subject, about))
        quote = Span(0, len(self.text))
        self.facts.append(
            Fact(
                subject, predicate, about, first, second, quote, "test", 0.9,
                **{"date": self.day, **more},
            )
        )  # fmt: skip

    def batch(self) -> Batch:
        """Give the rows that the release asserts."""
        release = Release(
            self.text,
            f"Talks {self.number}",
            date=self.day,
            issued=self.day if self.day and self.day[0] != "-" else None,
            issuer=self.issuer,
            url=f"https://news.example/{self.number}",
        )
        reading = Reading("test/1", self.day, "en", tuple(self.entities), tuple(self.facts))
        return assert_release(release, reading)


@st.composite
def batches(draw: st.DrawFn) -> Batch:
    """What one of a few releases asserts: up to three people, offices, a meeting, a forum."""
    number, day = draw(st.integers(1, 5)), draw(st.sampled_from(DAYS))
    draft = Draft(number, day, draw(st.sampled_from(ISSUERS)))
    place = draft.place(*draw(st.sampled_from(PLACES)))
    body = draft.body(*draw(st.sampled_from(BODIES)))
    people = [_draw_person(draw, draft, place, body) for _ in range(draw(st.integers(1, 3)))]
    if draw(st.booleans()):
        people.append(draft.title(_draw_office(draw, draft, place, body)))
    _draw_events(draw, draft, place, people)
    return draft.batch()


def _draw_office(draw: st.DrawFn, draft: Draft, place: int, body: int) -> int:
    name, title, of = draw(st.sampled_from(OFFICES))
    at = body if of == "WHO" else place if of == draft.entities[place].name else None
    return draft.office(name, title, at)


def _draw_person(draw: st.DrawFn, draft: Draft, place: int, body: int) -> int:
    offices = (_draw_office(draw, draft, place, body),) if draw(st.booleans()) else ()
    return draft.person(draw(st.sampled_from(NAMES)), *offices)


def _draw_events(draw: st.DrawFn, draft: Draft, place: int, people: list[int]) -> None:
    status = draw(st.sampled_from([Status.OCCURRED, Status.OCCURRED, Status.PLANNED]))
    where = place if draw(st.booleans()) else None
    draft.say(f"{status} {where}")
    met = draft.meeting(place=where, status=status)
    forum = draft.event(*draw(st.sampled_from(EVENTS)))
    for other in people[1:]:
        draft.meet(people[0], other, met, status=status)
    draft.attend(people[-1], forum)
