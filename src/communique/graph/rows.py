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
class Mention:
    """That a release names a thing or points at it, before anyone asks which thing it is.

    Attributes:
        id: Made of release, label and first span.
        label: What it is a mention of.
        properties: What the release tells of it.
        refers: The mentions of the same release that it points at, by what they are to it:
            ``offices``, ``of``, ``within``, ``part_of``.
    """

    id: str
    label: Label
    properties: Properties
    refers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Assertion:
    """One edge of a fact, between mentions.

    Attributes:
        type: What it says.
        id: Made of release, predicate and spans.
        source: The mention at its start.
        target: The mention at its end.
        properties: What it carries.
    """

    type: EdgeType
    id: str
    source: str
    target: str
    properties: Properties


@dataclass(frozen=True)
class Batch:
    """All that one release asserts: in it nobody is identified yet.

    Attributes:
        release: The Release node.
        mentions: What it mentions, sorted by id; every assertion ends at two of them.
        assertions: The edges of its facts, sorted by type and id.
    """

    release: Node
    mentions: tuple[Mention, ...] = ()
    assertions: tuple[Assertion, ...] = ()
