"""Clusters of profiles: what is one, why, and what is left in doubt.

A cluster grows by the strongest pairs first, and never takes in what contradicts one of its own.
All that decides is sorted, so that the same profiles give the same clusters in whatever order.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from communique.graph.registry.agglomeration import Agglomeration
from communique.graph.registry.candidates import Blocks, candidates
from communique.graph.registry.contradiction import held_against
from communique.graph.registry.profile import Profile
from communique.graph.registry.sole import Pair, Sole, adopt
from communique.graph.registry.union import Union
from communique.identity import Comparison, Verdict

Weigh = Callable[[Profile, Profile], Comparison | None]


@dataclass(frozen=True, slots=True, order=True)
class Doubt:
    """Two profiles that may be one, for a person to look at.

    Attributes:
        one: The id of a profile.
        other: That of one in another cluster, greater than `one`.
        score: From 0 to 1, how much speaks for it.
        reason: What, in words.
    """

    one: str
    other: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Clustering:
    """What is one, and why.

    Attributes:
        clusters: Ids of profiles, each once: sorted clusters of sorted ids.
        reasons: For each profile but the first of its cluster why it is there, and with whom.
        doubts: What may be one still, at most one for two clusters; sorted.
    """

    clusters: tuple[tuple[str, ...], ...]
    reasons: Mapping[str, str]
    doubts: tuple[Doubt, ...]


def cluster(
    profiles: Iterable[Profile],
    weigh: Weigh,
    blocks: Blocks,
    must: Iterable[Pair] = (),
    cannot: Iterable[Pair] = (),
) -> Clustering:
    """Put profiles of one identity together.

    Args:
        profiles: The profiles; their order tells nothing.
        weigh: What tells whether two are the same, different or in doubt; symmetric.
        blocks: What makes the blocks of a profile; only what shares one is weighed.
        must: Pairs of ids that are one because a person says so.
        cannot: Pairs of ids that are not, for the same reason.

    Returns:
        Clusters, reasons and doubts: a function of the set of profiles and of the decisions.
        Pairs with an id that is none of the profiles' are passed over.

    Raises:
        ValueError: If `must` brings together what `cannot` separates, or two profiles share an id.
    """
    known = _by_id(profiles)
    decided = _Decisions.of(known, must, cannot)
    work = _Work(known, weigh, decided)
    work.weigh_all(candidates(known.values(), blocks))
    return work.finish()


def cluster_weighed(
    profiles: Iterable[Profile], weigh: Weigh, found: Mapping[Pair, Comparison]
) -> Clustering:
    """Put profiles together of which the pairs that are worth it have been weighed.

    Args:
        profiles: The profiles: with each all that `found` connects with it, and all who are called
            as it is where that is a surname alone.
        weigh: As for `cluster`.
        found: The pairs that are the same or in doubt, with why.

    Returns:
        What `cluster` comes to for these profiles.
    """
    work = _Work(_by_id(profiles), weigh, _Decisions([], {}))
    for pair, told in found.items():
        (work.same if told.same else work.doubts)[pair] = told
    return work.finish()


def _by_id(profiles: Iterable[Profile]) -> dict[str, Profile]:
    found: dict[str, Profile] = {}
    for profile in profiles:
        if found.setdefault(profile.id, profile) != profile:
            message = f"two profiles have the id {profile.id}"
            raise ValueError(message)
    return found


def _sorted_pairs(known: Mapping[str, Profile], pairs: Iterable[Pair]) -> list[Pair]:
    kept = {(min(a, b), max(a, b)) for a, b in pairs if a in known and b in known}
    return sorted(kept)


@dataclass(frozen=True)
class _Decisions:
    must: list[Pair]
    cannot: Mapping[str, set[str]]

    @classmethod
    def of(
        cls, known: Mapping[str, Profile], must: Iterable[Pair], cannot: Iterable[Pair]
    ) -> "_Decisions":
        joined = Union()
        kept = [(a, b) for a, b in _sorted_pairs(known, must) if a != b]
        for a, b in kept:
            joined.unite(a, b)
        apart: defaultdict[str, set[str]] = defaultdict(set)
        for a, b in _sorted_pairs(known, cannot):
            if joined.find(a) == joined.find(b):
                message = f"{a} and {b} must be one and cannot be"
                raise ValueError(message)
            apart[a].add(b)
            apart[b].add(a)
        return cls(kept, apart)


@dataclass
class _Work:
    """The pairs weighed, by what came of them."""

    known: Mapping[str, Profile]
    weigh: Weigh
    decided: _Decisions
    same: dict[Pair, Comparison] = field(default_factory=dict)
    doubts: dict[Pair, Comparison] = field(default_factory=dict)
    vetoes: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def weigh_all(self, pairs: Iterable[Pair]) -> None:
        for one, other in pairs:
            found = self.weigh(self.known[one], self.known[other])
            if found is None or other in self.decided.cannot.get(one, ()):
                continue
            if found.verdict is Verdict.DIFFERENT:
                self.vetoes[one].add(other)
                self.vetoes[other].add(one)
            else:
                where = self.same if found.same else self.doubts
                where[one, other] = found

    def finish(self) -> Clustering:
        clusters, reasons = self._agglomerate()
        if adopted := self._adopt(clusters):
            self.same |= adopted
            clusters, reasons = self._agglomerate()
        number = {key: n for n, group in enumerate(clusters) for key in group}
        doubts = self._doubts(clusters, number)
        ordered = {key: reasons[key] for key in sorted(reasons)}
        return Clustering(tuple(sorted(clusters)), ordered, tuple(sorted(doubts)))

    def _agglomerate(self) -> tuple[list[tuple[str, ...]], dict[str, str]]:
        clusters: list[tuple[str, ...]] = []
        reasons: dict[str, str] = {}
        for part in self._components():
            groups, why = part.run()
            clusters += groups
            reasons |= why
        return clusters, reasons

    def _adopt(self, clusters: list[tuple[str, ...]]) -> dict[Pair, Comparison]:
        """What has a surname alone means who alone can be meant."""
        soles = [found for found in self.doubts.values() if isinstance(found, Sole)]
        names = {self.known[found.lone].names for found in soles}
        found = {**self.same, **self.doubts}
        if not soles:
            return {}
        return adopt(clusters, found, lambda key: self.known[key].names in names, self._are_apart)

    def _are_ruled(self, one: Sequence[str], other: Sequence[str]) -> bool:
        """Whether a person separates any of two clusters."""
        others = set(other)
        return any(not others.isdisjoint(self.decided.cannot.get(key, ())) for key in one)

    def _are_apart(self, one: Sequence[str], other: Sequence[str]) -> bool:
        if self._are_ruled(one, other):
            return True
        return any(self._veto(a, b) for a, b in held_against(one, other))

    def _components(self) -> Iterable[Agglomeration]:
        """What no chain of alike profiles and decisions connects is clustered by itself."""
        joined = Union()
        for key in sorted(self.known):
            joined.find(key)
        for one, other in (*self.decided.must, *self.same):
            joined.unite(one, other)
        pairs: defaultdict[str, dict[Pair, Comparison]] = defaultdict(dict)
        must: defaultdict[str, list[Pair]] = defaultdict(list)
        for pair, found in self.same.items():
            pairs[joined.find(pair[0])][pair] = found
        for pair in self.decided.must:
            must[joined.find(pair[0])].append(pair)
        for root, members in joined.groups().items():
            yield Agglomeration(
                members, pairs.get(root, {}), must.get(root, []), self.decided.cannot, self._veto
            )

    def _veto(self, one: str, other: str) -> bool:
        if other in self.vetoes.get(one, ()):
            return True
        found = self.weigh(self.known[one], self.known[other])
        return found is not None and found.verdict is Verdict.DIFFERENT

    def _doubts(
        self, clusters: list[tuple[str, ...]], number: Mapping[str, int]
    ) -> Iterable[Doubt]:
        """The strongest pair between each two clusters that nobody and nothing tells apart."""
        best: dict[tuple[int, int], Doubt] = {}
        for (one, other), found in (*self.same.items(), *self.doubts.items()):
            ends = number[one], number[other]
            between = min(ends), max(ends)
            doubt = Doubt(one, other, found.score, found.reason)
            if ends[0] != ends[1] and _stronger(doubt, best.get(between)):
                best[between] = doubt
        for (a, b), doubt in best.items():
            if self._are_ruled(clusters[a], clusters[b]):
                continue
            told = (doubt.one, doubt.other) in self.same
            if told or not self._are_apart(clusters[a], clusters[b]):
                yield doubt


def _stronger(one: Doubt, other: Doubt | None) -> bool:
    if other is None:
        return True
    return (-one.score, one.one, one.other) < (-other.score, other.one, other.other)
