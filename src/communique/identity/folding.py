"""Words of a name without case, marks and punctuation, and what the marks were."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from communique.identity.tables import rows

_WORD = re.compile(r"[^\s,()\[\]{}<>\"“”„«»（），;:·•/\\|]+|,", re.UNICODE)
_PARTS = re.compile(r"[-‐‑‒–—−.]+")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name.

    Attributes:
        raw: As written, in lower case and one form of Unicode.
        parts: What its hyphens and full stops divide, in plain letters.
        instead: The same in the letters some languages write instead (``mueller``).
    """

    raw: str
    parts: tuple[str, ...]
    instead: tuple[str, ...]

    @property
    def plain(self) -> str:
        """Its plain letters, run together."""
        return "".join(self.parts)

    @property
    def spellings(self) -> frozenset[str]:
        """Its plain letters, and those written instead."""
        return frozenset((self.plain, "".join(self.instead)))


def fold(text: str) -> str:
    """Bring a name to lower case, one form of Unicode and single spaces."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return " ".join(unicodedata.normalize("NFKC", text).split())


def split(text: str) -> tuple[Word, ...]:
    """Split a folded name into words; a comma is a word of its own."""
    found = (_word(raw) for raw in _WORD.findall(text))
    return tuple(word for word in found if word.parts or word.raw == ",")


def _word(raw: str) -> Word:
    pieces = [piece for piece in _PARTS.split(raw) if piece]
    plain = (_plain(piece, "plain") for piece in pieces)
    instead = (_plain(piece, "instead") for piece in pieces)
    return Word(raw, tuple(filter(None, plain)), tuple(filter(None, instead)))


def _plain(piece: str, column: str) -> str:
    mapped = "".join(_letters(column).get(c, c) for c in piece)
    bare = (c for c in unicodedata.normalize("NFKD", mapped) if not unicodedata.combining(c))
    return "".join(c for c in bare if c.isalnum())


@cache
def _letters(column: str) -> dict[str, str]:
    found = {
        row["letter"]: "" if row[column] == "-" else row[column] for row in rows("letters.csv")
    }
    return {letter: found[letter] for letter in found}
