"""Whether the surnames, and whether the given names of two readings agree."""

from enum import Enum
from itertools import product

from rapidfuzz.distance import OSA

from communique.identity.given import are_forms, initials_of, is_given
from communique.identity.layout import Layout
from communique.identity.romanisation import is_clear, segmentations, wade_giles
from communique.identity.surnames import (
    MANDARIN,
    characters,
    is_east_asian,
    is_iberian,
    is_in,
    shared,
    systems,
)


class Surnames(Enum):
    """How two surnames stand to each other."""

    EQUAL = "the same surname"
    PART = "the same first surname"
    MANDARIN = "one surname in Pinyin and in Wade-Giles"
    KOREAN = "one Korean surname"
    SECOND = "a surname in common that is not the first of both"
    KIN = "two spellings of one Chinese surname"
    NEAR = "surnames that differ in a letter"
    OTHER = "different surnames"


class Given(Enum):
    """How two given names stand to each other."""

    EQUAL = "the same given name"
    FORM = "two forms of the same given name"
    SYSTEMS = "one given name in Pinyin and in Wade-Giles"
    MAYBE_SYSTEMS = "perhaps one given name in Pinyin and in Wade-Giles"
    INITIALS = "initials that agree"
    INITIAL = "a single initial that agrees"
    PART = "only part of the given name in common"
    NEAR = "given names that differ in a letter"
    UNRELATED = "given names of two kinds, which one person may have"
    MISSING = "a surname alone"
    OTHER = "different given names"


_LONG_ENOUGH = 6


def surnames(one: Layout, other: Layout) -> Surnames:
    """Compare the surnames of two readings of names."""
    p, q = one.surname, other.surname
    if "".join(p) == "".join(q):
        return Surnames.EQUAL
    if not p or not q:
        return Surnames.OTHER
    if p[0] == q[0]:
        kept = all(is_east_asian(w) or is_iberian(w) for w in (*p, *q))
        return Surnames.PART if kept and min(len(p), len(q)) == 1 else Surnames.SECOND
    if set(p) & set(q):
        return Surnames.SECOND
    return _spellings(p[0], q[0]) if len(p) == len(q) == 1 else Surnames.OTHER


def _spellings(one: str, other: str) -> Surnames:
    for han in sorted(characters(one) & characters(other)):
        if MANDARIN & systems(one, han) and MANDARIN & systems(other, han):
            return Surnames.MANDARIN
    if shared(one, other, "korean"):
        return Surnames.KOREAN
    if characters(one) & characters(other):
        return Surnames.KIN
    return Surnames.NEAR if _near(one, other) else Surnames.OTHER


def _near(one: str, other: str) -> bool:
    long = min(len(one), len(other)) >= _LONG_ENOUGH
    return long and one[0] == other[0] and OSA.distance(one, other, score_cutoff=1) <= 1


def given_names(one: Layout, other: Layout) -> Given:
    """Compare the given names of two readings of names."""
    if one.bare or other.bare:
        return Given.MISSING
    east = _east_asian(one, other)
    west = _words(one, other)
    found = {east, west} - {None}
    for bad in (Given.OTHER, Given.PART, Given.NEAR, Given.MAYBE_SYSTEMS):
        if bad in found:
            return bad
    letters = _initials(one, other, matched=bool(found))
    if letters is Given.OTHER:
        return Given.OTHER
    for good in (Given.EQUAL, Given.FORM, Given.SYSTEMS):
        if good in found:
            return good
    return letters or Given.UNRELATED


def _east_asian(one: Layout, other: Layout) -> Given | None:
    """Compare East Asian given names; None where one of the two has none."""
    p, q = one.run_together, other.run_together
    if not p or not q:
        mixed = (p and p in other.given) or (q and q in one.given)
        return Given.EQUAL if mixed else None
    if p == q:
        return Given.EQUAL
    if (found := _by_system(one, other)) is not None:
        return found
    a, b = sorted((one.syllables, other.syllables), key=len)
    return Given.PART if len(a) < len(b) and a in (b[: len(a)], b[-len(a) :]) else Given.OTHER


def _by_system(one: Layout, other: Layout) -> Given | None:
    """Compare Pinyin with Wade-Giles; where a spelling may be of several syllables, perhaps."""
    if not all(any(is_in(layout.surname[0], c) for c in MANDARIN) for layout in (one, other)):
        return None
    for a, b in ((one, other), (other, one)):
        ways = [w for w in segmentations(a.run_together) if len(w) == len(b.syllables)]
        if any(tuple(wade_giles()[s] for s in way) == b.syllables for way in ways):
            clear = all(map(is_clear, b.syllables))
            return Given.SYSTEMS if clear else Given.MAYBE_SYSTEMS
    return None


def _words(one: Layout, other: Layout) -> Given | None:
    """Compare given names that stand as words; None where one of the two has none."""
    p, q = one.given, other.given
    if not p or not q:
        return None
    if "".join(p) == "".join(q):
        return Given.EQUAL
    if are_forms(p[0], q[0]):
        same = Given.EQUAL if p[0] == q[0] else Given.FORM
        return same if _follow(p[1:], q[1:]) else Given.OTHER
    if set(p) & set(q):
        return Given.PART
    known = is_given(p[0]) and is_given(q[0])
    return Given.NEAR if not known and _near(p[0], q[0]) else Given.OTHER


def _follow(p: tuple[str, ...], q: tuple[str, ...]) -> bool:
    """Whether further given names agree: one has none, or all of the fewer are among the others."""
    few, many = sorted((p, q), key=len)
    return all(any(are_forms(a, b) for b in many) for a in few)


def _initials(one: Layout, other: Layout, *, matched: bool) -> Given | None:
    """Compare initials with what they may stand for; None where there are none to compare."""
    if not one.initials and not other.initials:
        return None
    if matched and not (one.initials and other.initials):
        return _after_match(one, other)
    ways = {_agree(a, b) for a, b in product(_letters(one), _letters(other))}
    if not any(ways):
        return Given.OTHER
    return Given.INITIALS if max(ways) > 1 else Given.INITIAL


def _after_match(one: Layout, other: Layout) -> Given | None:
    """Where given names agree, initials of one may stand for what else the other has."""
    short, full = (one, other) if one.initials else (other, one)
    rest = [name[0] for name in full.given[len(short.given) :]]
    if full.syllables and not short.syllables:
        ways = {"".join(rest) + way for way in initials_of(full.syllables)}
    else:
        ways = {"".join(rest)}
    fits = any(not way or _agree(short.initials, way) for way in ways)
    return None if fits else Given.OTHER


def _agree(one: str, other: str) -> int:
    """How many letters agree where the shorter begins the longer; 0 where it doesn't."""
    short, long = sorted((one, other), key=len)
    return len(short) if short and long.startswith(short) else 0


def _letters(layout: Layout) -> set[str]:
    """The initials of a reading: those written, and those of its names in either order."""
    words = "".join(name[0] for name in layout.given)
    east = initials_of(layout.syllables) if layout.syllables else {""}
    written = layout.initials
    ways = {words + written + e for e in east} | {e + words + written for e in east}
    return ways | ({e for e in east if e} if not written else set())
