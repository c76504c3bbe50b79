"""An office: made from the library by `make docs`; change the Cypher, not this."""

from communique.queries.asked.offices import OfficeHolder, Succession
from communique.queries.subjects.base import Subject
from communique.queries.table import Table


class Office(Subject):
    """An office: what can be asked about one.

    Each method is the question of the library that its docstring names, asked about this one.
    """

    def holder(self, on: str) -> Table[OfficeHolder]:
        """`office-holder`: Who held an office on a day?"""
        return self.graph.query("office-holder", office=self.id, on=on)

    def succession(self) -> Table[Succession]:
        """`succession`: Who held an office, one after another?"""
        return self.graph.query("succession", office=self.id)
