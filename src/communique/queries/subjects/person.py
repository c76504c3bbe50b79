"""A person: made from the library by `make docs`; change the Cypher, not this."""

from communique.queries.asked.courtesies import Thanks
from communique.queries.asked.meetings import Connection, MeetingsOf, WhoMetWhom
from communique.queries.asked.offices import OfficesOf
from communique.queries.asked.people import Timeline
from communique.queries.subjects.base import Subject
from communique.queries.table import Table


class Person(Subject):
    """A person: what can be asked about one.

    Each method is the question of the library that its docstring names, asked about this one.
    """

    def path_to(self, to: str) -> Table[Connection]:
        """`connection`: Through whom are two people connected?"""
        return self.graph.query("connection", person=self.id, to=to)

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

    def offices(self, on: str) -> Table[OfficesOf]:
        """`offices-of`: Which offices did a person hold on a day?"""
        return self.graph.query("offices-of", person=self.id, on=on)

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
