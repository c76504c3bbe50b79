"""Blocks of people: short keys that profiles share which may be one person.

Names that are the same share a surname, by its characters where it is East Asian, together with a
given name in one of the spellings that stand for each other. What names leave in doubt is told by
an office, so that those who may share it share a surname together with its title: and with it the
issuer or the body, without which a title tells little. A surname that few have and its issuer are
a block too: where nobody else is called so, it means the one who is.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice, product

from communique.graph.identity import name_key
from communique.graph.registry.candidates import SIDED
from communique.graph.registry.evidence import is_generic, is_head
from communique.graph.registry.likeness import MOST, is_alone, rare_surnames
from communique.graph.registry.profile import Held, Profile
from communique.graph.registry.sides import letters_of
from communique.identity.characters import read_surnames
from communique.identity.given import as_syllables, groups
from communique.identity.layout import Layout
from communique.identity.names import LONGEST, Name, parse
from communique.identity.romanisation import System, segmentations, spellings, wade_giles
from communique.identity.scripts import divide
from communique.identity.surnames import characters, is_common

_WAYS = 256
"""Of so many spellings of a name in characters each is a key."""
_HAN = (System.PINYIN, System.CANTONESE, System.WADE_GILES)
_STEM = 4
_LONG_ENOUGH = 6


def blocks(profile: Profile) -> frozenset[str]:
    """Make the blocks of a profile of a person.

    Args:
        profile: The profile.

    Returns:
        Keys that begin with ``person:``; two profiles that `weigh` finds the same share one, and
        so do those between which an office leaves a doubt. Those with a `SIDED` in them are of
        surnames, and worth looking into for what names leave open alone. No common surname alone
        is one.
    """
    found: set[str] = set()
    for form in profile.names[:MOST]:
        rare = rare_surnames(form)
        found |= _of_name(form)
        found |= {f"person:{key}" for key in _of_offices(profile, form, rare)}
        if profile.issuer:
            found |= {f"person:{word}{SIDED}@{profile.issuer}" for word in rare}
    return frozenset(found)


def _of_offices(profile: Profile, form: str, rare: frozenset[str]) -> Iterator[str]:
    """Surnames with offices: a title counts with its body, its issuer, or where few hold it."""
    surnames = _of_surname(form)
    for held in profile.held:
        about = set(_about(held))
        if profile.issuer:
            about.add(f"{held.title}@{profile.issuer}")
        yield from (f"{root}{SIDED}{each}" for root in surnames for each in about)
        if not is_generic(held.title):
            yield from (f"{word}{SIDED}{held.title}" for word in rare)


def _about(held: Held) -> Iterator[str]:
    """A title with its body, by what `match` finds one in both."""
    if held.body:
        yield f"{held.title}/{held.body.partition(' of ')[0]}"
    if held.country and is_head(held.title):
        yield f"{held.title}/{held.country}"


@lru_cache(maxsize=1 << 16)
def _of_name(text: str) -> frozenset[str]:
    name = parse(text)
    found = set(_wholes(text, name))
    if not is_alone(name):
        for layout in name.layouts:
            found |= {f"{r}+{g}" for r, g in product(_roots(layout), _givens(layout))}
        found |= set(_spelled(name))
    return frozenset(f"person:{key}" for key in found)


def _wholes(text: str, name: Name) -> Iterator[str]:
    """The name itself, as it is written."""
    if is_alone(name) and all(is_common(word) for word in name.plain):
        return
    yield f"={name_key(text)}"
    written = ("".join(name.plain)[:LONGEST], name.han, name.hangul)
    yield from (f"={part}" for part in written if part and not is_alone(name))


def _roots(layout: Layout) -> frozenset[str]:
    """A surname by its characters, else as it is; of two the first, and both."""
    found: set[str] = set()
    for word in (*layout.surname[:1], "".join(layout.surname)):
        found |= characters(word) or {word}
    return frozenset(found)


def _givens(layout: Layout) -> Iterator[str]:
    for word in layout.given[:1]:
        yield from groups(word) or (word,)
    yield from (word for word in layout.given if as_syllables((word,)))
    if layout.initials and not layout.given:
        yield layout.initials
    if text := layout.run_together:
        yield text
        yield from ("".join(wade_giles()[s] for s in way) for way in segmentations(text))


def _spelled(name: Name) -> Iterator[str]:
    """A name in characters, spelled in every way."""
    chars = name.han or name.hangul
    family, given = divide(chars) if chars else ((), "")
    if not given:
        return
    known = _HAN if name.han else (System.KOREAN,)
    roots = _roots_of(family[0], known)
    for system in known:
        ways = product(*(sorted(spellings(char, system)) for char in given))
        for way in islice(ways, _WAYS):
            yield from (f"{root}+{''.join(way)}" for root in roots)


@lru_cache(maxsize=4096)
def _roots_of(family: str, known: tuple[System, ...]) -> tuple[str, ...]:
    """A surname in characters, and spelled where those who read it don't know its characters."""
    found: set[str] = {family}
    for word in read_surnames(family, known):
        found |= characters(word) or {word}
    return tuple(sorted(found))


@lru_cache(maxsize=1 << 16)
def _of_surname(text: str) -> frozenset[str]:
    """Every surname the name may have, and how one begins that another spelling is near to."""
    name = parse(text)
    found: set[str] = set()
    for layout in name.layouts:
        for word in (*layout.surname, "".join(layout.surname)):
            found |= characters(word) or {word}
            if len(word) >= _LONG_ENOUGH:
                found |= {f"{word[:_STEM]}*{letter}" for letter in letters_of(layout)}
    found |= set(_of_characters(name))
    return frozenset(found - {""})


def _of_characters(name: Name) -> Iterable[str]:
    chars = name.han or name.hangul
    if not chars:
        return frozenset()
    family = divide(chars)[0]
    known = _HAN if name.han else (System.KOREAN,)
    return frozenset(root for each in family for root in _roots_of(each, known))
