"""Names in Han characters and Hangul, held against each other and against Latin letters."""

from communique.identity.layout import Layout
from communique.identity.names import Name
from communique.identity.romanisation import System, spellings, spells
from communique.identity.scripts import divide
from communique.identity.surnames import hangul, systems, writes_surname_first
from communique.identity.verdict import Comparison, different, doubt, same

_HAN = (System.PINYIN, System.CANTONESE, System.WADE_GILES)
_SCORES = {
    System.PINYIN: 0.95,
    System.CANTONESE: 0.93,
    System.WADE_GILES: 0.9,
    System.KOREAN: 0.9,
}
_COLUMNS = {
    System.PINYIN: {"pinyin", "southern"},
    System.CANTONESE: {"cantonese"},
    System.WADE_GILES: {"wade_giles"},
    System.KOREAN: {"korean"},
}


def compare_characters(one: Name, other: Name) -> Comparison | None:
    """Compare what both names have in Han characters or in Hangul; None where one has none."""
    if one.han and other.han:
        return _compare_han(one.han, other.han)
    if one.hangul and other.hangul:
        if one.hangul == other.hangul:
            return same(0.99, "the same name in Hangul")
        return different("different names in Hangul")
    return None


def _compare_han(one: str, other: str) -> Comparison:
    if one == other:
        return same(0.99, "the same name in Han characters")
    (p, p_given), (q, q_given) = divide(one), divide(other)
    if p_given and p_given == q_given and set(p) & set(q):
        return doubt(0.6, "the same given name, and a surname in common")
    if not (p_given and q_given) and p == q:
        return doubt(0.3, "a surname alone")
    return different("different names in Han characters")


def read_surnames(han: str, known: tuple[System, ...]) -> frozenset[str]:
    """A surname in characters, itself and spelled by some systems."""
    one = len(han) == 1
    spelled = (spellings(han, system) for system in known if one)
    return frozenset((han, *hangul().get(han, ()))).union(*spelled)


def compare_with_letters(name: Name, layout: Layout) -> Comparison:
    """Compare a name in Han characters or Hangul with a reading of one in Latin letters.

    Args:
        name: The name in characters.
        layout: The other.

    Returns:
        Same where the letters spell the given name in one system, and the surname in it too.
    """
    chars = name.han or name.hangul
    family, given = divide(chars)
    known = _HAN if name.han else (System.KOREAN,)
    fits = [system for system in known if _fits(layout.surname, family, system)]
    if not fits:
        return _compare_kin(layout, family)
    if not given or layout.bare:
        return doubt(0.3, "a surname alone")
    if layout.syllables:
        return _compare_given(layout, given, fits)
    if layout.initials and not layout.given:
        return _compare_initials(layout, given, fits)
    return doubt(0.4, "the same surname, given names of two kinds, which one person may have")


def _compare_given(layout: Layout, given: str, fits: list[System]) -> Comparison:
    for system in fits:
        if spells(layout.run_together, given, system):
            return same(_SCORES[system], f"the characters spelled in {system}")
    if System.CANTONESE in fits and _is_custom(layout.syllables, given):
        return doubt(0.4, "one character of the given name in a spelling of its own")
    return different("the letters spell other characters", 0.1)


def _is_custom(syllables: tuple[str, ...], given: str) -> bool:
    """Identity cards have spellings of their own: one may differ, but not in its first letter."""
    if len(syllables) != len(given):
        return False
    read = [spellings(char, System.CANTONESE) for char in given]
    wrong = [n for n, syllable in enumerate(syllables) if syllable not in read[n]]
    return len(wrong) == 1 < len(given) and any(
        syllables[wrong[0]][0] == known[0] for known in read[wrong[0]]
    )


def _compare_initials(layout: Layout, given: str, fits: list[System]) -> Comparison:
    for system in fits:
        first = [{s[0] for s in spellings(char, system)} for char in given]
        if len(first) == len(layout.initials) and all(
            letter in letters for letter, letters in zip(layout.initials, first, strict=True)
        ):
            return doubt(0.5, f"initials of the characters in {system}")
    return different("initials of other characters", 0.1)


def _compare_kin(layout: Layout, family: tuple[str, ...]) -> Comparison:
    """A surname that is spelled in a way the given name's characters can't be read by."""
    if layout.surname and any(systems(layout.surname[0], han) for han in family[:1]):
        return doubt(0.3, "the same surname, in a spelling by which given names are not read")
    if layout.surname and layout.sure and writes_surname_first(layout.surname[0]):
        return doubt(0.0, "Japanese readings of characters are not compared")
    return different("the letters spell another surname")


def _fits(surname: tuple[str, ...], family: tuple[str, ...], system: System) -> bool:
    """Whether letters spell a surname; of two surnames one may be left out."""
    if not surname or len(surname) > len(family):
        return False
    return all(map(_is_spelled, surname, family, [system] * len(surname)))


def _is_spelled(word: str, han: str, system: System) -> bool:
    if system is System.KOREAN:
        return word in hangul().get(han, ()) or spells(word, han, system)
    columns = systems(word, han)
    return bool(columns & _COLUMNS[system]) or (not columns and spells(word, han, system))
