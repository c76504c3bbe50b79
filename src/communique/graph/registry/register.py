"""The register: profiles as they are kept, and as they are to be when a change is settled."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from communique.graph.identity import ref_of
from communique.graph.model import Label
from communique.graph.registry.entry import Entry
from communique.graph.registry.holders import find_holder, is_seat
from communique.graph.registry.naming import name_clusters
from communique.graph.registry.profile import Profile
from communique.graph.registry.profiles import join_profiles
from communique.graph.registry.resolution import (
    blocks_of,
    decided_blocks,
    decisions_of,
    label_of,
    links_of,
    resolve,
)
from communique.graph.rows import NodeRef
from communique.graph.tenure import Attestations


class Entries(Protocol):
    """Where entries are kept."""

    @property
    def shared(self) -> bool:
        """Whether others can write at the same time, so that only what is locked holds still."""
        ...

    def fetch(self, ids: Collection[str]) -> Iterable[Entry]:
        """Fetch entries by id."""
        ...

    def fetch_sharing(self, blocks: Collection[str]) -> Iterable[Entry]:
        """Fetch those in any of some blocks, and all that share a block with one of them."""
        ...

    def fetch_resting(self, profiles: Collection[str]) -> Iterable[Entry]:
        """Fetch those whose node rests on that of any of some profiles."""
        ...

    def hold(self, ids: Collection[str]) -> None:
        """Hold entries, those to come too, until the transaction ends."""
        ...

    def lock(self, blocks: Collection[str]) -> None:
        """Hold blocks until the transaction ends."""
        ...

    def write(
        self, entries: Collection[tuple[Entry | None, Entry]], gone: Collection[Entry]
    ) -> None:
        """Write entries over what is there, and take others away."""
        ...


@dataclass(frozen=True)
class Seats:
    """Offices with a body or place, of which tenures may have changed.

    Attributes:
        nodes: Their nodes.
        blocks: The blocks in which all profiles of these nodes stand.
    """

    nodes: frozenset[str]
    blocks: frozenset[str]


@dataclass
class Register:
    """Entries read, changed and written back, label by label.

    Attributes:
        kept: Where they are kept.
        moved: Profiles that were of another node, or of it on another basis, before.
    """

    kept: Entries
    moved: set[str] = field(default_factory=set)
    _was: dict[str, Entry | None] = field(default_factory=dict)
    _now: dict[str, Entry] = field(default_factory=dict)
    _gone: set[str] = field(default_factory=set)
    _dirty: dict[Label, set[str]] = field(default_factory=lambda: defaultdict(set))
    _explored: set[str] = field(default_factory=set)

    def hold(self, ids: Collection[str]) -> dict[str, Entry]:
        """Give the entries of profiles that are about to change; nobody else changes them."""
        self.kept.hold(ids)
        return self.load(ids)

    def load(self, ids: Iterable[str]) -> dict[str, Entry]:
        """Give the entries of profiles as they are to be; those there are none of are left out."""
        wanted = set(ids)
        missing = wanted - self._was.keys()
        if missing:
            self._was |= dict.fromkeys(missing)
            self._remember(self.kept.fetch(missing))
        return {each: self._now[each] for each in sorted(wanted & self._now.keys())}

    def change(
        self, profile_id: str, profile: Profile | None, decisions: Iterable[str], *, whole: bool
    ) -> None:
        """Bring a profile to what its mentions tell.

        Args:
            profile_id: Its id; it has been loaded.
            profile: What mentions tell; None where none is left.
            decisions: Ids of decisions about its mention.
            whole: Whether these are all its mentions, or some to be joined with the others.
        """
        known = self._now.get(profile_id)
        if profile is None:
            if self._now.pop(profile_id, None):
                self._gone.add(profile_id)
                self._dirty[label_of(profile_id)].add(profile_id)
            return
        told = profile if whole or known is None else join_profiles(known.profile, profile)
        held = frozenset(decisions)
        if known and known.profile == told and decisions_of(known.blocks) == held:
            return
        entry = known or Entry(told)
        blocks = decided_blocks(told.label, held)
        self._now[profile_id] = replace(entry, profile=told, blocks=blocks)
        self._dirty[told.label].add(profile_id)

    def gather(self) -> None:
        """Fetch at once what all changed profiles have to be held against that rest on no other."""
        seeds: set[str] = set()
        for label in (Label.PLACE, Label.ORGANIZATION, Label.PERSON):
            for entry in self._told(self._dirty[label]):
                seeds |= entry.blocks or blocks_of(entry.profile, {})
        self._component(seeds, ())

    def resolve(self, label: Label) -> None:
        """Resolve again all of a label that a change can have reached."""
        dirty = self._dirty.pop(label, set())
        if label in (Label.OFFICE, Label.EVENT) and self.moved:
            resting = self._remember(self.kept.fetch_resting(sorted(self.moved)))
            dirty |= {entry.id for entry in resting if entry.profile.label is label}
        if not dirty:
            return
        nodes = self._nodes_under(self._now[each] for each in dirty if each in self._now)
        seeds = {block for each in dirty if (was := self._was[each]) for block in was.blocks}
        for each in dirty & self._now.keys():
            entry = self._now[each]
            blocks = blocks_of(entry.profile, nodes, decisions_of(entry.blocks))
            self._now[each] = replace(entry, blocks=blocks)
            seeds |= blocks
        self._settle(self._component(seeds, dirty))

    def seats(self, profiles: Collection[str]) -> "Seats":
        """List the offices that any of some people or titles hold or held.

        Args:
            profiles: Profiles of people, titles and offices; before anything is written back.

        Returns:
            Those with a body or place, as they were and as they are to be.
        """
        offices = {each for each in profiles if label_of(each) is Label.OFFICE}
        for entry in self._told(profiles):
            offices |= set(entry.profile.offices)
        self.load(offices)
        known = [entry for entry in self._told(offices) if is_seat(entry.profile)]
        return Seats(
            frozenset(entry.node for entry in known),
            frozenset(block for entry in known for block in entry.blocks),
        )

    def infer(
        self,
        seats: "Seats",
        tenures: Callable[[Collection[str]], Mapping[str, Mapping[str, Iterable[str]]]],
    ) -> None:
        """Tell again whom titles without a name mean.

        Args:
            seats: Offices of which tenures may have changed.
            tenures: Gives the tenures of offices by the ids of their nodes.
        """
        found = self._component(seats.blocks, ())
        seated = (e for e in found.values() if e.node in seats.nodes and is_seat(e.profile))
        offices = {entry.id: entry for entry in seated}
        resting = self._remember(self.kept.fetch_resting(sorted(offices)))
        titles = [e.id for e in resting if e.profile.label is Label.ORGANIZATION]
        if not titles:
            return
        told = tenures(sorted({office.node for office in offices.values()}))
        held = {office: Attestations(days) for office, days in told.items()}
        for each in sorted(set(titles)):
            self._mean(self._now[each], offices, held)

    def departures(self) -> dict[NodeRef, set[str]]:
        """List the nodes that profiles leave, with the profiles."""
        left: dict[NodeRef, set[str]] = defaultdict(set)
        for each in self.moved:
            was = self._was[each]
            if was and was.profile.release is None:
                left[ref_of(was.node)].add(each)
        return left

    def local_releases(self) -> set[str]:
        """List the releases of profiles of one mention that moved."""
        found = (self._was[each] for each in self.moved)
        return {was.profile.release for was in found if was and was.profile.release}

    def write(self) -> None:
        """Write back what is not as it was."""
        gone = [was for each in sorted(self._gone) if (was := self._was[each])]
        changed = [
            (self._was[each], self._now[each])
            for each in sorted(self._now)
            if self._now[each] != self._was[each]
        ]
        self.kept.write(changed, gone)
        self._was |= self._now
        self._was |= dict.fromkeys(self._gone)
        self._gone.clear()
        self.moved.clear()

    def _remember(self, entries: Iterable[Entry]) -> list[Entry]:
        """Take note of entries as they are kept; give them as they are to be, the gone left out."""
        found = []
        for entry in entries:
            if self._was.get(entry.id) is None and entry.id not in self._gone:
                self._was[entry.id] = entry
                self._now.setdefault(entry.id, entry)
            if entry.id in self._now:
                found.append(self._now[entry.id])
        return found

    def _nodes_under(self, entries: Iterable[Entry]) -> dict[str, str]:
        """Tell the nodes that entries rest on."""
        links = {link for entry in entries for link in links_of(entry.profile)}
        return {each: entry.node for each, entry in self.load(links).items()}

    def _component(self, seeds: Collection[str], dirty: Iterable[str]) -> dict[str, Entry]:
        """Find all that stand in a block with any of these, directly or through others."""
        members = {each: self._now[each] for each in dirty if each in self._now}
        seen: set[str] = set()
        frontier = set(seeds)
        while frontier:
            self._explore(frontier - self._explored)
            members |= {e.id: e for e in self._now.values() if not frontier.isdisjoint(e.blocks)}
            seen |= frontier
            frontier = {b for entry in members.values() for b in entry.blocks} - seen
        return members

    def _explore(self, blocks: Collection[str]) -> None:
        """Fetch what stands in blocks, and in turn what shares a block with that."""
        if not blocks:
            return
        self.kept.lock(sorted(blocks))
        found = list(self.kept.fetch_sharing(sorted(blocks)))
        self._remember(found)
        self._explored |= set(blocks)
        if not self.kept.shared:  # else what was not locked may have changed since
            near = (entry for entry in found if not entry.blocks.isdisjoint(blocks))
            self._explored |= {block for entry in near for block in entry.blocks}

    def _settle(self, members: Mapping[str, Entry]) -> None:
        nodes = self._nodes_under(members.values())
        found = resolve(
            {each: entry.profile for each, entry in members.items()},
            nodes,
            {each: entry.blocks for each, entry in members.items()},
        )
        for each, entry in members.items():
            doubts = tuple(sorted(doubt for doubt in found.doubts if doubt.one == each))
            self._put(
                replace(
                    entry,
                    node=found.nodes[each],
                    reason=found.reasons.get(each),
                    doubts=doubts,
                    basis=None,
                )
            )

    def _told(self, profiles: Iterable[str]) -> list[Entry]:
        """Give entries as they were and as they are to be."""
        found = [e for each in profiles for e in (self._was.get(each), self._now.get(each))]
        return [entry for entry in found if entry]

    def _mean(
        self, entry: Entry, offices: Mapping[str, Entry], held: Mapping[str, Attestations]
    ) -> None:
        node, basis = name_clusters([[entry.profile]])[entry.id], None
        if found := find_holder(entry.profile, lambda office: held[offices[office].node]):
            node, basis = found
        self._put(replace(entry, node=node, basis=basis))

    def _put(self, entry: Entry) -> None:
        self._now[entry.id] = entry
        was = self._was.get(entry.id)
        if was and (was.node, was.basis) != (entry.node, entry.basis):
            self.moved.add(entry.id)
        else:
            self.moved.discard(entry.id)
