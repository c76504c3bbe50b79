"""Honorifics, post-nominals and what else stands beside a name."""

from functools import cache

from communique.identity.folding import Word
from communique.identity.tables import affixes, phrases


def strip(words: tuple[Word, ...], *, beside: bool = False) -> tuple[tuple[Word, ...], str]:
    """Take off what is no part of a name.

    Args:
        words: The words of a name.
        beside: Whether the name stands in characters beside them, so that all may be honorifics.

    Returns:
        Those of the name itself, and its suffix (``jr``, ``iii``) or nothing.
    """
    words = _strip_front(words)
    if beside and len(words) == 1 and _is_one("honorifics", words[0]):
        return (), ""
    words, suffix = _strip_back(words)
    return tuple(word for word in words if word.raw != "," or _divides(words)), suffix


def _strip_front(words: tuple[Word, ...]) -> tuple[Word, ...]:
    while size := _opening(words):
        words = words[size:]
    return words


def _opening(words: tuple[Word, ...]) -> int:
    """How many words at the start are an honorific; never all of them."""
    if words and words[0].raw == ",":
        return 1
    for size in (3, 2):
        if len(words) > size and tuple(w.plain for w in words[:size]) in phrases():
            return size
    return int(len(words) > 1 and _is_one("honorifics", words[0]))


def _strip_back(words: tuple[Word, ...]) -> tuple[tuple[Word, ...], str]:
    suffix = ""
    while words:
        *rest, last = words
        names = [word for word in rest if word.raw != ","]
        after_comma = bool(rest) and rest[-1].raw == ","
        if last.raw == "," or (len(names) > 1 - after_comma and _is_one("post_nominals", last)):
            words = tuple(rest)
        elif len(names) > 1 - after_comma and last.plain in affixes("suffixes"):
            words, suffix = tuple(rest), suffix or _suffix(last.plain)
        else:
            break
    return words, suffix


def _suffix(word: str) -> str:
    return {"junior": "jr", "senior": "sr", "filho": "jr"}.get(word, word)


def _divides(words: tuple[Word, ...]) -> bool:
    """Whether a comma stands between a surname and the rest: one comma, after the first words."""
    return sum(word.raw == "," for word in words) == 1


def _is_one(key: str, word: Word) -> bool:
    known = _plain_affixes(key)
    return word.raw in known or word.raw.rstrip(".") in known


@cache
def _plain_affixes(key: str) -> frozenset[str]:
    return affixes(key) | {word.rstrip(".") for word in affixes(key)}
