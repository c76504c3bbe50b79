"""Small readings about invented people, and the whole of a graph as a value."""

from dataclasses import dataclass

import pytest

from communique.graph.assertion import assert_release
from communique.graph.rows import Batch
from communique.loaders.release import Release
from communique.reading.model import Entity, Fact, Kind, Predicate, Reading, Span


@dataclass(frozen=True)
class Talks:
    """A release in which a minister met a mayor; the mayor thanked her."""

    number: int
    minister: str = "Ada Oduya"
    mayor: str = "Ben Cole"
    city: str = "Oslo"
    day: str = "2031-03-04"
    issued: str | None = None
    url: bool = True

    def batch(self) -> Batch:
        """Give the rows that the release asserts."""
        text = (
            f"Minister for Trade {self.minister} met the Mayor of {self.city}, {self.mayor}. "
            f"Mayor {self.mayor} thanked Minister {self.minister} for her visit."
        )
        url = f"https://news.example/{self.number}" if self.url else None
        release = Release(text, "Talks", date=self.day, issued=self.issued or self.day, url=url)
        return assert_release(release, self._reading(text))

    def _reading(self, text: str) -> Reading:
        spans = {w: _spans(text, w) for w in (self.minister, self.mayor, self.city, " met ")}
        minister, mayor = spans[self.minister], spans[self.mayor]
        mayor_of = f"Mayor of {self.city}"
        entities = (
            Entity(Kind.PERSON, self.minister, minister, offices=(4,)),
            Entity(Kind.PERSON, self.mayor, mayor, offices=(5,)),
            Entity(Kind.PLACE, self.city, spans[self.city], sort="city", place=6, country="NO"),
            Entity(
                Kind.EVENT, "meeting", spans[" met "], sort="meeting", named=False, date=self.day,
                place=2,
            ),
            Entity(Kind.OFFICE, "Minister for Trade", _spans(text, "Minister for Trade"), title="Minister"),
            Entity(Kind.OFFICE, mayor_of, _spans(text, mayor_of), title="Mayor", of=2),
            Entity(Kind.PLACE, "Norway", spans[self.city], sort="country", country="NO", implied=True),
        )  # fmt: skip
        facts = (
            Fact(
                0, Predicate.MET_WITH, 1, minister[0], mayor[0], Span(0, text.index(".")), "test",
                0.9, event=3, date=self.day, place=2,
            ),
            Fact(
                1, Predicate.THANKED, 0, mayor[1], minister[1], Span(text.index(".") + 2, len(text)),
                "test", 0.9, date=self.day, for_what=_spans(text, "for her visit")[0],
            ),
        )  # fmt: skip
        return Reading("test/1", self.day, "en", entities, facts)


def _spans(text: str, words: str) -> tuple[Span, ...]:
    starts, at = [], text.find(words)
    while at >= 0:
        starts.append(at)
        at = text.find(words, at + 1)
    return tuple(Span(s, s + len(words)) for s in starts)


@pytest.fixture
def talks() -> type[Talks]:
    """Make releases."""
    return Talks
