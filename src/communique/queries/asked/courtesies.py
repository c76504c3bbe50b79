"""Questions on courtesies: made from the library by `make docs`; change the Cypher."""

from dataclasses import dataclass

from communique.queries.asked.base import Asking
from communique.queries.table import Table


@dataclass(frozen=True)
class Congratulations:
    """A row of the answer to `congratulations`.

    Attributes:
        date: The day.
        by: Who congratulated.
        to: Who was congratulated.
        for_what: On what, in the release's words.
        place: Where.
        fact: The id of the fact.
    """

    date: str | None
    by: str
    to: str
    for_what: str | None
    place: str | None
    fact: str


@dataclass(frozen=True)
class Courtesies:
    """A row of the answer to `courtesies`.

    Attributes:
        counterpart: Who else.
        thanks_given: On how many days they were thanked.
        thanks_received: On how many they gave thanks.
        congratulations_given: On how many they were congratulated.
        congratulations_received: On how many they congratulated.
    """

    counterpart: str
    thanks_given: int
    thanks_received: int
    congratulations_given: int
    congratulations_received: int


@dataclass(frozen=True)
class Thanks:
    """A row of the answer to `thanks`.

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

    def congratulations(
        self,
        by: str | None = None,
        to: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
    ) -> Table[Congratulations]:
        """Who congratulated whom, when and on what?

        Args:
            by: Who congratulated.
            to: Who was congratulated.
            since: On this day or later.
            until: On this day or earlier.
            limit: At most so many rows.
        """
        return self.query("congratulations", by=by, to=to, since=since, until=until, limit=limit)

    def courtesies(
        self,
        party: str,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
    ) -> Table[Courtesies]:
        """Whom did somebody thank and congratulate, and who them?

        Args:
            party: A person, an organization or a country.
            since: On this day or later.
            until: On this day or earlier.
            limit: At most so many rows.
        """
        return self.query("courtesies", party=party, since=since, until=until, limit=limit)

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
        """
        return self.query("thanks", by=by, to=to, since=since, until=until, limit=limit)
