"""What a release says, in its own words: the reading and its parts.

Entities and facts point at each other by position in `Reading.entities`, so that a reading is a
plain value: equal readings compare equal, and nothing in it knows any other release.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from communique.loaders.release import Release


class Kind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    OFFICE = "office"
    ORGANIZATION = "organization"
    GROUP = "group"
    PLACE = "place"
    EVENT = "event"


class Predicate(StrEnum):
    """The closed list of what passes between entities; meanings in docs/model.md."""

    MET_WITH = "met-with"
    ATTENDED = "attended"
    SPOKE_AT = "spoke-at"
    HOSTED = "hosted"
    VISITED = "visited"
    THANKED = "thanked"
    CONGRATULATED = "congratulated"
    ACCOMPANIED = "accompanied"
    SIGNED = "signed"


class Status(StrEnum):
    """Whether it happened."""

    OCCURRED = "occurred"
    PLANNED = "planned"
    CANCELLED = "cancelled"


@dataclass(frozen=True, order=True)
class Span:
    """A stretch of the release's text, in code points: ``text[start:end]``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Cut the span out of a text."""
        return text[self.start : self.end]


@dataclass(frozen=True)
class Entity:
    """Someone or something the release speaks of, with every place where it does.

    Attributes:
        kind: What it is.
        name: Its fullest name in this release: no honorific, no leading article, white space
            single, brackets that define an acronym left out.
        mentions: Where the text names it or points at it (``Mr Lee``, ``He``), in text order;
            never empty.
        forms: The names by which the text calls it, `name` among them, sorted: no pronouns, no
            bare surnames; acronyms included.
        sort: For an organization ``government``, ``ministry``, ``committee``, ``company``,
            ``body``; for a place ``city``, ``country``, ``region``, ``venue``; for an event
            ``meeting``, ``call``, ``visit``, ``lunch``, ``dinner``, ``reception``, ``forum``,
            ``conference``, ``exhibition``, ``ceremony``, ``signing``, ``event``; else None.
        named: False for a group, a generic event (``meeting``, ``lunch``): local to the release.
        offices: For a person, the offices held that day: positions of Office entities. For a group
            that is one holder of an office of one seat, without a name (``the Mayor of Shanghai``),
            that office alone.
        title: For an office, its head without body: ``Mayor`` of ``Mayor of Shanghai``.
        of: For an office, the position of its organization, else of its place.
        place: For an event where it is held, for an organization where it is based, for a place
            what contains it: position of a Place entity.
        part_of: For an event, the position of the Event it is part of.
        date: For an event its day, with its precision (``2024-11-06``, ``2024-11``, ``--11-06``).
        end_date: For an event of several days the last.
        status: For an event, whether it took place.
        latitude: For a place that the gazetteer knows, degrees north.
        longitude: Degrees east.
        country: For a place, the ISO 3166 alpha-2 code.
        gazetteer: For a place that the gazetteer knows, its id there: ``geonames:`` and the number
            that GeoNames gives it, the same by whatever name the text calls it.
        implied: True when no words name it but the gazetteer tells it from words that name another
            (the country of a city); its mentions are then the other's.
    """

    kind: Kind
    name: str
    mentions: tuple[Span, ...]
    forms: tuple[str, ...] = ()
    sort: str | None = None
    named: bool = True
    offices: tuple[int, ...] = ()
    title: str | None = None
    of: int | None = None
    place: int | None = None
    part_of: int | None = None
    date: str | None = None
    end_date: str | None = None
    status: Status | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    gazetteer: str | None = None
    implied: bool = False


@dataclass(frozen=True)
class Fact:
    """One thing that one entity did with or to another, and the words that say so.

    Attributes:
        subject: Position of who did it.
        predicate: What was done.
        object: Position of with whom, to whom, at what.
        subject_span: The mention that is the subject (a name, ``Mr Lee``, ``He``).
        object_span: The mention that is the object.
        evidence: The sentence or its decisive part; ``text[start:end]`` is the quote.
        rule: The rule that made it.
        confidence: Between 0 and 1: how often such a fact is right.
        event: For a met-with fact the position of the engagement's Event: facts of one meeting
            share it. For other facts None (their object is the event, where there is one).
        date: The day it happened, with its precision, or None.
        place: Position of the Place where it happened, or None.
        status: Whether it happened.
        for_what: What a thanks or congratulations was for, where said.
    """

    subject: int
    predicate: Predicate
    object: int
    subject_span: Span
    object_span: Span
    evidence: Span
    rule: str
    confidence: float
    event: int | None = None
    date: str | None = None
    place: int | None = None
    status: Status = Status.OCCURRED
    for_what: Span | None = None


@dataclass(frozen=True)
class Reading:
    """All that one release says.

    Attributes:
        reader: The reader and its version: ``rules/0.1.0``.
        date: The day of issue: the release's own, else what its text tells, perhaps ``--11-06``.
        language: BCP 47 code.
        entities: Everyone and everything it speaks of.
        facts: What they did, in text order.
        notes: Why a reading is empty or partial, one sentence each.
    """

    reader: str
    date: str | None = None
    language: str | None = None
    entities: tuple[Entity, ...] = ()
    facts: tuple[Fact, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def people(self) -> tuple[Entity, ...]:
        """The persons among the entities."""
        return tuple(e for e in self.entities if e.kind is Kind.PERSON)


class Reader(Protocol):
    """Anything that reads a release: a pure function of it."""

    name: str
    version: str

    def read(self, release: Release) -> Reading:
        """Read one release."""
        ...
