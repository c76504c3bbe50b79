"""GEXF: what Gephi looks for."""

import io
from collections import Counter

from lxml import etree

from communique.exports.gexf import write_gexf
from communique.graph.model import EdgeType, Label
from communique.graph.rows import Edge, Node, NodeRef

ADA, OSLO = NodeRef(Label.PERSON, "person:ada-oduya"), NodeRef(Label.PLACE, "place:oslo")
SPACE = "{http://gexf.net/1.3}"
Graph = tuple[list[Node], list[Edge]]


def tree(nodes: list[Node], edges: list[Edge]) -> etree._Element:
    """Write a graph and parse it."""
    out = io.StringIO(newline="")
    write_gexf(nodes, edges, out)
    return etree.fromstring(out.getvalue().encode())


def test_a_node_is_shown_by_its_name() -> None:
    """And every node has a label: where no name is known, its id."""
    nodes = [Node(ADA, {"id": ADA.id, "name": "Ada Oduya"}), Node(OSLO, {"id": OSLO.id})]
    found = tree(nodes, []).iter(f"{SPACE}node")
    assert [(n.get("id"), n.get("label")) for n in found] == [
        (ADA.id, "Ada Oduya"),
        (OSLO.id, OSLO.id),
    ]


def test_edges_between_two_nodes_stay_apart() -> None:
    """Gephi joins parallel edges of one kind: the kind is the type."""
    types = (EdgeType.THANKED, EdgeType.MET_WITH)
    edges = [Edge(t, t.lower(), ADA, OSLO, {"id": t.lower()}) for t in types]
    found = list(tree([], edges).iter(f"{SPACE}edge"))
    assert [dict(edge.attrib) for edge in found] == [
        {"id": t.lower(), "source": ADA.id, "target": OSLO.id, "label": t, "kind": t} for t in types
    ]
    assert all(len(edge) == 0 for edge in found)


def test_every_attribute_has_one_type(full: Graph) -> None:
    """It is declared once, none is a list, and nothing else is used."""
    root = tree(*full)
    declared = Counter(a.get("id") for a in root.iter(f"{SPACE}attribute"))
    assert set(declared.values()) == {1}
    assert {value.get("for") for value in root.iter(f"{SPACE}attvalue")} == declared.keys()
    assert {a.get("type") for a in root.iter(f"{SPACE}attribute")} == {
        "string", "long", "double", "boolean",
    }  # fmt: skip


def test_no_column_of_gephi_is_taken(full: Graph) -> None:
    """Its own columns of edges are called source and target; ours have ids of their own."""
    root = tree(*full)
    assert all("-" in str(a.get("id")) for a in root.iter(f"{SPACE}attribute"))
    titles = {a.get("title") for a in root.iter(f"{SPACE}attribute")}
    assert titles.isdisjoint({"id", "label", "source", "target", "type", "weight", "text"})


def test_every_line_end_survives() -> None:
    """An attribute of XML would make spaces of them."""
    name = "a\nb\rc\r\nd\te"
    (node,) = tree([Node(ADA, {"id": ADA.id, "name": name})], []).iter(f"{SPACE}node")
    assert node.get("label") == name
