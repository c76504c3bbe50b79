"""Values as the driver gives them, made plain: what JSON and a table can hold."""

from collections.abc import Mapping
from typing import Any

from neo4j.graph import Node, Path, Relationship

_PLAIN = frozenset((str, int, float, bool, type(None)))


def plain(value: object) -> Any:  # noqa: ANN401 - any JSON value
    """Make a value plain.

    Args:
        value: What a record holds.

    Returns:
        A node as its properties with ``labels``; an edge as its properties with ``type``, and in a
        path with the ids of its ``source`` and ``target``, which no database tells of an edge
        alone; a path as ``nodes`` and ``edges``; a date or time as ISO string; everything else as
        it is. No address inside a database is ever shown.
    """
    if type(value) in _PLAIN:  # nearly all are
        return value
    if isinstance(value, Node):
        return {"id": value.get("id"), "labels": sorted(value.labels), **_plain_map(value)}
    if isinstance(value, Relationship):
        ends = {"source": value.start_node, "target": value.end_node}
        known = {end: node["id"] for end, node in ends.items() if node and node.get("id")}
        return {"id": value.get("id"), "type": value.type, **known, **_plain_map(value)}
    if isinstance(value, Path):
        nodes, edges = value.nodes, value.relationships
        return {"nodes": [plain(n) for n in nodes], "edges": [plain(e) for e in edges]}
    return _plain_collection(value)


def _plain_collection(value: object) -> Any:  # noqa: ANN401 - any JSON value
    if hasattr(value, "iso_format"):  # a duration is a tuple too
        return value.iso_format()
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    return value.hex() if isinstance(value, bytes | bytearray) else value


def _plain_map(entity: Node | Relationship) -> dict[str, Any]:
    return {key: plain(value) for key, value in sorted(entity.items())}
