"""Last stages: releases attached to nodes, what follows from that, and what the registry keeps."""

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from communique.builds.stages.drafting import TOLD
from communique.builds.stages.identity import EVENT, OFFICE, WHO
from communique.builds.stages.stage import Row, Stage, by_key
from communique.builds.stages.telling import read_batch, read_row, write_json, write_row
from communique.graph.attachment import Attached, Settled, attach
from communique.graph.derivation import (
    derive_edges,
    derive_meetings,
    derive_nodes,
    fold_edges,
    fold_nodes,
)
from communique.graph.identity import ref_of
from communique.graph.model import EdgeType
from communique.graph.registry.clustering import Doubt
from communique.graph.registry.entry import Entry, read_profile, write_entry
from communique.graph.rows import Edge, Node, NodeRef

_SOME = 200
"""So many releases have what follows from them folded before it is handed on."""


def attach_releases(rows: Iterable[Row]) -> Iterator[Row]:
    """Attach releases to the nodes they are about.

    Args:
        rows: What releases assert, and ``settled`` rows with mention, profile, node and on what
            that rests, by release.

    Yields:
        Their nodes and edges, and, as ``part`` rows, what of other nodes and derived edges follows
        from some of them.
    """
    following = _Following()
    for number, (_, some) in enumerate(by_key(rows, "release")):
        attached = _attach(some)
        for row in chain[Node | Edge]([attached.release], attached.edges):
            yield {"kind": "whole", **write_row(row)}
        following.add(attached)
        if number % _SOME == _SOME - 1:
            yield from following.take()
    yield from following.take()


def _attach(rows: Iterable[Row]) -> Attached:
    nodes: dict[str, NodeRef] = {}
    profiles: dict[str, str] = {}
    bases: dict[str, str] = {}
    told: list[Row] = []
    for row in rows:
        if row["kind"] != "settled":
            told.append(row)
            continue
        mention = row["id"]
        nodes[mention], profiles[mention] = ref_of(row["told"]), row["other"]
        if row["more"]:
            bases[mention] = row["more"]
    return attach(read_batch(told), Settled(nodes, profiles, bases))


class _Following:
    """What follows from some releases."""

    def __init__(self) -> None:
        self._nodes: dict[NodeRef, Node] = {}
        self._edges: dict[str, Edge] = {}

    def add(self, attached: Attached) -> None:
        mentions = [edge for edge in attached.edges if edge.type is EdgeType.MENTIONS]
        attended = [edge for edge in attached.edges if edge.type is EdgeType.ATTENDED]
        fold_nodes(self._nodes, derive_nodes(mentions).values())
        fold_edges(self._edges, derive_edges(mentions).values())
        fold_edges(self._edges, derive_meetings(attended).values())

    def take(self) -> Iterator[Row]:
        for row in chain[Node | Edge](self._nodes.values(), self._edges.values()):
            yield {"kind": "part", **write_row(row)}
        self._nodes, self._edges = {}, {}


def fold(rows: Iterable[Row]) -> Iterator[Row]:
    """Fold what follows from some releases and from others into one row.

    Args:
        rows: ``part`` rows, by id.

    Yields:
        Nodes and derived edges, each once.
    """
    for _, some in by_key(rows, "id"):
        nodes: dict[NodeRef, Node] = {}
        edges: dict[str, Edge] = {}
        for part in map(read_row, some):
            if isinstance(part, Node):
                fold_nodes(nodes, [part])
            else:
                fold_edges(edges, [part])
        for row in chain[Node | Edge](nodes.values(), edges.values()):
            yield write_row(row)


def keep(rows: Iterable[Row]) -> Iterator[Row]:
    """Make what the registry keeps of each profile.

    Args:
        rows: ``ready`` rows with profile and blocks, ``node`` rows with what each came to, and
            ``doubt`` rows, by profile.

    Yields:
        The entries of the registry.
    """
    for profile_id, some in by_key(rows, "id"):
        told: dict[str, Any] = {"doubts": []}
        for row in some:
            if row["kind"] == "doubt":
                told["doubts"].append(Doubt(profile_id, row["other"], *json.loads(row["told"])))
            else:
                told[row["kind"]] = row
        ready, node = json.loads(told["ready"]["told"]), told["node"]
        entry = Entry(
            read_profile(ready["profile"]),
            node["other"], frozenset(ready["blocks"]), node["told"] or None,
            tuple(sorted(told["doubts"])), node["more"] or None,
        )  # fmt: skip
        yield {"id": profile_id, "told": write_json(write_entry(entry))}


_READY = " UNION ALL ".join(
    f"SELECT id, kind, other, told, '' AS more FROM {wave.name}_ready WHERE kind = 'ready' "
    f"UNION ALL SELECT id, kind, other, told, '' AS more FROM {wave.name}_clusters "
    "WHERE kind = 'doubt'"
    for wave in (WHO, OFFICE, EVENT)
)

ATTACHED = Stage(
    "attached",
    ("kind", "carrier", "id", "told"),
    f"{TOLD} UNION ALL SELECT d.told AS release, 'settled' AS kind, n.node AS told, d.id, d.other, "
    "n.basis AS more FROM drafts d JOIN nodes n ON d.other = n.id WHERE d.kind = 'mention'",
    attach_releases,
    "release",
)
FOLDED = Stage(
    "folded",
    ("carrier", "id", "told"),
    "SELECT carrier, id, told FROM attached WHERE kind = 'part'",
    fold,
    "id",
)
ENTRIES = Stage(
    "entries",
    ("id", "told"),
    f"{_READY} UNION ALL SELECT id, 'node' AS kind, node AS other, reason AS told, basis AS more "
    "FROM nodes",
    keep,
    "id",
)
ROWS = (
    "SELECT carrier, id, told FROM attached WHERE kind = 'whole' "
    "UNION ALL SELECT carrier, id, told FROM folded"
)
"""The nodes and edges of the graph, once all stages are done."""
