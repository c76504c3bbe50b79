"""Communities, brokers, cuts, cores and the whole, on networks worked out by hand and at random."""

from collections.abc import Callable

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.network import (
    find_bridges,
    find_brokers,
    find_communities,
    find_cores,
    find_cutpoints,
    list_members,
    measure,
    survey,
)

Network = Callable[..., "nx.Graph[str]"]
TRIANGLES = {"ab": 2, "ac": 1, "bc": 1, "cd": 1, "de": 1, "df": 1, "ef": 1}
"""Two triangles, and a tie between them."""

PAIRS = st.tuples(st.integers(0, 12), st.integers(0, 12)).filter(lambda pair: pair[0] != pair[1])
RANDOM = st.dictionaries(PAIRS, st.integers(1, 5), max_size=40)


def graph_of(ties: dict[tuple[int, int], int]) -> "nx.Graph[str]":
    """Make a network of pairs of numbers."""
    graph: nx.Graph[str] = nx.Graph()
    for (one, other), weight in ties.items():
        graph.add_edge(f"n{one:02}", f"n{other:02}", weight=weight)
    return graph


def test_triangles_are_communities(network: Network) -> None:
    """The heavier first; the tie between them leads out of both."""
    table = find_communities(network(TRIANGLES))
    assert [(c.community, c.size, c.inside, c.outside, c.leading) for c in table] == [
        (1, 3, 4, 1, ["A", "B", "C"]), (2, 3, 3, 1, ["D", "E", "F"]),
    ]  # fmt: skip
    assert table.notes[0].startswith("Modularity 0.37: ")
    members = list_members(network(TRIANGLES))
    assert [(m.community, m.name) for m in members] == [
        (1, "A"), (1, "B"), (1, "C"), (2, "D"), (2, "E"), (2, "F"),
    ]  # fmt: skip


def test_a_broker_has_contacts_who_are_apart(network: Network) -> None:
    """The centre of a star of four has a constraint of 4 / 16; a triangle constrains all of it."""
    (broker,) = find_brokers(network(["ab", "ac", "ad", "ae"]))
    assert (broker.name, broker.ties, broker.effective_size, broker.constraint) == ("A", 4, 4, 0.25)
    triangle = find_brokers(network(["ab", "ac", "bc"]))
    assert {(b.rank, b.effective_size, b.constraint) for b in triangle} == {(1, 1, 1.125)}
    first, second, *_ = find_brokers(network(TRIANGLES))
    assert (first.name, second.name, first.communities) == ("D", "C", 2)


def test_a_bridge_tells_how_many_it_holds(network: Network) -> None:
    """Those that hold most first, the last of a line last."""
    table = find_bridges(network({**TRIANGLES, "fg": 4}))
    assert [(b.a, b.b, b.weight, b.cut_off) for b in table] == [("C", "D", 1, 3), ("F", "G", 4, 1)]


def test_a_cut_point_tells_what_falls_off(network: Network) -> None:
    """All but the largest part that is left."""
    table = find_cutpoints(network([*TRIANGLES, "dg", "dh"]))
    assert [(c.name, c.parts, c.cut_off) for c in table] == [("D", 4, 4), ("C", 2, 2)]


def test_cores_go_from_within_outwards(network: Network) -> None:
    """A triangle is a core of 2; what hangs on it is one of 1."""
    table = find_cores(network(["ab", "ac", "bc", "cd"]))
    assert [(c.core, c.name, c.ties) for c in table] == [
        (2, "C", 3), (2, "A", 2), (2, "B", 2), (1, "D", 1),
    ]  # fmt: skip
    assert table.notes == ("The innermost core: 3, each with 2 or more ties inside it.",)


def test_the_whole_in_one_row(network: Network) -> None:
    """Sizes, density, parts."""
    (row,) = survey(network({"ab": 2, "bc": 1, "de": 1}, left_out=3))
    assert (row.actors, row.ties, row.weight, row.density) == (5, 3, 4, 0.3)
    assert (row.parts, row.largest, row.left_out) == (2, 3, 3)


@pytest.mark.parametrize(
    "name", ["communities", "members", "brokers", "bridges", "cutpoints", "cores"]
)
def test_nothing_gives_no_rows_and_no_notes(network: Network, name: str) -> None:
    """An empty network is no error."""
    table = measure(network([]), name)
    assert (len(table), table.notes) == (0, ())


@settings(deadline=None)
@given(RANDOM)
def test_the_constraint_is_that_of_networkx(ties: dict[tuple[int, int], int]) -> None:
    """Which takes longer; of who has one tie it says 1."""
    graph = graph_of(ties)
    theirs = nx.constraint(graph, nodes=list(graph), weight="weight")
    for row in find_brokers(graph):
        assert row.constraint == pytest.approx(theirs[row.id], abs=1e-6)
    for node, size in nx.effective_size(graph, nodes=list(graph)).items():
        assert {b.effective_size for b in find_brokers(graph) if b.id == node} <= {round(size, 6)}


@settings(deadline=None)
@given(RANDOM)
def test_cuts_are_counted_as_if_they_were_made(ties: dict[tuple[int, int], int]) -> None:
    """Take the tie or the node away, and count."""
    graph = graph_of(ties)
    whole = nx.number_connected_components(graph)
    bridges = {(b.a_id, b.b_id): b.cut_off for b in find_bridges(graph)}
    for one, other in graph.edges:
        left = graph.copy()
        left.remove_edge(one, other)
        ends = (min(one, other), max(one, other))
        apart = nx.number_connected_components(left) > whole
        assert apart == (ends in bridges)
        if apart:
            sides = [len(nx.node_connected_component(left, end)) for end in ends]
            assert bridges[ends] == min(sides)
    cuts = {c.id: (c.parts, c.cut_off) for c in find_cutpoints(graph)}
    for node in graph:
        left = graph.subgraph(nx.node_connected_component(graph, node) - {node})
        parts = [len(part) for part in nx.connected_components(left)]
        assert cuts.get(node) == ((len(parts), sum(parts) - max(parts)) if len(parts) > 1 else None)
