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
    least = 0 if beside else 1
    while size := _opening(words, least):
        words = words[size:]
    words, suffix = _strip_back(words, least)
    return tuple(word for word in words if word.raw != "," or _divides(words)), suffix


def _opening(words: tuple[Word, ...], least: int) -> int:
    """How many words at the start are an honorific; so many at least are left."""
    if words and words[0].raw == ",":
        return 1
    for size in (3, 2):
        if len(words) >= size + least and tuple(w.plain for w in words[:size]) in phrases():
            return size
    return int(len(words) > least and _is_one("honorifics", words[0]))


def _strip_back(words: tuple[Word, ...], least: int) -> tuple[tuple[Word, ...], str]:
    suffix = ""
    while words:
        *rest, last = words
        names = sum(word.raw != "," for word in rest)
        enough = names >= least + (not rest or rest[-1].raw != ",") if least else True
        if last.raw == "," or (enough and _is_one("post_nominals", last)):
            words = tuple(rest)
        elif enough and last.plain in affixes("suffixes"):
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
