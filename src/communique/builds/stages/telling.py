"""Batches, nodes and edges as rows of tables, and back."""

import json
from collections.abc import Iterable
from typing import Any

from communique.builds.parts import read_assertion, read_mention
from communique.builds.stages.stage import Row
from communique.graph.model import EdgeType, Label, PlaceLabel
from communique.graph.rows import Assertion, Batch, Edge, Mention, Node, NodeRef, Properties

RELEASE, MENTION, FACT = "release", "mention", "fact"


def read_batch(rows: Iterable[Row]) -> Batch:
    """Make of the rows of one release what it asserts.

    Args:
        rows: One of kind `RELEASE`, and those of its mentions and facts.

    Returns:
        What it asserts; the same whatever the order of the rows.
    """
    mentions: list[Mention] = []
    assertions: list[Assertion] = []
    release: Node | None = None
    for row in rows:
        told = _told(row["told"])
        match row["kind"]:
            case kind if kind == MENTION:
                mentions.append(read_mention(told))
            case kind if kind == FACT:
                assertions.append(read_assertion(told))
            case _:
                release = Node(NodeRef(Label.RELEASE, told["id"]), told)
    if release is None:
        message = "mentions and facts without their release"
        raise ValueError(message)
    return Batch(
        release,
        tuple(sorted(mentions, key=lambda mention: mention.id)),
        tuple(sorted(assertions, key=lambda each: (each.type, each.id))),
    )


def _told(text: str) -> dict[str, Any]:
    told = {key: value for key, value in json.loads(text).items() if value is not None}
    told.pop("part", None)
    return told


def write_row(row: Node | Edge) -> Row:
    """Write a node or an edge as a row: `carrier`, `id` and `told`."""
    told: dict[str, Any] = {"properties": dict(row.properties)}
    if isinstance(row, Node):
        if row.place_labels:
            told["labels"] = list(row.place_labels)
        return {"carrier": row.ref.label, "id": row.ref.id, "told": write_json(told)}
    told |= {"source": [row.source.label, row.source.id]}
    told |= {"target": [row.target.label, row.target.id]}
    return {"carrier": row.type, "id": row.id, "told": write_json(told)}


def read_row(row: Row) -> Node | Edge:
    """Read what `write_row` wrote."""
    told = json.loads(row["told"])
    properties: Properties = told["properties"]
    if "source" not in told:
        labels = tuple(map(PlaceLabel, told.get("labels", ())))
        return Node(NodeRef(Label(row["carrier"]), row["id"]), properties, labels)
    source, target = (NodeRef(Label(told[end][0]), told[end][1]) for end in ("source", "target"))
    return Edge(EdgeType(row["carrier"]), row["id"], source, target, properties)


def write_json(told: Any) -> str:  # noqa: ANN401 - whatever JSON holds
    """Write JSON; equal values give equal texts."""
    return json.dumps(told, sort_keys=True, ensure_ascii=False)
