"""Questions on counterparts: made from the library by `make docs`; change the Cypher."""

from dataclasses import dataclass

from communique.queries.asked.base import Asking
from communique.queries.table import Table


@dataclass(frozen=True)
class CounterpartsByCountry:
    """A row of the answer to `counterparts-by-country`.

    Attributes:
        country: That of an office in which the counterpart is ever shown, or of the organization or
            place met; an envoy's is whose envoy it is; empty where none is known.
        counterparts: How many were met; somebody of two countries is in both.
        meetings: How many meetings.
        first: The day of the first.
        last: The day of the last.
        names: Who was met.
    """

    country: str | None
    counterparts: int
    meetings: int
    first: str | None
    last: str | None
    names: list[str]


@dataclass(frozen=True)
class CounterpartsByRank:
    """A row of the answer to `counterparts-by-rank`.

    Attributes:
        rank: Head of state, head of government, minister, deputy minister, ambassador, governor or
            mayor, head of an organization, parliament or other, by the offices of that day; empty
            where none is told.
        counterparts: How many were met; somebody met in two ranks is in both.
        meetings: How many meetings.
        names: Who was met.
    """

    rank: str | None
    counterparts: int
    meetings: int
    names: list[str]


@dataclass(frozen=True)
class NewFaces:
    """A row of the answer to `new-faces`.

    Attributes:
        date: The day of the first meeting.
        person: One of the two.
        counterpart: The other, new to the one; nobody without a name.
        place: Where.
        event: The id of the meeting.
        fact: The id of the fact that tells it.
    """

    date: str
    person: str
    counterpart: str
    place: str | None
    event: str
    fact: str


@dataclass(frozen=True)
class NotMetSince:
    """A row of the answer to `not-met-since`.

    Attributes:
        counterpart: Who was met before; nobody without a name.
        meetings: How many meetings.
        last: The day of the last.
        days: How many days before the day asked; empty where the last is not known to the day.
    """

    counterpart: str
    meetings: int
    last: str
    days: int | None


class CounterpartsQuestions(Asking):
    """Questions on counterparts."""

    def counterparts_by_country(
        self, person: str, *, since: str | None = None, until: str | None = None
    ) -> Table[CounterpartsByCountry]:
        """From which countries are those whom a person met?

        Args:
            person: Whose meetings.
            since: Met on this day or later.
            until: Met on this day or earlier.
        """
        return self.query("counterparts-by-country", person=person, since=since, until=until)

    def counterparts_by_rank(
        self, person: str, *, since: str | None = None, until: str | None = None
    ) -> Table[CounterpartsByRank]:
        """Of which rank are those whom a person met?

        Args:
            person: Whose meetings.
            since: Met on this day or later.
            until: Met on this day or earlier.
        """
        return self.query("counterparts-by-rank", person=person, since=since, until=until)

    def new_faces(
        self,
        since: str,
        person: str | None = None,
        *,
        until: str | None = None,
        limit: int | None = None,
    ) -> Table[NewFaces]:
        """Who met whom for the first time ever in a period?

        Args:
            since: Met for the first time on this day or later.
            person: Whose meetings; without, everybody's.
            until: And on this day or earlier.
            limit: At most so many rows.
        """
        return self.query("new-faces", since=since, person=person, until=until, limit=limit)

    def not_met_since(
        self, person: str, since: str, *, limit: int | None = None
    ) -> Table[NotMetSince]:
        """Whom has a person met, but not since a day?

        Args:
            person: Whose meetings.
            since: Not met on this day or later.
            limit: At most so many rows.
        """
        return self.query("not-met-since", person=person, since=since, limit=limit)
