"""The questions as methods, for whatever has a database to ask."""

from abc import ABC, abstractmethod
from typing import Any

from communique.errors import CypherError
from communique.graph.model import EdgeType, Label
from communique.graph.store import Store
from communique.queries import asking
from communique.queries.answers import (
    Attendees,
    Connection,
    Evidence,
    MeetingsOf,
    OfficeHolder,
    OfficesOf,
    Succession,
    Thanks,
    Timeline,
    WhoMetWhom,
)
from communique.queries.table import Table


class Questions(ABC):
    """What can be asked of a graph.

    Names of people, offices and places are taken as a person writes them; an id is one, too.
    """

    @property
    @abstractmethod
    def reader(self) -> Store:
        """The database, opened for reading."""

    def query(self, name: str, /, **parameters: object) -> Table[Any]:
        """Ask a question of the library; parameters as its file names them."""
        return asking.ask(self.reader, name, parameters)

    def cypher(self, text: str, /, **parameters: object) -> Table[dict[str, Any]]:
        """Ask in Cypher; the database refuses a write.

        Args:
            text: One statement that reads.
            parameters: Its parameters.

        Returns:
            Rows as dicts; nodes as dicts with ``id``, ``labels`` and their properties.
        """
        if not text.strip():
            message = "There is no Cypher to run."
            raise CypherError(message)
        answer = self.reader.run(text, parameters)
        return Table(answer.columns, answer.rows, dict)

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
        """Who met whom, how often, first and last."""
        return self.query(
            "who-met-whom", person=person, counterpart=counterpart, since=since, until=until,
            city=city, limit=limit,
        )  # fmt: skip

    def meetings(
        self,
        person: str,
        *,
        since: str | None = None,
        until: str | None = None,
        city: str | None = None,
    ) -> Table[MeetingsOf]:
        """Whom a person met, when and where."""
        return self.query("meetings-of", person=person, since=since, until=until, city=city)

    def connection(self, person: str, to: str) -> Table[Connection]:
        """Through whom two people are connected."""
        return self.query("connection", person=person, to=to)

    def attendees(self, event: str, *, status: str = "occurred") -> Table[Attendees]:
        """Who was at an event, in which role and offices."""
        return self.query("attendees", event=event, status=status)

    def thanks(
        self,
        by: str | None = None,
        to: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
    ) -> Table[Thanks]:
        """Who thanked whom, when and for what."""
        return self.query("thanks", by=by, to=to, since=since, until=until)

    def held(self, office: str, on: str) -> Table[OfficeHolder]:
        """Who held an office on a day, and on what that rests."""
        return self.query("office-holder", office=office, on=on)

    def offices(self, person: str, on: str) -> Table[OfficesOf]:
        """Which offices a person held on a day, the surest first, and on what that rests."""
        return self.query("offices-of", person=person, on=on)

    def succession(self, office: str) -> Table[Succession]:
        """Who held an office, one after another."""
        return self.query("succession", office=office)

    def timeline(
        self, person: str, *, since: str | None = None, until: str | None = None
    ) -> Table[Timeline]:
        """What a person did, day by day."""
        return self.query("timeline", person=person, since=since, until=until)

    def evidence(self, fact: str) -> Table[Evidence]:
        """Which release says so, in which sentence."""
        return self.query("evidence", fact=fact)

    def stats(self) -> Table[dict[str, Any]]:
        """Count the nodes of each label and the edges of each type."""
        rows: list[dict[str, object]] = []
        for label in Label:
            count = self.reader.run(f"MATCH (n:{label}) RETURN count(n) AS count", {})
            rows.append({"kind": "node", "name": label.value, **count.rows[0]})
        for edge in EdgeType:
            count = self.reader.run(f"MATCH ()-[r:{edge}]->() RETURN count(r) AS count", {})
            rows.append({"kind": "edge", "name": edge.value, **count.rows[0]})
        return Table(("kind", "name", "count"), rows, dict)
