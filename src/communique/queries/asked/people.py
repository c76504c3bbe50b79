"""Questions on people: made from the library by `make docs`; change the Cypher, not this."""

from dataclasses import dataclass

from communique.queries.asked.base import Asking
from communique.queries.table import Table


@dataclass(frozen=True)
class Timeline:
    """A row of the answer to: What did a person do, day by day?

    Attributes:
        date: The day.
        what: What was done: met-with, attended, thanked, thanked-by and the like.
        whom: With whom, to whom, at what.
        place: Where.
        fact: The id of the fact.
    """

    date: str | None
    what: str
    whom: str
    place: str | None
    fact: str


class PeopleQuestions(Asking):
    """Questions on people."""

    def timeline(
        self,
        person: str,
        *,
        since: str | None = None,
        until: str | None = None,
        status: str = "occurred",
        limit: int | None = None,
    ) -> Table[Timeline]:
        """What did a person do, day by day?

        Args:
            person: Whose days.
            since: On this day or later.
            until: On this day or earlier.
            status: Occurred, planned or cancelled.
            limit: At most so many rows.

        Returns:
            A row each; see the row's type.
        """
        return self.query(
            "timeline",
            person=person,
            since=since,
            until=until,
            status=status,
            limit=limit,
        )
