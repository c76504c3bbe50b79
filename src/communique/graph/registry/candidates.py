"""Which profiles are worth weighing: those that share a block, and of a big block those near."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from communique.graph.registry.profile import Profile

BIG = 200
"""Profiles in a block up to which each is held against each."""
WINDOW = 20
"""Neighbours that each profile of a bigger block is held against."""

Blocks = Callable[[Profile], frozenset[str]]


def candidates(profiles: Sequence[Profile], blocks: Blocks) -> list[tuple[str, str]]:
    """Find the pairs of profiles that are worth weighing.

    A block of more than `BIG` profiles is one name with very many offices, or one title of very
    many namesakes. All its pairs would be too many, and few of them tell anything: what can be
    one has a title, a body or the whole name in common. So it is divided by these, and what is
    still big is sorted, so that alike profiles are neighbours, and each is held against the next
    few. Clusters close over the rest.

    Args:
        profiles: The profiles, each once.
        blocks: What makes the blocks of a profile.

    Returns:
        Pairs of ids, each pair and the whole sorted.
    """
    found: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        for block in blocks(profile):
            found[block].append(profile)
    pairs: set[tuple[str, str]] = set()
    for members in found.values():
        pairs.update(_pairs(members))
    return sorted(pairs)


def _pairs(members: list[Profile]) -> Iterator[tuple[str, str]]:
    if len(members) <= BIG:
        yield from map(_ordered, combinations(members, 2))
        return
    yield from _windows(members)
    finer: defaultdict[tuple[str, str], list[Profile]] = defaultdict(list)
    for profile in members:
        for key in _finer(profile):
            finer[key].append(profile)
    for some in finer.values():
        if len(some) <= BIG:
            yield from map(_ordered, combinations(some, 2))
        else:
            yield from _windows(some)


def _finer(profile: Profile) -> frozenset[tuple[str, str]]:
    titles = {("title", held.title) for held in profile.held}
    bodies = {("body", held.body) for held in profile.held if held.body}
    return frozenset(titles | bodies | {("name", name) for name in profile.names})


def _windows(members: Iterable[Profile]) -> Iterator[tuple[str, str]]:
    ordered = sorted(members, key=lambda p: (p.names, p.held, p.first or "", p.id))
    for at, profile in enumerate(ordered):
        for other in ordered[at + 1 : at + 1 + WINDOW]:
            yield _ordered((profile, other))


def _ordered(pair: tuple[Profile, Profile]) -> tuple[str, str]:
    one, other = pair
    return (one.id, other.id) if one.id < other.id else (other.id, one.id)
