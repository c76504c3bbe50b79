"""Strength, betweenness and closeness, on networks worked out by hand."""

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

from communique.network import centrality, measure, rank_betweenness, rank_closeness, rank_strength

Network = Callable[..., "nx.Graph[str]"]


def scores(table: Any) -> dict[str, float]:
    """Read a table as names and numbers."""
    return {row.name: row.score for row in table}


def test_strength_adds_weights_and_ties_count_others(network: Network) -> None:
    """Equals share a rank and stand by name; the next rank is as many further."""
    table = rank_strength(network({"ab": 3, "bc": 1, "cd": 2}))
    assert [(r.rank, r.name, r.ties, r.strength) for r in table] == [
        (1, "B", 2, 4), (2, "A", 1, 3), (2, "C", 2, 3), (4, "D", 1, 2),
    ]  # fmt: skip
    assert "given" not in table.columns


def test_thanks_are_given_and_received(network: Network) -> None:
    """Both directions of a pair are one tie."""
    table = rank_strength(network({"ab": 3, "ba": 1, "ac": 2}, directed=True))
    assert [(r.name, r.ties, r.strength, r.given, r.received) for r in table] == [
        ("A", 2, 6, 5, 1), ("B", 1, 4, 1, 3), ("C", 1, 2, 0, 2),
    ]  # fmt: skip
    assert table.columns[-3:] == ("given", "received", "id")


def test_who_stands_on_every_way_has_a_betweenness_of_one(network: Network) -> None:
    """The centre of a star; the rest have none."""
    assert scores(rank_betweenness(network(["ab", "ac", "ad"]))) == {"A": 1, "B": 0, "C": 0, "D": 0}


def test_a_heavier_tie_is_a_shorter_way(network: Network) -> None:
    """Two ties of 2 are as short as one of 1; two of 3 are shorter, and beat it."""
    assert scores(rank_betweenness(network({"ab": 2, "bc": 2, "ac": 1})))["B"] == 0.5
    assert scores(rank_betweenness(network({"ab": 3, "bc": 3, "ac": 1})))["B"] == 1
    assert scores(rank_betweenness(network({"ab": 3, "bc": 3, "cd": 3, "ad": 1})))["B"] == 0.5


def test_thanks_are_passed_on_in_their_direction(network: Network) -> None:
    """Of two ways between three there is one."""
    assert scores(rank_betweenness(network(["ab", "bc"], directed=True)))["B"] == 0.5
    assert scores(rank_closeness(network(["ab", "bc"], directed=True))) == {
        "A": 0, "B": 0.5, "C": 0.75,
    }  # fmt: skip


def test_closeness_is_the_mean_of_what_is_near(network: Network) -> None:
    """A tie of 2 is twice as near; who is out of reach counts for nothing."""
    assert scores(rank_closeness(network({"ab": 1, "bc": 2, "de": 1}))) == {
        "A": round((1 + 1 / 1.5) / 4, 6), "B": 0.75, "C": round((2 + 1 / 1.5) / 4, 6),
        "D": 0.25, "E": 0.25,
    }  # fmt: skip


def test_a_large_network_is_estimated_and_says_so(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same each time, and near the whole."""
    ring = {f"{chr(65 + n)}{chr(65 + (n + 1) % 60)}": 1 for n in range(60)}
    graph = network(ring)
    exact = scores(rank_betweenness(graph))
    near = scores(rank_closeness(graph))
    monkeypatch.setattr(centrality, "_BUDGET", 0)
    for rank, whole in ((rank_betweenness, exact), (rank_closeness, near)):
        table = rank(graph)
        assert table.notes == ("Estimated: the ways start at 50 of 60, always the same ones.",)
        assert table.dicts() == rank(graph).dicts()
        assert all(abs(score - whole[name]) < 0.1 for name, score in scores(table).items())


@pytest.mark.parametrize("name", ["strength", "betweenness", "closeness"])
def test_one_tie_and_none_give_an_answer(network: Network, name: str) -> None:
    """Two rows, and no rows."""
    assert [row.rank for row in measure(network(["ab"]), name)] == [1, 1]
    assert len(measure(network([]), name)) == 0
