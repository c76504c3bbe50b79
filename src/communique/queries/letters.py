"""Letters as they are typed: without case and accents, those of other alphabets in plain Latin."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

_WORD = re.compile(r"[^\W_]+")
_ALONE = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe",
     "þ": "th"}
)  # fmt: skip
"""Letters that are no plain one with an accent; the index of Neo4j reads them so."""
_LATIN = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))


def plain_words(text: str) -> list[str]:
    """Divide a text into words without case and accents.

    Args:
        text: Any text.

    Returns:
        Its words in their order; none of a text without a letter or digit.
    """
    return _WORD.findall(_plain(text))


def spelt(word: str) -> str:
    """Write a regular expression of a word in which each letter may have any accent.

    Args:
        word: A word without accents, as of `plain_words`.

    Returns:
        The expression; what it holds besides letters is escaped.
    """
    return "".join(_any_of(letter) for letter in word)


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text).casefold().translate(_ALONE)
    return "".join(c for c in folded if not unicodedata.combining(c))


def _any_of(letter: str) -> str:
    accented = _accented().get(letter)
    if accented:
        return f"[{letter}{accented}]"
    return letter if letter.isalnum() else f"\\{letter}"


@cache
def _accented() -> Mapping[str, str]:
    """The letters of which each plain letter is what remains."""
    found: dict[str, str] = defaultdict(str)
    for code in _LATIN:
        plain = _plain(chr(code))
        if len(plain) == 1 and plain != chr(code) and chr(code).islower():
            found[plain] += chr(code)
    return dict(found)
