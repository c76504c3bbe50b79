"""How one component of alike profiles falls into clusters."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from communique.graph.registry.contradiction import held_against
from communique.graph.registry.sole import Pair
from communique.graph.registry.union import Union
from communique.identity import Comparison

MARGIN = 0.01
"""Scores so near to each other tell no more for one than for the other."""
MORE = 3
"""So many times more profiles on one side tell which it is, though scores be equal."""
DECIDED = "a person says so"


class Agglomeration:
    """One component of profiles that chains of alike pairs connect.

    A profile that fits two clusters equally, which contradict each other, belongs to neither: it
    is taken out, and the rest is clustered once more, until none is.

    Args:
        members: Ids, sorted.
        same: The pairs that are the same, with why.
        must: The pairs that are because a person says so.
        cannot: For an id those that a person separates from it.
        veto: Whether two ids contradict each other.
    """

    def __init__(
        self,
        members: Sequence[str],
        same: Mapping[Pair, Comparison],
        must: Sequence[Pair],
        cannot: Mapping[str, AbstractSet[str]],
        veto: Callable[[str, str], bool],
    ) -> None:
        self._members, self._must, self._cannot = members, must, cannot
        self._same = sorted(same.items(), key=lambda item: (-item[1].score, item[0]))
        self._scores: defaultdict[str, dict[str, float]] = defaultdict(dict)
        for (one, other), found in self._same:
            self._scores[one][other] = self._scores[other][one] = found.score
        self._weighed_veto = cache(lambda one, other: veto(min(one, other), max(one, other)))
        self._odd = [pair for pair in must if self._weighed_veto(*pair)]

    def run(self) -> tuple[list[tuple[str, ...]], dict[str, str]]:
        """Cluster.

        Returns:
            The clusters, sorted, and why each profile but the first of one is in it.
        """
        out: set[str] = set()
        while True:
            joined = _Joined(self._members)
            self._grow(joined, out)
            if not (torn := self._torn(joined, out)):
                break
            out |= torn
        groups = sorted(tuple(sorted(group)) for group in joined.groups.values())
        return groups, {k: v for group in groups for k, v in joined.explain(group)}

    def _grow(self, joined: "_Joined", out: AbstractSet[str]) -> None:
        for one, other in self._must:
            joined.unite(one, other, DECIDED)
        for (one, other), found in self._same:
            a, b = joined.find(one), joined.find(other)
            if a == b or joined.are_enemies(a, b) or (one in out) != (other in out):
                continue
            if self._are_apart(joined.groups[a], joined.groups[b]):
                joined.make_enemies(a, b)
            else:
                joined.unite(one, other, found.reason)

    def _are_apart(self, one: Sequence[str], other: Sequence[str]) -> bool:
        few, many = sorted((one, other), key=len)
        known = set(many)
        if any(not known.isdisjoint(self._cannot.get(key, ())) for key in few):
            return True
        told = held_against(few, many)
        return any(self._weighed_veto(a, b) and not self._waived(a, b) for a, b in told)

    def _waived(self, one: str, other: str) -> bool:
        """A decision that two are one in spite of all holds for what is the same as each."""
        return any(
            (self._is_like(one, a) and self._is_like(other, b))
            or (self._is_like(one, b) and self._is_like(other, a))
            for a, b in self._odd
        )

    def _is_like(self, one: str, other: str) -> bool:
        return one == other or other in self._scores.get(one, ())

    def _torn(self, joined: "_Joined", out: AbstractSet[str]) -> set[str]:
        """Those that fit another cluster than their own equally."""
        decided = {key for pair in self._must for key in pair}
        found = set()
        for (one, other), _ in self._same:
            if joined.find(one) == joined.find(other) or (one in out) or (other in out):
                continue
            for key, strange in ((one, other), (other, one)):
                if key not in decided and self._is_torn(key, strange, joined):
                    found.add(key)
        return found

    def _is_torn(self, key: str, strange: str, joined: "_Joined") -> bool:
        own, others = joined.find(key), joined.find(strange)
        here: list[float] = []
        there: list[float] = []
        for partner, score in self._scores[key].items():
            root = joined.find(partner)
            if root in (own, others):
                (here if root == own else there).append(score)
        if not here or max(here) - max(there) > MARGIN or len(here) >= MORE * len(there):
            return False
        return not self._are_apart([key], joined.groups[others])


class _Joined:
    """Clusters as they grow: members, contradictions between clusters, and why they were united."""

    def __init__(self, members: Iterable[str]) -> None:
        self._union = Union()
        self.groups: dict[str, list[str]] = {self._union.find(key): [key] for key in members}
        self._enemies: defaultdict[str, set[str]] = defaultdict(set)
        self._edges: defaultdict[str, dict[str, str]] = defaultdict(dict)

    def find(self, key: str) -> str:
        return self._union.find(key)

    def are_enemies(self, one: str, other: str) -> bool:
        return other in self._enemies.get(one, ())

    def make_enemies(self, one: str, other: str) -> None:
        self._enemies[one].add(other)
        self._enemies[other].add(one)

    def unite(self, one: str, other: str, why: str) -> None:
        a, b = self.find(one), self.find(other)
        if a == b:
            return
        self._edges[one][other] = self._edges[other][one] = why
        root = self._union.unite(a, b)
        gone = b if root == a else a
        self.groups[root] += self.groups.pop(gone)
        for enemy in self._enemies.pop(gone, set()):
            self._enemies[enemy].discard(gone)
            self.make_enemies(root, enemy)

    def explain(self, group: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Tell why each but the first is here: who brought it in, and by what."""
        seen, queue = {group[0]}, deque(group[:1])
        while queue:
            at = queue.popleft()
            for key, why in sorted(self._edges.get(at, {}).items()):
                if key not in seen:
                    seen.add(key)
                    queue.append(key)
                    yield key, f"{why} - {at}"
