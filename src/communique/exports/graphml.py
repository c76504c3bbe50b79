"""GraphML: the graph for networkx, yEd, igraph and Cytoscape."""

from collections.abc import Iterable, Iterator
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from communique.exports.attributes import (
    EDGE_ATTRIBUTES,
    NODE_ATTRIBUTES,
    TYPES,
    name_of,
    said_of_edge,
    said_of_node,
)
from communique.exports.columns import Sort
from communique.exports.strings import xml_id
from communique.graph.rows import Edge, Node

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""

_KEPT = {"\r": "&#13;"}  # a reader would make a line feed of it


def write_graphml(nodes: Iterable[Node], edges: Iterable[Edge], out: TextIO) -> None:
    """Write a graph as GraphML, row by row.

    A node's `label` is its name, an edge's its type. Lists are joined by ``; `` and the texts of
    releases left out.

    Args:
        nodes: Its nodes.
        edges: Its edges.
        out: Where to; a stream of UTF-8 that leaves line feeds as they are.

    Raises:
        DataError: If a value is not of the sort that the model gives its key.
    """
    out.write(_HEAD)
    out.writelines(_keys())
    out.write('<graph edgedefault="directed">\n')
    out.writelines(map(_node, nodes))
    out.writelines(map(_edge, edges))
    out.write("</graph>\n</graphml>\n")


def _keys() -> Iterator[str]:
    for owner, attributes in (("node", NODE_ATTRIBUTES), ("edge", EDGE_ATTRIBUTES)):
        for title, sort in {"label": Sort.TEXT, **attributes}.items():
            yield (
                f'<key id="{owner}-{title}" for="{owner}" '
                f'attr.name="{title}" attr.type="{TYPES[sort]}"/>\n'
            )


def _node(node: Node) -> str:
    said = _data("node", [("label", name_of(node)), *said_of_node(node)])
    return f"<node id={quoteattr(xml_id(node.ref.id))}>{said}</node>\n"


def _edge(edge: Edge) -> str:
    ends = f"source={quoteattr(xml_id(edge.source.id))} target={quoteattr(xml_id(edge.target.id))}"
    said = _data("edge", [("label", edge.type), *said_of_edge(edge)])
    return f"<edge id={quoteattr(xml_id(edge.id))} {ends}>{said}</edge>\n"


def _data(owner: str, said: Iterable[tuple[str, str]]) -> str:
    return "".join(
        f'<data key="{owner}-{title}">{escape(text, _KEPT)}</data>' for title, text in said
    )
