"""What follows from all that is asserted: node properties and derived edges.

Every derived property is a join: a union, a minimum, a maximum. So the order in which releases come
can't matter, adding a release joins what is there with what it says, and taking one away folds what
the others say. Both paths end in the same rows.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import cast

from communique.graph.identity import is_local, ref_of
from communique.graph.model import EdgeType, Label, PlaceLabel, Role
from communique.graph.rows import Edge, Node, NodeRef, Properties, Value

_STATUS_ORDER = ("occurred", "planned", "cancelled")
_PLACE_LABELS = {label.lower(): label for label in PlaceLabel}

DERIVED_FROM_MENTIONS = (
    EdgeType.HOLDS,
    EdgeType.OF,
    EdgeType.BASED_IN,
    EdgeType.IN,
    EdgeType.HELD_IN,
    EdgeType.PART_OF,
)
"""Edges that follow from the mentions of the node they start at."""


def seed(mention: Edge) -> Node:
    """Make of a node what one mention tells of it."""
    told = mention.properties
    properties: dict[str, Value] = {
        "id": mention.target.id,
        "name": told["form"],
        "names": told["forms"],
    }
    for key in _KEYS[mention.target.label]:
        if key in told:
            properties[key] = told[key]
    return Node(mention.target, properties, _place_labels(mention.target, told))


def join(one: Node, other: Node) -> Node:
    """Join what is known of a node from two sides; order and repetition don't matter."""
    properties = dict(one.properties)
    for key, value in other.properties.items():
        properties[key] = _JOINS[key](properties[key], value) if key in properties else value
    labels = sorted({*one.place_labels, *other.place_labels})
    return Node(one.ref, properties, tuple(labels))


def derive_nodes(mentions: Iterable[Edge], known: Iterable[Node] = ()) -> dict[NodeRef, Node]:
    """Fold mentions into nodes.

    Args:
        mentions: MENTIONS edges; those by inference tell nothing of what a node is.
        known: Nodes derived before from other mentions.

    Returns:
        A node for each that is known or mentioned.
    """
    nodes = {node.ref: node for node in known}
    fold_nodes(nodes, map(seed, (m for m in mentions if "inferred" not in m.properties)))
    return nodes


def fold_nodes(nodes: dict[NodeRef, Node], more: Iterable[Node]) -> None:
    """Join what more is known of nodes with what is.

    Args:
        nodes: What is known; it is changed.
        more: What other mentions tell.
    """
    for node in more:
        nodes[node.ref] = join(nodes[node.ref], node) if node.ref in nodes else node


def derive_edges(mentions: Iterable[Edge], known: Iterable[Edge] = ()) -> dict[str, Edge]:
    """Fold mentions into the derived edges that start at the nodes they mention.

    Args:
        mentions: MENTIONS edges.
        known: Derived edges that follow from other mentions.

    Returns:
        HOLDS, OF, BASED_IN, IN, HELD_IN and PART_OF edges by id.
    """
    edges = {edge.id: edge for edge in known}
    fold_edges(edges, (edge for mention in mentions for edge in _edges_of(mention)))
    return edges


def derive_meetings(attendances: Iterable[Edge]) -> dict[str, Edge]:
    """Fold ATTENDED edges into MET_WITH: one for each event and each pair that a fact asserts.

    Args:
        attendances: All ATTENDED edges of some events.

    Returns:
        MET_WITH edges by id.
    """
    sides: dict[str, dict[str, Edge]] = {}
    for edge in attendances:
        if edge.properties["status"] == "occurred" and edge.properties["role"] != Role.ATTENDEE:
            fact = cast("str", edge.properties["fact"])
            sides.setdefault(fact, {})[cast("str", edge.properties["role"])] = edge
    pairs = (pair for pair in sides.values() if len(pair) == len(("principal", "counterpart")))
    edges: dict[str, Edge] = {}
    fold_edges(edges, (e for pair in pairs for e in _meeting(pair)))
    return edges


def fold_edges(edges: dict[str, Edge], more: Iterable[Edge]) -> None:
    """Join what more is known of derived edges with what is.

    Args:
        edges: What is known, by id; it is changed.
        more: What other mentions and facts tell.
    """
    for edge in more:
        edges[edge.id] = _join_edges(edges[edge.id], edge) if edge.id in edges else edge


def _edges_of(mention: Edge) -> Iterator[Edge]:
    told, node = mention.properties, mention.target
    if "inferred" in told:
        return
    if node.label is Label.PERSON:
        for office in cast("list[str]", told.get("offices", [])):
            yield _holds(node, ref_of(office), cast("str | None", told.get("attested")))
    for key, types in _TARGETS.items():
        edge_type = types.get(node.label)
        if edge_type and told.get(key, node.id) != node.id:
            source = "gazetteer" if node.label is Label.PLACE else "text"
            yield _derived(edge_type, node, ref_of(cast("str", told[key])), {"source": source})


def _holds(person: NodeRef, office: NodeRef, day: str | None) -> Edge:
    dated = {"first_seen": day, "last_seen": day} if day and not day.startswith("-") else {}
    return _derived(EdgeType.HOLDS, person, office, {"attested": [day] if day else [], **dated})


def _meeting(pair: Mapping[str, Edge]) -> Iterator[Edge]:
    one, other = pair[Role.PRINCIPAL], pair[Role.COUNTERPART]
    ends = sorted((one.source, other.source), key=lambda r: (r.label is not Label.PERSON, r.id))
    if ends[0] == ends[1] or ends[0].label is not Label.PERSON:
        return
    properties: dict[str, Value] = {
        "event": one.target.id,
        "facts": [cast("str", one.properties["fact"])],
        "named": not is_local(ends[1].id),
    }
    for key in ("date", "place"):
        if key in one.properties:
            properties[key] = one.properties[key]
    yield _derived(EdgeType.MET_WITH, ends[0], ends[1], properties, f"@{one.target.id}")


def _derived(
    edge_type: EdgeType,
    source: NodeRef,
    target: NodeRef,
    properties: Properties,
    qualifier: str = "",
) -> Edge:
    edge_id = f"{edge_type}:{source.id}>{target.id}{qualifier}"
    return Edge(edge_type, edge_id, source, target, {"id": edge_id, **properties})


def _join_edges(one: Edge, other: Edge) -> Edge:
    properties = dict(one.properties)
    for key, value in other.properties.items():
        properties[key] = _JOINS[key](properties[key], value) if key in properties else value
    return Edge(one.type, one.id, one.source, one.target, properties)


def _place_labels(ref: NodeRef, told: Properties) -> tuple[PlaceLabel, ...]:
    label = _PLACE_LABELS.get(str(told.get("kind"))) if ref.label is Label.PLACE else None
    return (label,) if label else ()


def _union(one: Value, other: Value) -> Value:
    return sorted({*cast("list[str]", one), *cast("list[str]", other)})


def _least(one: Value, other: Value) -> Value:
    return min(one, other)


def _most(one: Value, other: Value) -> Value:
    return max(one, other)


def _fullest(one: Value, other: Value) -> Value:
    return min(str(one), str(other), key=lambda name: (-len(name), name))


def _surest(one: Value, other: Value) -> Value:
    return min(str(one), str(other), key=_STATUS_ORDER.index)


_JOINS: Mapping[str, Callable[[Value, Value], Value]] = {
    "id": _least,
    "name": _fullest,
    "names": _union,
    "title": _fullest,
    "kind": _least,
    "latitude": _least,
    "longitude": _least,
    "country": _least,
    "gazetteer": _least,
    "named": _most,
    "date": _least,
    "end_date": _most,
    "status": _surest,
    "attested": _union,
    "first_seen": _least,
    "last_seen": _most,
    "facts": _union,
    "event": _least,
    "place": _least,
    "source": _least,
}

_KEYS: Mapping[Label, tuple[str, ...]] = {
    Label.PERSON: (),
    Label.OFFICE: ("title",),
    Label.ORGANIZATION: ("kind",),
    Label.PLACE: ("kind", "latitude", "longitude", "country", "gazetteer"),
    Label.EVENT: ("kind", "named", "date", "end_date", "status"),
}

_TARGETS: Mapping[str, Mapping[Label, EdgeType]] = {
    "of": {Label.OFFICE: EdgeType.OF},
    "within": {
        Label.ORGANIZATION: EdgeType.BASED_IN,
        Label.PLACE: EdgeType.IN,
        Label.EVENT: EdgeType.HELD_IN,
    },
    "part_of": {Label.EVENT: EdgeType.PART_OF},
}
