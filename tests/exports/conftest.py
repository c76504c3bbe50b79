"""Graphs to export: invented ones, and one that fills every column of the model."""

from collections.abc import Callable, Iterator
from itertools import count, cycle

import pytest

from communique.exports.columns import Column, Sort, columns_of
from communique.graph.model import EDGES, EdgeType, Label, PlaceLabel
from communique.graph.rows import Edge, Node, NodeRef, Properties, Value

HOSTILE = (
    'a "quoted" word', "x,y;z|w", "line\nfeed", "cr\r\nlf\r", "back\\slash\\", '"', "'", "  spaced\t",
    "nul\x00bell\x07", "é李𠮷\u2028\u0085\ufeff", "<a href='&amp;'>]]>", "={1+1}", "null", "1", "\uffff",
)  # fmt: skip


Graph = tuple[list[Node], list[Edge]]


@pytest.fixture(scope="session")
def full() -> Graph:
    """A graph of hostile strings in which every node and edge that the model knows is full."""
    fill = _Filling()
    nodes = [
        fill.node(NodeRef(label, f"{label.lower()}:{number} {text}"))
        for label in Label
        for number, text in enumerate(HOSTILE)
    ]
    first = {node.ref.label: node.ref for node in reversed(nodes)}
    edges = [
        fill.edge(edge_type, first[source], first[target])
        for edge_type, spec in EDGES.items()
        for source in spec.sources
        for target in spec.targets
        for _ in range(2)
    ]
    return nodes, edges


@pytest.fixture(scope="session")
def shuffled() -> Callable[[Graph], Graph]:
    """Turn the properties of every node and edge round."""

    def turn(graph: Graph) -> Graph:
        nodes, edges = graph
        return (
            [Node(n.ref, _turned(n.properties), n.place_labels) for n in nodes],
            [Edge(e.type, e.id, e.source, e.target, _turned(e.properties)) for e in edges],
        )

    return turn


def _turned(properties: Properties) -> Properties:
    return {key: properties[key] for key in reversed(list(properties))}


class _Filling:
    def __init__(self) -> None:
        self.texts = cycle(HOSTILE)
        self.numbers = count(7)

    def node(self, ref: NodeRef) -> Node:
        places = (PlaceLabel.CITY, PlaceLabel.COUNTRY) if ref.label is Label.PLACE else ()
        return Node(ref, self._fill(ref.label, ref.id), places)

    def edge(self, edge_type: EdgeType, source: NodeRef, target: NodeRef) -> Edge:
        edge_id = f"{edge_type} {next(self.numbers)} {next(self.texts)}"
        return Edge(edge_type, edge_id, source, target, self._fill(edge_type, edge_id))

    def _fill(self, carrier: Label | EdgeType, told_id: str) -> dict[str, Value]:
        values = {column.key: self._value(column) for column in columns_of(carrier)}
        return {**values, "id": told_id}

    def _value(self, column: Column) -> Value:
        found = list(self._values(column.sort))
        return found if column.many else found[0]  # type: ignore[return-value]

    def _values(self, sort: Sort) -> Iterator[str | float]:
        for _ in range(2):
            number = next(self.numbers)
            match sort:
                case Sort.TEXT:
                    yield next(self.texts)
                case Sort.INTEGER:
                    yield number
                case Sort.DECIMAL:
                    yield -number / 7
                case Sort.BOOLEAN:
                    yield number % 2 == 0
