"""The ways to read the words of a name, by the orders that the world's names come in."""

from collections.abc import Iterator
from dataclasses import replace

from communique.identity.folding import Word
from communique.identity.given import as_syllables, initials, is_given
from communique.identity.layout import Layout
from communique.identity.surnames import characters, is_common, is_east_asian
from communique.identity.western import read_western

_ORDERS = ("S+E", "W+S+E", "S+E+W", "W+SS+E", "SS+E", "W+E+S", "E+W+S", "E+S", "W+S", "S+W")
"""Surname (S), East Asian given name (E) and other given names (W), as they follow each other."""
_WESTERN_FIRST = ("W+S+E", "W+SS+E", "W+E+S", "W+S")


def read(words: tuple[Word, ...]) -> tuple[Layout, ...]:
    """Read the words of a name.

    Args:
        words: Without honorifics; a comma where it divides the surname from the rest.

    Returns:
        The ways to read it, the likeliest first.
    """
    at = next((n for n, word in enumerate(words) if word.raw == ","), 0)
    if at:
        words, divided = words[:at] + words[at + 1 :], at
    else:
        divided = 0
    words = _compound(words)
    if len(words) == 1:
        return _single(words[0])
    if not (found := tuple(dict.fromkeys(_east_asian(words, divided)))):
        return tuple(dict.fromkeys(read_western(words, divided)))
    likely = (layout for layout in found if len(words) > 2 and is_common(layout.surname[0]))
    first = next(likely, found[0])
    return (first, *(replace(layout, sure=False) for layout in found if layout != first))


def _single(word: Word) -> tuple[Layout, ...]:
    parts = word.parts
    if len(parts) > 1 and is_east_asian(word.plain):
        return (Layout((word.plain,)),)
    if len(parts) > 1 and as_syllables(parts):
        return (Layout((), syllables=parts),)
    return (Layout(parts),)


def _compound(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Run ``au yeung`` and ``sze-to`` together, which are one surname."""
    found: list[Word] = []
    for word in words:
        one = (found[-1].plain if found else "") + word.plain
        if found and len(one) > len(word.plain) and len(one) > 4 and _is_compound(found[-1], word):
            found[-1] = Word(one, (one,), (one,))
        elif len(word.parts) > 1 and is_east_asian(word.plain):
            found.append(Word(word.raw, (word.plain,), (word.plain,)))
        else:
            found.append(word)
    return tuple(found)


def _is_compound(one: Word, other: Word) -> bool:
    return any(len(han) > 1 for han in characters(one.plain + other.plain))


def _east_asian(words: tuple[Word, ...], divided: int) -> Iterator[Layout]:
    head = words[0].plain
    western = (is_given(head) and not is_east_asian(head)) or bool(initials(words[0]))
    first = _WESTERN_FIRST if western else ()
    for order in (*first, *_ORDERS):
        if not divided or order.startswith("S"):
            yield from _read_as(order.split("+"), words)


def _read_as(order: list[str], words: tuple[Word, ...]) -> Iterator[Layout]:
    """Read words in one order; the East Asian name takes one to three of them."""
    surnames = next(len(part) for part in order if part[0] == "S")
    free = len(words) - surnames
    for size in _sizes(order, free):
        taken: dict[str, tuple[Word, ...]] = {}
        at = 0
        for part in order:
            count = surnames if part[0] == "S" else size if part == "E" else free - _e(order, size)
            taken[part[0]] = words[at : at + count]
            at += count
        if layout := _checked(order, taken):
            yield layout


def _sizes(order: list[str], free: int) -> Iterator[int]:
    if "E" not in order:
        yield from (0,) if free > 0 else ()
    elif "W" in order:
        yield from range(min(3, free - 1), 0, -1)
    elif 0 < free <= 3:
        yield free


def _e(order: list[str], size: int) -> int:
    return size if "E" in order else 0


def _checked(order: list[str], taken: dict[str, tuple[Word, ...]]) -> Layout | None:
    surname = taken["S"]
    if not all(is_east_asian(word.plain) for word in surname):
        return None
    syllables = _syllables(taken.get("E", ()))
    if syllables is None:
        return None
    given, letters = _given(taken.get("W", ()))
    if given is None or (order == ["S", "W"] and not all(map(is_given, given))):
        return None
    return Layout(tuple(w.plain for w in surname), given, syllables, letters)


def _syllables(words: tuple[Word, ...]) -> tuple[str, ...] | None:
    """The syllables of an East Asian given name; None where the words are no such name."""
    if len(words) > 1 and any(len(word.parts) > 1 for word in words):
        return None
    if any(initials(word) for word in words):
        return None
    read = [as_syllables(word.parts) for word in words]
    parts = tuple(part for syllables in read for part in syllables)
    return parts if all(read) and len(parts) <= 3 else None


def _given(words: tuple[Word, ...]) -> tuple[tuple[str, ...] | None, str]:
    """Other given names and initials; None where the words would rather be East Asian."""
    given, letters = [], ""
    for word in words:
        if found := initials(word):
            letters += found
        elif not is_given(word.plain) and as_syllables(word.parts):
            return None, ""
        else:
            given.append(word.plain)
    return tuple(given), letters
