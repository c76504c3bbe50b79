"""Questions on events: made from the library by `make docs`; change the Cypher."""

from dataclasses import dataclass

from communique.queries.asked.base import Asking
from communique.queries.table import Table


@dataclass(frozen=True)
class Agreements:
    """A row of the answer to `agreements`.

    Attributes:
        date: The day.
        agreement: What was signed.
        signatories: Who signed.
        place: Where.
        event: The id of the signing.
        fact: The id of a fact that tells it.
    """

    date: str | None
    agreement: str
    signatories: list[str]
    place: str | None
    event: str
    fact: str


@dataclass(frozen=True)
class Attendees:
    """A row of the answer to `attendees`.

    Attributes:
        attendee: A person, an organization or a country.
        role: Principal, counterpart, attendee, speaker or host.
        offices: The offices held that day.
        date: The day.
        fact: The id of a fact that tells it.
    """

    attendee: str
    role: str
    offices: list[str]
    date: str | None
    fact: str


@dataclass(frozen=True)
class EventStory:
    """A row of the answer to `event-story`.

    Attributes:
        what: Met-with, attended, spoke-at, hosted, signed, visited, thanked or congratulated.
        who: Who did it.
        whom: Who was met.
        date: The day.
        place: Where.
        release: The release that tells it.
        fact: The id of the fact.
    """

    what: str
    who: str
    whom: str | None
    date: str | None
    place: str | None
    release: str
    fact: str


@dataclass(frozen=True)
class EventsByReach:
    """A row of the answer to `events-by-reach`.

    Attributes:
        name: The event.
        kind: Forum, meeting, dinner and the like.
        date: The day.
        place: Where.
        attendees: How many with a name attended, spoke, hosted or signed.
        releases: How many releases report it.
        issuers: How many published these.
        countries: Of how many countries the attendees are, or the offices they were there in.
        event: The id of the event.
    """

    name: str
    kind: str | None
    date: str | None
    place: str | None
    attendees: int
    releases: int
    issuers: int
    countries: int
    event: str


@dataclass(frozen=True)
class PlannedNotHeld:
    """A row of the answer to `planned-not-held`.

    Attributes:
        date: The day for which it was planned.
        what: The event, or a visit.
        who: Whose part in it was planned; of a visit the visitor and what was to be visited.
        place: Where.
        event: The id of the event.
        fact: The id of a fact that tells it.
    """

    date: str
    what: str
    who: list[str]
    place: str | None
    event: str | None
    fact: str


class EventsQuestions(Asking):
    """Questions on events."""

    def agreements(
        self,
        party: str | None = None,
        city: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
    ) -> Table[Agreements]:
        """Who signed what with whom?

        Args:
            party: Who signed: a person, an organization or a country.
            city: Signed in this city, region or country.
            since: On this day or later.
            until: On this day or earlier.
            limit: At most so many rows.
        """
        return self.query(
            "agreements", party=party, city=city, since=since, until=until, limit=limit
        )

    def attendees(self, event: str, *, status: str = "occurred") -> Table[Attendees]:
        """Who was at an event, in which role and in which offices?

        Args:
            event: A named event, or the id of any.
            status: Occurred, planned or cancelled.
        """
        return self.query("attendees", event=event, status=status)

    def event_story(self, event: str, *, status: str = "occurred") -> Table[EventStory]:
        """What happened at an event, fact by fact?

        Args:
            event: A named event, or the id of any.
            status: Occurred, planned or cancelled.
        """
        return self.query("event-story", event=event, status=status)

    def events_by_reach(
        self,
        city: str | None = None,
        *,
        kind: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
    ) -> Table[EventsByReach]:
        """Which events reached farthest?

        Args:
            city: Held in this city, region or country.
            kind: Such as forum or signing.
            since: On this day or later.
            until: On this day or earlier.
            limit: At most so many rows.
        """
        return self.query(
            "events-by-reach", city=city, kind=kind, since=since, until=until, limit=limit
        )

    def planned_not_held(
        self,
        on: str,
        person: str | None = None,
        *,
        since: str | None = None,
        limit: int | None = None,
    ) -> Table[PlannedNotHeld]:
        """What was planned for a day that has passed, and is not reported as held?

        Args:
            on: The day from which to look back, such as today; the graph knows no clock.
            person: Planned by or with this person.
            since: Planned for this day or later.
            limit: At most so many rows.
        """
        return self.query("planned-not-held", on=on, person=person, since=since, limit=limit)
