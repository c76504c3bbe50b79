"""Questions on meetings: made from the library by `make docs`; change the Cypher."""

from dataclasses import dataclass

from communique.queries.asked.base import Asking
from communique.queries.table import Table


@dataclass(frozen=True)
class BusiestDays:
    """A row of the answer to `busiest-days`.

    Attributes:
        date: The day.
        engagements: How many events there were: attended, hosted, spoken or signed at.
        meetings: At how many of them the person met somebody; without a person, anybody.
        people: How many people took part in them.
    """

    date: str
    engagements: int
    meetings: int
    people: int


@dataclass(frozen=True)
class Connection:
    """A row of the answer to `connection`.

    Attributes:
        meetings: How many meetings long the chain is.
        chain: Everyone on it, from the one to the other.
        ids: Their ids.
    """

    meetings: int
    chain: list[str]
    ids: list[str]


@dataclass(frozen=True)
class Intermediaries:
    """A row of the answer to `intermediaries`.

    Attributes:
        through: Who has met both: a person, an organization or a country; nobody without a name.
        meetings_with_person: How many meetings with the one.
        last_with_person: The day of the last of them.
        meetings_with_to: How many with the other.
        last_with_to: The day of the last of them.
    """

    through: str
    meetings_with_person: int
    last_with_person: str | None
    meetings_with_to: int
    last_with_to: str | None


@dataclass(frozen=True)
class LongestGaps:
    """A row of the answer to `longest-gaps`.

    Attributes:
        person: One of the two.
        counterpart: The other.
        start: The day of the meeting before their longest gap.
        end: The day on which they met again.
        days: How many days lie between.
    """

    person: str
    counterpart: str
    start: str
    end: str
    days: int


@dataclass(frozen=True)
class MeetingsBetween:
    """A row of the answer to `meetings-between`.

    Attributes:
        date: The day of the meeting.
        place: Where.
        kind: Meeting, call, lunch and the like.
        days_since: Days since they met before, also before the period; empty for their first and
            where the day is not known.
        event: The id of the meeting.
        fact: The id of the fact that tells it.
    """

    date: str | None
    place: str | None
    kind: str | None
    days_since: int | None
    event: str
    fact: str


@dataclass(frozen=True)
class MeetingsByYear:
    """A row of the answer to `meetings-by-year`.

    Attributes:
        year: The year.
        meetings: How many meetings.
        counterparts: How many were met; without a party, how many met or were met.
    """

    year: int
    meetings: int
    counterparts: int


@dataclass(frozen=True)
class MeetingsOf:
    """A row of the answer to `meetings-of`.

    Attributes:
        date: The day of the meeting.
        counterpart: Who was met.
        place: Where.
        kind: Meeting, call, lunch and the like.
        event: The id of the meeting.
        fact: The id of the fact that tells it.
    """

    date: str | None
    counterpart: str
    place: str | None
    kind: str | None
    event: str
    fact: str


@dataclass(frozen=True)
class WhoMetWhom:
    """A row of the answer to `who-met-whom`.

    Attributes:
        person: One of the two.
        counterpart: The other.
        meetings: How many meetings.
        first: The day of the first.
        last: The day of the last.
    """

    person: str
    counterpart: str
    meetings: int
    first: str | None
    last: str | None


class MeetingsQuestions(Asking):
    """Questions on meetings."""

    def busiest_days(
        self,
        person: str | None = None,
        city: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
    ) -> Table[BusiestDays]:
        """On which days were most engagements?

        Args:
            person: Whose engagements; without, everybody's.
            city: Held in this city, region or country.
            since: On this day or later.
            until: On this day or earlier.
            limit: At most so many rows.
        """
        return self.query(
            "busiest-days", person=person, city=city, since=since, until=until, limit=limit
        )

    def connection(self, person: str, to: str) -> Table[Connection]:
        """Through whom are two people connected?

        Args:
            person: From whom.
            to: To whom.
        """
        return self.query("connection", person=person, to=to)

    def intermediaries(
        self,
        person: str,
        to: str,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
    ) -> Table[Intermediaries]:
        """Who has met both of two people?

        Args:
            person: One of the two.
            to: The other.
            since: Met both on this day or later.
            until: Met both on this day or earlier.
            limit: At most so many rows.
        """
        return self.query(
            "intermediaries", person=person, to=to, since=since, until=until, limit=limit
        )

    def longest_gaps(
        self,
        person: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
    ) -> Table[LongestGaps]:
        """Which two went longest between two meetings?

        Args:
            person: One of the two.
            since: Met on this day or later.
            until: Met on this day or earlier.
            limit: At most so many rows.
        """
        return self.query("longest-gaps", person=person, since=since, until=until, limit=limit)

    def meetings_between(
        self, person: str, counterpart: str, *, since: str | None = None, until: str | None = None
    ) -> Table[MeetingsBetween]:
        """When did two meet, and how long after the time before?

        Args:
            person: One of the two.
            counterpart: The other: a person, an organization or a country.
            since: On this day or later.
            until: On this day or earlier.
        """
        return self.query(
            "meetings-between", person=person, counterpart=counterpart, since=since, until=until
        )

    def meetings_by_year(
        self, party: str | None = None, city: str | None = None
    ) -> Table[MeetingsByYear]:
        """How often did people meet, year by year?

        Args:
            party: Who met: a person, an organization or a country; without, anybody.
            city: Met in this city, region or country.
        """
        return self.query("meetings-by-year", party=party, city=city)

    def meetings(
        self,
        person: str,
        *,
        since: str | None = None,
        until: str | None = None,
        city: str | None = None,
        limit: int | None = None,
    ) -> Table[MeetingsOf]:
        """Whom did a person meet, when and where?

        Args:
            person: Whose meetings.
            since: Met on this day or later.
            until: Met on this day or earlier.
            city: Met in this city, region or country.
            limit: At most so many rows.
        """
        return self.query(
            "meetings-of", person=person, since=since, until=until, city=city, limit=limit
        )

    def who_met(
        self,
        person: str | None = None,
        counterpart: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        city: str | None = None,
        limit: int | None = None,
    ) -> Table[WhoMetWhom]:
        """Who met whom, how often, first and last?

        Args:
            person: One of the two.
            counterpart: The other: a person, an organization or a country.
            since: Met on this day or later.
            until: Met on this day or earlier.
            city: Met in this city, region or country.
            limit: At most so many rows.
        """
        return self.query(
            "who-met-whom",
            person=person,
            counterpart=counterpart,
            since=since,
            until=until,
            city=city,
            limit=limit,
        )
