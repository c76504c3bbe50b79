"""Keys by which names that can be the same are brought together."""

from collections.abc import Iterator

from communique.identity.characters import read_surnames
from communique.identity.given import forms
from communique.identity.layout import Layout
from communique.identity.names import LONGEST, Name, parse
from communique.identity.romanisation import System, segmentations, spellings, wade_giles
from communique.identity.scripts import divide
from communique.identity.surnames import characters


def key(name: str, *, doubts: bool = True) -> frozenset[str]:
    """Make the keys of a name: names that can be the same share at least one.

    Args:
        name: A name in any script.
        doubts: Whether names between which there is doubt must share a key too; without, there are
            fewer and smaller blocks, and each two names that are the same still share one. A doubt
            with a score of nought, where nothing can be compared, is not covered.

    Returns:
        The keys; none for a text without letters.
    """
    parsed = parse(name)
    found = set(_identity(parsed))
    for layout in parsed.layouts:
        found |= {f"{s}|{x}" for s in _surnames(layout) for x in _letters(layout)}
        if doubts:
            found |= set(_broad(layout))
    found |= set(_characters(parsed, doubts=doubts))
    return frozenset(found)


def _identity(name: Name) -> Iterator[str]:
    """The name itself: two that are written alike are the same whatever they are."""
    written = (" ".join(name.plain)[:LONGEST], name.han, name.hangul)
    yield from (f"={chars}" for chars in written if chars)


def _surnames(layout: Layout) -> frozenset[str]:
    first = layout.surname[:1]
    found = {han for word in first for han in characters(word)}
    return frozenset((*first, "".join(layout.surname), *found))


def _letters(layout: Layout) -> frozenset[str]:
    """The first letters that the given names may be written with."""
    found = {form[0] for word in layout.given for form in forms(word)}
    found |= set(layout.initials)
    if layout.syllables:
        text = layout.run_together
        found |= {text[0]} | {wade_giles()[way[0]][0] for way in segmentations(text)}
    return frozenset(found)


def _broad(layout: Layout) -> Iterator[str]:
    """Keys of all that may come to doubt: a surname in common, a given name, a word."""
    for word in (*layout.surname, "".join(layout.surname)):
        yield from (word, *characters(word)) if word else ()
    yield from (f"_{form}" for word in layout.given for form in forms(word))
    words = (*layout.surname, "".join(layout.surname), layout.run_together)
    yield from (f"_{word}" for word in words if word)


def _characters(name: Name, *, doubts: bool) -> Iterator[str]:
    for chars, known in ((name.han, (System.PINYIN, System.CANTONESE, System.WADE_GILES)),
                         (name.hangul, (System.KOREAN,))):  # fmt: skip
        if not chars:
            continue
        family, given = divide(chars)
        letters = {s[0] for system in known for s in spellings(given[:1], system)} if given else ()
        for surname in read_surnames(family[0], known):
            yield from (f"{surname}|{letter}" for letter in letters)
        if doubts:
            yield from (s for each in family for s in read_surnames(each, known))
