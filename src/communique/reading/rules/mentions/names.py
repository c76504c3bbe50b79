"""Names of people: how far a run of name words reaches."""

from communique.reading.rules.tables import classes as c
from communique.reading.rules.tables.frames import verb_forms
from communique.reading.rules.tables.gazetteer import gazetteer
from communique.reading.rules.texts.tokens import Token

_LONGEST = 8
_SYLLABLE = 5
"""``Bui Thanh Son``: a last syllable that is also an English word is this short."""
_SUFFIXES = frozenset(("jr.", "jr", "sr.", "ii", "iii", "iv", "vi", "v", "vii", "xiv", "xvi"))
_ORDINARY = c.HEAD | c.ORGANIZATION | c.EVENT | c.STOP | c.PREPOSITION | c.MONTH | c.HONORIFIC
_QUOTES = frozenset('“"‘(')


def read_name(
    tokens: list[Token], flags: list[int], i: int, last: int, *, loose: bool = False
) -> int:
    """Where the personal name that starts at token i ends; i when none does.

    Args:
        tokens: All tokens.
        flags: Their classes.
        i: Where the name would start, after office and honorific.
        last: Where to stop at the latest.
        loose: After an honorific any capitalised word may be part of a name.
    """
    k, core = i, 0
    if i < last and not loose and _is_place(tokens, flags, i, last):
        return i
    while k < min(last, i + _LONGEST):
        if _is_part(tokens, flags, k, last, core=core, loose=loose):
            core += not flags[k] & c.INITIAL
            k += 1
        elif (core and flags[k] & c.PARTICLE and k + 1 < last and _follows_particle(flags, k)) or (
            not core
            and k - i < 2
            and flags[k] & c.PARTICLE
            and _opens_with_particle(tokens, flags, k, last)
        ):
            k += 1
        elif core and (step := _step_patronymic(tokens, flags, k, last)):
            k += step
        else:
            break
    if not core:
        return i
    return _read_suffix(tokens, flags, k, last)


def _step_patronymic(tokens: list[Token], flags: list[int], k: int, last: int) -> int:
    """Over ``bin Haji`` and ``a/l`` to the father's name; 0 where no such name goes on."""
    lows = [t.low for t in tokens[k : min(last, k + 4)]]
    if lows[:1] in (["bin"], ["binti"]) and len(lows) > 2 and flags[k + 1] & c.HONORIFIC:
        return 2 if tokens[k + 1].cap and tokens[k + 2].cap else 0
    if len(lows) == 4 and lows[0] == "a" and lows[1] == "/" and lows[2] in ("l", "p"):
        return 3 if tokens[k + 3].cap else 0
    return 0


def _is_part(  # noqa: PLR0911
    tokens: list[Token], flags: list[int], k: int, last: int, *, core: int, loose: bool
) -> bool:
    f = flags[k]
    if f & (c.INITIAL | c.NAMEISH):
        if f & c.INITIAL and not core and k + 1 < last and not flags[k + 1] & c.CAP:
            return False
        return not (f & c.NAMEISH and core > 1 and not loose and _is_country(tokens, k, last))
    if not f & c.CAP:
        return False
    if not loose and (tokens[k].low in verb_forms() or _is_gerund(tokens[k], f, core)):
        return False
    if f & c.ACRONYM and _is_capital_name(tokens, flags, k, last, loose=loose):
        return True
    if f & c.ACRONYM:
        return (
            (loose or core > 0)
            and len(tokens[k].text) <= 3
            and not f & c.COMMON
            and (tokens[k].text.isalpha())
        )
    if loose:
        stops = f & (c.HEAD | c.STOP | c.PREPOSITION | c.MONTH) and core
        return not stops or bool(f & c.GIVEN)
    if f & c.GIVEN and not core:
        return (
            k + 1 < last
            and bool(flags[k + 1] & (c.NAMEISH | c.INITIAL | c.CAP))
            and not (flags[k + 1] & _ORDINARY)
        )
    if f & c.GIVEN and core:
        return True
    return (
        core > 0
        and not f & _ORDINARY
        and not _continues(flags, k + 1, last)
        and not (f & c.SITE and not flags[k - 1] & (c.GIVEN | c.INITIAL))
        and (core == 1 or (core == 2 and len(tokens[k].low) <= _SYLLABLE and not f & c.SITE))
        and bool(flags[k - 1] & (c.GIVEN | c.INITIAL | c.NAMEISH))
    )


def _is_capital_name(
    tokens: list[Token], flags: list[int], k: int, last: int, *, loose: bool
) -> bool:
    """``ONO Misaki``, ``Ana VELTMAN``: a surname in capitals beside a name written as usual."""
    text = tokens[k].text
    if len(text) < 3 + (not loose) or not text.isalpha() or flags[k] & c.COMMON:
        return False
    beside = [n for n in (k - 1, k + 1) if 0 <= n < last]
    return any(flags[n] & c.NAMEISH and not flags[n] & c.ACRONYM for n in beside)


def _is_gerund(token: Token, flags: int, core: int) -> bool:
    """``Removing …`` at the start of a line is no name."""
    return not core and len(token.low) > 5 and token.low.endswith("ing") and not flags & c.GIVEN


def _continues(flags: list[int], k: int, last: int) -> bool:
    """Whether a capitalised word follows, so that a common word is rather no surname."""
    return k < last and bool(flags[k] & c.CAP)


def _follows_particle(flags: list[int], k: int) -> bool:
    following = flags[k + 1]
    return bool(
        following & (c.NAMEISH | c.PARTICLE) or (following & c.CAP and not following & _ORDINARY)
    )


def _opens_with_particle(tokens: list[Token], flags: list[int], k: int, last: int) -> bool:
    """``Al Harun``, ``van der Hoek`` without a given name before."""
    return (
        tokens[k].low not in ("y", "e", "a")
        and k + 1 < last
        and bool(flags[k + 1] & (c.NAMEISH | c.PARTICLE))
    )


def _read_suffix(tokens: list[Token], flags: list[int], k: int, last: int) -> int:
    """Take ``, Jr.`` and ``VI`` in, and a nickname in quotation marks with what follows it."""
    if k + 1 < last and tokens[k].text == "," and tokens[k + 1].low in ("jr.", "jr", "sr."):
        return k + 2
    if k < last and tokens[k].low in _SUFFIXES:
        return k + 1
    if k + 3 < last and tokens[k].text in _QUOTES and tokens[k + 2].text in '”"’':
        rest = read_name(tokens, flags, k + 3, last) if flags[k + 1] & c.CAP else k + 3
        if rest > k + 3:
            return rest
    return k


def _is_place(tokens: list[Token], flags: list[int], i: int, last: int) -> bool:
    """Whether a place rather than a person starts here."""
    found = gazetteer().match(tokens, i, last)
    if not found or not found[1].strong:
        return bool(gazetteer().demonym(tokens, i, last))
    if found[0] == i + 1 and (flags[i] & c.GIVEN or found[1].sort == "city"):
        return found[0] >= last or not flags[found[0]] & (c.NAMEISH | c.INITIAL)
    return True


def _is_country(tokens: list[Token], k: int, last: int) -> bool:
    found = gazetteer().match(tokens, k, last)
    return bool(found and found[1].sort == "country")
