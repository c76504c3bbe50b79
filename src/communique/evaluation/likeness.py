"""When two names in two annotations of one release mean the same."""

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

from rapidfuzz import fuzz

_WORD = re.compile(r"[^\W_]+")
_PERSON, _THING = 92, 88
_COVERED, _COVERING = 0.8, 0.4


@cache
def _lists() -> dict[str, frozenset[str]]:
    text = (files("communique.evaluation") / "words.toml").read_text("utf-8")
    return {name: frozenset(words.split()) for name, words in tomllib.loads(text).items()}


def split_words(text: str | None) -> list[str]:
    """Split into words in lower case without accents and possessive endings."""
    plain = unicodedata.normalize("NFKD", text or "")
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return _WORD.findall(plain.lower().replace("'s", ""))


def same_person(one: str | None, other: str | None) -> bool:
    """Tell whether two names are one person's: one holds the other, or they are spelled alike."""
    dropped = _lists()["honorifics"]
    names = [[w for w in split_words(name) if w not in dropped] for name in (one, other)]
    if not all(names):
        return False
    small, large = sorted((set(name) for name in names), key=len)
    held = len(small) > 1 and small <= large
    return held or _alike(names[0], names[1]) >= _PERSON


def same_thing(one: str | None, other: str | None) -> bool:
    """Tell whether two names mean one office, body, place or event."""
    dropped = _lists()["passed_over"]
    names = [[w for w in split_words(name) if w not in dropped] for name in (one, other)]
    if not all(names):
        return False
    small, large = sorted((set(name) for name in names), key=len)
    if names[0] == names[1] or _is_generic(*map(set, names)):
        return True
    shared = len(small & large)
    if shared / len(small) >= _COVERED and shared / len(large) >= _COVERING:
        return True
    return _alike(names[0], names[1]) >= _THING


def same(one: str | None, other: str | None) -> bool:
    """Tell whether two names mean the same, person or thing."""
    return same_person(one, other) or same_thing(one, other)


def _is_generic(one: set[str], other: set[str]) -> bool:
    generic = _lists()["generic"]
    return any(len(w) == 1 and w <= generic for w in (one, other)) and bool(one & other)


def _alike(one: list[str], other: list[str]) -> float:
    return fuzz.token_sort_ratio(" ".join(one), " ".join(other))
