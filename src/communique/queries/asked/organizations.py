"""Questions on organizations: made from the library by `make docs`; change the Cypher."""

from dataclasses import dataclass

from communique.queries.asked.base import Asking
from communique.queries.table import Table


@dataclass(frozen=True)
class OrganizationCounterparts:
    """A row of the answer to `organization-counterparts`.

    Attributes:
        counterpart: Who was met; colleagues in another office of the organization are left out.
        meetings: How many meetings.
        through: The organization itself, or who met for it.
        first: The day of the first.
        last: The day of the last.
    """

    counterpart: str
    meetings: int
    through: list[str]
    first: str | None
    last: str | None


@dataclass(frozen=True)
class OrganizationTimeline:
    """A row of the answer to `organization-timeline`.

    Attributes:
        date: The day.
        who: The organization, or who held an office of it that day.
        what: What was done: met-with, hosted, thanked, thanked-by, visited-by and the like.
        whom: With whom, to whom, at what.
        place: Where.
        fact: The id of the fact.
    """

    date: str | None
    who: str
    what: str
    whom: str
    place: str | None
    fact: str


@dataclass(frozen=True)
class PeopleOf:
    """A row of the answer to `people-of`.

    Attributes:
        person: A holder.
        office: The office.
        first_seen: The first day a release shows the person in it.
        last_seen: The last day.
        attestations: On how many days.
    """

    person: str
    office: str
    first_seen: str | None
    last_seen: str | None
    attestations: int


class OrganizationsQuestions(Asking):
    """Questions on organizations."""

    def organization_counterparts(
        self,
        organization: str,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
    ) -> Table[OrganizationCounterparts]:
        """Who met with an organization, directly or through those who held its offices?

        Args:
            organization: Such as "World Trade Organization".
            since: Met on this day or later.
            until: Met on this day or earlier.
            limit: At most so many rows.
        """
        return self.query(
            "organization-counterparts",
            organization=organization,
            since=since,
            until=until,
            limit=limit,
        )

    def organization_timeline(
        self,
        organization: str,
        *,
        since: str | None = None,
        until: str | None = None,
        status: str = "occurred",
        limit: int | None = None,
    ) -> Table[OrganizationTimeline]:
        """`organization-timeline`.

        What did an organization do, what was done with it, and what did people do in its offices?

        Args:
            organization: Such as "World Trade Organization".
            since: On this day or later.
            until: On this day or earlier.
            status: Occurred, planned or cancelled.
            limit: At most so many rows.
        """
        return self.query(
            "organization-timeline",
            organization=organization,
            since=since,
            until=until,
            status=status,
            limit=limit,
        )

    def people_of(self, organization: str) -> Table[PeopleOf]:
        """Who held which offices of an organization?

        Args:
            organization: Such as "World Trade Organization".
        """
        return self.query("people-of", organization=organization)
