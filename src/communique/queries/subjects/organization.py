"""An organization: made from the library by `make docs`; change the Cypher, not this."""

from communique.queries.asked.courtesies import Congratulations, Courtesies, Thanks
from communique.queries.asked.events import Agreements
from communique.queries.asked.meetings import MeetingsByYear
from communique.queries.asked.organizations import (
    OrganizationCounterparts,
    OrganizationTimeline,
    PeopleOf,
)
from communique.queries.asked.sources import ReleasesAbout
from communique.queries.subjects.base import Subject
from communique.queries.table import Table


class Organization(Subject):
    """An organization: what can be asked about one.

    Each method is the question of the library that its docstring names, asked about this one.
    """

    def agreements(
        self,
        city: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
    ) -> Table[Agreements]:
        """`agreements`: Who signed what with whom?"""
        return self.graph.query(
            "agreements", party=self.id, city=city, since=since, until=until, limit=limit
        )

    def congratulations(
        self,
        to: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
    ) -> Table[Congratulations]:
        """`congratulations`: Who congratulated whom, when and on what?"""
        return self.graph.query(
            "congratulations", by=self.id, to=to, since=since, until=until, limit=limit
        )

    def courtesies(
        self, *, since: str | None = None, until: str | None = None, limit: int | None = None
    ) -> Table[Courtesies]:
        """`courtesies`: Whom did somebody thank and congratulate, and who them?"""
        return self.graph.query("courtesies", party=self.id, since=since, until=until, limit=limit)

    def meetings_by_year(self, city: str | None = None) -> Table[MeetingsByYear]:
        """`meetings-by-year`: How often did people meet, year by year?"""
        return self.graph.query("meetings-by-year", party=self.id, city=city)

    def counterparts(
        self, *, since: str | None = None, until: str | None = None, limit: int | None = None
    ) -> Table[OrganizationCounterparts]:
        """`organization-counterparts`.

        Who met with an organization, directly or through those who held its offices?
        """
        return self.graph.query(
            "organization-counterparts", organization=self.id, since=since, until=until, limit=limit
        )

    def timeline(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        status: str = "occurred",
        limit: int | None = None,
    ) -> Table[OrganizationTimeline]:
        """`organization-timeline`.

        What did an organization do, what was done with it, and what did people do in its offices?
        """
        return self.graph.query(
            "organization-timeline",
            organization=self.id,
            since=since,
            until=until,
            status=status,
            limit=limit,
        )

    def people(self) -> Table[PeopleOf]:
        """`people-of`: Who held which offices of an organization?"""
        return self.graph.query("people-of", organization=self.id)

    def releases_about(
        self, *, since: str | None = None, until: str | None = None, limit: int | None = None
    ) -> Table[ReleasesAbout]:
        """`releases-about`: Which releases name somebody?"""
        return self.graph.query(
            "releases-about", party=self.id, since=since, until=until, limit=limit
        )

    def thanks(
        self,
        to: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
    ) -> Table[Thanks]:
        """`thanks`: Who thanked whom, when and for what?"""
        return self.graph.query("thanks", by=self.id, to=to, since=since, until=until, limit=limit)
