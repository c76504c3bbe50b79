"""The network itself: ties and actors as a graph of NetworkX."""

from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

from communique.network.actors import Actor
from communique.network.kinds import Kind, Weight
from communique.network.ties import Scope, Tie


def make_network(
    ties: Iterable[Tie],
    actors: Mapping[str, Actor],
    scope: Scope,
    weight: Weight = Weight.EVENTS,
    left_out: int = 0,
) -> "nx.Graph[str]":
    """Make a graph of ties; equal ties give equal graphs, whatever their order.

    Args:
        ties: The ties, one for each pair.
        actors: Who stands at their ends, by id; a tie of anybody else is left out.
        scope: What ties they are.
        weight: What a tie weighs.
        left_out: How many events are left out since their year is not known.

    Returns:
        A graph, or a directed one of thanks. Nodes are ids, with `name`, `label`, `office`,
        `offices`, `first` and `last`; edges have `weight`, `events`, `days`, `first` and `last`;
        the graph has `kind`, `weight`, `since`, `until`, `places` and `left_out`.
    """
    graph: nx.Graph[str] = nx.DiGraph() if scope.kind is Kind.THANKS else nx.Graph()
    graph.graph.update(_describe(scope, weight, left_out))
    known = [tie for tie in ties if tie.source in actors and tie.target in actors]
    for actor in sorted({end for tie in known for end in (tie.source, tie.target)}):
        add_actor(graph, actors[actor])
    for tie in sorted(known, key=lambda tie: (tie.source, tie.target)):
        graph.add_edge(tie.source, tie.target, **_edge(tie, weight))
        for end in (tie.source, tie.target):
            _widen(graph.nodes[end], tie)
    return graph


def add_actor(graph: "nx.Graph[str]", actor: Actor) -> None:
    """Put an actor into a network, as yet without a tie."""
    graph.add_node(actor.id, **_node(actor))


def _describe(scope: Scope, weight: Weight, left_out: int) -> dict[str, Any]:
    return {
        "kind": scope.kind.value,
        "weight": weight.value,
        "since": scope.period.since,
        "until": scope.period.until,
        "places": list(scope.places),
        "left_out": left_out,
    }


def _node(actor: Actor) -> dict[str, Any]:
    return {
        "name": actor.name,
        "label": actor.label.value,
        "office": actor.office,
        "offices": list(actor.offices),
        "first": None,
        "last": None,
    }


def _edge(tie: Tie, weight: Weight) -> dict[str, Any]:
    return {
        "weight": tie.events if weight is Weight.EVENTS else tie.days,
        "events": tie.events,
        "days": tie.days,
        "first": tie.first,
        "last": tie.last,
    }


def _widen(node: dict[str, Any], tie: Tie) -> None:
    """Let a node's days reach as far as its ties'."""
    if tie.first is not None:
        node["first"] = min(node["first"] or tie.first, tie.first)
    if tie.last is not None:
        node["last"] = max(node["last"] or tie.last, tie.last)
