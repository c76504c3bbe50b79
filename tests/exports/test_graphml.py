"""GraphML: what its readers look for."""

import io
from collections import Counter

from lxml import etree

from communique.exports.graphml import write_graphml
from communique.graph.model import EdgeType, Label, PlaceLabel
from communique.graph.rows import Edge, Node, NodeRef

OSLO = NodeRef(Label.PLACE, "place:oslo")
SPACE = "{http://graphml.graphdrawing.org/xmlns}"
Graph = tuple[list[Node], list[Edge]]


def tree(nodes: list[Node], edges: list[Edge]) -> etree._Element:
    """Write a graph and parse it."""
    out = io.StringIO(newline="")
    write_graphml(nodes, edges, out)
    return etree.fromstring(out.getvalue().encode())


def test_a_node_is_shown_by_its_name_and_an_edge_by_its_type() -> None:
    """`label` is what tools show; `labels` are what a node is."""
    city = Node(OSLO, {"id": OSLO.id, "name": "Oslo"}, (PlaceLabel.CITY, PlaceLabel.COUNTRY))
    inside = Edge(EdgeType.IN, "in", OSLO, OSLO, {"id": "in", "source": "gazetteer"})
    root = tree([city], [inside])
    assert {d.get("key"): d.text for d in root.findall(f".//{SPACE}node/*")} == {
        "node-label": "Oslo", "node-labels": "Place; City; Country", "node-name": "Oslo",
    }  # fmt: skip
    assert {d.get("key"): d.text for d in root.findall(f".//{SPACE}edge/*")} == {
        "edge-label": "IN", "edge-told_by": "gazetteer",
    }  # fmt: skip


def test_every_key_has_one_type(full: Graph) -> None:
    """It is declared once, and nothing else is used."""
    root = tree(*full)
    declared = Counter(key.get("id") for key in root.findall(f"{SPACE}key"))
    assert set(declared.values()) == {1}
    assert {data.get("key") for data in root.iter(f"{SPACE}data")} == declared.keys()
    assert {key.get("attr.type") for key in root.findall(f"{SPACE}key")} == {
        "string", "long", "double", "boolean",
    }  # fmt: skip


def test_the_ids_of_edges_are_unique(full: Graph) -> None:
    """As those of nodes are, though XML can't hold every id as it is."""
    root = tree(*full)
    for kind, count in (("node", len(full[0])), ("edge", len(full[1]))):
        assert len({found.get("id") for found in root.iter(SPACE + kind)}) == count


def test_ids_that_only_xml_would_make_one_stay_two() -> None:
    """A control and the sign that stands for it are not the same."""
    refs = [NodeRef(Label.PERSON, f"person:{char}") for char in "\x00\x01\ufffd"]
    root = tree([Node(ref, {"id": ref.id}) for ref in refs], [])
    assert len({node.get("id") for node in root.iter(f"{SPACE}node")}) == 3


def test_the_text_of_a_release_is_left_out() -> None:
    """Its headline is its label."""
    ref = NodeRef(Label.RELEASE, "https://news.example/1")
    root = tree([Node(ref, {"id": ref.id, "title": "Talks", "text": "A long text."})], [])
    assert {d.get("key"): d.text for d in root.findall(f".//{SPACE}node/*")} == {
        "node-label": "Talks", "node-labels": "Release", "node-title": "Talks",
    }  # fmt: skip


def test_what_has_no_name_is_shown_by_its_id() -> None:
    """An empty list says nothing."""
    root = tree([Node(OSLO, {"id": OSLO.id, "names": []})], [])
    assert [d.text for d in root.findall(f".//{SPACE}node/*")] == ["place:oslo", "Place"]
