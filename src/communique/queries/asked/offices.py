"""Questions on offices: made from the library by `make docs`; change the Cypher."""

from dataclasses import dataclass

from communique.queries.asked.base import Asking
from communique.queries.table import Table


@dataclass(frozen=True)
class OfficeHolder:
    """A row of the answer to `office-holder`.

    Attributes:
        person: The holder.
        office: The office.
        attested: The nearest day a release shows the person in it.
        basis: Attested on the day, between two attestations, or the nearest one.
    """

    person: str
    office: str
    attested: str
    basis: str


@dataclass(frozen=True)
class OfficeTimeline:
    """A row of the answer to `office-timeline`.

    Attributes:
        date: The day.
        person: Who held the office that day.
        what: What was done: met-with, attended, thanked and the like.
        whom: With whom, to whom, at what.
        place: Where.
        fact: The id of the fact.
    """

    date: str | None
    person: str
    what: str
    whom: str
    place: str | None
    fact: str


@dataclass(frozen=True)
class OfficesOf:
    """A row of the answer to `offices-of`.

    Attributes:
        office: An office the person is ever attested in.
        body: The organization or place it is of.
        attested: The nearest day a release shows the person in it.
        basis: Attested on the day, between two attestations with nobody else's, or the nearest one.
    """

    office: str
    body: str | None
    attested: str
    basis: str


@dataclass(frozen=True)
class Succession:
    """A row of the answer to `succession`.

    Attributes:
        person: A holder; whoever held it at the same time is listed, too.
        first_seen: The first day a release shows the person in it.
        last_seen: The last day.
        attestations: On how many days.
        predecessor: Who else is shown in it last before the first day.
        successor: Who else is shown in it first after the last day.
    """

    person: str
    first_seen: str
    last_seen: str
    attestations: int
    predecessor: str | None
    successor: str | None


@dataclass(frozen=True)
class SuccessorsFirst:
    """A row of the answer to `successors-first`.

    Attributes:
        person: A holder of the office.
        predecessor: Who else is shown in it last before the first day.
        since: The first day a release shows the person in it.
        first_meeting: The first day of a meeting in the office, on that day or later.
        met: Who was met on the first day of meetings; a row for each.
        place: Where.
        event: The id of the meeting.
        fact: The id of a fact that tells it.
    """

    person: str
    predecessor: str | None
    since: str
    first_meeting: str | None
    met: str | None
    place: str | None
    event: str | None
    fact: str | None


@dataclass(frozen=True)
class TenuresOf:
    """A row of the answer to `tenures-of`.

    Attributes:
        office: An office the person is attested in.
        body: The organization or place it is of.
        first_seen: The first day a release shows the person in it.
        last_seen: The last day.
        attestations: On how many days.
    """

    office: str
    body: str | None
    first_seen: str | None
    last_seen: str | None
    attestations: int


class OfficesQuestions(Asking):
    """Questions on offices."""

    def held(self, office: str, on: str) -> Table[OfficeHolder]:
        """Who held an office on a day?

        Args:
            office: Such as "Mayor of Shanghai".
            on: The day.
        """
        return self.query("office-holder", office=office, on=on)

    def office_timeline(
        self,
        office: str,
        *,
        since: str | None = None,
        until: str | None = None,
        status: str = "occurred",
        limit: int | None = None,
    ) -> Table[OfficeTimeline]:
        """What did the holders of an office do in it, day by day?

        Args:
            office: Such as "Mayor of Shanghai".
            since: On this day or later.
            until: On this day or earlier.
            status: Occurred, planned or cancelled.
            limit: At most so many rows.
        """
        return self.query(
            "office-timeline", office=office, since=since, until=until, status=status, limit=limit
        )

    def offices(self, person: str, on: str) -> Table[OfficesOf]:
        """Which offices did a person hold on a day?

        Args:
            person: The holder.
            on: The day.
        """
        return self.query("offices-of", person=person, on=on)

    def succession(self, office: str) -> Table[Succession]:
        """Who held an office, one after another?

        Args:
            office: Such as "Mayor of Shanghai".
        """
        return self.query("succession", office=office)

    def successors_first(self, office: str) -> Table[SuccessorsFirst]:
        """Who succeeded whom in an office, and whom did each holder meet first in it?

        Args:
            office: Such as "Mayor of Shanghai".
        """
        return self.query("successors-first", office=office)

    def tenures_of(self, person: str) -> Table[TenuresOf]:
        """In which offices is a person shown, and from when to when?

        Args:
            person: The holder.
        """
        return self.query("tenures-of", person=person)
