"""The questions as methods, for whatever has a database to ask."""

from typing import Any, TypeVar

from communique.errors import CypherError
from communique.graph.identity import ref_of
from communique.graph.model import EdgeType, Label
from communique.queries.asked.counterparts import CounterpartsQuestions
from communique.queries.asked.courtesies import CourtesiesQuestions
from communique.queries.asked.events import EventsQuestions
from communique.queries.asked.meetings import MeetingsQuestions
from communique.queries.asked.offices import OfficesQuestions
from communique.queries.asked.organizations import OrganizationsQuestions
from communique.queries.asked.people import PeopleQuestions
from communique.queries.asked.places import PlacesQuestions
from communique.queries.asked.sources import SourcesQuestions
from communique.queries.holders import Names
from communique.queries.period import Day, Period
from communique.queries.question import ParameterType
from communique.queries.subjects.base import Subject
from communique.queries.subjects.event import Event
from communique.queries.subjects.office import Office
from communique.queries.subjects.organization import Organization
from communique.queries.subjects.person import Person
from communique.queries.subjects.place import Place
from communique.queries.table import Table

S = TypeVar("S", bound=Subject)


class Questions(
    CounterpartsQuestions,
    CourtesiesQuestions,
    EventsQuestions,
    MeetingsQuestions,
    OfficesQuestions,
    OrganizationsQuestions,
    PeopleQuestions,
    PlacesQuestions,
    SourcesQuestions,
):
    """What can be asked of a graph.

    Names of people, offices and places are taken as a person writes them; an id is one, too, and
    for a person the title of an office, which means its holder in the period asked.
    """

    def person(self, name: str, *, since: Day | None = None, until: Day | None = None) -> Person:
        """Find a person to ask about.

        Args:
            name: A name, an id, or the title of an office, which means its holder.
            since: The holder on this day or later.
            until: The holder on this day or earlier.

        Returns:
            The person.

        Raises:
            UnknownName: If the graph knows nobody by that name.
            AmbiguousName: If several fit.
        """
        return self._subject(Person, ParameterType.PERSON, name, Period.of(since, until))

    def office(self, name: str) -> Office:
        """Find an office to ask about, by its name or id."""
        return self._subject(Office, ParameterType.OFFICE, name)

    def organization(self, name: str) -> Organization:
        """Find an organization to ask about, by its name or id."""
        return self._subject(Organization, ParameterType.ORGANIZATION, name)

    def place(self, name: str) -> Place:
        """Find a place to ask about, by its name or id."""
        return self._subject(Place, ParameterType.PLACE, name)

    def event(self, name: str) -> Event:
        """Find an event to ask about, by its name or id."""
        return self._subject(Event, ParameterType.EVENT, name)

    def _subject(
        self, make: type[S], kind: ParameterType, name: str, period: Period | None = None
    ) -> S:
        found = Names(self.reader).find(kind, name, period or Period())
        label = ref_of(found).label
        (row,) = self.reader.run(
            f"MATCH (n:{label} {{id: $id}}) RETURN n.id AS id, n.name AS name, n.names AS names",
            {"id": found},
        ).rows
        return make(row["id"], row["name"], tuple(row["names"]), self)

    def cypher(
        self, text: str, /, *, allow_writes: bool = False, **parameters: object
    ) -> Table[dict[str, Any]]:
        """Ask in Cypher; the database refuses a write unless it is asked for.

        What is written by hand is nobody's assertion: a later load can undo it, and no promise of
        the graph holds for it.

        Args:
            text: One statement.
            allow_writes: Whether it may write.
            parameters: Its parameters; never spliced into it.

        Returns:
            Rows as dicts; nodes as dicts with ``id``, ``labels`` and their properties.

        Raises:
            CypherError: If the database does not understand it; its message tells where.
            WriteRefused: If it writes and may not.
            TimedOut: If it takes longer than the graph's `timeout`.
        """
        if not text.strip():
            message = "There is no Cypher to run."
            raise CypherError(message)
        store = self.writer(create=False) if allow_writes else self.reader
        answer = store.run(text, parameters)
        return Table(answer.columns, answer.rows, dict)

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
