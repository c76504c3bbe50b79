"""The words of an event's name, brought to one case, one spelling and one way of joining them."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from communique.identity.folding import fold, split
from communique.identity.tables import rows

_DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}")
_DASHES = re.compile(r"[‐‑‒–—−－]")
_QUOTES = re.compile(r"[’‘ʼ`´′]")
_POSSESSIVE = re.compile(r"(?<=\w)'s(?!\w)", re.IGNORECASE)
_FIGURE = re.compile(r"(?<![^\W_])([^\W\d_]+)-(\d{1,3})(?![^\W_]|-\d)")
_TOKEN = re.compile(r"[^\W_]+|\+")


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a name: as written, and in plain lower case."""

    raw: str
    low: str

    @property
    def capital(self) -> bool:
        """Whether it is written as an acronym is: two letters or more, all of them capitals."""
        return len(self.raw) > 1 and self.raw.isalpha() and self.raw.isupper()


@cache
def event_words(key: str, table: str = "") -> frozenset[str]:
    """A list of words about events.

    Args:
        key: Which list of ``events.toml``.
        table: The table it is in, if any.

    Returns:
        Its words.
    """
    return frozenset(event_list(key, table))


@cache
def event_list(key: str, table: str = "") -> tuple[str, ...]:
    """The same in the order of the file."""
    found = _lists()[table] if table else _lists()
    return tuple(str(found[key]).split())


@cache
def _lists() -> dict[str, dict[str, str]]:
    path = files("communique.identity") / "data" / "events.toml"
    return tomllib.loads(path.read_text("utf-8"))


def tidy(name: str) -> str:
    """Write dashes, quotes, abbreviations and possessives in one way; case stays."""
    text = unicodedata.normalize("NFKC", name)
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    text = _POSSESSIVE.sub("", _QUOTES.sub("'", _DASHES.sub("-", text)))
    text = _DOTTED.sub(lambda found: found[0].replace(".", ""), text)
    return _FIGURE.sub(r"\1\2", _prefixed().sub(r"\1", text))


@cache
def _prefixed() -> re.Pattern[str]:
    known = "|".join(event_list("prefixes"))
    return re.compile(rf"(?<![^\W_])({known})-(?=[^\W\d_])", re.IGNORECASE)


def tokens(text: str) -> tuple[Token, ...]:
    """Split a tidy text into words."""
    found = _TOKEN.findall(text.replace("'", ""))
    return tuple(Token(raw, "plus" if raw == "+" else _low(raw)) for raw in found)


@lru_cache(maxsize=65536)
def _low(raw: str) -> str:
    return "".join(word.plain for word in split(fold(raw)))


@lru_cache(maxsize=65536)
def spell(word: str) -> str:
    """Bring a word in lower case to the singular, in one spelling of British and American."""
    stem = _singular(word)
    for ending, instead in _endings():
        if len(stem) > max(len(ending), 3) - (ending == stem) and stem.endswith(ending):
            return stem[: -len(ending)] + instead
    return stem


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] not in "siu" else word


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    found = ((row["ending"], row["instead"]) for row in rows("spellings.csv"))
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair)))


def unite(words: tuple[str, ...]) -> tuple[str, ...]:
    """Put one word for those that mean the same (``united states``, ``us``)."""
    text = f" {' '.join(words)} "
    for said, instead in _same():
        text = text.replace(f" {said} ", f" {instead} ")
    return tuple(text.split())


@cache
def _same() -> tuple[tuple[str, str], ...]:
    lines = str(_lists()["same_as"]).strip().splitlines()
    pairs = (line.split(" = ") for line in lines)
    return tuple((said, instead) for said, instead in pairs)
