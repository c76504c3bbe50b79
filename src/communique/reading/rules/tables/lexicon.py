"""The word lists of the reader, read once from its data files."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

DATA = files("communique.reading.rules") / "data"
AFFIXES = files("communique.identity") / "data" / "affixes.toml"
"""Honorifics and the like, shared with the comparison of names."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Closed classes and heads of English; the meaning of each stands in the data files."""

    office_heads: frozenset[str]
    weak_heads: frozenset[str]
    courtesy_heads: frozenset[str]
    title_tails: frozenset[str]
    seat_heads: frozenset[str]
    field_heads: frozenset[str]
    posted_heads: frozenset[str]
    shared_ranks: frozenset[str]
    title_modifiers: frozenset[str]
    honorifics: frozenset[str]
    ranks: frozenset[str]
    particles: frozenset[str]
    post_nominals: frozenset[str]
    organization_heads: frozenset[str]
    event_heads: dict[str, str]
    agreement_heads: dict[str, str]
    group_heads: frozenset[str]
    counterparts: frozenset[str]
    pronouns_plural: frozenset[str]
    pronouns_possessive: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    opinion_verbs: frozenset[str]
    negations: frozenset[str]
    hypothetical: frozenset[str]
    openers: frozenset[str]
    months: frozenset[str]
    weekdays: frozenset[str]
    capital_words: frozenset[str]
    site_heads: frozenset[str]
    given_names: frozenset[str]
    words: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The lexicon; the first call reads it."""
    lists: dict[str, str | dict[str, str]] = {}
    for file in (DATA / "lexicon.toml", DATA / "grammar.toml", AFFIXES):
        lists |= tomllib.loads(file.read_text("utf-8"))
    values: dict[str, frozenset[str] | dict[str, str]] = {
        key: frozenset(value.split()) if isinstance(value, str) else value
        for key, value in lists.items()
    }
    values["words"] = frozenset(read_lines("words.txt"))
    values["given_names"] = frozenset(
        (*str(lists["given_names"]).split(), *read_lines("given.txt"))
    )
    return Lexicon(**values)  # type: ignore[arg-type]


def read_lines(name: str) -> list[str]:
    """The lines of a data file without comments and empty ones."""
    lines = (DATA / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def bag(words: str) -> frozenset[str]:
    """The words of a short list, written as one string."""
    return frozenset(words.split())
