"""A name and what its words may be: surname, given names, initials."""

from dataclasses import dataclass
from functools import lru_cache

from communique.identity.affixes import strip
from communique.identity.folding import Word, fold, split
from communique.identity.layout import Layout
from communique.identity.layouts import read
from communique.identity.scripts import HAN, HANGUL, simplify, take_out

LONGEST = 120
"""A longer text is no name."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart.

    Attributes:
        words: Its words in Latin letters, or in a script that is only compared letter by letter.
        layouts: The ways to read them, the likeliest first.
        han: What stands in Han characters, simplified.
        hangul: What stands in Hangul.
        suffix: ``jr``, ``iii``, or nothing.
        long: Whether it is longer than any name.
    """

    words: tuple[Word, ...]
    layouts: tuple[Layout, ...]
    han: str = ""
    hangul: str = ""
    suffix: str = ""
    long: bool = False

    @property
    def identity(self) -> tuple[object, ...]:
        """What two names have in common that are written alike, word by word."""
        spelled = tuple((word.raw.strip("."), word.parts) for word in self.words)
        return spelled, self.han, self.hangul, self.suffix

    @property
    def plain(self) -> tuple[str, ...]:
        """Its words without marks and hyphens."""
        return tuple(word.plain for word in self.words)

    @property
    def scripted(self) -> bool:
        """Whether its words are in a script that is only compared letter by letter."""
        return not all(word.isascii() for word in self.plain)

    @property
    def empty(self) -> bool:
        """Whether no letter is in it."""
        return not (self.words or self.han or self.hangul)

    @property
    def marks(self) -> dict[str, str]:
        """How each word is written with its marks; nothing where the name is without any."""
        found = {word.plain: word.raw.replace("-", "") for word in self.words}
        return found if any(not raw.isascii() for raw in found.values()) else {}


@lru_cache(maxsize=65536)
def parse(text: str) -> Name:
    """Take a name apart.

    Args:
        text: A name as it is written, with honorifics or without.

    Returns:
        Its parts; a text without any letter has none.
    """
    folded = fold(text)
    if len(folded) > LONGEST:
        return Name(split(folded), (), long=True)
    han, rest = take_out(folded, HAN)
    hangul, rest = take_out(rest, HANGUL)
    words, suffix = strip(split(rest), beside=bool(han or hangul))
    latin = tuple(word for word in words if word.raw != ",")
    return Name(latin, _layouts(words), simplify(han) if han else "", hangul, suffix)


def _layouts(words: tuple[Word, ...]) -> tuple[Layout, ...]:
    """Read the words, and once more in the letters that some languages write instead."""
    other = tuple(Word(word.raw, word.instead, word.instead) for word in words)
    both = (words, other) if any(w.parts != w.instead for w in words) else (words,)
    return tuple(layout for each in both if each for layout in read(each))
