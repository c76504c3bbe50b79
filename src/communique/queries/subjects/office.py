"""An office: made from the library by `make docs`; change the Cypher, not this."""

from communique.queries.asked.offices import (
    OfficeHolder,
    OfficeTimeline,
    Succession,
    SuccessorsFirst,
)
from communique.queries.subjects.base import Subject
from communique.queries.table import Table


class Office(Subject):
    """An office: what can be asked about one.

    Each method is the question of the library that its docstring names, asked about this one.
    """

    def holder(self, on: str) -> Table[OfficeHolder]:
        """`office-holder`: Who held an office on a day?"""
        return self.graph.query("office-holder", office=self.id, on=on)

    def timeline(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        status: str = "occurred",
        limit: int | None = None,
    ) -> Table[OfficeTimeline]:
        """`office-timeline`: What did the holders of an office do in it, day by day?"""
        return self.graph.query(
            "office-timeline", office=self.id, since=since, until=until, status=status, limit=limit
        )

    def succession(self) -> Table[Succession]:
        """`succession`: Who held an office, one after another?"""
        return self.graph.query("succession", office=self.id)

    def successors_first(self) -> Table[SuccessorsFirst]:
        """`successors-first`.

        Who succeeded whom in an office, and whom did each holder meet first in it?
        """
        return self.graph.query("successors-first", office=self.id)
