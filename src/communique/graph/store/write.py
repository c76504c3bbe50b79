"""Rows into a database and out of it: parameterised, in bulk, by label and type.

Labels and types are names of the closed model; all that comes from a release is a parameter.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, Literal, TypeVar

from communique.graph.model import (
    AT_EVENTS,
    EDGES,
    FACT_EDGES,
    NODE_PROPERTIES,
    EdgeType,
    Label,
    PlaceLabel,
)
from communique.graph.rows import Edge, Node, NodeRef
from communique.graph.store.database import Store, Transaction
from communique.graph.store.portions import HEAVIEST, MOST, portions, weigh

Row = dict[str, Any]
R = TypeVar("R", Node, Edge)
K = TypeVar("K", bound=tuple[Any, ...])


def lock_nodes(tx: Transaction, refs: Iterable[NodeRef]) -> None:
    """Let no other transaction read these nodes to write them until this one is done.

    What is not there yet is made, bare, so that it can be held. Writers of the embedded engine take
    turns, and need none of this.
    """
    if tx.engine == "arcadedb":
        return
    for label, ids in _by_label(refs):
        send(tx, f"UNWIND $rows AS id MERGE (n:{label} {{id: id}}) SET n.id = id", ids)


def create_nodes(tx: Transaction, nodes: Iterable[Node]) -> None:
    """Write nodes of which none is there, as they come."""
    for (label, place_labels), some in _grouped(nodes, _labels_of):
        told, rows = in_columns([node.properties for node in some], NODE_PROPERTIES[label])
        cypher = f"UNWIND $rows AS row CREATE (:{':'.join([label, *place_labels])} {told})"
        tx.run(cypher, {"rows": rows})


def create_edges(tx: Transaction, edges: Iterable[Edge]) -> None:
    """Write edges of which none is there, between nodes that are, as they come."""
    for (edge_type, source, target), some in _grouped(edges, _ends_of):
        told, rows = in_columns([edge.properties for edge in some], EDGES[edge_type].properties)
        ends = [[edge.source.id, edge.target.id, row] for edge, row in zip(some, rows, strict=True)]
        cypher = (
            f"UNWIND $rows AS each MATCH (a:{source} {{id: each[0]}}) "
            f"MATCH (b:{target} {{id: each[1]}}) WITH a, b, each[2] AS row "
            f"CREATE (a)-[:{edge_type} {told}]->(b)"
        )
        tx.run(cypher, {"rows": ends})


def in_columns(
    rows: Sequence[Mapping[str, Any]], known: Sequence[str]
) -> tuple[str, list[list[Any]]]:
    """Take the names of properties out of rows: no name is sent again and again.

    Args:
        rows: Properties.
        known: Which properties there are.

    Returns:
        What makes them again of a list called ``row`` in Cypher, where null stands for what is not
        there, and such a list for each row.

    Raises:
        ValueError: If there is another property.
    """
    present = set().union(*rows)
    names = [name for name in known if name in present]
    if len(names) < len(present):
        message = f"No property is called {min(present.difference(known))!r}."
        raise ValueError(message)
    told = ", ".join(f"{name}: row[{number}]" for number, name in enumerate(names))
    return f"{{{told}}}", [[row.get(name) for name in names] for row in rows]


def merge_nodes(tx: Transaction, nodes: Iterable[Node]) -> None:
    """Write nodes: each then has just the properties and the place labels that its row has."""
    for (label, place_labels), some in _grouped(nodes, _labels_of):
        rows = [{"id": n.ref.id, "told": dict(n.properties)} for n in some]
        if label is Label.PLACE:
            _relabel(tx, [node.ref.id for node in some], place_labels)
        all_labels = ":".join([label, *place_labels])
        send(
            tx, f"UNWIND $rows AS row MERGE (n:{all_labels} {{id: row.id}}) SET n = row.told", rows
        )


def _labels_of(node: Node) -> tuple[Label, tuple[PlaceLabel, ...]]:
    return node.ref.label, node.place_labels


def _ends_of(edge: Edge) -> tuple[EdgeType, Label, Label]:
    return edge.type, edge.source.label, edge.target.label


def _grouped(items: Iterable[R], group_of: Callable[[R], K]) -> Iterator[tuple[K, list[R]]]:
    """Group items as they come: a group is given when it is full, and the others at the end."""
    groups: dict[K, list[R]] = defaultdict(list)
    weights: dict[K, int] = defaultdict(int)
    for item in items:
        group, weight = group_of(item), weigh(item.properties)
        if groups[group] and weights[group] + weight > HEAVIEST:
            yield group, groups.pop(group)
            weights[group] = 0
        groups[group].append(item)
        weights[group] += weight
        if len(groups[group]) == MOST:
            yield group, groups.pop(group)
            weights[group] = 0
    yield from sorted(groups.items(), key=itemgetter(0))


def _relabel(tx: Transaction, ids: Sequence[str], wanted: tuple[PlaceLabel, ...]) -> None:
    """Bring places that are there to the labels their rows have.

    It is a step before the merge, and one label change a statement: the embedded engine can't
    relabel what the same transaction has made or relabelled.
    """
    cypher = "UNWIND $rows AS id MATCH (n:Place {id: id}) RETURN n.id AS id, labels(n) AS labels"
    changes: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for row in send(tx, cypher, ids):
        has = {label for label in PlaceLabel if label in row["labels"]}
        if added := sorted(set(wanted) - has):
            changes["SET", *added].append(row["id"])
        if removed := sorted(has - set(wanted)):
            changes["REMOVE", *removed].append(row["id"])
    for (clause, *labels), changed in sorted(changes.items()):
        cypher = f"UNWIND $rows AS id MATCH (n:Place {{id: id}}) {clause} n:{':'.join(labels)}"
        send(tx, cypher, changed)


def merge_edges(tx: Transaction, edges: Iterable[Edge]) -> None:
    """Write edges between nodes that are there; each then has just the properties of its row."""
    for (edge_type, source, target), some in _grouped(edges, _ends_of):
        rows = [
            {"id": e.id, "source": e.source.id, "target": e.target.id, "told": dict(e.properties)}
            for e in some
        ]
        cypher = (
            f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source}}) "
            f"MATCH (b:{target} {{id: row.target}}) "
            f"MERGE (a)-[r:{edge_type} {{id: row.id}}]->(b) SET r = row.told"
        )
        send(tx, cypher, rows)


def delete_edges(tx: Transaction, edges: Iterable[Edge]) -> None:
    """Take edges away."""
    for (edge_type, source, target), some in _grouped(edges, _ends_of):
        rows = [{"id": e.id, "source": e.source.id, "target": e.target.id} for e in some]
        cypher = (
            f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source}})"
            f"-[r:{edge_type} {{id: row.id}}]->(:{target} {{id: row.target}}) DELETE r"
        )
        send(tx, cypher, rows)


def delete_nodes(tx: Transaction, refs: Iterable[NodeRef]) -> None:
    """Take nodes away, and whatever edges they still have."""
    for label, ids in _by_label(refs):
        cypher = f"UNWIND $rows AS id MATCH (n:{label} {{id: id}}) DETACH DELETE n"
        send(tx, cypher, ids)


def fetch_nodes(tx: Transaction, refs: Iterable[NodeRef]) -> list[Node]:
    """Fetch those of the nodes that are there."""
    found: list[Node] = []
    for label, ids in _by_label(refs):
        cypher = f"UNWIND $rows AS id MATCH (n:{label} {{id: id}}) RETURN n, labels(n) AS labels"
        found += [_node(label, row) for row in send(tx, cypher, ids)]
    return found


def fetch_edges_out(
    tx: Transaction,
    refs: Iterable[NodeRef],
    types: Sequence[EdgeType],
    releases: Collection[str] | None = None,
) -> list[Edge]:
    """Fetch the edges of some types that start at the nodes, of some releases or of all."""
    own = " WHERE r.release IN $releases" if releases is not None else ""
    found: list[Edge] = []
    for label, edge_type, ids in _pairs(refs, types, "sources"):
        cypher = f"MATCH (a:{label} {{id: id}})-[r:{edge_type}]->(b){own}"
        found += _fetch_edges(tx, edge_type, cypher, ids, releases)
    return found


def fetch_edges_in(
    tx: Transaction,
    refs: Iterable[NodeRef],
    types: Sequence[EdgeType],
    releases: Collection[str] | None = None,
) -> list[Edge]:
    """Fetch the edges of some types that end at the nodes, of some releases or of all."""
    own = " WHERE r.release IN $releases" if releases is not None else ""
    found: list[Edge] = []
    for label, edge_type, ids in _pairs(refs, types, "targets"):
        cypher = f"MATCH (b:{label} {{id: id}})<-[r:{edge_type}]-(a){own}"
        found += _fetch_edges(tx, edge_type, cypher, ids, releases)
    return found


def fetch_release_edges(tx: Transaction, releases: Collection[str]) -> list[Edge]:
    """Fetch all edges that some releases assert: from them, and between what they mention."""
    own = [NodeRef(Label.RELEASE, release) for release in releases]
    edges = fetch_edges_out(tx, own, [EdgeType.MENTIONS, EdgeType.REPORTS])
    if tx.engine != "arcadedb":
        return edges + _fetch_facts(tx, releases)
    mentioned = {edge.target for edge in edges}
    events = {ref for ref in mentioned if ref.label is Label.EVENT}
    edges += fetch_edges_in(tx, events, AT_EVENTS, releases)
    return edges + fetch_edges_out(tx, mentioned, _ELSEWHERE, releases)


def _fetch_facts(tx: Transaction, releases: Collection[str]) -> list[Edge]:
    """Fetch what releases tell by the index of ids: a minister has edges of thousands of them."""
    starts = sorted(f"{release}#" for release in releases)
    return [
        edge
        for edge_type in FACT_EDGES
        for edge in _fetch_edges(tx, edge_type, STARTING.format(edge_type), starts)
    ]


def fetch_mentioning(tx: Transaction, nodes: Mapping[NodeRef, Collection[str]]) -> set[str]:
    """Fetch the ids of the releases that mention nodes by some profiles.

    Args:
        tx: A transaction.
        nodes: For each node, ids of profiles.

    Returns:
        Ids of releases.
    """
    found: set[str] = set()
    for label, ids in _by_label(nodes):
        rows = [{"id": id_, "told": sorted(nodes[NodeRef(label, id_)])} for id_ in ids]
        cypher = (
            f"UNWIND $rows AS row MATCH (:{label} {{id: row.id}})<-[m:MENTIONS]-(r:Release) "
            "WHERE m.profile IN row.told RETURN DISTINCT r.id AS id"
        )
        found |= {row["id"] for row in send(tx, cypher, rows)}
    return found


def _pairs(
    refs: Iterable[NodeRef], types: Sequence[EdgeType], end: Literal["sources", "targets"]
) -> Iterator[tuple[Label, EdgeType, list[str]]]:
    """Pair the labels of some nodes with the edge types that can have them at an end."""
    for label, ids in _by_label(refs):
        for edge_type in types:
            if label in getattr(EDGES[edge_type], end):
                yield label, edge_type, ids


def _fetch_edges(
    tx: Transaction,
    edge_type: EdgeType,
    match: str,
    ids: Sequence[str],
    releases: Collection[str] | None = None,
) -> list[Edge]:
    told = None if releases is None else sorted(releases)
    rows = send(tx, f"UNWIND $rows AS id {match} RETURN {_ENDS}", ids, releases=told)
    return [_edge(edge_type, row) for row in rows]


def all_nodes(store: Store, label: Label) -> Iterator[Node]:
    """Walk the nodes of a label, sorted by id."""
    cypher = f"MATCH (n:{label}) RETURN n, labels(n) AS labels ORDER BY n.id"
    for row in store.stream(cypher, {}):
        yield _node(label, row)


def all_edges(store: Store, edge_type: EdgeType) -> Iterator[Edge]:
    """Walk the edges of a type, sorted by id."""
    cypher = f"MATCH (a)-[r:{edge_type}]->(b) RETURN {_ENDS} ORDER BY r.id"
    for row in store.stream(cypher, {}):
        yield _edge(edge_type, row)


STARTING = "MATCH (a)-[r:{}]->(b) WHERE r.id STARTS WITH id"
"""Finds the edges of a type whose id starts with one of some texts, by the index of ids."""

_ELSEWHERE = [edge for edge in FACT_EDGES if edge not in AT_EVENTS]
_ENDS = (
    "a.id AS source, labels(a) AS source_labels, b.id AS target, labels(b) AS target_labels, "
    "properties(r) AS told"
)


def send(
    tx: Transaction, cypher: str, rows: Iterable[Any], **parameters: object
) -> list[dict[str, Any]]:
    """Run a statement over many rows, a portion at a time; nothing is run over none."""
    found: list[dict[str, Any]] = []
    for some in portions(rows):
        found += tx.run(cypher, {"rows": list(some), **parameters})
    return found


def _by_label(refs: Iterable[NodeRef]) -> Iterator[tuple[Label, list[str]]]:
    groups: dict[Label, list[str]] = defaultdict(list)
    for ref in sorted(set(refs)):
        groups[ref.label].append(ref.id)
    yield from sorted(groups.items())


def _node(label: Label, row: Mapping[str, Any]) -> Node:
    told = {key: value for key, value in row["n"].items() if key != "labels"}
    places = tuple(sorted(p for p in PlaceLabel if p in row["labels"]))
    return Node(NodeRef(label, told["id"]), told, places)


def _edge(edge_type: EdgeType, row: Mapping[str, Any]) -> Edge:
    source = NodeRef(_label(row["source_labels"]), row["source"])
    target = NodeRef(_label(row["target_labels"]), row["target"])
    return Edge(edge_type, row["told"]["id"], source, target, row["told"])


def _label(labels: Sequence[str]) -> Label:
    return next(label for label in Label if label in labels)
