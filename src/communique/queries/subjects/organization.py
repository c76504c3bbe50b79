"""An organization: made from the library by `make docs`; change the Cypher, not this."""

from communique.queries.asked.courtesies import Congratulations, Courtesies, Thanks
from communique.queries.asked.meetings import MeetingsByYear
from communique.queries.asked.sources import ReleasesAbout
from communique.queries.subjects.base import Subject
from communique.queries.table import Table


class Organization(Subject):
    """An organization: what can be asked about one.

    Each method is the question of the library that its docstring names, asked about this one.
    """

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
