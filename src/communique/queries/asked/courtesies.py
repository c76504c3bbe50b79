"""Questions on courtesies: made from the library by `make docs`; change the Cypher, not this."""

from dataclasses import dataclass

from communique.queries.asked.base import Asking
from communique.queries.table import Table


@dataclass(frozen=True)
class Thanks:
    """A row of the answer to: Who thanked whom, when and for what?

    Attributes:
        date: The day.
        by: Who gave thanks.
        to: Who was thanked.
        for_what: For what, in the release's words.
        place: Where.
        fact: The id of the fact.
    """

    date: str | None
    by: str
    to: str
    for_what: str | None
    place: str | None
    fact: str


class CourtesiesQuestions(Asking):
    """Questions on courtesies."""

    def thanks(
        self,
        by: str | None = None,
        to: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
    ) -> Table[Thanks]:
        """Who thanked whom, when and for what?

        Args:
            by: Who gave thanks.
            to: Who was thanked.
            since: On this day or later.
            until: On this day or earlier.
            limit: At most so many rows.

        Returns:
            A row each; see the row's type.
        """
        return self.query(
            "thanks",
            by=by,
            to=to,
            since=since,
            until=until,
            limit=limit,
        )
