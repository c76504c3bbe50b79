"""A place: made from the library by `make docs`; change the Cypher, not this."""

from communique.queries.asked.courtesies import Congratulations, Courtesies, Thanks
from communique.queries.asked.events import Agreements, EventsByReach
from communique.queries.asked.meetings import MeetingsByYear
from communique.queries.asked.places import PlaceTimeline, Visitors, VisitsByYear
from communique.queries.asked.sources import ReleasesAbout
from communique.queries.subjects.base import Subject
from communique.queries.table import Table


class Place(Subject):
    """A place: what can be asked about one.

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

    def events_by_reach(
        self,
        *,
        kind: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
    ) -> Table[EventsByReach]:
        """`events-by-reach`: Which events reached farthest?"""
        return self.graph.query(
            "events-by-reach", city=self.id, kind=kind, since=since, until=until, limit=limit
        )

    def meetings_by_year(self, city: str | None = None) -> Table[MeetingsByYear]:
        """`meetings-by-year`: How often did people meet, year by year?"""
        return self.graph.query("meetings-by-year", party=self.id, city=city)

    def timeline(
        self, *, since: str | None = None, until: str | None = None, limit: int | None = None
    ) -> Table[PlaceTimeline]:
        """`place-timeline`: What happened in a city, region or country, day by day?"""
        return self.graph.query(
            "place-timeline", place=self.id, since=since, until=until, limit=limit
        )

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

    def visitors(
        self, *, since: str | None = None, until: str | None = None, limit: int | None = None
    ) -> Table[Visitors]:
        """`visitors`: Who came to a place, and how often?"""
        return self.graph.query("visitors", place=self.id, since=since, until=until, limit=limit)

    def visits_by_year(
        self, *, since: str | None = None, until: str | None = None
    ) -> Table[VisitsByYear]:
        """`visits-by-year`: How often was a place visited, by year?"""
        return self.graph.query("visits-by-year", place=self.id, since=since, until=until)
