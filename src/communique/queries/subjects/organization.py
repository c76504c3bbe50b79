"""An organization: made from the library by `make docs`; change the Cypher, not this."""

from communique.queries.asked.courtesies import Thanks
from communique.queries.subjects.base import Subject
from communique.queries.table import Table


class Organization(Subject):
    """An organization: what can be asked about one.

    Each method is the question of the library that its docstring names, asked about this one.
    """

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
