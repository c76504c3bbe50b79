"""Decisions made and undone: kept in the graph's database, and settled in the same transaction."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from communique.errors import UnknownId
from communique.graph.attachment import detach
from communique.graph.decisions import Decision, Side, check
from communique.graph.decisions.bearing import find_fact_in, find_side_in, releases_of
from communique.graph.model import Label
from communique.graph.rows import Batch, NodeRef
from communique.graph.settlement import fetch_attached, settle
from communique.graph.store import Store, Transaction
from communique.graph.store.decisions import all_decisions, delete_decisions, merge_decisions


def decide(store: Store, decisions: Sequence[Decision], *, ahead: bool = False) -> int:
    """Make decisions, all of them or none.

    Args:
        store: A store opened for writing.
        decisions: The decisions.
        ahead: Whether to keep those about releases that the graph does not have until it has them.

    Returns:
        How many of them are new.

    Raises:
        Contradiction: If they can't all hold, or not with those made before.
        UnknownId: If one is about a release, a mention or a fact that the graph does not have.
    """
    return store.transact(lambda tx: _decide(tx, decisions, ahead=ahead, where=store.where))


def undo(store: Store, decision_id: str) -> Decision:
    """Take a decision back, and leave the graph as if it had never been made.

    Args:
        store: A store opened for writing.
        decision_id: Its id.

    Returns:
        The decision.

    Raises:
        UnknownId: If there is no such decision.
    """

    def work(tx: Transaction) -> Decision | None:
        found = next((d for d in all_decisions(tx) if d.id == decision_id), None)
        if found:
            delete_decisions(tx, [found.id])
            _settle_again(tx, [found])
        return found

    found = store.transact(work)
    if found is None:
        message = f"No decision {decision_id!r} in {store.where}."
        raise UnknownId(message, "See `communique review --decided`.")
    return found


def about(decisions: Iterable[Decision], releases: Collection[str]) -> tuple[Decision, ...]:
    """Pick the decisions that are about nothing but some releases.

    Args:
        decisions: Decisions.
        releases: Ids of releases.

    Returns:
        Those among them.
    """
    return tuple(d for d in decisions if set(releases_of(d)) <= set(releases))


def _decide(tx: Transaction, decisions: Sequence[Decision], *, ahead: bool, where: str) -> int:
    made = {decision.id: decision for decision in all_decisions(tx)}
    new = {decision.id: decision for decision in decisions if decision.id not in made}
    batches = _batches(tx, (made | new).values())
    check((made | new).values(), new)
    check([_as_read(d, batches) for d in (made | new).values()], new)
    if not ahead:
        for decision in new.values():
            _check_known(decision, batches, where)
    merge_decisions(tx, decisions)
    _settle_again(tx, new.values())
    return len(new)


def _settle_again(tx: Transaction, decisions: Iterable[Decision]) -> None:
    """Settle again the releases that decisions are about."""
    settle(tx, {batch.release.ref: batch for batch in _batches(tx, decisions).values()})


def _batches(tx: Transaction, decisions: Iterable[Decision]) -> dict[str, Batch]:
    """Fetch what the releases assert that decisions are about, by id."""
    ids = sorted({release for decision in decisions for release in releases_of(decision)})
    found = fetch_attached(tx, [NodeRef(Label.RELEASE, release) for release in ids])
    return {ref.id: detach(each.release, each.edges) for ref, each in found.items()}


def _as_read(decision: Decision, batches: dict[str, Batch]) -> Decision:
    """Name the mentions of a decision as the graph has them now: two sides can have become one."""
    return replace(decision, sides=tuple(_side(side, batches) for side in decision.sides))


def _side(side: Side, batches: dict[str, Batch]) -> Side:
    batch = batches.get(side.release)
    return (batch and find_side_in(batch, side)) or side


def _check_known(decision: Decision, batches: dict[str, Batch], where: str) -> None:
    for release in releases_of(decision):
        if release not in batches:
            message = f"{decision.id} is about the release {release!r}, which {where} has not."
            raise UnknownId(message, "Load it first, or keep the decision until then: --ahead.")
    for side in decision.sides:
        if find_side_in(batches[side.release], side) is None:
            message = f"{decision.id} is about {side.name!r}, of which {side.release} has nothing."
            raise UnknownId(message, "See `communique why` for what it mentions; or use --ahead.")
    for release in releases_of(decision) if decision.fact else ():
        if find_fact_in(batches[release], decision) is None:
            message = f"{decision.id} is about the fact {decision.fact!r}, which {where} has not."
            raise UnknownId(message, "Queries name the facts they rest on; or use --ahead.")
