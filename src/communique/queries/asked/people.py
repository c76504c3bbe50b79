"""Questions on people: made from the library by `make docs`; change the Cypher."""

from dataclasses import dataclass

from communique.queries.asked.base import Asking
from communique.queries.table import Table


@dataclass(frozen=True)
class CoAttendance:
    """A row of the answer to `co-attendance`.

    Attributes:
        other: A person, a named organization or a country.
        events: How many events both attended, spoke at or hosted.
        met: At how many of them the two met, as a release says.
        first: The day of the first.
        last: The day of the last.
    """

    other: str
    events: int
    met: int
    first: str | None
    last: str | None


@dataclass(frozen=True)
class Companions:
    """A row of the answer to `companions`.

    Attributes:
        companion: A person or an organization.
        days: On how many days the two were together.
        accompanied: On how many of them a release says that the companion accompanied the person.
        meetings: At how many meetings the companion was in the room, on whichever side, while the
            person led.
        first: The first of the days.
        last: The last.
    """

    companion: str
    days: int
    accompanied: int
    meetings: int
    first: str | None
    last: str | None


@dataclass(frozen=True)
class Delegation:
    """A row of the answer to `delegation`.

    Attributes:
        date: The day.
        place: Where.
        companion: Who came along.
        offices: The offices held that day.
        how: Accompanied, or attended a meeting of the person, on whichever side.
        event: The id of the meeting.
        fact: The id of a fact that tells it.
    """

    date: str | None
    place: str | None
    companion: str
    offices: list[str]
    how: str
    event: str | None
    fact: str


@dataclass(frozen=True)
class Timeline:
    """A row of the answer to `timeline`.

    Attributes:
        date: The day.
        what: What was done: met-with, attended, thanked, thanked-by and the like.
        whom: With whom, to whom, at what.
        place: Where.
        fact: The id of the fact.
    """

    date: str | None
    what: str
    whom: str
    place: str | None
    fact: str


@dataclass(frozen=True)
class VisitsOf:
    """A row of the answer to `visits-of`.

    Attributes:
        date: The day.
        visited: A place, an organization or an event.
        kind: What sort of place, organization or event it is.
        place: Where, as the release says.
        country: The country of what was visited, else of where.
        fact: The id of a fact that tells it.
    """

    date: str | None
    visited: str
    kind: str
    place: str | None
    country: str | None
    fact: str


class PeopleQuestions(Asking):
    """Questions on people."""

    def co_attendance(
        self,
        person: str,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
    ) -> Table[CoAttendance]:
        """With whom was a person at the same events, whether or not the two met?

        Args:
            person: Whose events.
            since: On this day or later.
            until: On this day or earlier.
            limit: At most so many rows.
        """
        return self.query("co-attendance", person=person, since=since, until=until, limit=limit)

    def companions(
        self,
        person: str,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
    ) -> Table[Companions]:
        """Who usually travels with a person, or sits in on the person's meetings?

        Args:
            person: Whose companions.
            since: On this day or later.
            until: On this day or earlier.
            limit: At most so many rows.
        """
        return self.query("companions", person=person, since=since, until=until, limit=limit)

    def delegation(
        self,
        person: str,
        place: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
    ) -> Table[Delegation]:
        """Who was in the room with a person, or in the person's delegation, and in which offices?

        Args:
            person: Whose delegation.
            place: In this city, region or country.
            since: On this day or later.
            until: On this day or earlier.
            limit: At most so many rows.
        """
        return self.query(
            "delegation", person=person, place=place, since=since, until=until, limit=limit
        )

    def timeline(
        self,
        person: str,
        *,
        since: str | None = None,
        until: str | None = None,
        status: str = "occurred",
        limit: int | None = None,
    ) -> Table[Timeline]:
        """What did a person do, day by day?

        Args:
            person: Whose days.
            since: On this day or later.
            until: On this day or earlier.
            status: Occurred, planned or cancelled.
            limit: At most so many rows.
        """
        return self.query(
            "timeline", person=person, since=since, until=until, status=status, limit=limit
        )

    def visits(
        self,
        person: str,
        *,
        since: str | None = None,
        until: str | None = None,
        status: str = "occurred",
        limit: int | None = None,
    ) -> Table[VisitsOf]:
        """Where did a person go, and when?

        Args:
            person: Whose visits.
            since: On this day or later.
            until: On this day or earlier.
            status: Occurred, planned or cancelled.
            limit: At most so many rows.
        """
        return self.query(
            "visits-of", person=person, since=since, until=until, status=status, limit=limit
        )
