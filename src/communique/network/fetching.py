"""A network out of a database."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.errors import ParameterError
from communique.graph.store import Store
from communique.network.actors import fetch_actors
from communique.network.kinds import Weight
from communique.network.reach import fetch_leading, fetch_next
from communique.network.ties import Scope, bind_scope, count_undated, fetch_ties, state_ties
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
    also: Sequence[str] = (),
    top: int,
    weight: Weight = Weight.EVENTS,
) -> "nx.Graph[str]":
    """Fetch as much of a network as can be shown.

    Args:
        store: The graph.
        scope: Which ties, when and where.
        around: Ids of actors: they and those next to them; none for those with most ties.
        also: Ids of actors who are in it besides.
        top: At most so many actors, but for those asked for by their ids.
        weight: What a tie weighs.

    Returns:
        The network among these, as `make_network` tells; those are in it without a tie who were
        asked for. It has the statement that fetches its ties as ``cypher``, and what that takes as
        ``parameters``.
    """
    from communique.network.graph import add_actor

    near = fetch_next(store, scope, around, max(0, top - len(around))) if around else ()
    first = (*around, *near) if around else fetch_leading(store, scope, top)
    narrow = replace(scope, among=tuple(dict.fromkeys((*first, *also))))
    network = fetch_network(store, narrow, weight)
    missing = [one for one in (*around, *also) if one not in network]
    for actor in fetch_actors(store, missing, scope.period):
        add_actor(network, actor)
    network.graph |= {"cypher": state_ties(narrow), "parameters": bind_scope(narrow)}
    return network


def fetch_neighbours(store: Store, scope: Scope, ids: Sequence[str], each: int) -> tuple[str, ...]:
    """Find those next to each of some actors, with most in common first.

    Args:
        store: The graph.
        scope: Which ties count.
        ids: Next to whom.
        each: At most so many of each.

    Returns:
        These actors and those next to them, each once.
    """
    found = (next_ for one in ids for next_ in (one, *fetch_next(store, scope, (one,), each)))
    return tuple(dict.fromkeys(found))


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
