"""Where the people of a network stand."""

from collections.abc import Callable
from itertools import combinations
from typing import Any

import networkx as nx
import pytest

pytest.importorskip("matplotlib")

from communique.plots.layout import lay_out


def apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Measure how far two are from one another."""
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)


def test_those_who_met_stand_nearer(people: Callable[[int], Any]) -> None:
    """On the average, by half."""
    network = people(80)
    at = lay_out(network, dict.fromkeys(network, (60.0, 12.0)))
    tied = [apart(at[a], at[b]) for a, b in network.edges]
    all_ = [apart(at[a], at[b]) for a, b in combinations(at, 2)]
    assert sum(tied) / len(tied) < 0.5 * sum(all_) / len(all_)


def test_small_networks_have_their_boxes_apart(people: Callable[[int], Any]) -> None:
    """No node is on another's label."""
    network = people(20)
    at = lay_out(network, dict.fromkeys(network, (70.0, 14.0)))
    for a, b in combinations(at, 2):
        assert abs(at[a][0] - at[b][0]) > 69 or abs(at[a][1] - at[b][1]) > 13


@pytest.mark.parametrize("parts", [1, 2, 7, 30])
def test_parts_stand_beside_one_another(parts: int) -> None:
    """Pairs that have nothing to do with one another."""
    network = nx.Graph([(f"a{n}", f"b{n}") for n in range(parts)])
    at = lay_out(network, dict.fromkeys(network, (70.0, 14.0)))
    middles = [
        ((at[f"a{n}"][0] + at[f"b{n}"][0]) / 2, (at[f"a{n}"][1] + at[f"b{n}"][1]) / 2)
        for n in range(parts)
    ]
    assert all(apart(one, other) > 14 for one, other in combinations(middles, 2))


def test_a_network_of_one_has_a_place() -> None:
    """And of none, none."""
    network: nx.Graph[str] = nx.Graph()
    assert lay_out(network, {}) == {}
    network.add_node("person:ada")
    assert list(lay_out(network, {"person:ada": (70.0, 14.0)})) == ["person:ada"]
