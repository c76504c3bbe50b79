"""The whole graph of some releases and decisions, made at once from their rows alone.

It is what the ledger, which settles release by release in a database, must come to; and what a
build of a whole archive calls.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from communique.graph.assertion import precedence
from communique.graph.attachment import Settled, attach
from communique.graph.decisions import Decision
from communique.graph.decisions.bearing import bear, standing
from communique.graph.derivation import derive_edges, derive_meetings, derive_nodes
from communique.graph.identity import ref_of
from communique.graph.keeping import keeping
from communique.graph.model import EdgeType, Label
from communique.graph.registry.clustering import Doubt
from communique.graph.registry.entry import Entry
from communique.graph.registry.holders import find_holder, is_seat
from communique.graph.registry.profile import Profile
from communique.graph.registry.profiles import join_all, profile_release
from communique.graph.registry.resolution import LAYERS, blocks_of, resolve
from communique.graph.rows import Batch, Edge, Node
from communique.graph.tenure import Attestations


@dataclass(frozen=True)
class Whole:
    """All nodes and edges by id, and what identity leaves open.

    Attributes:
        nodes: Nodes by id, releases among them.
        edges: Edges by id, asserted and derived.
        profiles: Which node each profile is of.
        reasons: Why, for all but the first profile of each node.
        doubts: Pairs of profiles that may be one.
        entries: What the registry keeps of each profile, by its id.
    """

    nodes: Mapping[str, Node]
    edges: Mapping[str, Edge]
    profiles: Mapping[str, str]
    reasons: Mapping[str, str]
    doubts: tuple[Doubt, ...]
    entries: Mapping[str, Entry]


def settle(batches: Iterable[Batch], decisions: Iterable[Decision] = ()) -> Whole:
    """Make the whole graph.

    Args:
        batches: What releases assert; of one address the latest counts.
        decisions: What people have decided, without contradiction.

    Returns:
        The graph: a function of the set of arguments, whatever their order.
    """
    kept: dict[str, Batch] = {}
    for batch in batches:
        known = kept.get(batch.release.ref.id)
        if known is None or precedence(batch.release) > precedence(known.release):
            kept[batch.release.ref.id] = batch
    with keeping():
        settling = _Settling([kept[key] for key in sorted(kept)], tuple(decisions))
        for label in LAYERS:
            settling.resolve(label)
            if label is Label.PERSON:
                settling.infer()
        return settling.finish()


@dataclass
class _Settling:
    batches: list[Batch]
    decisions: tuple[Decision, ...]
    nodes: dict[str, str] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    inferred: dict[str, str] = field(default_factory=dict)
    blocks: dict[str, frozenset[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.bearings = [bear(batch, self.decisions) for batch in self.batches]
        self.made: dict[str, Profile] = {}
        for batch, bearing in zip(self.batches, self.bearings, strict=True):
            self.made |= profile_release(standing(batch, bearing), bearing.mentions)
        self.profiles = join_all(self.made.values())
        self.decided = {
            self.made[mention].id: told
            for bearing in self.bearings
            for mention, told in bearing.mentions.items()
        }

    def resolve(self, label: Label) -> None:
        mine = {key: p for key, p in self.profiles.items() if p.label is label}
        blocks = {
            key: blocks_of(profile, self.nodes, self.decided.get(key, ()))
            for key, profile in mine.items()
        }
        self.blocks |= blocks
        found = resolve(mine, self.nodes, blocks)
        self.nodes |= found.nodes
        self.reasons |= found.reasons
        self.doubts += found.doubts

    def infer(self) -> None:
        tenures = {office: Attestations(days) for office, days in self._tenures().items()}
        nobody = Attestations({})
        for profile in self.profiles.values():
            if found := find_holder(profile, lambda key: tenures.get(self._seat(key), nobody)):
                self.nodes[profile.id], self.inferred[profile.id] = found

    def _seat(self, office: str) -> str:
        return self.nodes[office] if is_seat(self.profiles[office]) else ""

    def _tenures(self) -> dict[str, dict[str, set[str]]]:
        told: dict[str, dict[str, set[str]]] = {}
        for profile in self.made.values():
            if profile.label is Label.PERSON and profile.first:
                for office in profile.offices:
                    holders = told.setdefault(self.nodes[office], {})
                    holders.setdefault(self.nodes[profile.id], set()).add(profile.first)
        return told

    def finish(self) -> Whole:
        attached = [
            attach(batch, self._settled(batch, wrong.facts))
            for batch, wrong in zip(self.batches, self.bearings, strict=True)
        ]
        edges = [edge for each in attached for edge in each.edges]
        mentions = [edge for edge in edges if edge.type is EdgeType.MENTIONS]
        nodes = {node.ref.id: node for node in derive_nodes(mentions).values()}
        nodes |= {each.release.ref.id: each.release for each in attached}
        derived = {
            **derive_edges(mentions),
            **derive_meetings(e for e in edges if e.type is EdgeType.ATTENDED),
        }
        return Whole(
            nodes,
            {**{edge.id: edge for edge in edges}, **derived},
            self.nodes,
            self.reasons,
            tuple(self.doubts),
            self._entries(),
        )

    def _entries(self) -> dict[str, Entry]:
        doubts: dict[str, list[Doubt]] = defaultdict(list)
        for doubt in self.doubts:
            doubts[doubt.one].append(doubt)
        return {
            key: Entry(
                profile,
                self.nodes[key],
                self.blocks[key],
                self.reasons.get(key),
                tuple(sorted(doubts[key])),
                self.inferred.get(key),
            )
            for key, profile in self.profiles.items()
        }

    def _settled(self, batch: Batch, wrong: frozenset[str]) -> Settled:
        profiles = {mention.id: self.made[mention.id].id for mention in batch.mentions}
        return Settled(
            {mention: ref_of(self.nodes[profile]) for mention, profile in profiles.items()},
            profiles,
            {m: self.inferred[p] for m, p in profiles.items() if p in self.inferred},
            wrong,
        )
