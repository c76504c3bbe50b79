"""Names whose surname stands last, and what else is written with a surname and given names."""

from collections.abc import Iterator
from dataclasses import replace

from communique.identity.folding import Word
from communique.identity.given import cultures, initials, is_given
from communique.identity.layout import Layout
from communique.identity.surnames import is_iberian, writes_surname_first
from communique.identity.tables import affixes


def read_western(words: tuple[Word, ...], divided: int) -> Iterator[Layout]:
    """Read the words of a name that is not East Asian.

    Args:
        words: Its words, without honorifics and comma.
        divided: How many words a comma divides off as the surname; 0 without a comma.

    Yields:
        The ways to read it, the likeliest first.
    """
    if divided:
        surname, given = words[:divided], words[divided:]
        yield _layout(_joined(_significant(surname)), _joined(_significant(given)))
        return
    patronymic = _patronymic(words)
    words = _joined(_significant(words))
    if len(words) == 1:
        yield Layout(words[0].parts)
        return
    yield from _orders(words)
    if 0 < patronymic < len(words) - 1:
        yield _layout(words[patronymic : patronymic + 1], words[:patronymic])


def _orders(words: tuple[Word, ...]) -> Iterator[Layout]:
    last, first = _layout(words[-1:], words[:-1]), _layout(words[:1], words[1:])
    if _is_turned(words[0].plain, words[-1].plain):
        yield first
        return
    if _has_two_surnames(words):
        yield from _two_surnames(words, last)
    else:
        yield last
    if len(words) == 2 and not _is_plain(words[0].plain, words[1].plain):
        yield replace(first, sure=False)


def _is_turned(head: str, tail: str) -> bool:
    """Whether the surname stands first, as in Hungary and Japan, where either word tells."""
    if writes_surname_first(head) != writes_surname_first(tail):
        return writes_surname_first(head) and not (is_given(head) and not is_given(tail))
    home = cultures(tail)
    return bool(home) and home <= {"hungarian", "japanese"} and not is_given(head)


def _is_plain(head: str, tail: str) -> bool:
    """Whether given name and surname are known for what they are, so that none may be the other."""
    return (is_given(head) and not is_given(tail)) or writes_surname_first(tail)


def _has_two_surnames(words: tuple[Word, ...]) -> bool:
    """``Pedro Soto Lema``: two surnames after a given name, as Spain and Portugal have them."""
    return len(words) > 2 and is_given(words[0].plain) and is_iberian(words[-2].plain)


def _two_surnames(words: tuple[Word, ...], last: Layout) -> Iterator[Layout]:
    """Spain uses the first of the two alone, Portugal the last."""
    first = _layout(words[-2:-1], words[:-2])
    if any(word.plain.endswith("ez") or "ñ" in word.raw for word in words[-2:]):
        yield _layout(words[-2:], words[:-2])
    else:
        yield last
        yield replace(first, sure=False)


def _layout(surname: tuple[Word, ...], given: tuple[Word, ...]) -> Layout:
    letters = "".join(map(initials, given))
    names = tuple(word.plain for word in given if not initials(word))
    parts = surname[0].parts if len(surname) == 1 else tuple(word.plain for word in surname)
    return Layout(parts, names, initials=letters)


def _significant(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Without particles, which come and go; what would be left without any word stays as it is."""
    kept = (word for n, word in enumerate(words) if not _is_particle(n, word))
    return tuple(map(_without_article, kept)) or words


def _is_particle(at: int, word: Word) -> bool:
    """A single letter is one between surnames, ``y``; after the first word it is an initial."""
    known = affixes("particles") | affixes("patronymics")
    long = len(word.plain) > 1 or (at > 1 and word.raw == word.plain)
    return long and word.plain in known


def _without_article(word: Word) -> Word:
    """``al-thani`` without its article."""
    if len(word.parts) > 1 and word.parts[0] in ("al", "el", "ul", "as", "ash"):
        return Word(word.raw, word.parts[1:], word.instead[1:])
    return word


def _joined(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """``Abdul Rahman`` is ``Abdulrahman``, ``Mac Iver`` is ``MacIver``."""
    found: list[Word] = []
    for word in words:
        if found and found[-1].plain in affixes("joined"):
            start = "abdul" if found[-1].plain in ("abdel", "abd") else found[-1].plain
            one = start + word.plain
            found[-1] = Word(word.raw, (one,), (one,))
        else:
            found.append(word)
    return tuple(found)


def _patronymic(words: tuple[Word, ...]) -> int:
    """How many names stand before ``bin``, which the father's name follows; 0 without."""
    for n, word in enumerate(words):
        if word.plain in ("bin", "binti", "ibn", "bint"):
            return len(_joined(_significant(words[:n]))) if n else 0
    return 0
