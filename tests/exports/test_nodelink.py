"""Node-link JSON."""

import io
import json

from communique.exports.nodelink import write_nodelink
from communique.graph.model import EdgeType, Label, PlaceLabel
from communique.graph.rows import Edge, Node, NodeRef, Value

OSLO = NodeRef(Label.PLACE, "place:oslo")
Graph = tuple[list[Node], list[Edge]]


def test_lists_and_numbers_stay_what_they_are() -> None:
    """The source of an edge is a node, so who told of it goes by another name."""
    out = io.StringIO()
    told: dict[str, Value] = {"id": OSLO.id, "names": ["Oslo", "奥斯陆"], "latitude": 59.9}
    inside = Edge(EdgeType.IN, "in", OSLO, OSLO, {"id": "in", "source": "text"})
    write_nodelink([Node(OSLO, told, (PlaceLabel.CITY,))], [inside], out)
    assert json.loads(out.getvalue()) == {
        "directed": True,
        "multigraph": True,
        "graph": {},
        "nodes": [{**told, "labels": ["Place", "City"]}],
        "edges": [
            {
                "id": "in", "key": "in", "type": "IN", "source": OSLO.id, "target": OSLO.id,
                "told_by": "text",
            }
        ],
    }  # fmt: skip


def test_a_node_or_edge_is_a_line_with_sorted_keys(full: Graph) -> None:
    """Such as `grep`, `sort` and `diff` read."""
    out = io.StringIO()
    write_nodelink(*full, out)
    lines = [line.rstrip(",") for line in out.getvalue().split("\n") if '"id"' in line]
    assert len(lines) == len(full[0]) + len(full[1])
    assert all(list(told) == sorted(told) for told in map(json.loads, lines))
