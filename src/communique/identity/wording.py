"""The terms of a name of a body or office: words spelled one way, countries as one term."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from communique.identity.folding import fold, split
from communique.identity.tables import rows

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:'[^\W_]+)*|[,;:()]|[–—]")
_QUOTES = re.compile(r"[’‘ʼ`´′]")
_JOINED = re.compile(r"\b([Cc])[oO][-‐‑](?=oper|ordin|OPER|ORDIN)")
_GENITIVE = re.compile(r"'[sS]$")
_COMMAS = frozenset(",;:()–—")
_ARTICLES = frozenset(("a", "an"))
_DROPPED = frozenset(("the", "and"))
_LONGEST = 60


class Sort(Enum):
    """What a term is."""

    WORD = "word"
    LINK = "link"
    COMMA = "comma"
    COUNTRY = "country"
    ACRONYM = "acronym"


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a name, or several that are one.

    Attributes:
        text: Its words in plain letters, joined by hyphens.
        sort: What it is.
        demonym: For a country, whether an adjective tells it.
        raw: As written; of a country that an adjective tells, the adjective in plain letters.
    """

    text: str
    sort: Sort = Sort.WORD
    demonym: bool = False
    raw: str = ""

    @property
    def proper(self) -> bool:
        """Whether it names a country or a body by itself."""
        return self.sort in (Sort.COUNTRY, Sort.ACRONYM)


@cache
def word_list(key: str) -> frozenset[str]:
    """The words of a list about bodies."""
    return frozenset(str(_data()[key]).split())


def country_slug(code: str) -> str:
    """The word for a country in keys, by its ISO 3166 alpha-2 code; empty where none is known."""
    return _slugs().get(code.upper(), "")


def is_country(word: str) -> bool:
    """Whether a word of a key is a country."""
    return word in _countries()


@cache
def _countries() -> frozenset[str]:
    return frozenset(_slugs().values())


@cache
def _slugs() -> dict[str, str]:
    return {row["code"]: "-".join(_phrase(row["name"])) for row in rows("countries.csv")}


@lru_cache(maxsize=65536)
def terms(name: str) -> tuple[Term, ...]:
    """Split a name into its terms.

    Args:
        name: A name in any script.

    Returns:
        Its terms in order, without ``the`` and ``and``; a name of more than 60 words is no name:
        its words are left as they are.
    """
    text = "".join(
        c for c in unicodedata.normalize("NFKC", name) if unicodedata.category(c) != "Cf"
    )
    found = _tokens(_JOINED.sub(r"\1o", text))
    if len(found) > _LONGEST:
        return tuple(Term(plain) for raw in found if (plain := _plain(raw)))
    words = [term for raw in found for term in _words(raw)]
    words = [word for word in words if word.text not in _DROPPED]
    if len(words) > 1 and words[0].text in _ARTICLES:
        words = words[1:]
    return _join(words)


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(_QUOTES.sub("'", text))


def _words(raw: str) -> tuple[Term, ...]:
    if raw in _COMMAS:
        return (Term(",", Sort.COMMA),)
    spelled = _spellings().get(_plain(raw), _plain(raw))
    if spelled.endswith(("isation", "isations")):
        spelled = spelled.replace("isation", "ization")
    return tuple(_word(text, raw) for text in spelled.split())


def _word(text: str, raw: str) -> Term:
    if text in word_list("links"):
        return Term(text, Sort.LINK, raw=raw)
    return Term(text, Sort.WORD, raw=raw)


@lru_cache(maxsize=65536)
def _plain(raw: str) -> str:
    return "".join(word.plain for word in split(fold(_GENITIVE.sub("", raw))))


def _join(words: list[Term]) -> tuple[Term, ...]:
    """Make one term of the words of a country, and leave out which kind of state it is."""
    out: list[Term] = []
    i = 0
    while i < len(words):
        size, term = _match(words, i)
        if term.sort is Sort.COUNTRY and not term.demonym:
            _drop_polity(out)
        out.append(term)
        i += size
    return tuple(out)


def _match(words: list[Term], i: int) -> tuple[int, Term]:
    for phrase, term in _phrases().get(words[i].text, ()):
        if tuple(word.text for word in words[i : i + len(phrase)]) == phrase:
            raw = " ".join(phrase) if term.demonym else term.raw
            return len(phrase), replace(term, raw=raw)
    return 1, words[i]


def _drop_polity(out: list[Term]) -> None:
    """Take ``Federal Republic of`` off the end."""
    if len(out) < 2 or out[-1].text != "of" or out[-2].text not in word_list("polities"):
        return
    del out[-2:]
    while out and out[-1].text in word_list("polity_words"):
        out.pop()


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], Term]]]:
    index: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
    for form, term in _named():
        if phrase := _phrase(form):
            index.setdefault(phrase[0], []).append((phrase, term))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return index


def _named() -> list[tuple[str, Term]]:
    """Forms of countries and of what abbreviations stand for; the first of a form holds."""
    found: dict[str, Term] = {}
    left_out = frozenset(_data()["countries_left_out"]["forms"].split("|"))
    for row in rows("countries.csv"):
        term = Term("-".join(_phrase(row["name"])), Sort.COUNTRY)
        others = f"{row['others']}|{_data()['countries'].get(row['code'], '')}"
        for form in (row["name"], term.text, *others.split("|")):
            found.setdefault(form, term)
        for form in row["adjectives"].split("|"):
            found.setdefault(form, Term(term.text, Sort.COUNTRY, demonym=True))
    for text, forms in _data()["stands_for"].items():
        for form in (text, *forms.split("|")):
            found.setdefault(form, Term(text, Sort.ACRONYM))
    return [(form, term) for form, term in found.items() if form and form not in left_out]


def _phrase(form: str) -> tuple[str, ...]:
    words = (_plain(raw) for raw in _tokens(form))
    return tuple(word for word in words if word and word not in _DROPPED)


@cache
def _spellings() -> dict[str, str]:
    return dict(_data()["spellings"])


@cache
def _data() -> dict[str, Any]:
    text = (files("communique.identity") / "data" / "bodies.toml").read_text("utf-8")
    return tomllib.loads(text)
