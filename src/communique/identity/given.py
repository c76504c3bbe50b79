"""Given names: which words are some, and which are two forms of one."""

import re
from functools import cache

from communique.identity.folding import Word
from communique.identity.romanisation import segmentations, syllables
from communique.identity.tables import rows, words

_LONGEST_NAME = 3
_ABBREVIATION = re.compile(r"[bcdfghjklmnpqrstvwxyz]{2,3}")
_SOUNDED = frozenset(
    ("ng", "tsz", "sz", "ky", "ly", "my", "ny", "sy", "thy", "ty", "vy", "by", "dy", "hy")
)
"""Words without a vowel letter that are no initials."""


@cache
def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, row in enumerate(rows("variants.csv")):
        for name in row["names"].split():
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


@cache
def _members(number: int) -> frozenset[str]:
    return frozenset(rows("variants.csv")[number]["names"].split())


def is_given(word: str) -> bool:
    """Tell a given name that is known as one."""
    return word in words("given.csv") or word in _groups()


def cultures(word: str) -> frozenset[str]:
    """Where a given name is at home; nothing where it is not known as one."""
    found = (row["culture"] for row in rows("given.csv"))
    return frozenset(home for home in found if word in words("given.csv", culture=home))


def forms(word: str) -> frozenset[str]:
    """The names one is called by who has this one; at least itself."""
    return frozenset((word,)).union(*(_members(n) for n in _groups().get(word, ())))


def groups(word: str) -> tuple[str, ...]:
    """Name the groups of forms that a given name is in, if any: two forms of one share one."""
    return tuple(f"#{number}" for number in sorted(_groups().get(word, ())))


def are_forms(one: str, other: str) -> bool:
    """Tell two forms of one given name: a short form, another spelling; ``bill``, ``william``."""
    return one == other or bool(_groups().get(one, frozenset()) & _groups().get(other, frozenset()))


def as_syllables(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Read a word as an East Asian given name.

    Args:
        parts: The word, divided at its hyphens: ``("wing", "fai")``, ``("mingyuan",)``.

    Returns:
        Its syllables as they are divided, or nothing where it can't be such a name.
    """
    if len(parts) > _LONGEST_NAME:
        return ()
    if all(part in syllables() for part in parts):
        return parts
    one = "".join(parts)
    joined = len(parts) == 1 and not is_given(one)
    return parts if joined and (segmentations(one) or _is_korean(one)) else ()


def _is_korean(word: str) -> bool:
    """``minsoo``: two syllables run together that Pinyin does not have."""
    return any(word[:k] in syllables() and word[k:] in syllables() for k in range(2, len(word) - 1))


def initials_of(parts: tuple[str, ...]) -> frozenset[str]:
    """The initials a given name may be shortened to: ``wing-fai`` to WF, ``mingyuan`` to MY."""
    if len(parts) > 1:
        return frozenset(("".join(part[0] for part in parts),))
    ways = segmentations(parts[0])
    return frozenset("".join(s[0] for s in way) for way in ways) | {parts[0][0]}


def initials(word: Word) -> str:
    """The letters of a word that stands for names, ``k``, ``j.k.``, ``kc``; else nothing."""
    if all(len(part) == 1 for part in word.parts):
        return word.plain if word.plain.isalpha() else ""
    known = word.plain in _SOUNDED or not _ABBREVIATION.fullmatch(word.plain)
    return "" if known else word.plain
