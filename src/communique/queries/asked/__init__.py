"""The questions as methods, for whatever has a database to ask."""

from typing import Any

from communique.errors import CypherError
from communique.graph.model import EdgeType, Label
from communique.queries.asked.courtesies import CourtesiesQuestions
from communique.queries.asked.events import EventsQuestions
from communique.queries.asked.meetings import MeetingsQuestions
from communique.queries.asked.offices import OfficesQuestions
from communique.queries.asked.people import PeopleQuestions
from communique.queries.asked.sources import SourcesQuestions
from communique.queries.table import Table


class Questions(
    CourtesiesQuestions,
    EventsQuestions,
    MeetingsQuestions,
    OfficesQuestions,
    PeopleQuestions,
    SourcesQuestions,
):
    """What can be asked of a graph.

    Names of people, offices and places are taken as a person writes them; an id is one, too, and
    for a person the title of an office, which means its holder in the period asked.
    """

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
