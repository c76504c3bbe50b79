"""All stages together: the graph of a build is the one that is made at once."""

import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.builds.engines.local import LocalEngine
from communique.builds.files import LocalFiles
from communique.builds.graph import read_edges, read_entries, read_nodes
from communique.builds.parts import PARTS, write_part
from communique.builds.resolving import GRAPH, Given, resolve_parts
from communique.graph.rows import Batch
from communique.graph.whole import settle

PARTED = st.lists(
    st.lists(st.from_type(Batch), max_size=4, unique_by=lambda batch: batch.release.ref.id),
    min_size=1,
    max_size=4,
)
"""Parts in the order read: a release can be in several, with other texts."""


def start(tables: str, given: Given) -> LocalEngine:
    """Start an engine in this process alone."""
    return LocalEngine(tables, given, 1)


def make(parts: Sequence[Sequence[Batch]], folder: Path) -> str:
    """Write parts, make their graph, and give its digest."""
    for number, batches in enumerate(parts):
        if batches:
            path = folder / PARTS / f"{number:06}"
            path.parent.mkdir(parents=True, exist_ok=True)
            write_part(batches, path)
    summary = resolve_parts(LocalFiles(), str(folder), start)
    return summary.digest if summary else ""


def check(parts: Sequence[Sequence[Batch]]) -> None:
    """Hold the graph of a build against the one that is made at once."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        make(parts, folder)
        whole = settle(batch for part in parts for batch in part)
        graph = folder / GRAPH
        if not whole.nodes:
            assert not graph.exists()
            return
        assert {node.ref.id: node for node in read_nodes(graph)} == whole.nodes
        assert {edge.id: edge for edge in read_edges(graph)} == whole.edges
        assert {entry.id: entry for entry in read_entries(graph)} == whole.entries


@given(PARTED)
@settings(max_examples=25, deadline=None)
def test_a_graph_made_table_by_table_is_the_one_made_at_once(
    parts: list[list[Batch]],
) -> None:
    """Every node, edge and profile, with reasons, doubts and blocks, whatever the releases say."""
    check(parts)


@pytest.mark.long
@given(PARTED)
@settings(max_examples=600, deadline=None)
def test_a_graph_made_table_by_table_is_the_one_made_at_once_much_more_often(
    parts: list[list[Batch]],
) -> None:
    """As above."""
    check(parts)


@given(st.lists(st.from_type(Batch), min_size=2, max_size=6, unique_by=lambda b: b.release.ref.id))
@settings(max_examples=5, deadline=None)
def test_a_digest_tells_nothing_of_parts(batches: list[Batch]) -> None:
    """It is of the graph alone: however the releases were read, and in whatever order."""
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        digest = make([batches], Path(one))
        assert digest == make([[batch] for batch in reversed(batches)], Path(other))
        told = json.loads((Path(one) / GRAPH / "graph.json").read_text())
        assert told["digest"] == digest
        assert told["releases"] == len(batches)
