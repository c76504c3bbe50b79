"""Questions on events: made from the library by `make docs`; change the Cypher, not this."""

from dataclasses import dataclass

from communique.queries.asked.base import Asking
from communique.queries.table import Table


@dataclass(frozen=True)
class Attendees:
    """A row of the answer to: Who was at an event, in which role and in which offices?

    Attributes:
        attendee: A person, an organization or a country.
        role: Principal, counterpart, attendee, speaker or host.
        offices: The offices held that day.
        date: The day.
        fact: The id of a fact that tells it.
    """

    attendee: str
    role: str
    offices: list[str]
    date: str | None
    fact: str


class EventsQuestions(Asking):
    """Questions on events."""

    def attendees(
        self,
        event: str,
        *,
        status: str = "occurred",
    ) -> Table[Attendees]:
        """Who was at an event, in which role and in which offices?

        Args:
            event: A named event, or the id of any.
            status: Occurred, planned or cancelled.

        Returns:
            A row each; see the row's type.
        """
        return self.query(
            "attendees",
            event=event,
            status=status,
        )
