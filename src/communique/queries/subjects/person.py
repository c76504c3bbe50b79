"""A person: made from the library by `make docs`; change the Cypher, not this."""

from communique.queries.asked.counterparts import (
    CounterpartsByCountry,
    CounterpartsByRank,
    NotMetSince,
)
from communique.queries.asked.courtesies import Congratulations, Courtesies, Thanks
from communique.queries.asked.events import Agreements
from communique.queries.asked.meetings import (
    BusiestDays,
    Connection,
    Intermediaries,
    LongestGaps,
    MeetingsBetween,
    MeetingsByYear,
    MeetingsOf,
    WhoMetWhom,
)
from communique.queries.asked.offices import OfficesOf, TenuresOf
from communique.queries.asked.people import CoAttendance, Companions, Delegation, Timeline, VisitsOf
from communique.queries.asked.sources import ReleasesAbout, ReportedByOneSide
from communique.queries.subjects.base import Subject
from communique.queries.table import Table


class Person(Subject):
    """A person: what can be asked about one.

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

    def busiest_days(
        self,
        city: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
    ) -> Table[BusiestDays]:
        """`busiest-days`: On which days were most engagements?"""
        return self.graph.query(
            "busiest-days", person=self.id, city=city, since=since, until=until, limit=limit
        )

    def co_attendance(
        self, *, since: str | None = None, until: str | None = None, limit: int | None = None
    ) -> Table[CoAttendance]:
        """`co-attendance`.

        With whom was a person at the same events, whether or not the two met?
        """
        return self.graph.query(
            "co-attendance", person=self.id, since=since, until=until, limit=limit
        )

    def companions(
        self, *, since: str | None = None, until: str | None = None, limit: int | None = None
    ) -> Table[Companions]:
        """`companions`: Who usually travels with a person, or sits in on the person's meetings?"""
        return self.graph.query("companions", person=self.id, since=since, until=until, limit=limit)

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

    def path_to(self, to: str) -> Table[Connection]:
        """`connection`: Through whom are two people connected?"""
        return self.graph.query("connection", person=self.id, to=to)

    def counterparts_by_country(
        self, *, since: str | None = None, until: str | None = None
    ) -> Table[CounterpartsByCountry]:
        """`counterparts-by-country`: From which countries are those whom a person met?"""
        return self.graph.query("counterparts-by-country", person=self.id, since=since, until=until)

    def counterparts_by_rank(
        self, *, since: str | None = None, until: str | None = None
    ) -> Table[CounterpartsByRank]:
        """`counterparts-by-rank`: Of which rank are those whom a person met?"""
        return self.graph.query("counterparts-by-rank", person=self.id, since=since, until=until)

    def courtesies(
        self, *, since: str | None = None, until: str | None = None, limit: int | None = None
    ) -> Table[Courtesies]:
        """`courtesies`: Whom did somebody thank and congratulate, and who them?"""
        return self.graph.query("courtesies", party=self.id, since=since, until=until, limit=limit)

    def delegation(
        self,
        place: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
    ) -> Table[Delegation]:
        """`delegation`.

        Who was in the room with a person, or in the person's delegation, and in which offices?
        """
        return self.graph.query(
            "delegation", person=self.id, place=place, since=since, until=until, limit=limit
        )

    def intermediaries(
        self,
        to: str,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
    ) -> Table[Intermediaries]:
        """`intermediaries`: Who has met both of two people?"""
        return self.graph.query(
            "intermediaries", person=self.id, to=to, since=since, until=until, limit=limit
        )

    def longest_gaps(
        self, *, since: str | None = None, until: str | None = None, limit: int | None = None
    ) -> Table[LongestGaps]:
        """`longest-gaps`: Which two went longest between two meetings?"""
        return self.graph.query(
            "longest-gaps", person=self.id, since=since, until=until, limit=limit
        )

    def meetings_with(
        self, counterpart: str, *, since: str | None = None, until: str | None = None
    ) -> Table[MeetingsBetween]:
        """`meetings-between`: When did two meet, and how long after the time before?"""
        return self.graph.query(
            "meetings-between", person=self.id, counterpart=counterpart, since=since, until=until
        )

    def meetings_by_year(self, city: str | None = None) -> Table[MeetingsByYear]:
        """`meetings-by-year`: How often did people meet, year by year?"""
        return self.graph.query("meetings-by-year", party=self.id, city=city)

    def meetings(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        city: str | None = None,
        limit: int | None = None,
    ) -> Table[MeetingsOf]:
        """`meetings-of`: Whom did a person meet, when and where?"""
        return self.graph.query(
            "meetings-of", person=self.id, since=since, until=until, city=city, limit=limit
        )

    def not_met_since(self, since: str, *, limit: int | None = None) -> Table[NotMetSince]:
        """`not-met-since`: Whom has a person met, but not since a day?"""
        return self.graph.query("not-met-since", person=self.id, since=since, limit=limit)

    def offices(self, on: str) -> Table[OfficesOf]:
        """`offices-of`: Which offices did a person hold on a day?"""
        return self.graph.query("offices-of", person=self.id, on=on)

    def releases_about(
        self, *, since: str | None = None, until: str | None = None, limit: int | None = None
    ) -> Table[ReleasesAbout]:
        """`releases-about`: Which releases name somebody?"""
        return self.graph.query(
            "releases-about", party=self.id, since=since, until=until, limit=limit
        )

    def reported_by_one_side(
        self,
        *,
        issuer: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
    ) -> Table[ReportedByOneSide]:
        """`reported-by-one-side`: Which meetings does one side alone report?"""
        return self.graph.query(
            "reported-by-one-side",
            person=self.id,
            issuer=issuer,
            since=since,
            until=until,
            limit=limit,
        )

    def tenures(self) -> Table[TenuresOf]:
        """`tenures-of`: In which offices is a person shown, and from when to when?"""
        return self.graph.query("tenures-of", person=self.id)

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

    def timeline(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        status: str = "occurred",
        limit: int | None = None,
    ) -> Table[Timeline]:
        """`timeline`: What did a person do, day by day?"""
        return self.graph.query(
            "timeline", person=self.id, since=since, until=until, status=status, limit=limit
        )

    def visits(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        status: str = "occurred",
        limit: int | None = None,
    ) -> Table[VisitsOf]:
        """`visits-of`: Where did a person go, and when?"""
        return self.graph.query(
            "visits-of", person=self.id, since=since, until=until, status=status, limit=limit
        )

    def counterparts(
        self,
        counterpart: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        city: str | None = None,
        limit: int | None = None,
    ) -> Table[WhoMetWhom]:
        """`who-met-whom`: Who met whom, how often, first and last?"""
        return self.graph.query(
            "who-met-whom",
            person=self.id,
            counterpart=counterpart,
            since=since,
            until=until,
            city=city,
            limit=limit,
        )
