"""GEXF 1.3: the graph for Gephi."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TextIO
from xml.sax.saxutils import quoteattr

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
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta><creator>communique</creator></meta>
<graph mode="static" defaultedgetype="directed" idtype="string">
"""


def write_gexf(nodes: Iterable[Node], edges: Iterable[Edge], out: TextIO) -> None:
    """Write a graph as GEXF, row by row.

    A node's label is its name; an edge's label and kind are its type, so that edges of several
    types between two nodes stay apart; Gephi keeps those of one type apart when it is told not to
    merge edges. Lists are joined by ``; `` and the texts of releases left out.

    Args:
        nodes: Its nodes.
        edges: Its edges.
        out: Where to; a stream of UTF-8 that leaves line feeds as they are.

    Raises:
        DataError: If a value is not of the sort that the model gives its key.
    """
    out.write(_HEAD)
    out.writelines(_attributes("node", NODE_ATTRIBUTES))
    out.writelines(_attributes("edge", EDGE_ATTRIBUTES))
    out.write("<nodes>\n")
    out.writelines(map(_node, nodes))
    out.write("</nodes>\n<edges>\n")
    out.writelines(map(_edge, edges))
    out.write("</edges>\n</graph>\n</gexf>\n")


def _attributes(owner: str, attributes: Mapping[str, Sort]) -> Iterator[str]:
    yield f'<attributes class="{owner}" mode="static">\n'
    for title, sort in attributes.items():
        yield f'<attribute id="{owner}-{title}" title="{title}" type="{TYPES[sort]}"/>\n'
    yield "</attributes>\n"


def _node(node: Node) -> str:
    own = f"id={quoteattr(xml_id(node.ref.id))} label={quoteattr(name_of(node))}"
    return f"<node {own}>{_values('node', said_of_node(node))}</node>\n"


def _edge(edge: Edge) -> str:
    ends = f"source={quoteattr(xml_id(edge.source.id))} target={quoteattr(xml_id(edge.target.id))}"
    own = f'id={quoteattr(xml_id(edge.id))} {ends} label="{edge.type}" kind="{edge.type}"'
    return f"<edge {own}>{_values('edge', said_of_edge(edge))}</edge>\n"


def _values(owner: str, said: Iterable[tuple[str, str]]) -> str:
    values = "".join(
        f'<attvalue for="{owner}-{title}" value={quoteattr(text)}/>' for title, text in said
    )
    return values and f"<attvalues>{values}</attvalues>"
