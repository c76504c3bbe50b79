"""Node-link JSON: the graph for networkx, D3 and anything that reads JSON."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from communique.exports.attributes import RENAMED
from communique.exports.columns import cells
from communique.exports.strings import encodable
from communique.graph.rows import Edge, Node

_HEAD = '{"directed": true, "multigraph": true, "graph": {},\n"nodes": ['


def write_nodelink(nodes: Iterable[Node], edges: Iterable[Edge], out: TextIO) -> None:
    """Write a directed multigraph as ``networkx.node_link_graph(data, edges="edges")`` reads it.

    A node has its `labels` and an edge its `type`; the key of an edge is its id.

    Args:
        nodes: Its nodes, one a line.
        edges: Its edges, one a line.
        out: Where to; a stream of UTF-8 that leaves line feeds as they are.

    Raises:
        DataError: If a value is not of the sort that the model gives its key.
    """
    out.write(_HEAD)
    out.writelines(_lines(map(_node, nodes)))
    out.write('\n],\n"edges": [')
    out.writelines(_lines(map(_edge, edges)))
    out.write("\n]}\n")


def _lines(items: Iterable[dict[str, Any]]) -> Iterator[str]:
    before = "\n"
    for item in items:
        yield before + encodable(json.dumps(item, ensure_ascii=False, sort_keys=True))
        before = ",\n"


def _node(node: Node) -> dict[str, Any]:
    told = {column.key: value for column, value in cells(node.ref.label, node.properties)}
    return {**told, "id": node.ref.id, "labels": [node.ref.label, *node.place_labels]}


def _edge(edge: Edge) -> dict[str, Any]:
    told = {
        RENAMED.get(column.key, column.key): value
        for column, value in cells(edge.type, edge.properties)
    }
    ends = {"source": edge.source.id, "target": edge.target.id}
    return {**told, **ends, "id": edge.id, "key": edge.id, "type": edge.type}
