"""An empty graph filled at once, and one filled release by release."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from communique import examples
from communique.errors import OutOfMemory
from communique.graph import ledger
from communique.graph.assertion import assert_release
from communique.graph.model import EdgeType, Label
from communique.graph.rows import Batch
from communique.graph.store import Store, all_edges, all_nodes, connect
from communique.graph.store.registry import all_entries
from communique.loaders import Options, Release, load_releases
from communique.reading.readers import find_reader


@pytest.fixture(scope="module")
def batches() -> list[Batch]:
    """What the examples assert; of one address the first."""
    reader = find_reader()
    found = load_releases(map(str, examples.paths()), Options())
    made = [assert_release(item, reader.read(item)) for item in found if isinstance(item, Release)]
    return list({batch.release.ref.id: batch for batch in reversed(made)}.values())


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    """An empty graph in each database."""
    with connect(where, write=True, create=True) as opened:
        yield opened


def contents(store: Store) -> list[Any]:
    """All nodes, edges and entries by id, and how many nodes and edges are kept beside."""
    counted = store.run(
        "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS n, count(r) AS r", {}
    )
    return [
        {node.ref: node for label in Label for node in all_nodes(store, label)},
        {edge.id: edge for kind in EdgeType for edge in all_edges(store, kind)},
        {entry.id: entry for entry in all_entries(store)},
        counted.rows,
    ]


def test_filled_at_once_it_is_the_same_as_release_by_release(
    store: Store, batches: list[Batch], tmp_path: Path
) -> None:
    """Node by node, edge by edge, and in what the registry keeps for what comes later."""
    outcomes = ledger.load_several(store, batches)
    assert set(outcomes) == {"added"}
    with connect(str(tmp_path / "one-by-one.db"), write=True, create=True) as other:
        for batch in batches:
            ledger.load(other, batch)
        assert contents(store) == contents(other)


def test_what_comes_later_is_settled_as_ever(
    store: Store, batches: list[Batch], tmp_path: Path
) -> None:
    """And what is taken back leaves no trace."""
    half = len(batches) // 2
    ledger.load_several(store, batches[:half])
    ledger.load_several(store, batches[half:])
    for batch in batches[:half]:
        ledger.retract(store, batch.release.ref.id)
    with connect(str(tmp_path / "rest.db"), write=True, create=True) as other:
        ledger.load_several(other, batches[half:])
        assert contents(store)[:3] == contents(other)[:3]


def test_a_graph_emptied_is_empty(store: Store, batches: list[Batch]) -> None:
    """It can be filled at once again."""
    for _ in range(2):
        assert ledger.is_empty(store)
        ledger.load_several(store, batches[:5])
        assert not ledger.is_empty(store)
        for batch in batches[:5]:
            ledger.retract(store, batch.release.ref.id)


def test_where_memory_lacks_for_all_halves_are_written(
    store: Store, batches: list[Batch], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that is too much by itself is told as such."""
    at_once = ledger.load_several

    def refuse(store: Store, some: Any, **more: Any) -> Any:
        if len(some) > 3:
            raise OutOfMemory("It takes too much.")
        return at_once(store, some, **more)

    monkeypatch.setattr(ledger, "load_several", refuse)
    outcomes = list(ledger.load_all(store, batches))
    assert len(outcomes) == len(batches)
    monkeypatch.setattr(ledger, "load_several", lambda *_, **__: refuse(store, batches))
    with pytest.raises(OutOfMemory):
        list(ledger.load_all(store, batches[:1]))
