"""What the name of an event tells: its series, which edition, which year."""

import hashlib
import re
from dataclasses import dataclass
from functools import cache, lru_cache

from communique.identity.editions import take_edition, take_years
from communique.identity.event_wording import Token, event_words, spell, tidy, tokens, unite

LONGEST = 300
"""A longer text is no name."""

_LONGEST_BASE = 80
_BRACKETED = re.compile(r"\(\s*([A-Z]{2,8})(?:[- ]?(\d{1,3}))?\s*\)")


@dataclass(frozen=True, slots=True)
class EventName:
    """The name of an event taken apart.

    Attributes:
        base: What its editions have in common, as a key: words in lower case and one spelling, in
            the order of the alphabet unless the name says which way it goes; empty for a name
            without a word.
        edition: Which of its series, from 1; None where not said.
        year: The year it names, or the first of two.
        last_year: The last of two years, such as 2024 of ``2023-24``; else the same as `year`.
        acronym: Capitals that stand for it: ``COP`` of ``COP30``, ``APEC`` of ``APEC 2023``.
        common: Whether its words are such as many events are called by (``press conference``).
        recurrent: Whether it says such as a body has several of in a year (``Council meeting``).
    """

    base: str
    edition: int | None = None
    year: int | None = None
    last_year: int | None = None
    acronym: str | None = None
    common: bool = False
    recurrent: bool = False

    @property
    def bare(self) -> bool:
        """Whether an acronym is all that it says beside edition and year."""
        return self.acronym is not None and self.base == self.acronym.casefold()

    @property
    def words(self) -> frozenset[str]:
        """The words of the base."""
        return frozenset(self.base.split())


@lru_cache(maxsize=65536)
def parse_event(name: str) -> EventName:
    """Take the name of an event apart.

    Args:
        name: As a release writes it: ``the 30th Conference of the Parties``, ``COP30``.

    Returns:
        Its parts. A text longer than a name is its own base, cut to a digest.
    """
    if len(name) > LONGEST:
        return EventName(_digest(name))
    text, acronym, figure = _take_bracketed(tidy(name))
    text, years = take_years(text)
    found = take_edition(tokens(text))
    base = _base(found.tokens)
    years = years or ((found.year, found.year) if found.year else None)
    return EventName(
        base=_cut(" ".join(base)),
        edition=found.edition or figure,
        year=years[0] if years else None,
        last_year=years[1] if years else None,
        acronym=found.acronym or acronym or _acronym(found.tokens, base),
        common=bool(base) and _common().issuperset(base),
        recurrent=not _recurrent().isdisjoint(base),
    )


def _take_bracketed(text: str) -> tuple[str, str | None, int | None]:
    """Take an acronym in brackets out of a name, and the edition it tells; a body's is left out."""
    found = _BRACKETED.search(text)
    if not found or not (rest := f"{text[: found.start()]} {text[found.end() :]}").strip():
        return text, None, None
    figure = int(found[2]) if found[2] else None
    return rest, found[1] if figure or stands_for(found[1], rest) else None, figure


def _base(words: tuple[Token, ...]) -> tuple[str, ...]:
    united = unite(tuple(token.low for token in words if token.low))
    kept = tuple(spell(word) for word in united if word not in event_words("weightless"))
    return kept if event_words("directions") & set(united) else tuple(sorted(kept))


def _acronym(words: tuple[Token, ...], base: tuple[str, ...]) -> str | None:
    """The only word of a name, in capitals."""
    found = [token.raw for token in words if token.low not in event_words("weightless")]
    alone = len(found) == 1 and len(base) == 1 and Token(found[0], base[0]).capital
    return found[0] if alone and len(found[0]) <= 8 and base[0] not in _common() else None


@cache
def _common() -> frozenset[str]:
    return _heads() | frozenset(spell(word) for word in event_words("common"))


@cache
def _recurrent() -> frozenset[str]:
    return frozenset(spell(word) for word in event_words("recurrent"))


def stands_for(acronym: str, name: str) -> bool:
    """Tell whether an acronym stands for an event, and not for a body in its name.

    Args:
        acronym: ``CIIE``.
        name: The event's name, such as ``China International Import Expo``.

    Returns:
        Whether its letters begin words of the name that follow each other, a word for what it is
        (``Expo``) among them; small words may have a letter or none.
    """
    words = [token.low for token in tokens(tidy(name[:LONGEST])) if token.low]
    letters = acronym.casefold()
    return any(_begin(letters, words[n:]) for n in range(len(words)) if words[n][0] == letters[:1])


def _begin(letters: str, words: list[str], *, said: bool = False) -> bool:
    """Whether letters begin the words, one after the other, with what the event is among them."""
    if not letters or not words:
        return said and not letters
    first, rest = words[0], words[1:]
    found = said or first in event_words("heads")
    if first[0] == letters[0] and _begin(letters[1:], rest, said=found):
        return True
    return first in event_words("weightless") and _begin(letters, rest, said=said)


def is_called(form: str, name: str) -> bool:
    """Tell whether a form by which a release calls an event is a name of that event.

    Args:
        form: A form: ``CIIE``, ``OECD``.
        name: The fullest name.

    Returns:
        False for the acronym of a body in the name, and for what lacks the word that says what it
        is: that is the name of a body or of a greater event (``Harbour Council`` in ``Session of
        the Harbour Council``).
    """
    part, whole = parse_event(form), parse_event(name)
    if part.bare and not whole.bare:
        numbered = part.edition is not None
        return numbered or (part.acronym is not None and stands_for(part.acronym, name))
    head = _head(name)
    return not head or head in part.words


def _head(name: str) -> str:
    """The word for what an event is: the last of the first such words that follow each other.

    In ``Senior Session of the Harbour Conference`` that is the session, not the conference.
    """
    found = ""
    for token in tokens(tidy(name[:LONGEST])):
        if found and token.low in event_words("weightless"):
            break
        found = spell(token.low) if spell(token.low) in _heads() else found
    return found


@cache
def _heads() -> frozenset[str]:
    return frozenset(spell(word) for word in event_words("heads"))


def _cut(base: str) -> str:
    return base if len(base) <= _LONGEST_BASE else f"{base[: _LONGEST_BASE - 11]} {_digest(base)}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:10]
