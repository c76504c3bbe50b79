"""Which words are surnames, and which spellings are of one surname."""

from functools import cache

from more_itertools import chunked

from communique.identity.romanisation import is_clear
from communique.identity.tables import rows, words

_LATIN = ("pinyin", "wade_giles", "cantonese", "southern", "korean", "vietnamese")
_PLACES = {"zh": _LATIN[:4], "ko": ("korean",), "vi": ("vietnamese",)}
MANDARIN = frozenset(("pinyin", "wade_giles"))


@cache
def _columns() -> dict[str, dict[str, frozenset[str]]]:
    """For each spelling the characters it may stand for, and in which columns."""
    found: dict[str, dict[str, set[str]]] = {}
    for row in rows("surnames.csv"):
        for column in _LATIN:
            for spelling in row[column].split():
                found.setdefault(spelling, {}).setdefault(row["han"], set()).add(column)
    return {s: {han: frozenset(c) for han, c in of.items()} for s, of in found.items()}


def is_east_asian(word: str) -> bool:
    """Tell a surname of China, Korea or Vietnam, in any spelling."""
    return word in _columns()


@cache
def _common() -> frozenset[tuple[str, str]]:
    """The commonest surnames, each with the columns of the places where it is one."""
    return frozenset(
        (row["han"], column)
        for row in rows("surnames.csv")
        for place in row["common"].split()
        for column in _PLACES[place]
    )


def is_common(word: str) -> bool:
    """Tell a spelling of one of the commonest surnames."""
    found = ((han, column) for han in characters(word) for column in systems(word, han))
    return any(each in _common() for each in found)


@cache
def hangul() -> dict[str, frozenset[str]]:
    """How each surname in Hangul is spelled."""
    found: dict[str, set[str]] = {}
    for row in rows("surnames.csv"):
        size = len(row["han"])
        for written in chunked(row["hangul"], size):
            found.setdefault("".join(written), set()).update(row["korean"].split())
    return {written: frozenset(spellings) for written, spellings in found.items()}


def writes_surname_first(word: str) -> bool:
    """Tell a surname of Japan or Hungary, where it stands first at home."""
    return word in words("more_surnames.csv", culture="japanese") or word in words(
        "more_surnames.csv", culture="hungarian"
    )


def is_iberian(word: str) -> bool:
    """Tell a surname of those who have two."""
    return word in words("more_surnames.csv", culture="iberian")


def characters(word: str) -> frozenset[str]:
    """The characters that a spelled surname may stand for."""
    return frozenset(_columns().get(word, ()))


def systems(word: str, han: str) -> frozenset[str]:
    """The columns in which a spelling stands for a surname in characters."""
    return _columns().get(word, {}).get(han, frozenset())


def is_in(word: str, column: str) -> bool:
    """Tell whether a spelling is one of a system or country."""
    return any(column in columns for columns in _columns().get(word, {}).values())


def shared(one: str, other: str, column: str) -> bool:
    """Tell whether two spellings are of one surname in one system or country."""
    return any(
        column in systems(one, han) and column in systems(other, han)
        for han in characters(one) & characters(other)
    )


def is_wade_giles(one: str, other: str) -> bool:
    """Tell whether one of two spellings can only be the other, in Wade-Giles."""
    return any(is_clear(word) and not is_in(word, "pinyin") for word in (one, other))
