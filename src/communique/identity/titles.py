"""Titles of offices as keys, and the names of offices taken apart into title and body."""

from collections.abc import Iterable
from functools import lru_cache

from communique.identity.bodies import ROUNDS, body_key, digest
from communique.identity.designations import Designation, designate
from communique.identity.folding import fold
from communique.identity.offices import head_words, levels, title_list, title_terms
from communique.identity.wording import Sort, Term, word_list

__all__ = ["office_key", "title_key"]

_GOVERNMENT = "government of "
_LONGEST = 200


@lru_cache(maxsize=65536)
def title_key(title: str) -> str:
    """Reduce a title to what its variants share.

    Args:
        title: A title with what it is for: ``Secretary for Trade``, ``Vice-Minister``.

    Returns:
        Its words in one spelling, sorted, without links: ``secretary trade``; a key is never
        empty and is its own key. ``Vice``, ``Deputy``, ``Acting``, ``former`` are always in it.
    """
    key = _settled(title_terms(title))
    return key or digest(fold(title))


@lru_cache(maxsize=65536)
def office_key(name: str, title: str | None = None, body: str | None = None) -> tuple[str, str]:
    """Take the name of an office apart.

    Args:
        name: The name of an office: ``Mayor of Shanghai``.
        title: Its title, where the name holds none that is known.
        body: The name of the body or place it is of, where its name does not tell.

    Returns:
        The key of the title and of the body or place, the latter empty where neither tells one;
        for the government of a place the place.
    """
    found = designate(title_terms(name))
    if found is None:
        return title_key(title or name), _place(body) if body else ""
    return _told(found, body)


def _told(found: Designation, body: str | None) -> tuple[str, str]:
    key = _settled(found.title)
    own = _place(" ".join(_written(term) for term in found.body))
    if not own and body:
        own = _place(body)
        words = {w for term in found.title for w in _words(term)}
        if {w for term in title_terms(body) for w in _words(term)} <= words:
            own = ""
    if place := _ruled(found):
        return _settled([*found.title, Term("party")]), place
    return key, _level(own, key)


def _settled(found: Iterable[Term]) -> str:
    """The key of a title that is its own key."""
    key = _key(found)
    for _ in range(ROUNDS):
        again = _key(title_terms(key))
        if again == key:
            break
        key = again
    return key


def _words(term: Term) -> set[str]:
    return set(term.text.split("-")) - word_list("links") - {","}


def _key(found: Iterable[Term]) -> str:
    kept = [
        term.text.replace("-", " ") if term.sort is Sort.WORD else term.text
        for term in found
        if term.sort not in (Sort.LINK, Sort.COMMA) and term.text not in title_list("idle_tails")
    ]
    words = set(kept)
    if words - (title_list("modifiers") - {"foreign"}) in _FOREIGN:
        words -= {"affairs"}
    key = " ".join(sorted(words))
    return key if len(key) <= _LONGEST else digest(key)


_FOREIGN = tuple({"foreign", "affairs", head} for head in ("minister", "secretary"))


def _written(term: Term) -> str:
    """A word of a body as written: ``Representatives`` are no ``representative`` there."""
    return term.raw or term.text if term.sort is Sort.WORD else term.text


def _place(body: str) -> str:
    """The key of a body, for the government of a place that of the place."""
    return body_key(body_key(body).removeprefix(_GOVERNMENT)) if body else ""


def _ruled(found: Designation) -> str:
    """The place, where the body is the committee of a ruling party there."""
    texts = {term.text for term in found.body}
    if "committee" not in texts or not texts & title_list("ruling"):
        return ""
    spare = title_list("ruling") | {"committee"} | word_list("links")
    rest = [term.text for term in found.body if term.text not in spare]
    level = title_list("place_levels")
    if all(text in word_list("generic") for text in rest if text not in level):
        return ""
    if any(text in word_list("generic") and text not in level for text in rest):
        return ""
    return body_key(" ".join(rest))


def _level(body: str, title: str) -> str:
    """The body without the level of its place, where the head of the title tells it."""
    words = body.split()
    drop = {level for head in head_words(title) for level in levels().get(head, ())}
    if len(words) > 1 and words[-1] in drop and not _is_country(words[:-1]):
        return body_key(" ".join(words[:-1]))
    return body


def _is_country(words: list[str]) -> bool:
    return all(term.sort is Sort.COUNTRY for term in title_terms(" ".join(words)))
