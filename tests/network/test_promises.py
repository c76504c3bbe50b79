"""What holds for the networks of any releases."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.graph.ledger import load, retract
from communique.graph.rows import Batch
from communique.graph.store import Store, connect
from communique.network.fetching import fetch_network
from communique.network.kinds import Kind, Weight
from communique.network.ties import Scope
from communique.queries.period import Period

BATCHES = st.lists(st.from_type(Batch), max_size=6)


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One embedded database for all examples."""
    where = str(tmp_path_factory.mktemp("promises") / "graph.db")
    with connect(where, write=True, create=True) as store:
        yield store


def networks(store: Store, batches: list[Batch], *scopes: Scope) -> list["nx.Graph[str]"]:
    """Load releases, fetch networks, and take the releases back."""
    for batch in batches:
        load(store, batch)
    try:
        return [fetch_network(store, scope) for scope in scopes]
    finally:
        for release in {batch.release.ref.id for batch in batches}:
            retract(store, release)


def value(graph: "nx.Graph[str]") -> tuple[Any, ...]:
    """Take a network as a value, the order of its nodes and edges included."""
    return list(graph.nodes(data=True)), list(graph.edges(data=True)), graph.graph


@settings(max_examples=10, deadline=None)
@given(BATCHES, st.randoms(use_true_random=False))
def test_the_order_of_loading_does_not_matter(
    embedded: Store, batches: list[Batch], chance: Any
) -> None:
    """Nodes, edges and what they carry come in the same order, too."""
    alone = list({batch.release.ref.id: batch for batch in batches}.values())
    mixed = chance.sample(alone, len(alone))
    scopes = [Scope(kind, Period("2031-01-01")) for kind in Kind]
    one, other = (networks(embedded, order, *scopes) for order in (alone, mixed))
    assert list(map(value, one)) == list(map(value, other))


@settings(max_examples=10, deadline=None)
@given(BATCHES)
def test_weights_are_events_and_periods_add_up(embedded: Store, batches: list[Batch]) -> None:
    """The ties of two periods are those of both together; undated ones are the rest."""
    halves = [Period("2031-01-01", "2031-06-30"), Period("2031-07-01", "2032-12-31")]
    both = Period("2031-01-01", "2032-12-31")
    for batch in batches:
        load(embedded, batch)
    try:
        for kind in Kind:
            first, second, together, everything = (
                fetch_network(embedded, Scope(kind, period)) for period in (*halves, both, Period())
            )
            assert total(together) == total(first) + total(second)
            assert {*together.edges} == {*first.edges} | {*second.edges}
            assert (total(everything) == total(together)) == (together.graph["left_out"] == 0)
            assert everything.graph["left_out"] == 0
            days = fetch_network(embedded, Scope(kind), Weight.DAYS)
            assert all(
                0 < days.edges[e]["weight"] <= everything.edges[e]["weight"] for e in days.edges
            )
        pairs = embedded.run("MATCH ()-[m:MET_WITH {named: true}]->() RETURN m.id AS id", {}).rows
        assert total(fetch_network(embedded, Scope(Kind.MET_WITH))) == len(pairs)
        assert total(fetch_network(embedded, Scope(Kind.CO_ATTENDANCE))) == count_pairs(embedded)
    finally:
        for release in {batch.release.ref.id for batch in batches}:
            retract(embedded, release)


def total(graph: "nx.Graph[str]") -> int:
    """Add up the weights."""
    return sum(tie["weight"] for _, _, tie in graph.edges(data=True))


def count_pairs(store: Store) -> int:
    """Count the pairs at each event, the long way."""
    came: dict[str, set[str]] = {}
    rows = store.run(
        "MATCH (x)-[r:ATTENDED|SPOKE_AT|HOSTED]->(e:Event) WHERE r.status = 'occurred' "
        "RETURN x.id AS who, e.id AS event, x.kind AS kind",
        {},
    ).rows
    for row in rows:
        if row["kind"] != "group":
            came.setdefault(row["event"], set()).add(row["who"])
    return sum(len(list(combinations(sorted(who), 2))) for who in came.values())
