"""Which ids are connected: disjoint sets, each named by its least id."""

from collections import defaultdict


class Union:
    """Disjoint sets of ids."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}

    def find(self, key: str) -> str:
        """Name the set an id is in; a new id is alone."""
        parents = self._parents
        root = key
        while parents.setdefault(root, root) != root:
            root = parents[root]
        while parents[key] != root:
            parents[key], key = root, parents[key]
        return root

    def unite(self, one: str, other: str) -> str:
        """Put two sets together and name what comes of it."""
        least, greatest = sorted((self.find(one), self.find(other)))
        self._parents[greatest] = least
        return least

    def groups(self) -> dict[str, tuple[str, ...]]:
        """All sets, each sorted, by name."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for key in sorted(self._parents):
            found[self.find(key)].append(key)
        return {root: tuple(members) for root, members in sorted(found.items())}
