"""Rows: nodes and edges as plain values, before and after any database."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from communique.graph.model import EdgeType, Label, PlaceLabel

Value = str | int | float | bool | list[str] | list[int]
Properties = Mapping[str, Value]
"""Property values that both databases and RDF can hold: never null, never nested."""


@dataclass(frozen=True, order=True)
class NodeRef:
    """Which node: its label and its id."""

    label: Label
    id: str


@dataclass(frozen=True)
class Node:
    """A node with its properties, `id` among them.

    Attributes:
        ref: Which node.
        properties: What it carries; absent means unknown.
        place_labels: The further labels of a place, sorted: a city-state is a City and a Country.
    """

    ref: NodeRef
    properties: Properties
    place_labels: tuple[PlaceLabel, ...] = ()


@dataclass(frozen=True)
class Edge:
    """An edge with its properties, `id` among them.

    Attributes:
        type: What it says.
        id: Made of release, type and spans for an asserted edge; of its ends for a derived one.
        source: From which node.
        target: To which node.
        properties: What it carries.
    """

    type: EdgeType
    id: str
    source: NodeRef
    target: NodeRef
    properties: Properties


@dataclass(frozen=True)
class Batch:
    """All that one release asserts, ready to be written.

    Attributes:
        release: The Release node.
        edges: The asserted edges, sorted by type and id: MENTIONS of every node that any other edge
            ends at, so that each node has evidence.
    """

    release: Node
    edges: tuple[Edge, ...] = field(default=())
