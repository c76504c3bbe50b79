"""Networks of a graph, for Python and for the command line."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, overload

from communique.graph.store import Store
from communique.network.fetching import fetch_network, find_places
from communique.network.kinds import Kind, KindName, Weight, WeightName, choose
from communique.network.ties import Scope
from communique.queries.period import Day, Period

if TYPE_CHECKING:
    import networkx as nx


class Networking(ABC):
    """Networks of who met whom, who came together, who thanked whom."""

    @property
    @abstractmethod
    def reader(self) -> Store:
        """The database, opened for reading."""

    @overload
    def network(
        self,
        kind: Literal["thanks"],
        *,
        since: Day | None = None,
        until: Day | None = None,
        places: str | Iterable[str] = (),
        weight: Weight | WeightName = "events",
    ) -> "nx.DiGraph[str]": ...
    @overload
    def network(
        self,
        kind: Kind | KindName = "met-with",
        *,
        since: Day | None = None,
        until: Day | None = None,
        places: str | Iterable[str] = (),
        weight: Weight | WeightName = "events",
    ) -> "nx.Graph[str]": ...
    def network(
        self,
        kind: Kind | KindName = "met-with",
        *,
        since: Day | None = None,
        until: Day | None = None,
        places: str | Iterable[str] = (),
        weight: Weight | WeightName = "events",
    ) -> "nx.Graph[str]":
        """Give a network as a graph of NetworkX.

        Its nodes are ids of people, organizations and places that act, with `name`, `label`,
        `office` (the latest attested in the period), `offices`, `first` and `last`; its edges have
        `weight`, `events`, `days`, `first` and `last`; `graph` tells kind, bounds, places and how
        many events are `left_out` because no year is known. Groups without a name are in no
        network.

        Args:
            kind: ``met-with``; ``co-attendance``: who was at the same event; ``thanks``: who
                thanked whom, a directed graph.
            since: From this day on.
            until: Up to this day.
            places: Places as a person writes them, or their ids: what happened in one of them.
            weight: Whether a tie counts ``events`` or ``days``.

        Returns:
            The network: those alone who have a tie.

        Raises:
            ParameterError: If a choice is unknown, or a date is none.
            UnknownName: If the graph knows no such place.
        """
        chosen = choose(Kind, "kind", kind)
        counted = choose(Weight, "weight", weight)
        period = Period.of(since, until)
        scope = Scope(chosen, period, find_places(self.reader, places))
        return fetch_network(self.reader, scope, counted)
