"""Whether a whole graph is what its releases make of it.

Releases are taken a few at a time, and so are the nodes that they mention: a big graph needs hardly
more memory than a small one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from more_itertools import chunked

from communique.graph.attachment import Settled, attach, detach, withheld_by
from communique.graph.conformance import check_batch
from communique.graph.derivation import (
    DERIVED_FROM_MENTIONS,
    derive_edges,
    derive_meetings,
    derive_nodes,
)
from communique.graph.held import Held
from communique.graph.identity import ref_of
from communique.graph.model import EDGES, EdgeType, Label, Layer, allows
from communique.graph.properties import Violation, check_properties, shown
from communique.graph.rows import Assertion, Batch, Edge, Node

RELEASES, NODES = 50, 500
"""How many are taken at a time."""

_UNREADABLE = (AttributeError, KeyError, TypeError, ValueError)
_ENDS = ("source_mention", "target_mention")
_REFERRING = ("offices", "of", "within", "part_of")
_ASSERTED = [edge for edge, spec in EDGES.items() if spec.layer is Layer.ASSERTED]


def check_graph(held: Held) -> Iterator[Violation]:
    """Check a graph by the model's own rules.

    Args:
        held: The graph.

    Yields:
        Each thing that is not as its releases make it: ids that are there twice, edges that the
        model does not have, what releases assert, and what is derived from that.
    """
    for label in Label:
        yield from _check_nodes(label, held.nodes(label))
    counted: Counter[str] = Counter()
    for edge_type in EDGES:
        yield from _check_edges(edge_type, held.edges(edge_type), counted)
    for releases in chunked(held.nodes(Label.RELEASE), RELEASES):
        yield from _check_releases(held, releases, counted)
    for label in Label:
        if label is not Label.RELEASE:
            for nodes in chunked(held.nodes(label), NODES):
                yield from _read(nodes[0].ref.id, _check_derived(held, nodes))
                if label is Label.EVENT:
                    yield from _read(nodes[0].ref.id, _check_meetings(held, nodes, counted))
    for left, count in sorted(counted.items()):
        if count:
            yield Violation(left, "missing", f"It is not there, but {count} edges name it.")


def check_release(release: Node, edges: Iterable[Edge]) -> Iterator[Violation]:
    """Check a release in the graph: what it asserts, and what that came to.

    Args:
        release: Its node.
        edges: All edges that it asserts.

    Yields:
        Each thing that is wrong with what it asserts, and each edge that is not what its mentions
        came to.
    """
    there = {edge.id: edge for edge in edges}
    batch = detach(release, there.values())
    found = list(check_batch(batch))
    yield from found
    if not found:
        wanted = attach(batch, _settled(release, batch, there))
        yield from _compare({edge.id: edge for edge in wanted.edges}, there, "attached")


def _check_nodes(label: Label, nodes: Iterable[Node]) -> Iterator[Violation]:
    last = None
    for node in nodes:
        where = node.ref.id
        if where == last:
            yield Violation(where, "twice", f"There are two {label} nodes with this id.")
        last = where
        if label is not Label.RELEASE:
            yield from check_properties(where, label, node.properties, ("name", "names"))
            if not where.startswith(f"{label.lower()}:"):
                yield Violation(where, "label", f"It is a {label} by its label, not by its id.")


def _check_edges(
    edge_type: EdgeType, edges: Iterable[Edge], counted: Counter[str]
) -> Iterator[Violation]:
    last = None
    for edge in edges:
        if edge.id == last:
            yield Violation(edge.id, "twice", f"There are two {edge_type} edges with this id.")
        last = edge.id
        if not allows(edge_type, edge.source.label, edge.target.label):
            message = (
                f"The model has no {edge_type} from {edge.source.label} to {edge.target.label}."
            )
            yield Violation(edge.id, "end-label", message)
        yield from check_properties(edge.id, edge_type, edge.properties)
        if EDGES[edge_type].layer is Layer.ASSERTED:
            counted[str(edge.properties.get("release"))] += 1
        elif edge_type is EdgeType.MET_WITH:
            counted[str(edge.properties.get("event"))] += 1


def _check_releases(
    held: Held, releases: Sequence[Node], counted: Counter[str]
) -> Iterator[Violation]:
    edges: dict[str, list[Edge]] = defaultdict(list)
    for edge in held.edges_of([release.ref.id for release in releases]):
        edges[str(edge.properties.get("release"))].append(edge)
    for release in releases:
        where = release.ref.id
        own = edges[where]
        yield from _read(where, check_release(release, own))
        if (stray := counted.pop(where, 0) - len(own)) > 0:
            message = f"{stray} of its edges start at nothing that it mentions."
            yield Violation(where, "attached", message)


def _settled(release: Node, batch: Batch, edges: Mapping[str, Edge]) -> Settled:
    """Read off the edges what the mentions came to."""
    mentions = [edges[m.id] for m in batch.mentions if m.id in edges]
    nodes = {edge.id: edge.target for edge in mentions}
    for mention in batch.mentions:
        for key, ids in mention.refers.items():
            idle = [each for each in ids if each not in edges]
            told = edges[mention.id].properties.get(key) if mention.id in edges else None
            if len(idle) == 1 and isinstance(told, str):  # only who points at it tells what it was
                nodes[idle[0]] = ref_of(told)
    return Settled(
        nodes,
        {e.id: str(e.properties["profile"]) for e in mentions if "profile" in e.properties},
        {e.id: str(e.properties["inferred"]) for e in mentions if "inferred" in e.properties},
        {str(a.properties["fact"]) for a in withheld_by(release) if isinstance(a, Assertion)},
    )


def _check_derived(held: Held, nodes: Sequence[Node]) -> Iterator[Violation]:
    refs = [node.ref for node in nodes]
    mentions = held.edges_in(refs, [EdgeType.MENTIONS])
    wanted = derive_nodes(mentions)
    for node in nodes:
        if node.ref not in wanted:
            yield Violation(node.ref.id, "derived", "No release mentions it.")
        elif wanted[node.ref] != node:
            differ = _differ(wanted[node.ref].properties, node.properties) or ["its labels"]
            message = f"It is not what its mentions tell: {', '.join(differ)}."
            yield Violation(node.ref.id, "derived", message)
    there = held.edges_out(refs, DERIVED_FROM_MENTIONS)
    yield from _compare(derive_edges(mentions), {edge.id: edge for edge in there}, "derived")


def _check_meetings(
    held: Held, nodes: Sequence[Node], counted: Counter[str]
) -> Iterator[Violation]:
    attendances = held.edges_in([node.ref for node in nodes], [EdgeType.ATTENDED])
    wanted = derive_meetings(attendances)
    people = sorted({e.source for e in attendances if e.source.label is Label.PERSON})
    events = {node.ref.id for node in nodes}
    met = held.edges_out(people, [EdgeType.MET_WITH])
    there = {edge.id: edge for edge in met if edge.properties.get("event") in events}
    yield from _compare(wanted, there, "derived")
    for event in sorted(events):
        near = sum(edge.properties["event"] == event for edge in there.values())
        if (stray := counted.pop(event, 0) - near) > 0:
            message = f"{stray} MET_WITH edges tell of people who did not attend it."
            yield Violation(event, "derived", message)


def _compare(
    wanted: Mapping[str, Edge], there: Mapping[str, Edge], rule: str
) -> Iterator[Violation]:
    for key in sorted(wanted.keys() | there.keys()):
        if key not in there:
            yield Violation(key, rule, "It follows from what releases assert, but is not there.")
        elif key not in wanted:
            yield Violation(key, rule, "It follows from nothing that a release asserts.")
        elif wanted[key] != there[key]:
            one, other = wanted[key], there[key]
            differ = _differ(one.properties, other.properties)
            differ += [
                end for end in ("source", "target") if getattr(one, end) != getattr(other, end)
            ]
            message = f"It is not what releases make of it: {', '.join(differ) or 'its type'}."
            yield Violation(key, rule, message)


def _differ(one: Mapping[str, object], other: Mapping[str, object]) -> list[str]:
    keys = sorted({*one, *other})
    return [f"`{key}`" for key in keys if one.get(key) != other.get(key)]


def _read(where: str, checks: Iterator[Violation]) -> Iterator[Violation]:
    """Go on where rows are so far from the model that nothing can be made of them."""
    try:
        yield from checks
    except _UNREADABLE as error:
        message = f"What is there can't be read as rows of the model: {shown(str(error))}."
        yield Violation(where, "unreadable", message)
