"""Words and marks of a text, each with its place in it."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}(?:-[^\W_]+)?"
    r"|\b[A-Z][a-z]{1,30}-(?:[A-Z]\.){2,}"
    r"|\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|Gen|Lt|Col|Maj|Sen|Rep|Gov|Hon|Rev|Esq|No|Inc|Ltd|Co|Smt|Capt|Cllr|Amb|Adm|Cmdr|Messrs|Ir|Sgt|Cdr|Brig|Pte|Corp|Assoc)\."
    r"|\b\d{1,12}(?:[.,:]\d{1,12}){1,6}[^\W\d_]{0,12}"
    r"|[^\W_]+(?:-[\u200b\u2060]?[^\W_]+|['’](?!s\b)[^\W_]+|[+&][^\W_]+)*\+?"
    r"|['’]s\b"
    r"|[^\w\s\u200b-\u200f\u2060\ufeff\x00-\x1f]"
)
_GLUED = re.compile(r"(the|and|of|with|in|on|to|for|at|by)(?=[A-Z][A-Za-z]+$)")
_GLUED_DAY = re.compile(
    r"(January|February|March|April|May|June|July|August|September|October|November|December)(?=\d)"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark.

    Attributes:
        text: As it stands.
        start: Where it starts in the release's text, in code points.
        end: Where it ends.
        low: In lower case, curly apostrophes made straight.
        cap: Whether it starts with a capital letter; ``d'Orey`` does.
        word: Whether it starts with a letter or a digit.
    """

    text: str
    start: int
    end: int
    low: str
    cap: bool
    word: bool


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Split a stretch of a text into tokens; white space and invisible characters fall out.

    Args:
        text: The whole text.
        start: Where to begin.
        end: Where to stop; None for the end of the text.
    """
    tokens: list[Token] = []
    for found in _TOKEN.finditer(text, start, len(text) if end is None else end):
        word = found.group()
        cut = _cut(word)
        if cut:
            tokens.append(_token(word[:cut], found.start()))
            tokens.append(_token(word[cut:], found.start() + cut))
        else:
            tokens.append(_token(word, found.start()))
    return tokens


def _cut(word: str) -> int:
    """Where a scrape that lost a space glued two words; 0 where it did not."""
    if len(word) < 4 or word.islower() or word.isupper():
        return 0
    if word[0].islower():
        found = _GLUED.match(word)
        return found.end() if found else 0
    found = _GLUED_DAY.match(word)
    return found.end() if found else 0


def is_capital(word: str) -> bool:
    """Whether a word counts as written with a capital: ``Oslo``, ``d'Orey``, ``al-Kindi``."""
    if word[0].isupper():
        return True
    elided = word[1:2] in ("'", "’") and word[2:3].isupper()
    return elided or (word[2:3] == "-" and word[:2] in ("al", "el") and word[3:4].isupper())


def _token(word: str, start: int) -> Token:
    first = word[0]
    return Token(
        word,
        start,
        start + len(word),
        word.lower().replace("’", "'"),
        is_capital(word),
        first.isalnum(),
    )
