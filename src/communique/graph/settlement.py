"""Releases put in, taken out or decided about, and everything that follows settled in a database.

What changes are profiles; what shares a block with one that changed is resolved again, label by
label; releases whose mentions came to other nodes are attached anew; what any of it touches is
derived again. All of it is one transaction, and comes to what `graph.whole` makes at once.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from communique.graph.attachment import Attached, Settled, attach, detach, profiles_of
from communique.graph.decisions.bearing import Bearing, bear, standing
from communique.graph.identity import ref_of
from communique.graph.model import EdgeType, Label
from communique.graph.registry.entry import Entry
from communique.graph.registry.profile import Profile
from communique.graph.registry.profiles import join_all, profile_release
from communique.graph.registry.register import Register
from communique.graph.registry.resolution import LAYERS
from communique.graph.rows import Batch, Edge, NodeRef
from communique.graph.store import Transaction
from communique.graph.store.decisions import fetch_decisions
from communique.graph.store.registry import Entries
from communique.graph.store.write import (
    fetch_edges_in,
    fetch_mentioning,
    fetch_nodes,
    fetch_release_edges,
    lock_nodes,
)
from communique.graph.writing import Change, rewrite


def settle(tx: Transaction, batches: Mapping[NodeRef, Batch | None]) -> None:
    """Put texts in the place of what the graph has of some releases, and settle what follows.

    Args:
        tx: A write transaction.
        batches: What each release is to assert from now on; None where it is to go.
    """
    lock_nodes(tx, batches)
    _Settlement(tx, batches).run()


class _Settlement:
    def __init__(self, tx: Transaction, batches: Mapping[NodeRef, Batch | None]) -> None:
        self.tx = tx
        self.register = Register(Entries(tx))
        self.batches = dict(batches)
        self.before = fetch_attached(tx, batches)
        self.bearings: dict[NodeRef, Bearing] = {}
        self.profiles: dict[NodeRef, dict[str, str]] = {}

    def run(self) -> None:
        changed = self._change()
        self.register.gather()
        for label in LAYERS:
            self.register.resolve(label)
        seats = self.register.seats(changed | self.register.moved)
        self._write(set(self.batches))
        self.register.infer(seats, self._tenures)
        if self.register.moved:
            self.register.resolve(Label.EVENT)
            self._write(set())

    def _change(self) -> set[str]:
        """Bring the profiles to what the texts make of them; tell which the texts have or had."""
        made = self._profile(self.batches)
        had = {p for a in self.before.values() for p in profiles_of(a).values()}
        self.register.hold(had.union(*made.values()))
        lost = self._lost(made)
        joined = join_all([*_every(made), *self._elsewhere(lost)])
        decided = {
            self.profiles[ref][mention]: told
            for ref, bearing in self.bearings.items()
            for mention, told in bearing.mentions.items()
        }
        for profile in sorted(had | joined.keys()):
            self.register.change(
                profile, joined.get(profile), decided.get(profile, ()), whole=profile in lost
            )
        return had | joined.keys()

    def _profile(
        self, batches: Mapping[NodeRef, Batch | None]
    ) -> dict[NodeRef, dict[str, Profile]]:
        """Make the profiles of what texts mention, as decisions about them want it."""
        decisions = fetch_decisions(self.tx, [ref.id for ref in batches]) if batches else ()
        found: dict[NodeRef, dict[str, Profile]] = {}
        for ref, batch in batches.items():
            if batch is not None:
                bearing = self.bearings[ref] = bear(batch, decisions)
                made = profile_release(standing(batch, bearing), bearing.mentions)
                self.profiles[ref] = {mention: p.id for mention, p in made.items()}
                found[ref] = join_all(made.values())
        return found

    def _lost(self, made: Mapping[NodeRef, Mapping[str, Profile]]) -> set[str]:
        """List profiles of which a release told something else before, or more.

        Of the others what is kept holds: a decision about one mention leaves alone what hundreds of
        releases tell of a minister whom its release mentions too.
        """
        found: set[str] = set()
        for ref, attached in self.before.items():
            before, after = self._told_before(attached), made.get(ref, {})
            found |= {p for p, told in before.items() if told is None or after.get(p) != told}
        return found

    def _told_before(self, attached: Attached) -> Mapping[str, Profile | None]:
        """Make again what a release told of its profiles; None where that can't be known."""
        profiles = profiles_of(attached)
        entries = self.register.load(profiles.values())
        decided = {m for m, p in profiles.items() if p in entries and _is_decided(entries[p])}
        made = profile_release(detach(attached.release, attached.edges), decided)
        if {mention: profile.id for mention, profile in made.items()} != profiles:
            return dict.fromkeys(profiles.values())
        return join_all(made.values())

    def _elsewhere(self, lost: Collection[str]) -> Iterable[Profile]:
        """Make again what other releases tell of profiles of which these tell something else."""
        shared = [e for e in self.register.load(lost).values() if e.profile.mention is None]
        nodes: dict[NodeRef, set[str]] = defaultdict(set)
        for entry in shared:
            nodes[ref_of(entry.node)].add(entry.id)
        others = fetch_mentioning(self.tx, nodes) - {ref.id for ref in self.batches}
        refs = [NodeRef(Label.RELEASE, other) for other in others]
        attached = fetch_attached(self.tx, refs)
        kept = {ref: detach(each.release, each.edges) for ref, each in attached.items()}
        wanted = {entry.id for entry in shared}
        found = [p for p in _every(self._profile(kept)) if p.id in wanted]
        for ref in refs:
            self.bearings.pop(ref, None)
            self.profiles.pop(ref, None)
        return found

    def _tenures(self, offices: Collection[str]) -> dict[str, dict[str, list[str]]]:
        """Fetch the days on which the holders of offices are attested."""
        held: dict[str, dict[str, list[str]]] = {office: {} for office in offices}
        for edge in fetch_edges_in(self.tx, map(ref_of, offices), [EdgeType.HOLDS]):
            told = edge.properties.get("attested", [])
            held[edge.target.id][edge.source.id] = list(told)  # type: ignore[arg-type]
        return held

    def _write(self, refs: set[NodeRef]) -> None:
        """Write profiles, and all releases whose mentions they moved or that changed themselves."""
        moved = self.register.departures()
        local = {NodeRef(Label.RELEASE, release) for release in self.register.local_releases()}
        found = fetch_mentioning(self.tx, moved)
        wanted = refs | local | {NodeRef(Label.RELEASE, release) for release in found}
        self._read(wanted - self.before.keys() - refs)
        self.register.write()
        changes = [Change(ref, self.before.get(ref), self._after(ref)) for ref in sorted(wanted)]
        rewrite(self.tx, changes)
        for change in changes:
            if change.after:
                self.before[change.ref] = change.after

    def _read(self, refs: Collection[NodeRef]) -> None:
        """Read releases that are about to be attached anew."""
        found = fetch_attached(self.tx, refs)
        if not found:
            return
        self.before |= found
        decisions = fetch_decisions(self.tx, [ref.id for ref in found])
        for ref, attached in found.items():
            batch = detach(attached.release, attached.edges)
            self.batches[ref] = batch
            self.bearings[ref] = bear(batch, decisions)
            self.profiles[ref] = profiles_of(attached)

    def _after(self, ref: NodeRef) -> Attached | None:
        batch = self.batches.get(ref)
        if batch is None:
            return None
        profiles = self.profiles[ref]
        entries = self.register.load(profiles.values())
        nodes = {mention: ref_of(entries[p].node) for mention, p in profiles.items()}
        bases = {m: basis for m, p in profiles.items() if (basis := entries[p].basis)}
        return attach(batch, Settled(nodes, profiles, bases, self.bearings[ref].facts))


def _every(made: Mapping[NodeRef, Mapping[str, Profile]]) -> list[Profile]:
    return [profile for profiles in made.values() for profile in profiles.values()]


def _is_decided(entry: Entry) -> bool:
    """Tell whether a profile is of one mention because a decision speaks of that."""
    return entry.profile.named and entry.profile.mention is not None


def fetch_attached(tx: Transaction, refs: Collection[NodeRef]) -> dict[NodeRef, Attached]:
    """Fetch releases with all their edges.

    Args:
        tx: A transaction.
        refs: The releases.

    Returns:
        Those that are there.
    """
    nodes = {n.ref: n for n in fetch_nodes(tx, refs) if "sha256" in n.properties}
    edges: dict[str, list[Edge]] = defaultdict(list)
    for edge in fetch_release_edges(tx, [ref.id for ref in nodes]):
        edges[str(edge.properties["release"])].append(edge)
    return {
        ref: Attached(node, tuple(sorted(edges[ref.id], key=lambda e: (e.type, e.id))))
        for ref, node in nodes.items()
    }
