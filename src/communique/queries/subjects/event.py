"""An event: made from the library by `make docs`; change the Cypher, not this."""

from communique.queries.asked.events import Attendees, EventStory
from communique.queries.subjects.base import Subject
from communique.queries.table import Table


class Event(Subject):
    """An event: what can be asked about one.

    Each method is the question of the library that its docstring names, asked about this one.
    """

    def attendees(self, *, status: str = "occurred") -> Table[Attendees]:
        """`attendees`: Who was at an event, in which role and in which offices?"""
        return self.graph.query("attendees", event=self.id, status=status)

    def story(self, *, status: str = "occurred") -> Table[EventStory]:
        """`event-story`: What happened at an event, fact by fact?"""
        return self.graph.query("event-story", event=self.id, status=status)
