"""The terms of a title: heads in one spelling, compounds as one."""

import tomllib
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files

from communique.identity.wording import Sort, Term, terms


@cache
def title_list(key: str) -> frozenset[str]:
    """The words of a list about titles."""
    return frozenset(_data()[key].split())


@cache
def levels() -> dict[str, frozenset[str]]:
    """The levels of places that heads tell."""
    return {head: frozenset(words.split()) for head, words in _tables()["levels"].items()}


def head_words(key: str) -> frozenset[str]:
    """The heads in the key of a title."""
    return frozenset(key.split()) & title_list("heads")


def is_head(term: Term) -> bool:
    """Whether a term is the head of an office."""
    return term.sort is Sort.WORD and (
        term.text in title_list("heads") or term.text in _tables()["compounds"]
    )


@lru_cache(maxsize=65536)
def title_terms(name: str) -> tuple[Term, ...]:
    """Split a title or the name of an office into its terms.

    Args:
        name: A title or name.

    Returns:
        Its terms in order, heads in the singular and in one spelling, two words that are one head
        joined by a hyphen. In a name all in capitals none is told to be an acronym.
    """
    words = [spelled for term in terms(name) for spelled in _spell(term)]
    if name == name.upper():
        words = [replace(word, raw=word.raw.lower()) for word in words]
    out: list[Term] = []
    i = 0
    while i < len(words):
        size, text = _compound(words, i)
        out.append(Term(text) if size > 1 else words[i])
        i += size
    return tuple(out)


def _spell(term: Term) -> tuple[Term, ...]:
    if term.sort is not Sort.WORD:
        return (term,)
    text = _tables()["spellings"].get(term.text)
    if text is None:
        singular = term.text.removesuffix("s")
        text = singular if singular in title_list("heads") else term.text
    if term.text in title_list("courtesies"):
        return ()
    found = text.split()
    return tuple(Term(word, raw=term.raw if len(found) == 1 else "") for word in found)


def _compound(words: list[Term], i: int) -> tuple[int, str]:
    for text, forms in _compounds().get(words[i].text, ()):
        if tuple(word.text for word in words[i : i + len(forms)]) == forms:
            return len(forms), text
    return 1, words[i].text


@cache
def _compounds() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    index: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for text, forms in _tables()["compounds"].items():
        for form in forms.split("|"):
            words = tuple(form.split())
            index.setdefault(words[0], []).append((text, words))
    return index


def _data() -> dict[str, str]:
    return _tables()[""]


@cache
def _tables() -> dict[str, dict[str, str]]:
    """The tables of the data file, its plain lists under an empty name."""
    text = (files("communique.identity") / "data" / "titles.toml").read_text("utf-8")
    found = tomllib.loads(text)
    lists = {key: value for key, value in found.items() if isinstance(value, str)}
    return {"": lists} | {key: value for key, value in found.items() if isinstance(value, dict)}
