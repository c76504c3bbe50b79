"""Questions on places: made from the library by `make docs`; change the Cypher."""

from dataclasses import dataclass

from communique.queries.asked.base import Asking
from communique.queries.table import Table


@dataclass(frozen=True)
class PlaceTimeline:
    """A row of the answer to `place-timeline`.

    Attributes:
        date: The day.
        what: The event, or visit.
        kind: Forum, meeting, dinner and the like; of a visit the sort of place.
        who: Who took part or came; ten at most.
        place: Where, as a release names it.
        event: The id of the event.
        fact: The id of a fact that tells it.
    """

    date: str | None
    what: str
    kind: str | None
    who: list[str]
    place: str | None
    event: str | None
    fact: str


@dataclass(frozen=True)
class Visitors:
    """A row of the answer to `visitors`.

    Attributes:
        visitor: A person or an organization that a release calls a visitor.
        visits: On how many days.
        places: What was visited: the place, or what lies in it.
        first: The day of the first.
        last: The day of the last.
    """

    visitor: str
    visits: int
    places: list[str]
    first: str | None
    last: str | None


@dataclass(frozen=True)
class VisitsByYear:
    """A row of the answer to `visits-by-year`.

    Attributes:
        place: What was visited.
        year: The year.
        visits: How many visits; of one visitor one a day.
        visitors: How many visitors.
    """

    place: str
    year: str
    visits: int
    visitors: int


class PlacesQuestions(Asking):
    """Questions on places."""

    def place_timeline(
        self,
        place: str,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
    ) -> Table[PlaceTimeline]:
        """What happened in a city, region or country, day by day?

        Args:
            place: A city, region, country or venue.
            since: On this day or later.
            until: On this day or earlier.
            limit: At most so many rows.
        """
        return self.query("place-timeline", place=place, since=since, until=until, limit=limit)

    def visitors(
        self,
        place: str,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
    ) -> Table[Visitors]:
        """Who came to a place, and how often?

        Args:
            place: A city, region, country or venue.
            since: On this day or later.
            until: On this day or earlier.
            limit: At most so many rows.
        """
        return self.query("visitors", place=place, since=since, until=until, limit=limit)

    def visits_by_year(
        self, place: str | None = None, *, since: str | None = None, until: str | None = None
    ) -> Table[VisitsByYear]:
        """How often was a place visited, by year?

        Args:
            place: A city, region, country or venue with all in it; every place for itself if not
                given.
            since: On this day or later.
            until: On this day or earlier.
        """
        return self.query("visits-by-year", place=place, since=since, until=until)
