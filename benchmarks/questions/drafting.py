"""A made release: its text and its reading grow together, so that every span is true."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from benchmarks.questions.world import Thing

from communique.graph.assertion import assert_release
from communique.graph.attachment import Attached, Settled, attach
from communique.graph.identity import digest
from communique.graph.model import Label
from communique.graph.rows import NodeRef
from communique.loaders.release import Release
from communique.reading.model import Entity, Fact, Kind, Predicate, Reading, Span

_CONFIDENCE = 0.9


@dataclass
class Draft:
    """A release in the making.

    Attributes:
        url: Its address.
        day: The day of it, as an ordinal.
        issuer: Who publishes it.
    """

    url: str
    day: int
    issuer: str
    text: str = ""
    sentence: int = 0
    entities: list[dict[str, Any]] = field(default_factory=list)
    refs: list[NodeRef] = field(default_factory=list)
    spans: list[list[Span]] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.date = datetime.date.fromordinal(self.day).isoformat()
        self.known: dict[NodeRef, int] = {}
        self._untold: list[tuple[int, Predicate, int, dict[str, Any]]] = []

    def say(self, words: str) -> Span:
        """Add words to the text."""
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))

    def stop(self) -> None:
        """End a sentence: it is the quote of every fact told since the last one."""
        quote = Span(self.sentence, len(self.text))
        for subject, predicate, about, more in self._untold:
            spans = self.spans[subject][-1], self.spans[about][-1]
            self.facts.append(
                Fact(
                    subject, predicate, about, *spans, quote, "made", _CONFIDENCE,
                    **{"date": self.date, **more},
                )
            )  # fmt: skip
        self._untold.clear()
        self.say(".\n")
        self.sentence = len(self.text)

    def tell(self, subject: int, predicate: Predicate, about: int, **more: Any) -> None:
        """Say that somebody did something, in the words of this sentence."""
        self._untold.append((subject, predicate, about, more))

    def name(self, thing: Thing, *, otherwise: bool = False, **more: Any) -> int:
        """Say a name, and give the position of its entity."""
        at = self.known.get(thing.ref)
        if at is None:
            form = thing.other if otherwise and thing.other else thing.name
            told = {"sort": thing.kind, "title": thing.title, "country": thing.country, **more}
            if thing.where:
                told |= {"latitude": thing.where[0], "longitude": thing.where[1]}
            at = self.add(thing.ref, form, **told)
        self.spans[at].append(self.say(self.entities[at]["name"]))
        return at

    def imply(self, thing: Thing, span: Span, **more: Any) -> int:
        """Name a thing by words that name another."""
        if thing.ref in self.known:
            return self.known[thing.ref]
        told = {"sort": thing.kind, "country": thing.country, **more}
        at = self.add(thing.ref, thing.name, **told)
        self.spans[at].append(span)
        return at

    def event(self, ref: NodeRef, words: str, sort: str, **more: Any) -> int:
        """Say what takes place, and give the position of its entity."""
        at = self.known.get(ref)
        if at is None:
            at = self.add(ref, words, sort=sort, **{"date": self.date, **more})
        self.spans[at].append(self.say(words))
        return at

    def add(self, ref: NodeRef, name: str, **more: Any) -> int:
        """Add an entity that nothing names yet."""
        kind = Kind.GROUP if more.get("sort") == "group" else Kind(ref.label.lower())
        at = self.known[ref] = len(self.entities)
        self.entities.append({"kind": kind, "name": name, "forms": (name,), **more})
        self.refs.append(ref)
        self.spans.append([])
        return at

    def local(self, label: Label, words: str) -> NodeRef:
        """Give an id to what is about to be said and has no name of its own."""
        made = f"{label.lower()}:{words}-{len(self.text)}@{digest(self.url)}"
        return NodeRef(label, made)

    def attached(self) -> Attached:
        """Give the release with all the edges that it asserts."""
        entities = tuple(
            Entity(mentions=tuple(spans), **{**told, "sort": _sort(told)})
            for told, spans in zip(self.entities, self.spans, strict=True)
        )
        release = Release(
            self.text, self.text.partition("\n")[0], date=self.date, issued=self.date,
            issuer=self.issuer, language="en", url=self.url,
        )  # fmt: skip
        batch = assert_release(
            release, Reading("made/1", self.date, "en", entities, tuple(self.facts))
        )
        refs = {
            (ref.label, entity.mentions[0].start, entity.implied): ref
            for entity, ref in zip(entities, self.refs, strict=True)
        }
        nodes = {
            m.id: refs[m.label, m.properties["spans"][0], "implied" in m.properties]  # type: ignore[index]
            for m in batch.mentions
        }
        return attach(batch, Settled(nodes))


def _sort(told: dict[str, Any]) -> str | None:
    return None if told["kind"] is Kind.GROUP else told.get("sort")
