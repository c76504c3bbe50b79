"""Questions on offices: made from the library by `make docs`; change the Cypher, not this."""

from dataclasses import dataclass

from communique.queries.asked.base import Asking
from communique.queries.table import Table


@dataclass(frozen=True)
class OfficeHolder:
    """A row of the answer to: Who held an office on a day?

    Attributes:
        person: The holder.
        office: The office.
        attested: The nearest day a release shows the person in it.
        basis: Attested on the day, between two attestations, or the nearest one.
    """

    person: str
    office: str
    attested: str
    basis: str


@dataclass(frozen=True)
class OfficesOf:
    """A row of the answer to: Which offices did a person hold on a day?

    Attributes:
        office: An office the person is ever attested in.
        body: The organization or place it is of.
        attested: The nearest day a release shows the person in it.
        basis: Attested on the day, between two attestations with nobody else's, or the nearest one.
    """

    office: str
    body: str | None
    attested: str
    basis: str


@dataclass(frozen=True)
class Succession:
    """A row of the answer to: Who held an office, one after another?

    Attributes:
        person: A holder; whoever held it at the same time is listed, too.
        first_seen: The first day a release shows the person in it.
        last_seen: The last day.
        attestations: On how many days.
        predecessor: Who else is shown in it last before the first day.
        successor: Who else is shown in it first after the last day.
    """

    person: str
    first_seen: str
    last_seen: str
    attestations: int
    predecessor: str | None
    successor: str | None


class OfficesQuestions(Asking):
    """Questions on offices."""

    def held(
        self,
        office: str,
        on: str,
    ) -> Table[OfficeHolder]:
        """Who held an office on a day?

        Args:
            office: Such as "Mayor of Shanghai".
            on: The day.

        Returns:
            A row each; see the row's type.
        """
        return self.query(
            "office-holder",
            office=office,
            on=on,
        )

    def offices(
        self,
        person: str,
        on: str,
    ) -> Table[OfficesOf]:
        """Which offices did a person hold on a day?

        Args:
            person: The holder.
            on: The day.

        Returns:
            A row each; see the row's type.
        """
        return self.query(
            "offices-of",
            person=person,
            on=on,
        )

    def succession(
        self,
        office: str,
    ) -> Table[Succession]:
        """Who held an office, one after another?

        Args:
            office: Such as "Mayor of Shanghai".

        Returns:
            A row each; see the row's type.
        """
        return self.query(
            "succession",
            office=office,
        )
