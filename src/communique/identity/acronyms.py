"""Acronyms, and the names they may stand for."""

import re
from functools import cache, lru_cache

from communique.identity.folding import fold, split
from communique.identity.wording import Sort, Term, terms, word_list

_FORM = re.compile(r"[^\W_]+(?:[.&'’/-][^\W_]+)*\.?")
_LONGEST = 10


def is_acronym(form: str) -> bool:
    """Tell whether a form is an acronym, as far as one can see.

    Args:
        form: A form by which a release calls a body.

    Returns:
        Whether it is one word, nearly all of it capitals: ``WTO``, ``COP30``, ``U.N.``, ``MoFA``.
    """
    form = form.strip()
    if len(form) > 2 * _LONGEST or not _FORM.fullmatch(form):
        return False
    upper = sum(c.isupper() for c in form)
    lower = sum(c.islower() for c in form)
    return 2 <= upper <= _LONGEST - 3 and lower <= upper / 2


def acronym_key(form: str) -> str:
    """The letters and digits of an acronym, in lower case."""
    return "".join(word.plain for word in split(fold(form)))


def expansion_fits(acronym: str, name: str) -> bool:
    """Tell whether an acronym can stand for a name.

    Args:
        acronym: Such as ``WTO``.
        name: Such as ``World Trade Organization``.

    Returns:
        Whether its letters are, in order, the first letters of the words of the name. Small words
        may be left out, and one of four other words but the first; a sort of body before ``of``
        and a country count as small.
    """
    letters = "".join(c for c in acronym_key(acronym) if c.isalpha())
    words = _initials(name)
    if not 2 <= len(letters) <= _LONGEST or len(words) > 3 * _LONGEST:
        return False
    starts = [words]
    found = terms(name)
    starts.append(tuple(term.text for term in found if term.sort is not Sort.COUNTRY))
    if len(found) > 2 and found[0].text in word_list("organs") and found[1].text == "of":
        starts.append(words[2:])
    return any(_fits(letters, start) for start in starts)


def _initials(name: str) -> tuple[str, ...]:
    plain = (word.plain for word in split(fold(name.replace("-", " "))))
    return tuple(word for word in plain if word)


@cache
def _small() -> frozenset[str]:
    return word_list("links") | word_list("small")


def _fits(letters: str, words: tuple[str, ...]) -> bool:
    """Whether each letter begins a word, or goes on with the letters that begin one."""
    words = tuple(word for word in words if word not in word_list("firms") and word != "ltd")
    content = sum(word not in _small() for word in words)
    states = {0: 0}
    for position, word in enumerate(words):
        states = _step(letters, word, states, first=position == 0)
    return states.get(len(letters), content + 1) <= content // 4


def _step(letters: str, word: str, states: dict[int, int], *, first: bool) -> dict[int, int]:
    """How many words are left out at the least, by how many letters are used."""
    after: dict[int, int] = {}
    for used, missed in states.items():
        if not first or word in _small():
            _keep(after, used, missed + (word not in _small()))
        for size in range(1, min(3, len(word)) + 1):
            if letters[used : used + size] != word[:size]:
                break
            _keep(after, used + size, missed)
    return after


def _keep(states: dict[int, int], used: int, missed: int) -> None:
    states[used] = min(missed, states.get(used, missed))


def acronym_inside(term: Term) -> bool:
    """Whether a word of a longer name is an acronym."""
    return term.sort is Sort.WORD and is_acronym(term.raw)


@lru_cache(maxsize=65536)
def abbreviates(short: str, full: str) -> bool:
    """Tell whether a name is another with an acronym in place of some of its words.

    Args:
        short: Such as ``LTO Secretariat``.
        full: Such as ``Secretariat of the Lindby Trade Organization``.

    Returns:
        Whether the words that only the first has are one acronym, and it fits those that only the
        second has.
    """
    ours, theirs = terms(short), terms(full)
    known = {term.text for term in theirs}
    left = [term for term in ours if term.text not in known and term.sort is not Sort.LINK]
    if len(left) != 1 or not acronym_inside(left[0]):
        return False
    known = {term.text for term in ours}
    rest = (term.text for term in theirs if term.text not in known)
    return expansion_fits(left[0].raw, " ".join(rest))
