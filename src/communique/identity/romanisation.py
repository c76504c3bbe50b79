"""How Han characters and Hangul are spelled in Latin letters, system by system."""

from collections.abc import Iterable
from enum import StrEnum
from functools import cache, lru_cache
from itertools import product

from communique.identity.tables import rows, spelled


class System(StrEnum):
    """A system of romanisation."""

    PINYIN = "Pinyin"
    CANTONESE = "Cantonese"
    WADE_GILES = "Wade-Giles"
    KOREAN = "Korean"


@lru_cache(maxsize=65536)
def spellings(char: str, system: System) -> frozenset[str]:
    """How a character may be spelled.

    Args:
        char: One Han character or Hangul block.
        system: By which system.

    Returns:
        Plain lower-case spellings, none where the character has no reading there.
    """
    if system is System.KOREAN:
        return _korean(char)
    return _cantonese(char) if system is System.CANTONESE else _mandarin(char, system)


def _mandarin(char: str, system: System) -> frozenset[str]:
    from pypinyin import Style, pinyin

    read = pinyin(char, heteronym=True, style=Style.NORMAL, errors="ignore", v_to_u=False)
    found = [syllable for each in read for syllable in each]
    if system is System.WADE_GILES:
        return frozenset(wade_giles()[s] for s in found if s in wade_giles())
    return frozenset(form for s in found for form in _umlauted(s))


def _umlauted(syllable: str) -> tuple[str, ...]:
    """``lv`` is printed ``lu``, ``lyu`` or as it is."""
    v = "v" in syllable
    return (syllable, syllable.replace("v", "u"), syllable.replace("v", "yu")) if v else (syllable,)


@cache
def wade_giles() -> dict[str, str]:
    """Each syllable of Pinyin in Wade-Giles."""
    return {row["pinyin"]: row["wade_giles"] for row in rows("mandarin.csv")}


@cache
def is_clear(spelling: str) -> bool:
    """Tell whether a spelling in Wade-Giles without apostrophes is of one syllable only."""
    return list(wade_giles().values()).count(spelling) == 1


def _cantonese(char: str) -> frozenset[str]:
    import ToJyutping

    read = (sound for _, sounds in ToJyutping.get_jyutping_candidates(char) for sound in sounds)
    found: set[str] = set()
    for syllable in read:
        found |= _cantonese_syllable(syllable.rstrip("123456"))
    return frozenset(found)


@cache
def _cantonese_syllable(syllable: str) -> frozenset[str]:
    onsets, rimes = _parts("cantonese.csv", "onset"), _parts("cantonese.csv", "rime")
    for size in (2, 1, 0):
        onset, rime = syllable[:size], syllable[size:]
        if onset in onsets and rime in rimes:
            return _joined(onsets[onset], rimes[rime])
    return frozenset()


def _korean(block: str) -> frozenset[str]:
    number = ord(block) - 0xAC00
    if not 0 <= number <= 0xD7A3 - 0xAC00:
        return frozenset()
    at = (number // 588, number % 588 // 28, number % 28)
    kinds = ("initial", "vowel", "final")
    parts = (
        list(_parts("korean.csv", kind).values())[n] for kind, n in zip(kinds, at, strict=True)
    )
    return _joined(*parts)


@cache
def _parts(table: str, part: str) -> dict[str, tuple[str, ...]]:
    key = next(column for column in ("jyutping", "letter", "spellings") if column in rows(table)[0])
    return {row[key]: spelled(row["spellings"]) for row in rows(table) if row["part"] == part}


def _joined(*parts: Iterable[str]) -> frozenset[str]:
    return frozenset(map("".join, product(*parts))) - {""}


def spells(text: str, chars: str, system: System) -> bool:
    """Tell whether letters spell characters.

    Args:
        text: Plain letters without hyphens, ``wingfai``.
        chars: Characters, ``永辉``.
        system: By which system.

    Returns:
        Whether a spelling of each, one after the other, gives the text.
    """
    if not chars:
        return not text
    heads = (s for s in spellings(chars[0], system) if text.startswith(s))
    return any(spells(text[len(head) :], chars[1:], system) for head in heads)


@cache
def syllables() -> frozenset[str]:
    """Every syllable that an East Asian given name may be made of, whatever the system."""
    found = set(wade_giles()) | set(wade_giles().values())
    found |= {row["syllable"] for row in rows("southern.csv")}
    found |= {form for s in wade_giles() for form in _umlauted(s)}
    found |= _all("cantonese.csv", "onset", "rime") | _all(
        "korean.csv", "initial", "vowel", "final"
    )
    vietnamese = {row["part"]: spelled(row["spellings"]) for row in rows("vietnamese.csv")}
    return frozenset(found | _joined(vietnamese["onset"], vietnamese["rime"]))


def _all(table: str, *kinds: str) -> frozenset[str]:
    parts = ({s for forms in _parts(table, kind).values() for s in forms} for kind in kinds)
    return _joined(*parts)


@lru_cache(maxsize=65536)
def segmentations(text: str) -> tuple[tuple[str, ...], ...]:
    """All ways to divide letters into two or three syllables of Pinyin, or take them as one."""
    return tuple(way for way in _segment(text, 3) if way)


def _segment(text: str, most: int) -> list[tuple[str, ...]]:
    if not text:
        return [()]
    ways = []
    for size in range(1, min(len(text), 6) + 1 if most else 0):
        if text[:size] in wade_giles():
            ways += [(text[:size], *rest) for rest in _segment(text[size:], most - 1)]
    return ways
