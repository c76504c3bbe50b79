"""The formats that are one file: what they promise alike, read back by networkx."""

import io
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.exports.formats import FILES
from communique.exports.strings import xml_id
from communique.graph.model import EdgeType, Label
from communique.graph.rows import Batch, Edge, Node, NodeRef, Value
from communique.graph.whole import settle

Graph = tuple[list[Node], list[Edge]]
FORMS = sorted(FILES)


def written(nodes: list[Node], edges: list[Edge], form: str) -> str:
    """Export into a string, as UTF-8 holds it."""
    out = io.StringIO(newline="")
    FILES[form](nodes, edges, out)
    return out.getvalue().encode().decode()


def parsed(text: str, form: str) -> Any:
    """Read an export with networkx, from bytes as from a file."""
    if form == "json":
        return nx.node_link_graph(json.loads(text), edges="edges")
    read = nx.read_graphml if form == "graphml" else nx.read_gexf
    return read(io.BytesIO(text.encode()))


def edges_of(graph: Any) -> dict[str, tuple[str, str, dict[str, Any]]]:
    """List the edges of a graph by their ids, be it a multigraph or not."""
    if graph.is_multigraph():
        return {key: (a, b, told) for a, b, key, told in graph.edges(keys=True, data=True)}
    return {told["id"]: (a, b, told) for a, b, told in graph.edges(data=True)}


def legal(text: str, form: str) -> str:
    """Replace what the format has no way to write."""
    return text if form == "json" else "".join(map(_legal_in_xml, text))


def _legal_in_xml(char: str) -> str:
    known = char in "\t\n\r" or (char >= " " and char not in "\ufffe\uffff")
    return char if known else "\ufffd"


def expected(properties: Mapping[str, Value], form: str) -> dict[str, Value]:
    """What a format says of the properties of a node or edge, the id apart."""
    told = {
        "told_by" if key == "source" else key: v for key, v in properties.items() if key != "id"
    }
    if form == "json":
        return told
    told.pop("text", None)
    return {
        key: legal("; ".join(map(str, v)) if isinstance(v, list) else v, form)
        if isinstance(v, list | str)
        else v
        for key, v in told.items()
        if v != []
    }


def said(told: Mapping[str, Any], *own: str) -> dict[str, Any]:
    """Leave out of what was read what is no property."""
    return {key: v for key, v in told.items() if key not in {"id", "label", "labels", *own}}


@pytest.mark.parametrize("form", FORMS)
@settings(deadline=None, max_examples=30)
@given(batches=st.lists(st.from_type(Batch), max_size=4))
def test_a_graph_comes_back(form: str, batches: list[Batch]) -> None:
    """Every node and every edge once, between the same ends, with all it carries."""
    whole = settle(batches)
    graph = parsed(written([*whole.nodes.values()], [*whole.edges.values()], form), form)
    assert graph.is_directed()
    assert set(graph) == whole.nodes.keys()
    for node in whole.nodes.values():
        assert said(graph.nodes[node.ref.id]) == expected(node.properties, form)
    found = edges_of(graph)
    assert found.keys() == whole.edges.keys()
    for edge in whole.edges.values():
        source, target, told = found[edge.id]
        assert (source, target) == (edge.source.id, edge.target.id)
        assert said(told, "type") == expected(edge.properties, form)


@pytest.mark.parametrize("form", FORMS)
def test_a_full_graph_comes_back(form: str, full: Graph) -> None:
    """Every key of the model, of its type; two edges of one type between two nodes are two."""
    nodes, edges = full
    graph = parsed(written(nodes, edges, form), form)
    assert graph.is_multigraph()
    assert graph.number_of_edges() == len(edges)
    for (_, told), node in zip(graph.nodes(data=True), nodes, strict=True):
        assert said(told) == expected(node.properties, form)
    found = edges_of(graph)
    assert len(found) == len(edges)
    for edge in edges:
        *_, told = found[edge.id if form == "json" else xml_id(edge.id)]
        assert said(told, "type") == expected(edge.properties, form)


@pytest.mark.parametrize("form", FORMS)
def test_equal_graphs_give_equal_bytes(
    form: str, full: Graph, shuffled: Callable[[Graph], Graph]
) -> None:
    """In whatever order the properties come; and no time is in them."""
    text = written(*full, form)
    assert written(*shuffled(full), form) == text
    assert "lastmodified" not in text


@pytest.mark.parametrize("form", FORMS)
@settings(deadline=None)
@given(text=st.text(st.characters(codec="utf-8")), key=st.text())
def test_hostile_strings_survive(form: str, text: str, key: str) -> None:
    """All that the format can hold, and an id leads to one node."""
    ref = NodeRef(Label.PERSON, f"person:{key}")
    node = Node(ref, {"id": ref.id, "name": text, "names": [text]})
    edge = Edge(EdgeType.MET_WITH, "m", ref, ref, {"id": "m", "place": text})
    graph = parsed(written([node], [edge], form), form)
    ((found, told),) = graph.nodes(data=True)
    assert list(graph.edges()) == [(found, found)]
    assert said(told) == expected({"name": text, "names": [text]}, form)


@pytest.mark.parametrize("form", FORMS)
def test_a_lone_surrogate_does_not_stop_an_export(form: str) -> None:
    """It is replaced, one code point for one."""
    node = Node(NodeRef(Label.PERSON, "person:x"), {"id": "person:x", "name": "a\ud800b"})
    assert "a\ufffdb" in written([node], [], form)


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_graph_is_a_graph(form: str) -> None:
    """Of no nodes, and no error."""
    graph = parsed(written([], [], form), form)
    assert (len(graph), graph.is_directed()) == (0, True)


@pytest.mark.parametrize("form", FORMS)
def test_rows_are_written_as_they_come(form: str, full: Graph) -> None:
    """A row is on its way before the next is asked for: memory does not grow with the graph."""
    nodes, edges = full
    out = io.StringIO()
    sizes: list[int] = []

    def watched(rows: list[Any]) -> Iterator[Any]:
        for row in rows:
            sizes.append(out.tell())
            yield row

    FILES[form](watched(nodes), watched(edges), out)
    assert len(set(sizes)) == len(sizes) == len(nodes) + len(edges)
