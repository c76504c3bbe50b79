"""Whether two names are of one person, as far as names tell.

Precision comes first: what names leave open is doubt, and doubt is no.
"""

from collections.abc import Iterator
from itertools import product

from communique.identity.agreement import Given, Surnames, given_names, surnames
from communique.identity.characters import compare_characters, compare_with_letters
from communique.identity.layout import Layout
from communique.identity.names import Name, parse
from communique.identity.romanisation import segmentations
from communique.identity.surnames import is_wade_giles
from communique.identity.verdict import Comparison, different, doubt, same

_SCORES = {
    (Surnames.EQUAL, Given.EQUAL): 0.96,
    (Surnames.EQUAL, Given.FORM): 0.88,
    (Surnames.EQUAL, Given.SYSTEMS): 0.9,
    (Surnames.EQUAL, Given.INITIALS): 0.82,
    (Surnames.PART, Given.EQUAL): 0.9,
    (Surnames.PART, Given.FORM): 0.84,
    (Surnames.MANDARIN, Given.EQUAL): 0.86,
    (Surnames.MANDARIN, Given.SYSTEMS): 0.88,
    (Surnames.KOREAN, Given.EQUAL): 0.84,
}
"""How two names stand that are the same."""

_DOUBTS = {
    Given.EQUAL: 0.6,
    Given.FORM: 0.55,
    Given.SYSTEMS: 0.6,
    Given.MAYBE_SYSTEMS: 0.6,
    Given.INITIALS: 0.5,
    Given.INITIAL: 0.5,
    Given.PART: 0.4,
    Given.NEAR: 0.4,
    Given.UNRELATED: 0.45,
    Given.MISSING: 0.3,
}
"""How much speaks for two names between which there is doubt."""

_ALIKE = frozenset((Surnames.EQUAL, Surnames.PART, Surnames.MANDARIN))


def compare(name1: str, name2: str) -> Comparison:
    """Tell whether two names are of one person, as far as names tell.

    Args:
        name1: A name in any script, with honorifics or without.
        name2: Another.

    Returns:
        The verdict with its score and reason; the same whichever name comes first.
    """
    one, other = parse(name1), parse(name2)
    if one.empty or other.empty:
        return doubt(0.0, "no letter in one of them")
    if one.identity == other.identity:
        return same(1.0, "the same name")
    if one.long or other.long:
        return doubt(0.0, "longer than a name")
    return _held(one, other, max(_ways(one, other), key=lambda way: way.weight))


def _ways(one: Name, other: Name) -> Iterator[Comparison]:
    """Compare by all that can be compared; what both have in characters decides alone."""
    if written := compare_characters(one, other):
        yield written
        return
    if one.plain and one.plain == other.plain:
        yield same(0.98, "the same letters")
    for a, b in ((one, other), (other, one)):
        if a.han or a.hangul:
            yield from (compare_with_letters(a, layout) for layout in b.layouts)
    yield from (compare_layouts(p, q) for p, q in product(one.layouts, other.layouts))
    if (one.han or other.han) and (one.hangul or other.hangul):
        yield doubt(0.0, "Han characters and Hangul are not compared")
    if one.words and other.words and one.scripted != other.scripted:
        yield doubt(0.0, "written in scripts that are not compared")
    yield different("nothing in common")


def compare_layouts(p: Layout, q: Layout) -> Comparison:
    """Compare two readings of names in Latin letters."""
    family = surnames(p, q)
    if not (p.surname and q.surname) or (family is Surnames.OTHER and (p.bare or q.bare)):
        return _compare_single(p, q)
    if family is Surnames.OTHER:
        return different(family.value)
    given = given_names(p, q)
    if given is Given.OTHER:
        return _compare_systems(family, p, q)
    if family is Surnames.NEAR and given not in (Given.EQUAL, Given.FORM):
        return different(Surnames.OTHER.value)
    return _weigh(family, given, p, q)


def _weigh(family: Surnames, given: Given, p: Layout, q: Layout) -> Comparison:
    """Say what comes of surnames and given names that don't contradict."""
    reason = f"{family.value}, {given.value}"
    score = _SCORES.get((family, given))
    if score is None or not _is_enough(family, p, q):
        return doubt(round(_DOUBTS[given] * (1.0 if family in _ALIKE else 0.6), 2), reason)
    if p.sure and q.sure:
        return same(score, reason)
    return doubt(0.5, f"{reason}, if one is written the other way round")


def _compare_systems(family: Surnames, p: Layout, q: Layout) -> Comparison:
    """One surname in Pinyin and in Cantonese: only characters tell whether the rest is one."""
    sizes = [{len(p.syllables), *map(len, segmentations(p.run_together))},
             {len(q.syllables), *map(len, segmentations(q.run_together))}]  # fmt: skip
    east = p.syllables and q.syllables and not (p.given or q.given)
    if family is Surnames.KIN and east and sizes[0] & sizes[1]:
        return doubt(0.2, "perhaps one name by two systems of romanisation")
    return different(Given.OTHER.value, 0.1)


def _is_enough(family: Surnames, p: Layout, q: Layout) -> bool:
    """Whether names with surnames spelled in two ways have enough else in common."""
    if family is Surnames.KOREAN:
        return min(len(p.run_together), len(q.run_together)) > 3
    return family is not Surnames.MANDARIN or is_wade_giles(p.surname[0], q.surname[0])


def _compare_single(p: Layout, q: Layout) -> Comparison:
    """Compare a name of one word: it may be the other's given name, but that is little."""
    alone = p if p.bare or not p.surname else q
    whole = q if alone is p else p
    word = "".join(alone.surname) or alone.run_together
    if word in (*whole.given, *whole.surname, whole.run_together):
        return doubt(0.3, "only one name in common")
    return different("no name in common")


def _held(one: Name, other: Name, found: Comparison) -> Comparison:
    """Hold what looks the same against suffixes and marks that tell people apart."""
    if not found.same:
        return found
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return different(f"{min(one.suffix, other.suffix)} and {max(one.suffix, other.suffix)}")
    p, q = one.marks, other.marks
    if any(p[word] != q[word] for word in p.keys() & q.keys()):
        return doubt(0.5, "the same letters with other marks")
    return found
