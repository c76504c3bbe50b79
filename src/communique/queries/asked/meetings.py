"""Questions on meetings: made from the library by `make docs`; change the Cypher, not this."""

from dataclasses import dataclass

from communique.queries.asked.base import Asking
from communique.queries.table import Table


@dataclass(frozen=True)
class Connection:
    """A row of the answer to: Through whom are two people connected?

    Attributes:
        meetings: How many meetings long the chain is.
        chain: Everyone on it, from the one to the other.
    """

    meetings: int
    chain: list[str]


@dataclass(frozen=True)
class MeetingsOf:
    """A row of the answer to: Whom did a person meet, when and where?

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
    """A row of the answer to: Who met whom, how often, first and last?

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

    def connection(
        self,
        person: str,
        to: str,
    ) -> Table[Connection]:
        """Through whom are two people connected?

        Args:
            person: From whom.
            to: To whom.

        Returns:
            A row each; see the row's type.
        """
        return self.query(
            "connection",
            person=person,
            to=to,
        )

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

        Returns:
            A row each; see the row's type.
        """
        return self.query(
            "meetings-of",
            person=person,
            since=since,
            until=until,
            city=city,
            limit=limit,
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

        Returns:
            A row each; see the row's type.
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
