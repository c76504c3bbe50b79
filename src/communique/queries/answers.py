"""The rows of each question as frozen dataclasses; a test holds them against the library."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class WhoMetWhom:
    """A pair that met."""

    person: str
    counterpart: str
    meetings: int
    first: str | None
    last: str | None


@dataclass(frozen=True)
class MeetingsOf:
    """A meeting of a person with one counterpart."""

    date: str | None
    counterpart: str
    place: str | None
    kind: str | None
    event: str
    fact: str


@dataclass(frozen=True)
class Connection:
    """A chain of meetings between two people."""

    meetings: int
    chain: list[str]


@dataclass(frozen=True)
class Attendees:
    """Somebody who was at an event."""

    attendee: str
    role: str
    offices: list[str]
    date: str | None
    fact: str


@dataclass(frozen=True)
class Thanks:
    """One thanking another."""

    date: str | None
    by: str
    to: str
    for_what: str | None
    place: str | None
    fact: str


@dataclass(frozen=True)
class OfficeHolder:
    """A holder of an office, and on what that rests."""

    person: str
    office: str
    attested: str
    basis: str


@dataclass(frozen=True)
class OfficesOf:
    """An office of a person on a day, and on what that rests."""

    office: str
    body: str | None
    attested: str
    basis: str


@dataclass(frozen=True)
class Succession:
    """A holder of an office, and who held it before and after."""

    person: str
    first_seen: str
    last_seen: str
    attestations: int
    predecessor: str | None
    successor: str | None


@dataclass(frozen=True)
class Timeline:
    """One thing a person did, or had done to them."""

    date: str | None
    what: str
    whom: str
    place: str | None
    fact: str


@dataclass(frozen=True)
class Evidence:
    """The words that say so, and where they stand."""

    release: str
    title: str | None
    date: str | None
    issuer: str | None
    url: str | None
    quote: str
    start: int
    end: int
    rule: str
    confidence: float
    inferred: str | None


ROWS: Mapping[str, type] = MappingProxyType(
    {
        "who-met-whom": WhoMetWhom,
        "meetings-of": MeetingsOf,
        "connection": Connection,
        "attendees": Attendees,
        "thanks": Thanks,
        "office-holder": OfficeHolder,
        "offices-of": OfficesOf,
        "succession": Succession,
        "timeline": Timeline,
        "evidence": Evidence,
    }
)
"""The row type of each question."""
