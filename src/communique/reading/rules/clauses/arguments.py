"""Arguments of a verb: the other side of a fact, and what may stand before it."""

from communique.reading.rules.tables import classes as c
from communique.reading.rules.texts.document import Document, Sort

_SETTINGS = frozenset((Sort.PLACE, Sort.DATE, Sort.EVENT, Sort.SITE))
_FURTHEST = 30


def find_slot(doc: Document, i: int, last: int, slots: tuple[str, ...]) -> int | None:
    """After the preposition that brings the argument, over what may stand before it.

    Args:
        doc: The document.
        i: After the verb or its noun.
        last: Where to stop.
        slots: The prepositions; ``""`` for a direct object.
    """
    stop = min(last, i + _FURTHEST)
    k = i
    while k < stop:
        low = doc.tokens[k].low
        if low in slots and not _is_date(doc, k + 1, stop):
            return k + 1
        if "" in slots and _starts_phrase(doc, k):
            return k
        step = _skip(doc, k, stop)
        if not step:
            return None
        k += step
    return None


def parenthetical(doc: Document, k: int, last: int) -> tuple[int, int] | None:
    """Where the company starts and ends: ``signed, together with Ms Velt, …``, ``with her a …``."""
    person = doc.at[k + 1] if k + 1 < last and doc.tokens[k].low == "with" else None
    if person is not None and person.sort is Sort.PERSON and person.end < last:
        beside = doc.tokens[person.end].low in ("a", "an", "the")
        return (k + 1, person.end) if beside else None
    n = k + 1
    n += n < last and doc.tokens[n].low in ("together", "along", "jointly")
    if n + 1 >= last or doc.tokens[n].low != "with":
        return None
    for end in range(n + 2, min(last, n + 40)):
        mention = doc.at[end]
        if doc.tokens[end].text == "," and (mention is None or mention.start > end):
            follows = end + 1 < last and (
                _starts_phrase(doc, end + 1) or doc.flags[end + 1] & c.PREPOSITION
            )
            person = doc.at[end + 1] if end + 1 < last else None
            if follows and (person is None or person.sort is not Sort.PERSON):
                return n + 1, end + 1
    return None


def _is_date(doc: Document, k: int, last: int) -> bool:
    mention = doc.at[k] if k < last else None
    return mention is not None and mention.sort is Sort.DATE


def _starts_phrase(doc: Document, k: int) -> bool:
    f = doc.flags[k]
    mention = doc.at[k]
    if mention is not None:
        return mention.sort is not Sort.DATE
    if not doc.tokens[k].word:
        return doc.tokens[k].text in '“"‘'
    if doc.tokens[k].low in (
        "a",
        "an",
        "the",
        "his",
        "her",
        "their",
        "its",
        "both",
        "all",
        "various",
        "several",
        "many",
        "some",
        "each",
    ):
        return True
    return not f & (c.PREPOSITION | c.ADVERB | c.AUXILIARY | c.STOP)


def _skip(doc: Document, k: int, last: int) -> int:  # noqa: PLR0911
    """How many tokens may be stepped over on the way to the argument."""
    token, f = doc.tokens[k], doc.flags[k]
    mention = doc.at[k]
    if mention is not None and mention.sort is Sort.DATE:
        return mention.end - k
    if _is_adverb(doc, k, last):
        return 1
    if token.text in (",", "with") and (beside := parenthetical(doc, k, last)):
        return beside[1] - k
    if f & c.PREPOSITION or token.low == "at":
        return _skip_prepositional(doc, k, last)
    if token.low in (",", "and"):
        return int(_is_joint(doc, k, last))
    if token.text == "(":
        close = next((n for n in range(k + 1, min(last, k + 12)) if doc.tokens[n].text == ")"), k)
        return close + 1 - k if close > k else 0
    if mention is not None and mention.sort is Sort.PLACE and doc.tokens[k - 1].text == ",":
        return mention.end - k
    return 0


def _is_joint(doc: Document, k: int, last: int) -> bool:
    """Whether a comma or ``and`` only parts what is stepped over."""
    if k + 1 >= last:
        return k > 0 and doc.at[k - 1] is not None and doc.tokens[k].text == ","
    if doc.tokens[k].low == "and":
        return doc.tokens[k + 1].low in ("with", "virtually")
    adjunct = bool(doc.flags[k + 1] & (c.ADVERB | c.PREPOSITION))
    return adjunct or _is_date(doc, k + 1, last) or (k > 0 and doc.at[k - 1] is not None)


def _is_adverb(doc: Document, k: int, last: int) -> bool:
    """An adverb, or the ``on`` of ``continue on to``."""
    token = doc.tokens[k]
    onward = token.low == "on" and k + 1 < last and doc.tokens[k + 1].low == "to"
    return bool(doc.flags[k] & c.ADVERB) or onward or (token.low.endswith("ly") and not token.cap)


def _skip_prepositional(doc: Document, k: int, last: int) -> int:
    """Over ``by phone``, ``in Geneva``, ``on the margins of the Forum``, ``for the first time``."""
    n = k + 1
    while n < last and doc.tokens[n].low in (
        "the",
        "a",
        "an",
        "his",
        "her",
        "their",
        "my",
        "our",
        "its",
    ):
        n += 1
    if n >= last:
        return 0
    mention = doc.at[n]
    if mention is not None and mention.sort in _SETTINGS | {Sort.ORGANIZATION}:
        return _over_container(doc, mention.end, last) - k
    if mention is None and doc.tokens[n].cap:
        return _over_capitals(doc, n, last) - k
    for m in range(n, min(last, n + 7)):
        inner = doc.at[m]
        if doc.tokens[m].low in ("with", "by") or not doc.tokens[m].word:
            return m - k if m > n and (doc.tokens[m - 1].word) else 0
        if doc.tokens[m].cap and inner is not None:
            return inner.end - k if inner.sort in _SETTINGS else 0
    return 0


def _over_capitals(doc: Document, n: int, last: int) -> int:
    """Over a name that is no mention: ``the Palácio das Flores``."""
    while n < last and doc.at[n] is None and (
        doc.tokens[n].cap or (doc.flags[n] & c.PARTICLE and n + 1 < last and doc.tokens[n + 1].cap)
    ):  # fmt: skip
        n += 1
    return n


def _over_container(doc: Document, end: int, last: int) -> int:
    """Over the country in ``Lisbon, Portugal``."""
    after = doc.at[end + 1] if end + 1 < last and doc.tokens[end].text == "," else None
    return after.end if after is not None and after.sort is Sort.PLACE else end
