"""Which profiles are worth weighing: those that share a block, and of a big block those near."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, product

from communique.graph.registry.profile import Profile
from communique.graph.registry.sides import side_of

BIG = 30
"""Profiles in a block up to which each is held against each."""
WINDOW = 12
"""Neighbours that each profile of a bigger block is held against."""

SIDED = "|"
"""What stands in the name of a block of people of one surname: most of them are kin."""
MANY = 4096
"""Pairs up to which all who have a surname alone are held against all of a block."""

Blocks = Callable[[Profile], frozenset[str]]


def candidates(profiles: Iterable[Profile], blocks: Blocks) -> Iterator[tuple[str, str]]:
    """Find the pairs of profiles that are worth weighing.

    A block of more than `BIG` profiles is one name with very many offices, or one title of very
    many namesakes. All its pairs would be too many, and few of them tell anything: what can be
    one has a title, a body, the whole name or the issuer in common. So it is divided by these;
    what is still big is sorted, so that alike profiles are neighbours, and each is held against
    the next few. Clusters close over the rest. Of a block of a surname only those are held
    against each other whose names leave something open.

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
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, (_, _, _, keys) in enumerate(keyed):
        for block in keys:
            found[block].append(number)
    numbered = [profile for _, _, profile, _ in keyed]
    del keyed
    size = len(numbered)
    pairs: set[int] = set()
    for block, members in found.items():
        if len(members) > 1:
            told = _pair(block, members, numbered)
            pairs.update(one * size + other for one, other in told)
    found.clear()
    for pair in sorted(pairs):
        one, other = numbered[pair // size].id, numbered[pair % size].id
        yield (one, other) if one < other else (other, one)


def pair_block(block: str, members: Sequence[Profile]) -> Iterator[tuple[str, str]]:
    """Find the pairs of one block that are worth weighing, as `candidates` does.

    Args:
        block: Its key.
        members: All profiles in it, sorted by the last of their blocks and by id.

    Yields:
        Pairs of ids, sorted; some of them more than once.
    """
    for one, other in _pair(block, range(len(members)), members):
        ends = members[one].id, members[other].id
        yield min(ends), max(ends)


_Numbered = Sequence[Profile]


def _pair(block: str, members: Sequence[int], numbered: _Numbered) -> Iterator[tuple[int, int]]:
    return (_sided if SIDED in block else _pairs)(members, numbered)


def _pairs(members: Sequence[int], numbered: _Numbered) -> Iterator[tuple[int, int]]:
    """Pairs of the numbers of members, which stand in their order."""
    if len(members) <= BIG:
        yield from combinations(members, 2)
        return
    yield from _windows(members, numbered)
    finer: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number in members:
        for key in _finer(numbered[number]):
            finer[key].append(number)
    for some in finer.values():
        if len(some) <= BIG:
            yield from combinations(some, 2)
        elif len(some) < len(members):
            yield from _windows(some, numbered)


def _sided(members: Sequence[int], numbered: _Numbered) -> Iterator[tuple[int, int]]:
    """Pairs of those of one surname whose given names don't tell them apart at a look."""
    sides = {number: side_of(numbered[number].names) for number in members}
    lettered: defaultdict[str, list[int]] = defaultdict(list)
    for number, side in sides.items():
        for letter in side.letters:
            lettered[letter].append(number)
    for some in lettered.values():
        yield from _pairs(some, numbered)
    bare = [number for number in members if sides[number].open]
    west = [number for number in members if sides[number].western]
    east = [number for number in members if sides[number].eastern]
    for few, many in ((bare, members), (west, east)):
        if len(few) * len(many) <= MANY:
            yield from _between(few, many)
        else:
            yield from _pairs(sorted({*few, *many}), numbered)


def _between(few: Iterable[int], many: Sequence[int]) -> Iterator[tuple[int, int]]:
    return ((min(pair), max(pair)) for pair in product(few, many) if pair[0] != pair[1])


def _finer(profile: Profile) -> frozenset[tuple[str, str]]:
    titles = {("title", held.title) for held in profile.held}
    bodies = {("body", held.body) for held in profile.held if held.body}
    names = {("name", name) for name in profile.names}
    return frozenset(titles | bodies | names | {("issuer", profile.issuer)})


def _windows(members: Sequence[int], numbered: _Numbered) -> Iterator[tuple[int, int]]:
    ordered = sorted(members, key=lambda number: (*_closeness(numbered[number]), number))
    for at, number in enumerate(ordered):
        for other in ordered[at + 1 : at + 1 + WINDOW]:
            yield (number, other) if number < other else (other, number)


def _closeness(profile: Profile) -> tuple[object, ...]:
    return profile.names, profile.held, profile.first or ""
