"""Parquet tables, read back by pyarrow."""

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.errors import MissingExtra, ParameterError
from communique.exports import parquet
from communique.exports.parquet import write_parquet
from communique.graph.model import EdgeType, Label, PlaceLabel
from communique.graph.rows import Batch, Edge, Node, NodeRef
from communique.graph.whole import settle

Graph = tuple[list[Node], list[Edge]]
OSLO = NodeRef(Label.PLACE, "place:oslo")


def table(folder: Path, name: str) -> Any:
    """Read one table."""
    return import_module("pyarrow.parquet").read_table(folder / f"{name}.parquet")


def read_back(folder: Path) -> Graph:
    """Make a graph of the tables again."""
    nodes = [_node(label, row) for label in Label for row in _rows(folder, f"nodes/{label}")]
    edges = [_edge(edge, row) for edge in EdgeType for row in _rows(folder, f"edges/{edge}")]
    return nodes, edges


def _rows(folder: Path, name: str) -> list[dict[str, Any]]:
    rows = table(folder, name).to_pylist()
    return [{key: value for key, value in row.items() if value is not None} for row in rows]


def _node(label: Label, row: dict[str, Any]) -> Node:
    first, *places = row.pop("labels")
    assert first == label
    return Node(NodeRef(label, row["id"]), row, tuple(map(PlaceLabel, places)))


def _edge(edge_type: EdgeType, row: dict[str, Any]) -> Edge:
    source, target = (
        NodeRef(Label(row.pop(f"{end}_label")), row.pop(f"{end}_id"))
        for end in ("source", "target")
    )
    return Edge(edge_type, row["id"], source, target, row)


def ordered(nodes: list[Node], edges: list[Edge]) -> Graph:
    """Put rows into the order of the tables."""
    labels, types = list(Label), list(EdgeType)
    nodes = sorted(nodes, key=lambda node: labels.index(node.ref.label))
    return nodes, sorted(edges, key=lambda edge: types.index(edge.type))


@settings(deadline=None, max_examples=15)
@given(batches=st.lists(st.from_type(Batch), max_size=4))
def test_a_graph_comes_back(batches: list[Batch]) -> None:
    """With all its values, none twice."""
    whole = settle(batches)
    nodes, edges = [*whole.nodes.values()], [*whole.edges.values()]
    with TemporaryDirectory() as folder:
        write_parquet(nodes, edges, Path(folder))
        assert read_back(Path(folder)) == ordered(nodes, edges)


def test_every_column_comes_back(tmp_path: Path, full: Graph) -> None:
    """Hostile strings in all of them."""
    write_parquet(*full, tmp_path / "out")
    assert read_back(tmp_path / "out") == ordered(*full)


def test_columns_have_types(tmp_path: Path, full: Graph) -> None:
    """Lists stay lists, and the source of a derived edge is apart from the node it starts at."""
    write_parquet(*full, tmp_path / "out")
    told = {f.name: str(f.type) for f in table(tmp_path / "out", "edges/MENTIONS").schema}
    assert told["spans"] == "list<element: int64>"
    assert told["offices"] == "list<element: string>"
    assert (told["latitude"], told["named"], told["form"]) == ("double", "bool", "string")
    assert table(tmp_path / "out", "edges/IN").schema.names == [
        "id", "source_label", "source_id", "target_label", "target_id", "source",
    ]  # fmt: skip


def test_equal_graphs_give_equal_bytes(
    tmp_path: Path, full: Graph, shuffled: Callable[[Graph], Graph]
) -> None:
    """In whatever order the properties come."""
    write_parquet(*full, tmp_path / "one")
    write_parquet(*shuffled(full), tmp_path / "two")
    files = {p.relative_to(tmp_path / "one") for p in (tmp_path / "one").rglob("*.parquet")}
    assert len(files) == len(Label) + len(EdgeType)
    for name in files:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_an_empty_graph_has_all_tables(tmp_path: Path) -> None:
    """Each with its columns, so that a program need not ask which there are."""
    write_parquet([], [], tmp_path / "out")
    for name in (*(f"nodes/{label}" for label in Label), *(f"edges/{edge}" for edge in EdgeType)):
        found = table(tmp_path / "out", name)
        assert (found.num_rows, "id" in found.schema.names) == (0, True)


def test_rows_are_written_in_batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than one is held in memory for each table."""
    monkeypatch.setattr(parquet, "_BATCH", 10)
    refs = [NodeRef(Label.PERSON, f"person:{number}") for number in range(25)]
    write_parquet((Node(ref, {"id": ref.id}) for ref in refs), [], tmp_path / "out")
    file = import_module("pyarrow.parquet").ParquetFile(tmp_path / "out" / "nodes/Person.parquet")
    assert [file.metadata.row_group(n).num_rows for n in range(file.num_row_groups)] == [10, 10, 5]
    assert file.read(["id"]).column(0).to_pylist() == [ref.id for ref in refs]
    file.close()


def test_a_lone_surrogate_does_not_stop_an_export(tmp_path: Path) -> None:
    """It is replaced, one code point for one."""
    told = {"id": OSLO.id, "name": "a\ud800b", "names": ["\udfff"]}
    write_parquet([Node(OSLO, told)], [], tmp_path / "out")  # type: ignore[arg-type]
    (row,) = _rows(tmp_path / "out", "nodes/Place")
    assert (row["name"], row["names"]) == ("a\ufffdb", ["\ufffd"])


def test_a_folder_with_anything_in_it_is_refused(tmp_path: Path) -> None:
    """And stays as it is."""
    (tmp_path / "mine.txt").touch()
    with pytest.raises(ParameterError, match="is not empty"):
        write_parquet([], [], tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_without_pyarrow_the_command_that_installs_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing is written."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match=r"pip install 'communique\[parquet\]'"):
        write_parquet([], [], tmp_path / "out")
    assert not list(tmp_path.iterdir())
