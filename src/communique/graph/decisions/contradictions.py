"""Decisions that can't all hold: two mentions told apart that others make one."""

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from communique.errors import Contradiction
from communique.graph.decisions.decision import Decision, Side, SideKey, Verb
from communique.terminal import visible

_LONGEST = 60
_SHOWN = 8


def check(decisions: Iterable[Decision], new: Collection[str] = ()) -> None:
    """See that decisions can all hold.

    Args:
        decisions: All of them, in any order.
        new: The ids of those that are only about to be made: nobody need undo them.

    Raises:
        Contradiction: If one means nothing, or keeps two mentions apart that others make one,
            directly or through third ones.
    """
    ordered = sorted(decisions, key=lambda decision: decision.id)
    for decision in ordered:
        if decision.fault:
            one, other = map(_told, decision.sides)
            message = f"{one} and {other} {decision.fault}."
            raise Contradiction(message, _undo([decision.id], new))
    joined = _join([d for d in ordered if d.verb is Verb.SAME])
    for decision in (d for d in ordered if d.verb is Verb.DIFFERENT):
        if len({_root(joined, side.key) for side in decision.sides}) == 1:
            raise _contradiction(decision, ordered, new)


def _join(sames: Iterable[Decision]) -> dict[SideKey, SideKey]:
    """Of each mention another that it is the same as; a mention that leads is its own."""
    parents: dict[SideKey, SideKey] = {}
    for decision in sames:
        one, other = (_root(parents, side.key) for side in decision.sides)
        parents[max(one, other)] = min(one, other)
    return parents


def _root(parents: dict[SideKey, SideKey], key: SideKey) -> SideKey:
    while (parent := parents.setdefault(key, key)) != key:
        parents[key] = parents[parent]
        key = parent
    return key


def _contradiction(
    decision: Decision, decisions: Sequence[Decision], new: Collection[str]
) -> Contradiction:
    one, other = decision.sides
    chain, alone = _chain(one, other, [d for d in decisions if d.verb is Verb.SAME])
    message = (
        f"{_told(one)} and {_told(other)} are told apart by {decision.id}, "
        f"but made one by {_listed(chain)}."
    )
    if decision.id in new and not set(alone) - set(new):
        first = next((i for i in chain if i not in new), None)
        return Contradiction(message, _undo_each(first))
    return Contradiction(message, _undo([decision.id, *alone], new))


def _chain(one: Side, other: Side, sames: Sequence[Decision]) -> tuple[list[str], list[str]]:
    """The shortest chain of decisions between two mentions, and which alone would break it."""
    import networkx as nx

    graph: nx.Graph[SideKey] = nx.Graph()
    ids: dict[frozenset[SideKey], list[str]] = {}
    for decision in sames:
        ends = [side.key for side in decision.sides]
        graph.add_edge(*ends)
        ids.setdefault(frozenset(ends), []).append(decision.id)
    path = nx.shortest_path(graph, one.key, other.key)
    bridges = set(map(frozenset, nx.bridges(graph, one.key)))
    steps = [frozenset(step) for step in pairwise(path)]
    alone = [step for step in steps if step in bridges and len(ids[step]) == 1]
    return [ids[step][0] for step in steps], [ids[step][0] for step in alone]


def _undo(ids: Sequence[str], new: Collection[str]) -> str:
    """Say what would solve it: any one of these, unless it is yet to be made."""
    commands = [f"`communique undo {i}`" for i in ids if i not in new][:_SHOWN]
    if not commands:
        return "Leave it out."
    before = "Make sure of it, or first run" if any(i in new for i in ids) else "Run"
    return f"{before} {' or '.join(commands)}."


def _undo_each(first: str | None) -> str:
    if first is None:
        return "Leave one of them out."
    return (
        "Make sure of it; several chains make them one: undo one decision of each, "
        f"beginning with `communique undo {first}`."
    )


def _listed(ids: Sequence[str]) -> str:
    more = f" and {len(ids) - _SHOWN} more" if len(ids) > _SHOWN else ""
    return ", ".join(ids[:_SHOWN]) + more


def _told(side: Side) -> str:
    """“Ada Oduya” (https://news.example/1)."""
    name = visible(side.name[: _LONGEST + 1])
    name = name if len(side.name) <= _LONGEST else f"{name[:_LONGEST]}…"
    return f"“{name}” ({visible(side.release)})"
