"""Looking around in a graph: from a few letters to a node, from a node to a release."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from communique.errors import ParameterError
from communique.graph.model import Label
from communique.graph.store import Store
from communique.network.fetching import fetch_excerpt, fetch_neighbours, find_places
from communique.network.kinds import Kind, KindName, Weight, WeightName, choose
from communique.network.reach import count_actors
from communique.network.ties import Scope
from communique.plots.whereabouts import Whereabouts, whereabouts_of
from communique.queries.calendar import Month, count_months
from communique.queries.completion import NAMED, Completion, complete
from communique.queries.description import Description, describe
from communique.queries.document import Document, fetch_document
from communique.queries.ends import End, fetch_ends
from communique.queries.period import Day, Period
from communique.queries.table import Table

if TYPE_CHECKING:
    import networkx as nx

MOST = 2000
"""Of a network as many actors are shown at most."""

_ACTORS = (Label.PERSON, Label.ORGANIZATION, Label.PLACE)

NEAR = 40
"""Of those next to somebody as many are shown besides."""


class Browsing(ABC):
    """What is there, for those who look rather than ask."""

    @property
    @abstractmethod
    def reader(self) -> Store:
        """The database, opened for reading."""

    def complete(
        self, text: str, labels: Collection[Label] = NAMED, *, limit: int = 10
    ) -> Table[Completion]:
        """Find what a text may be the beginning of, in any form of a name.

        Args:
            text: What was typed; the last word need not be whole.
            labels: What can be meant.
            limit: At most so many.

        Returns:
            Whole names first, then names that begin so; the most mentioned first.
        """
        return complete(self.reader, text, labels, limit)

    def describe(self, node: str) -> Description:
        """Tell what the node with an id is.

        Raises:
            UnknownId: If the graph has no such node.
        """
        return describe(self.reader, node)

    def document(self, release: str) -> Document:
        """Give a release as it was published, with the place of every mention and fact.

        Args:
            release: Its id.

        Raises:
            UnknownId: If the graph has no such release.
        """
        return fetch_document(self.reader, release)

    def ends(self, ids: Iterable[str]) -> dict[str, tuple[End, ...]]:
        """Tell who and what facts and mentions are about, by their ids."""
        return fetch_ends(self.reader, ids)

    def excerpt(  # noqa: PLR0913
        self,
        kind: Kind | KindName = "met-with",
        around: Sequence[str] = (),
        *,
        since: Day | None = None,
        until: Day | None = None,
        places: str | Iterable[str] = (),
        weight: Weight | WeightName = "events",
        top: int = 300,
        also: Sequence[str] = (),
        beyond: Sequence[str] = (),
    ) -> "nx.Graph[str]":
        """Make as much of a network as can be shown.

        Args:
            kind: ``met-with``, ``co-attendance`` or ``thanks``, as for `network`.
            around: Ids of actors: they and those next to them; none for those with most ties.
            since: From this day on.
            until: Up to this day.
            places: What happened in one of them.
            weight: Whether a tie counts ``events`` or ``days``.
            top: At most so many actors, but for those asked for by their ids.
            also: Ids of actors who are in it besides.
            beyond: Ids of actors who are in it besides, with those next to them, `NEAR` of each.

        Returns:
            The network among these, as of `network`; its ``actors`` tells how many people have
            such a tie at all, ``cypher`` and ``parameters`` what fetched its ties.

        Raises:
            ParameterError: If a choice is unknown, or a date is none.
            UnknownId: If the graph has no such actor.
            UnknownName: If the graph knows no such place.
        """
        chosen, period = choose(Kind, "kind", kind), Period.of(since, until)
        scope = Scope(chosen, period, find_places(self.reader, places))
        counted = choose(Weight, "weight", weight)
        near, known, grown = (self._known(ids) for ids in (around, also, beyond))
        more = (*known, *fetch_neighbours(self.reader, scope, grown, NEAR))
        network = fetch_excerpt(self.reader, scope, near, also=more, top=top, weight=counted)
        network.graph["actors"] = count_actors(self.reader, chosen)
        return network

    def _known(self, ids: Iterable[str]) -> list[str]:
        """Make sure that ids are of actors."""
        found = [self.describe(one) for one in dict.fromkeys(ids)]
        for one in found:
            if one.label not in _ACTORS:
                message = f"{one.id!r} is of an {one.label.lower()}, which is in no network."
                raise ParameterError(message, "People, organizations and places are.")
        return [one.id for one in found]

    def whereabouts(
        self, person: str | None = None, *, since: Day | None = None, until: Day | None = None
    ) -> Whereabouts:
        """Tell in which cities events were held and visits made.

        Args:
            person: The id of somebody who was there; None for everybody.
            since: From this day on.
            until: Up to this day.

        Raises:
            ParameterError: If a date is none.
            UnknownId: If the graph has nobody of that id.
        """
        node = None if person is None else self.describe(person).id
        return whereabouts_of(self.reader, Period.of(since, until), node)

    def calendar(self, place: str | None = None, person: str | None = None) -> Table[Month]:
        """Count the events of each month.

        Args:
            place: The id of a place in which they were held; None for anywhere.
            person: The id of somebody who was there; None for everybody.

        Raises:
            UnknownId: If the graph has no such place, or nobody of that id.
        """
        ids = (None if one is None else self.describe(one).id for one in (place, person))
        return count_months(self.reader, *ids)
