"""Attributes for the XML formats of graph tools: flat, of one type in a file, none of them a list.

The text of a release is left out: such tools draw graphs, and it would be most of the file.
"""

from collections.abc import Iterable, Iterator, Mapping

from communique.exports.columns import Sort, cells, columns_of
from communique.exports.strings import xml_text
from communique.graph.model import EdgeType, Label
from communique.graph.rows import Edge, Node, Properties, Value

RENAMED: Mapping[str, str] = {"source": "told_by"}
"""The source of a derived edge: in these formats a source is the node at which an edge starts."""

TYPES: Mapping[Sort, str] = {
    Sort.TEXT: "string",
    Sort.INTEGER: "long",
    Sort.DECIMAL: "double",
    Sort.BOOLEAN: "boolean",
}
"""What both formats call the sorts."""

_UNSAID = frozenset({"id", "text"})
_JOINT = "; "


def _typed(carriers: Iterable[Label | EdgeType]) -> dict[str, Sort]:
    """Give each key one sort, whoever carries it: a list is text here."""
    return {
        RENAMED.get(column.key, column.key): Sort.TEXT if column.many else column.sort
        for carrier in carriers
        for column in columns_of(carrier)
        if column.key not in _UNSAID
    }


NODE_ATTRIBUTES: Mapping[str, Sort] = {"labels": Sort.TEXT, **_typed(Label)}
"""What any node can carry; `labels` are its label and the further ones of a place."""
EDGE_ATTRIBUTES: Mapping[str, Sort] = _typed(EdgeType)
"""What any edge can carry."""


def name_of(node: Node) -> str:
    """Give the name by which a tool shows a node: its name, else its title, else its id."""
    found = node.properties.get("name") or node.properties.get("title") or node.ref.id
    return xml_text(str(found))


def said_of_node(node: Node) -> Iterator[tuple[str, str]]:
    """Give what a node carries, its labels first, as attributes and legal text."""
    yield "labels", _JOINT.join((node.ref.label, *node.place_labels))
    yield from _said(node.ref.label, node.properties)


def said_of_edge(edge: Edge) -> Iterator[tuple[str, str]]:
    """Give what an edge carries as attributes and legal text."""
    return _said(edge.type, edge.properties)


def _said(carrier: Label | EdgeType, properties: Properties) -> Iterator[tuple[str, str]]:
    for column, value in cells(carrier, properties):
        if column.key not in _UNSAID and value != []:
            yield RENAMED.get(column.key, column.key), _text(value)


def _text(value: Value) -> str:
    if isinstance(value, list):
        return xml_text(_JOINT.join(map(str, value)))
    if isinstance(value, bool):
        return "true" if value else "false"
    return xml_text(str(value))
