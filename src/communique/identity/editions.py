"""Editions and years in the name of an event: ordinals, Roman numerals, figures of acronyms."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from communique.identity.event_wording import Token, event_list, event_words

_YEAR = re.compile(
    r"(?<![^\W_])'?((?:1[89]|2[01])\d\d)(?:\s?[-/]\s?(\d\d(?:\d\d)?))?(?![^\W_]|[-/]\d)"
)
_SHORT = re.compile(r"(?<=\s)'(\d\d)(?!\w)")
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_ROMAN = re.compile(r"(X{0,3}|XL|LX{0,3})(IX|IV|V?I{0,3})")
_ACRONYM = re.compile(r"([A-Z]{2,8})(\d{1,4})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_LONGEST_SPAN = 5


@dataclass(frozen=True, slots=True)
class Found:
    """What a name tells beside its words: where it stood is taken out of them.

    Attributes:
        tokens: The other words.
        edition: Which of its series, from 1; None where not said.
        acronym: What the figure of the edition or year stood at.
        year: The year told by a figure at an acronym.
    """

    tokens: tuple[Token, ...]
    edition: int | None = None
    acronym: str | None = None
    year: int | None = None


def take_years(text: str) -> tuple[str, tuple[int, int] | None]:
    """Take the year, or the first and last, out of a tidy name.

    Args:
        text: ``2023-24 Harbour Forum``.

    Returns:
        The name without, and the years; None where it says none or the year belongs to the name.
    """
    for found in _YEAR.finditer(text):
        if not _belongs(text, found):
            return _without(text, found), _years(found)
    if short := _SHORT.search(text):
        year = 2000 + int(short[1])
        return _without(text, short), (year, year)
    return text, None


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"


def _years(found: re.Match[str]) -> tuple[int, int]:
    year = int(found[1])
    if not found[2]:
        return year, year
    last = int(found[2]) if len(found[2]) == 4 else year - year % 100 + int(found[2])
    return (year, last) if 0 < last - year <= _LONGEST_SPAN else (year, year)


def _belongs(text: str, found: re.Match[str]) -> bool:
    """Whether the year is part of what the event is about (``Agenda 2030``)."""
    before, after = text[: found.start()].split()[-1:], text[found.end() :].split()[:1]
    beside = event_words("beside_year")
    return any(word.casefold().strip(".,:;()") in beside for word in (*before, *after))


def take_edition(tokens: Sequence[Token]) -> Found:
    """Take the edition out of the words of a name."""
    return _ordinal(tokens) or _figure(tokens) or _roman(tokens) or Found(tuple(tokens))


def _ordinal(tokens: Sequence[Token]) -> Found | None:
    found: Found | None = None
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        read = read_ordinal(tokens, at)
        if read is None:
            kept.append(tokens[at])
        elif found is None and not _is_about(tokens, at, read[1]):
            found = Found((), read[0])
        else:
            kept.append(Token("", f"{read[0]}th"))
        at += read[1] if read else 1
    return Found(tuple(kept), found.edition) if found else None


def _is_about(tokens: Sequence[Token], at: int, length: int) -> bool:
    """Whether an ordinal says what the event is about (``First Nations``), not which it is."""
    inaugural = tokens[at].low in event_words("inaugural")
    follow = event_words("after_inaugural" if inaugural else "after_ordinal")
    return at + length < len(tokens) and tokens[at + length].low in follow


def read_ordinal(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Read an ordinal in figures or words.

    Args:
        tokens: The words of a name.
        at: Where it begins.

    Returns:
        Its value and how many words it takes; None where none begins.
    """
    low = [token.low for token in tokens[at : at + 5]]
    if found := _ORDINAL.fullmatch(low[0]):
        return (int(found[1]), 1) if int(found[1]) else None
    if low[0] in event_words("inaugural"):
        return 1, 1
    base, length = _hundred(low)
    rest = low[length:]
    if rest[:1] == ["hundredth"]:
        return (base or 1) * 100, length + 1
    if base and rest[:1] == ["hundred"]:
        base, length = base * 100, length + 1 + (rest[1:2] == ["and"])
        rest = low[length:]
    elif base:
        return None
    value, more = _below_hundred(rest)
    return (base + value, length + more) if value else None


def _hundred(low: list[str]) -> tuple[int, int]:
    """The cardinal that hundreds begin with."""
    if low[0] == "hundred":
        return 1, 0
    known = _values()["cardinals"]
    if low[0] in known and low[1:2] and low[1] in ("hundred", "hundredth"):
        return known[low[0]], 1
    return 0, 0


def _below_hundred(low: list[str]) -> tuple[int, int]:
    """The value of an ordinal below a hundred and how many words it takes; nought where none."""
    values = _values()
    if not low:
        return 0, 0
    if value := values["units"].get(low[0]) or values["tens"].get(low[0]):
        return value, 1
    unit = values["units"].get(low[1], 0) if len(low) > 1 else 0
    if low[0] in values["cardinal_tens"] and 0 < unit < 10:
        return values["cardinal_tens"][low[0]] + unit, 2
    return 0, 0


@cache
def _values() -> dict[str, dict[str, int]]:
    ones = {
        key: {word: n for n, word in enumerate(event_list(key), 1)}
        for key in ("units", "cardinals")
    }
    tens = {
        key: {word: 10 * n for n, word in enumerate(event_list(key), 2)}
        for key in ("tens", "cardinal_tens")
    }
    return ones | tens


def _figure(tokens: Sequence[Token]) -> Found | None:
    """The figure at the end of an acronym, or the word after it."""
    for at, token in enumerate(tokens):
        follows = tokens[at + 1].raw if at + 1 < len(tokens) else ""
        joined = token.raw + follows if token.capital and follows.isdecimal() else token.raw
        read = _ACRONYM.fullmatch(joined)
        if read is None or read[1].casefold() in event_words("figured") or not int(read[2]):
            continue
        kept = (*tokens[:at], Token(read[1], read[1].casefold()))
        kept += tuple(tokens[at + 1 + (joined != token.raw) :])
        return _numbered(kept, read[1], read[2])
    return None


def _numbered(kept: tuple[Token, ...], acronym: str, figure: str) -> Found | None:
    if len(figure) < 4:
        return Found(kept, int(figure), acronym)
    known = 1800 <= int(figure) < 2200
    return Found(kept, None, acronym, int(figure)) if known else None


def _roman(tokens: Sequence[Token]) -> Found | None:
    for at, token in enumerate(tokens):
        value = read_roman(token.raw)
        if value and _is_numeral(tokens, at):
            return Found((*tokens[:at], *tokens[at + 1 :]), value)
    return None


def read_roman(text: str) -> int:
    """Read a Roman numeral in capitals, up to 89; nought for anything else."""
    if not text or not _ROMAN.fullmatch(text):
        return 0
    values = [_ROMAN_VALUES[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-n if n < more else n for n, more in zip(values, following, strict=True))


def _is_numeral(tokens: Sequence[Token], at: int) -> bool:
    """Whether capitals that can be a numeral are: they begin the name or follow what it is of."""
    if at == 0:
        return len(tokens) > 1 and (len(tokens[0].raw) > 1 or tokens[0].raw in "IV")
    before = tokens[at - 1]
    return before.low in event_words("heads") or before.capital
