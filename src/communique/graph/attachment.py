"""From what a release asserts to edges of the graph, once it is settled who is who; and back.

Both ways are exact: `detach` makes of a release's edges the batch they were attached from, so that
the graph itself keeps all that is asserted and can be settled anew when identity changes.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from communique.errors import StoreError
from communique.graph.inference import lower, restore
from communique.graph.model import EDGES, EdgeType, Label, Layer
from communique.graph.rows import Assertion, Batch, Edge, Mention, Node, NodeRef, Properties, Value

_SETTLED = ("profile", "refers", "inferred", "offices", "of", "within", "part_of")
_REFERRING = ("offices", "of", "within", "part_of")
_PLURAL = frozenset(("offices",))
_ENDS = ("source_mention", "target_mention")


@dataclass(frozen=True)
class Settled:
    """What identity came to for the mentions of a release.

    Attributes:
        nodes: Which node each mention is of.
        profiles: The profile of each mention.
        inferred: On what it rests that a title without a name is of a person.
        wrong: Facts that somebody has called wrong.
    """

    nodes: Mapping[str, NodeRef]
    profiles: Mapping[str, str] = field(default_factory=dict)
    inferred: Mapping[str, str] = field(default_factory=dict)
    wrong: Collection[str] = frozenset()


@dataclass(frozen=True)
class Attached:
    """A release in the graph: its node and its edges, sorted by type and id."""

    release: Node
    edges: tuple[Edge, ...]


def attach(batch: Batch, settled: Settled) -> Attached:
    """Attach what a release asserts to the nodes it is about.

    Args:
        batch: What it asserts.
        settled: Which nodes its mentions are of.

    Returns:
        The release with all its edges. What can't stand in the graph just now, a wrong fact or one
        whose two ends are one node, is kept in the release's `withheld`.
    """
    held_back = {a.id for a in batch.assertions if _is_withheld(a, settled)}
    idle = set(_idle_events(batch, held_back))
    mentions = [m for m in batch.mentions if m.id not in idle]
    assertions = [a for a in batch.assertions if a.id not in held_back]
    withheld = [_write(m, settled.profiles.get(m.id)) for m in batch.mentions if m.id in idle]
    withheld += [_write(a) for a in batch.assertions if a.id in held_back]
    told = {k: v for k, v in batch.release.properties.items() if k != "withheld"}
    release = Node(batch.release.ref, {**told, "withheld": sorted(withheld)} if withheld else told)
    edges = (
        *(_mention_edge(release.ref, m, settled) for m in mentions),
        *_reports(release.ref, mentions, settled),
        *_fact_edges(mentions, assertions, settled),
    )
    return Attached(release, tuple(sorted(edges, key=lambda edge: (edge.type, edge.id))))


def detach(release: Node, edges: Iterable[Edge]) -> Batch:
    """Make of a release in the graph again what it asserts.

    Args:
        release: Its node.
        edges: All its edges.

    Returns:
        The batch it was attached from.
    """
    mentions: list[Mention] = []
    assertions: list[Assertion] = []
    for kept in withheld_by(release):
        if isinstance(kept, Mention):
            mentions.append(kept)
        else:
            assertions.append(kept)
    for edge in edges:
        if edge.type is EdgeType.MENTIONS:
            mentions.append(_mention_of(edge))
        elif edge.type is not EdgeType.REPORTS and EDGES[edge.type].layer is Layer.ASSERTED:
            assertions.append(_assertion_of(edge))
    told = {k: v for k, v in release.properties.items() if k != "withheld"}
    return Batch(
        Node(release.ref, told),
        tuple(sorted(mentions, key=lambda mention: mention.id)),
        tuple(sorted(assertions, key=lambda each: (each.type, each.id))),
    )


def withheld_by(release: Node) -> list[Mention | Assertion]:
    """Take out what a release asserts that can't stand in the graph just now.

    Args:
        release: Its node.

    Returns:
        Mentions and assertions, as they were before anything was attached.
    """
    return [_read(row) for row in cast("list[str]", release.properties.get("withheld", []))]


def profiles_of(attached: Attached) -> dict[str, str]:
    """Tell the profile of each mention of a release that is in the graph.

    Args:
        attached: The release.

    Returns:
        Ids of profiles by ids of mentions, those among them that are withheld.

    Raises:
        StoreError: If it was written before mentions had profiles.
    """
    rows = map(json.loads, cast("list[str]", attached.release.properties.get("withheld", [])))
    withheld = {row["id"]: row["profile"] for row in rows if row.get("profile")}
    mentions = (edge for edge in attached.edges if edge.type is EdgeType.MENTIONS)
    try:
        return withheld | {edge.id: str(edge.properties["profile"]) for edge in mentions}
    except KeyError:
        message = f"{attached.release.ref.id} was written by an older communique."
        raise StoreError(message, "Load the releases into a new graph.") from None


def _is_withheld(told: Assertion, settled: Settled) -> bool:
    wrong = told.properties["fact"] in settled.wrong
    return wrong or settled.nodes[told.source] == settled.nodes[told.target]


def _idle_events(batch: Batch, held_back: Collection[str]) -> Iterator[str]:
    """Find events without a name that only facts told of which none stands any more."""
    told = {a.target for a in batch.assertions if a.id in held_back}
    still = {a.target for a in batch.assertions if a.id not in held_back}
    for mention in batch.mentions:
        unnamed = mention.label is Label.EVENT and mention.properties.get("named") is False
        if unnamed and mention.id in told - still:
            yield mention.id


def write_refers(refers: Mapping[str, Sequence[str]]) -> list[str]:
    """Write what a mention points at as one property: a list of ``key mention``."""
    return [f"{key} {mention}" for key, ids in sorted(refers.items()) for mention in ids]


def read_refers(told: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Read what `write_refers` wrote."""
    refers: dict[str, tuple[str, ...]] = {}
    for each in told:
        key, _, mention = each.partition(" ")
        refers[key] = (*refers.get(key, ()), mention)
    return refers


def _mention_edge(release: NodeRef, mention: Mention, settled: Settled) -> Edge:
    properties: dict[str, Value] = dict(mention.properties)
    if profile := settled.profiles.get(mention.id):
        properties["profile"] = profile
    if basis := settled.inferred.get(mention.id):
        properties["inferred"] = basis
    if mention.refers:
        properties["refers"] = write_refers(mention.refers)
    for key, ids in mention.refers.items():
        nodes = sorted({settled.nodes[i].id for i in ids if i in settled.nodes})
        if nodes:
            properties[key] = nodes if key in _PLURAL else nodes[0]
    return Edge(EdgeType.MENTIONS, mention.id, release, settled.nodes[mention.id], properties)


def _mention_of(edge: Edge) -> Mention:
    refers = read_refers(cast("list[str]", edge.properties.get("refers", [])))
    label = Label(edge.id.rpartition("#mentions.")[2].partition(".")[0].capitalize())
    return Mention(edge.id, label, _without(edge.properties, _SETTLED), refers)


def _reports(release: NodeRef, mentions: Iterable[Mention], settled: Settled) -> Iterator[Edge]:
    seen: set[NodeRef] = set()
    for mention in mentions:
        node = settled.nodes[mention.id]
        if mention.label is Label.EVENT and node not in seen:
            seen.add(node)
            edge_id = mention.id.replace("#mentions.event.", "#reports.")
            yield Edge(
                EdgeType.REPORTS, edge_id, release, node, {"id": edge_id, "release": release.id}
            )


def _fact_edges(
    mentions: Iterable[Mention], assertions: Iterable[Assertion], settled: Settled
) -> Iterator[Edge]:
    refers = {mention.id: mention.refers for mention in mentions}
    for told in assertions:
        properties: dict[str, Value] = dict(told.properties)
        properties |= zip(_ENDS, (told.source, told.target), strict=True)
        offices = refers.get(told.source, {}).get("offices", ())
        if held := sorted({settled.nodes[office].id for office in offices}):
            properties["offices"] = held
        bases = [settled.inferred[m] for m in (told.source, told.target) if m in settled.inferred]
        ends = settled.nodes[told.source], settled.nodes[told.target]
        yield Edge(told.type, told.id, *ends, lower(properties, bases))


def _assertion_of(edge: Edge) -> Assertion:
    told = restore(edge.properties)
    source, target = (str(told[end]) for end in _ENDS)
    return Assertion(edge.type, edge.id, source, target, _without(told, (*_ENDS, "offices")))


def _without(properties: Properties, keys: Collection[str]) -> Properties:
    return {key: value for key, value in properties.items() if key not in keys}


def _write(row: Mention | Assertion, profile: str | None = None) -> str:
    told: dict[str, Any] = {"id": row.id, "properties": dict(row.properties)}
    if isinstance(row, Mention):
        refers = {key: list(ids) for key, ids in row.refers.items()}
        told |= {"label": row.label, "refers": refers, "profile": profile}
    else:
        told |= {"type": row.type, "source": row.source, "target": row.target}
    return json.dumps(told, sort_keys=True)


def _read(text: str) -> Mention | Assertion:
    told = json.loads(text)
    if "label" in told:
        refers = {key: tuple(ids) for key, ids in told["refers"].items()}
        return Mention(told["id"], Label(told["label"]), told["properties"], refers)
    return Assertion(
        EdgeType(told["type"]), told["id"], told["source"], told["target"], told["properties"]
    )
