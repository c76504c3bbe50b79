"""A network out of a database."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.errors import ParameterError
from communique.graph.store import Store
from communique.network.actors import fetch_actors
from communique.network.kinds import Weight
from communique.network.reach import fetch_leading, fetch_next
from communique.network.ties import Scope, count_undated, fetch_ties
from communique.queries.holders import Names
from communique.queries.period import Period
from communique.queries.question import ParameterType

if TYPE_CHECKING:
    import networkx as nx


def fetch_network(store: Store, scope: Scope, weight: Weight = Weight.EVENTS) -> "nx.Graph[str]":
    """Fetch a network; those alone who have a tie are in it.

    Args:
        store: The graph.
        scope: Which ties, when and where.
        weight: What a tie weighs.

    Returns:
        The network, as `make_network` tells.
    """
    from communique.network.graph import make_network

    ties = list(fetch_ties(store, scope))
    ends = {end for tie in ties for end in (tie.source, tie.target)}
    actors = {actor.id: actor for actor in fetch_actors(store, ends, scope.period)}
    return make_network(ties, actors, scope, weight, count_undated(store, scope))


def fetch_excerpt(
    store: Store,
    scope: Scope,
    around: Sequence[str] = (),
    *,
    top: int,
    weight: Weight = Weight.EVENTS,
) -> "nx.Graph[str]":
    """Fetch as much of a network as can be shown.

    Args:
        store: The graph.
        scope: Which ties, when and where.
        around: Ids of actors: they and those next to them; none for those with most ties.
        top: At most so many actors.
        weight: What a tie weighs.

    Returns:
        The network among these, as `make_network` tells; those are in it without a tie who were
        asked for.
    """
    from communique.network.graph import add_actor

    near = fetch_next(store, scope, around, max(0, top - len(around))) if around else ()
    among = (*around, *near) if around else fetch_leading(store, scope, top)
    network = fetch_network(store, replace(scope, among=among), weight)
    missing = [one for one in around if one not in network]
    for actor in fetch_actors(store, missing, scope.period):
        add_actor(network, actor)
    return network


def find_places(store: Store, places: str | Iterable[str]) -> tuple[str, ...]:
    """Find the places that names mean.

    Args:
        store: The graph.
        places: Names as a person writes them, or ids.

    Returns:
        Their ids, each once, sorted.

    Raises:
        UnknownName: If the graph knows no such place.
        ParameterError: If a name is empty.
    """
    names = [places] if isinstance(places, str) else list(places)
    for name in names:
        if not isinstance(name, str) or not name.strip():
            message = f"'places' must be names of places, not {name!r}."
            raise ParameterError(message)
    find = Names(store).find
    return tuple(sorted({find(ParameterType.PLACE, name.strip(), Period()) for name in names}))
