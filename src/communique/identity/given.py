"""Given names: which words are some, and which are two forms of one."""

from functools import cache

from communique.identity.romanisation import segmentations, syllables
from communique.identity.tables import rows, words

_LONGEST_NAME = 3


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


def forms(word: str) -> frozenset[str]:
    """The names one is called by who has this one; at least itself."""
    return frozenset((word,)).union(*(_members(n) for n in _groups().get(word, ())))


def are_forms(one: str, other: str) -> bool:
    """Tell two forms of one given name: a short form, another spelling; ``bill``, ``william``."""
    return one == other or bool(
        _groups().get(one, frozenset()) & _groups().get(other, frozenset())
    )


def as_syllables(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Read a word as an East Asian given name.

    Args:
        parts: The word, divided at its hyphens: ``("ka", "chiu")``, ``("jining",)``.

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
    return any(
        word[:k] in syllables() and word[k:] in syllables() for k in range(2, len(word) - 1)
    )


def initials_of(parts: tuple[str, ...]) -> frozenset[str]:
    """The initials a given name may be shortened to: ``ka-chiu`` to KC, ``jining`` to JN."""
    if len(parts) > 1:
        return frozenset(("".join(part[0] for part in parts),))
    ways = segmentations(parts[0])
    return frozenset("".join(s[0] for s in way) for way in ways) | {parts[0][0]}
