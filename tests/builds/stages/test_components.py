"""Connected components by queries."""

from pathlib import Path
from tempfile import TemporaryDirectory

import networkx as nx
from hypothesis import example, given, settings
from hypothesis import strategies as st

from communique.builds.engines.local import LocalEngine
from communique.builds.stages.components import open_ends, turn
from communique.builds.stages.stage import Stage

EDGES = st.sets(st.tuples(st.integers(0, 40), st.integers(0, 40)).filter(lambda e: e[0] > e[1]))
CHAIN = {(number + 1, number) for number in range(200)}


@given(EDGES)
@example(CHAIN)
@settings(max_examples=30, deadline=None)
def test_every_end_points_at_the_least_of_its_component(edges: set[tuple[int, int]]) -> None:
    """In a number of rounds that grows far slower than the longest chain."""
    found, rounds = components(edges)
    graph = nx.Graph(edges)
    expected = {
        name(node): name(min(part))
        for part in nx.connected_components(graph)
        for node in part - {min(part)}
    }
    assert found == expected
    assert rounds <= 12


def components(edges: set[tuple[int, int]]) -> tuple[dict[str, str], int]:
    """Make the components of some edges; tell how many rounds it took."""
    rows = " UNION ALL ".join(f"SELECT '{name(a)}' AS a, '{name(b)}' AS b" for a, b in edges)
    query = rows or "SELECT '' AS a, '' AS b WHERE 1 = 0"
    number = 0
    with TemporaryDirectory() as folder, LocalEngine(str(Path(folder)), {}, 1) as engine:
        engine.run(Stage("made_edges_0", ("a", "b"), query))
        while engine.count(open_ends("made", number)):
            for stage in turn("made", number):
                engine.run(stage)
            number += 1
        found = list(engine.stream(f"SELECT a, b FROM made_edges_{number}"))
    assert len({row["a"] for row in found}) == len(found)
    return {row["a"]: row["b"] for row in found}, number


def name(number: int) -> str:
    """Name a node so that names sort as numbers do."""
    return f"{number:04}"
