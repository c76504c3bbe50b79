"""All measures by name."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.errors import ParameterError
from communique.network import Measure, compare, explain, measure
from communique.network.analysis import analyse
from communique.network.catalogue import CHANGES, STANDARD

Network = Callable[..., "nx.Graph[str]"]
ONE_PERIOD = [name for name in Measure if name not in CHANGES]
PAIRS = st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh"))
TIES = st.lists(st.tuples(PAIRS.filter(lambda p: p[0] < p[1]), st.integers(1, 4)), max_size=20)

SCRIPT = """
import networkx as nx
from communique.network import Measure, measure
from communique.network.catalogue import CHANGES
graph = nx.gnm_random_graph(60, 150, seed=7)
graph = nx.relabel_nodes(graph, {n: f"person:{n}" for n in graph})
for name in Measure:
    if name not in CHANGES:
        print(measure(graph, name).csv())
"""


@settings(deadline=None)
@given(TIES, st.randoms(use_true_random=False), st.booleans())
def test_the_order_of_nodes_and_ties_does_not_matter(
    ties: list[tuple[tuple[str, str], int]], chance: object, directed: bool
) -> None:
    """Every table is the same, whatever came first."""
    known = dict(ties)

    def make(order: list[tuple[str, str]]) -> "nx.Graph[str]":
        graph: nx.Graph[str] = nx.DiGraph() if directed else nx.Graph()
        graph.add_weighted_edges_from((*pair, known[pair]) for pair in order)
        return graph

    mixed = list(known)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    one, other = make(sorted(known)), make(mixed)
    for name in ONE_PERIOD:
        assert measure(one, name).dicts() == measure(other, name).dicts()
    change, again = compare(one, other), compare(other, one)
    assert len(change.rose) == len(change.fell) == len(again.new_ties) == 0


def test_the_seed_of_pythons_hashes_does_not_matter() -> None:
    """Sets of strings have another order at each start."""
    printed = {
        subprocess.run(  # noqa: S603
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1


@pytest.mark.parametrize("name", ONE_PERIOD)
def test_every_row_is_of_its_type(network: Network, name: Measure) -> None:
    """A frozen dataclass whose fields are the columns."""
    table = measure(network({"ab": 2, "ac": 1, "bc": 1, "cd": 1}), name)
    for row in table:
        assert {field.name for field in fields(row)} >= set(table.columns)
        assert hash(repr(row))
    assert len(explain(network(["ab"]), name).splitlines()) == 1


def test_an_analysis_takes_the_usual_measures_or_what_changed(network: Network) -> None:
    """In order, each with a line that says what it means."""
    graph = network({"ab": 2})
    assert [f.measure for f in analyse(graph)] == list(STANDARD)
    assert [f.measure for f in analyse(graph, then=graph)] == list(CHANGES)
    (finding,) = analyse(graph, [Measure.STRENGTH])
    assert "how many events that makes" in finding.explanation
    with pytest.raises(ParameterError, match="compares two networks"):
        list(analyse(graph, [Measure.ROSE]))


def test_no_such_measure_offers_the_nearest(network: Network) -> None:
    """And one that compares says with what."""
    with pytest.raises(ParameterError, match="Did you mean betweenness"):
        measure(network(["ab"]), "betweeness")
    with pytest.raises(ParameterError, match="compare"):
        measure(network(["ab"]), "rose")
    with pytest.raises(AttributeError, match="nothing_of_the_sort"):
        __import__("communique.network").network.nothing_of_the_sort  # noqa: B018
