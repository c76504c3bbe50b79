"""Offices of one seat: whose title alone tells who is meant."""

from communique.reading.rules.tables import classes as c
from communique.reading.rules.tables.gazetteer import gazetteer
from communique.reading.rules.tables.lexicon import bag, lexicon
from communique.reading.rules.texts.document import Document, Title

_ONE_OF_MANY = bag("a an another any each every some no one neither either former late ex- fellow")
_VAGUE = bag("a an all its his her their our")
_PARTING = bag("the , – —")
_TOLD_BY_FIELD = bag("under assistant permanent")
"""Each secretary has several of them, but one for each field."""


def is_single_seat(doc: Document, title: Title) -> bool:
    """Whether one person at a time holds an office, and the words say of what.

    Args:
        doc: The document.
        title: An office as the text words it.

    Returns:
        True for ``the Mayor of Belport``, ``the Arvedian Foreign Minister``, ``the Secretary for
        Trade``; False for ``the Minister``, ``a Director of …``, ``former President of …``.
    """
    if title.plural or (title.start and doc.tokens[title.start - 1].low in _ONE_OF_MANY):
        return False
    words = lexicon()
    key, start = _read_seat(doc, title)
    if not _is_well_formed(doc, title, start):
        return False
    shared = {t.low for t in doc.tokens[title.start : start]} & words.shared_ranks
    if key in words.field_heads:
        by_field = shared <= _TOLD_BY_FIELD and _joiner(doc, title) == "for"
        return (not shared or by_field) and _has_field(doc, title, key, start)
    if shared:
        return False
    if key in words.posted_heads:
        return _is_posted(doc, title, start)
    return key in words.seat_heads and _has_body(doc, title, start)


def _read_seat(doc: Document, title: Title) -> tuple[str, int]:
    """The words of the seat itself, hyphened, and its first token: ``prime-minister``."""
    stop = title.body[0] if title.body else title.end
    tail = "-".join(t.low for t in doc.tokens[title.anchor : stop])
    if title.anchor > title.start:
        longer = f"{doc.tokens[title.anchor - 1].low}-{tail}"
        words = lexicon()
        if longer in words.seat_heads | words.field_heads | words.posted_heads:
            return longer, title.anchor - 1
    return tail, title.anchor


def _joiner(doc: Document, title: Title) -> str:
    """``of`` or ``for`` before what the office is of; nothing where nothing follows."""
    return doc.tokens[title.body[0]].low if title.body else ""


def _is_well_formed(doc: Document, title: Title, start: int) -> bool:
    """Whether no other words run into the title, and what the office is of is all named."""
    tokens, flags = doc.tokens, doc.flags
    before = (tokens[n].low for n in range(title.start, start))
    heading = tokens[title.anchor].text.isupper() and tokens[title.anchor].low != "ceo"
    if heading or "(" in title.name or any(low in _PARTING for low in before):
        return False
    if title.body is None:
        return True
    lo, hi = title.body
    if flags[hi - 1] & c.STOP or not (flags[hi - 1] & c.CAP or tokens[hi - 1].text == ")"):
        return False
    if tokens[lo].low == "of" and _joins_places(doc, lo, hi):
        return False
    joins = (n for n in range(lo + 1, hi - 1) if tokens[n].low in ("and", "&", ","))
    vague = any(tokens[n].low in _VAGUE for n in range(lo, hi))
    return not (vague or any(flags[n + 1] & c.HEAD for n in joins) or _holds_name(doc, lo, hi))


def _joins_places(doc: Document, lo: int, hi: int) -> bool:
    """``President of Arvedia and National Security``: the second belongs to somebody else."""
    found = (gazetteer().match(doc.tokens, n, hi) for n in range(lo + 1, hi))
    ends = [place[0] for place in found if place is not None and place[1].sort == "country"]
    return any(end < hi and doc.tokens[end].low == "and" for end in ends)


def _holds_name(doc: Document, lo: int, hi: int) -> bool:
    """Whether a holder's name stuck to the title: ``Secretary for Trade Ana Velt``."""
    for n in range(lo, hi):
        given = doc.flags[n] & c.GIVEN and n + 1 < hi and doc.flags[n + 1] & c.NAMEISH
        closed = n + 2 >= hi or not doc.flags[n + 2] & c.CAP
        if (given and closed) or doc.flags[n] & c.INITIAL:
            return True
    common = doc.flags[hi - 2] & (c.COMMON | c.CAP) == c.COMMON | c.CAP
    found = gazetteer().match(doc.tokens, hi - 1, hi)
    return bool(common and found and found[1].sort == "city" and not doc.flags[hi - 1] & c.COMMON)


def _has_body(doc: Document, title: Title, start: int) -> bool:
    """Whether a body or place is told, before the seat or by ``of``."""
    if title.body is None:
        capitals = [n for n in range(title.start, start) if doc.flags[n] & c.CAP]
        bodies = any(doc.flags[n] & c.ORGANIZATION for n in capitals) and len(capitals) > 1
        short = any(doc.flags[n] & c.ACRONYM for n in capitals)
        return bodies or short or _names_place(doc, title.start, start)
    return _joiner(doc, title) == "of" and _names_body(doc, title.body[0] + 1, title.body[1])


def _has_field(doc: Document, title: Title, key: str, start: int) -> bool:
    """Whether a field is told, and by an adjective only beside a place: ``Arvedian Finance``."""
    placed, field = _read_left(doc, title.start, start)
    if title.body is None:
        return placed and field
    lo, hi = title.body
    if _joiner(doc, title) == "for":
        return True
    if _joiner(doc, title) != "of" or key.startswith("special"):
        return False
    if doc.tokens[lo + 1].low == "state":
        told = hi > lo + 3 and (doc.tokens[lo + 2].low == "for" or _names_place(doc, lo + 3, hi))
        return key == "secretary" and (told or (placed and hi == lo + 2))
    place = _find_place(doc, lo + 1, hi)
    if place is not None and place >= hi:
        return field
    body = any(doc.flags[n] & c.ORGANIZATION for n in range(lo, hi))
    return _names_body(doc, lo + 1, hi, single=not body) and not (body and key == "commissioner")


def _is_posted(doc: Document, title: Title, start: int) -> bool:
    """Whether it is told who sends and where to: ``Ambassador of Arvedia to Belport``."""
    if title.body is None:
        return False
    lo, hi = title.body
    placed = _read_left(doc, title.start, start)[0]
    sent = placed or (doc.tokens[lo].low == "of" and _find_place(doc, lo + 1, hi) is not None)
    return sent and any(doc.tokens[n].low in ("to", "in") for n in range(lo, hi - 1))


def _read_left(doc: Document, start: int, end: int) -> tuple[bool, bool]:
    """Whether the words before a seat tell a place, and whether they tell a field."""
    placed = field = False
    k = start
    while k < end:
        after = _find_place(doc, k, end)
        placed |= after is not None
        field |= after is None and doc.tokens[k].word and doc.tokens[k].low not in ("acting", "'s")
        k = after or k + 1
    return placed, field


def _find_place(doc: Document, n: int, last: int) -> int | None:
    """After the place, or adjective of one, that starts at a token, its article put aside."""
    n += n < last and doc.tokens[n].low == "the"
    if n >= last:
        return None
    found = gazetteer().match(doc.tokens, n, last) or gazetteer().demonym(doc.tokens, n, last)
    return found[0] if found else None


def _names_place(doc: Document, lo: int, hi: int) -> bool:
    return any(_find_place(doc, n, hi) is not None for n in range(lo, hi))


def _names_body(doc: Document, lo: int, hi: int, *, single: bool = False) -> bool:
    """Whether some words name a body or place, not only what it is: ``the Board``.

    Args:
        doc: The document.
        lo: The first word.
        hi: After the last.
        single: Whether one common word is enough.
    """
    if _names_place(doc, lo, hi):
        return True
    named = [n for n in range(lo, hi) if doc.flags[n] & c.CAP and not doc.flags[n] & c.MODIFIER]
    own = any(doc.flags[n] & c.ACRONYM or not doc.flags[n] & c.COMMON for n in named)
    return own or len(named) >= (1 if single else 2)
