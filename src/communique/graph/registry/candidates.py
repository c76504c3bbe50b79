"""Which profiles are worth weighing: those that share a block, and of a big block those near."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from communique.graph.registry.profile import Profile

BIG = 30
"""Profiles in a block up to which each is held against each."""
WINDOW = 12
"""Neighbours that each profile of a bigger block is held against."""

Blocks = Callable[[Profile], frozenset[str]]


def candidates(profiles: Iterable[Profile], blocks: Blocks) -> Iterator[tuple[str, str]]:
    """Find the pairs of profiles that are worth weighing.

    A block of more than `BIG` profiles is one name with very many offices, or one title of very
    many namesakes. All its pairs would be too many, and few of them tell anything: what can be
    one has a title, a body, the whole name or the issuer in common. So it is divided by these;
    what is still big is sorted, so that alike profiles are neighbours, and each is held against
    the next few. Clusters close over the rest.

    Args:
        profiles: The profiles, each once.
        blocks: What makes the blocks of a profile.

    Yields:
        Pairs of ids, each once and sorted; those of like names follow each other, so that what is
        remembered of names is of use.
    """
    made = ((profile, blocks(profile)) for profile in profiles)
    keyed = sorted(
        ((max(keys), profile.id, profile, keys) for profile, keys in made if keys),
        key=lambda each: each[:2],
    )
    found: defaultdict[str, list[_Numbered]] = defaultdict(list)
    for number, (_, _, profile, keys) in enumerate(keyed):
        for block in keys:
            found[block].append((number, profile))
    size = len(keyed)
    pairs: set[int] = set()
    for members in found.values():
        pairs.update(one * size + other for one, other in _pairs(members))
    found.clear()
    for pair in sorted(pairs):
        one, other = keyed[pair // size][1], keyed[pair % size][1]
        yield (one, other) if one < other else (other, one)


_Numbered = tuple[int, Profile]


def _pairs(members: list[_Numbered]) -> Iterator[tuple[int, int]]:
    """Pairs of the numbers of members, which stand in their order."""
    if len(members) <= BIG:
        yield from combinations([number for number, _ in members], 2)
        return
    yield from _windows(members)
    finer: defaultdict[tuple[str, str], list[_Numbered]] = defaultdict(list)
    for number, profile in members:
        for key in _finer(profile):
            finer[key].append((number, profile))
    for some in finer.values():
        if len(some) <= BIG:
            yield from combinations([number for number, _ in some], 2)
        elif len(some) < len(members):
            yield from _windows(some)


def _finer(profile: Profile) -> frozenset[tuple[str, str]]:
    titles = {("title", held.title) for held in profile.held}
    bodies = {("body", held.body) for held in profile.held if held.body}
    names = {("name", name) for name in profile.names}
    return frozenset(titles | bodies | names | {("issuer", profile.issuer)})


def _windows(members: list[_Numbered]) -> Iterator[tuple[int, int]]:
    ordered = sorted(members, key=_closeness)
    for at, (number, _) in enumerate(ordered):
        for other, _ in ordered[at + 1 : at + 1 + WINDOW]:
            yield (number, other) if number < other else (other, number)


def _closeness(member: _Numbered) -> tuple[object, ...]:
    number, profile = member
    return profile.names, profile.held, profile.first or "", number
