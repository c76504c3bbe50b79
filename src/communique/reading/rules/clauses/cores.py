"""The core of a noun phrase in lower case: its head and the words before it."""

from communique.reading.rules.tables import classes as c
from communique.reading.rules.tables.frames import verb_forms
from communique.reading.rules.tables.lexicon import bag
from communique.reading.rules.texts.document import Document, Sort

DETERMINERS = bag(
    "the a an his her their its our several various many some other these those both all more "
    "two three four five six seven eight nine ten fifteen dozens over nearly about around "
    "dozen some another such key each every few numerous"
)
STOPS = c.PREPOSITION | c.STOP | c.AUXILIARY | c.MONTH
_HEADS = c.GROUP | c.EVENT | c.AGREEMENT | c.SITE
_LONGEST = 12


def read_core(doc: Document, i: int, last: int) -> tuple[int, int]:
    """The head of the phrase from token i, and where its core ends; a head of -1 is none."""
    k, head = i, -1
    while k < min(last, i + _LONGEST):
        if k > i and _restarts(doc, k, last):
            k, head = k + 1, -1
            continue
        if _links(doc, k, last, head):
            k += 1
            continue
        if _stops(doc, k):
            break
        known = doc.flags[k] & _HEADS
        if head >= 0 and not known and not _head_ahead(doc, k, last):
            head = k if k == head + 1 and _closes_phrase(doc, k, last) else head
            break
        if head < 0 and doc.flags[k] & c.ADVERB and doc.tokens[k].low not in _ORDINALS:
            return -1, k
        head = k if known else head
        k += 1
    return (head, head + 1) if head >= 0 else _bare_head(doc, i, k)


_ORDINALS = ("first", "next", "only")


def _restarts(doc: Document, k: int, last: int) -> bool:
    """After a possessor and after an item of a list of bare nouns the head is still to come."""
    token = doc.tokens[k]
    return token.low in ("'s", "'") or (token.text == "," and _lists_nouns(doc, k, last))


def _links(doc: Document, k: int, last: int, head: int) -> bool:
    """Whether a comma, a dash or ``and`` only joins words before the head."""
    token = doc.tokens[k]
    if token.text in ",-–" and head < 0 and _goes_on(doc, k, last):
        return True
    return token.low == "and" and _joins(doc, k, last)


def _stops(doc: Document, k: int) -> bool:
    """Whether a phrase can't go on over token k."""
    token, f = doc.tokens[k], doc.flags[k]
    if not token.word or (f & STOPS and not (token.cap and f & c.ACRONYM)):
        return True
    inner = doc.at[k]
    return inner is not None and inner.sort in (Sort.PERSON, Sort.DATE, Sort.PRONOUN)


def _closes_phrase(doc: Document, k: int, last: int) -> bool:
    """Whether a small word after a head is the real one: ``a youth hostel converted …``."""
    token = doc.tokens[k]
    plain = not doc.flags[k] & (STOPS | c.ADVERB | c.HEAD) and not _is_verbal(token.low)
    if token.cap or not plain or doc.at[k] is not None or token.low in verb_forms():
        return False
    if k + 1 >= last or not doc.tokens[k + 1].word:
        return True
    return bool(doc.flags[k + 1] & STOPS) or _is_verbal(doc.tokens[k + 1].low)


def _is_verbal(low: str) -> bool:
    return low.endswith(("ed", "ing", "ly"))


def _bare_head(doc: Document, i: int, k: int) -> tuple[int, int]:
    """A phrase without a known head counts when it is short and not a verb's form."""
    if k <= i or k - i > 5 or not doc.tokens[k - 1].word:
        return -1, k
    return k - 1, k


def _goes_on(doc: Document, k: int, last: int) -> bool:
    """``Arvedian, Belnian, and regional counterparts``: a comma between modifiers."""
    if k + 1 >= last or not (doc.tokens[k + 1].cap or doc.tokens[k + 1].low == "and"):
        return doc.tokens[k].text in "-–"
    for n in range(k + 1, min(last, k + 7)):
        if doc.flags[n] & c.GROUP and not doc.tokens[n].cap:
            return True
        if not (
            doc.tokens[n].cap or doc.tokens[n].low in (",", "and") or doc.tokens[n - 1].low == "and"
        ):
            return False
    return False


def _lists_nouns(doc: Document, k: int, last: int) -> bool:
    """``farmers, ranchers, and climate advocates``: single words before the comma and after it."""
    if not _is_bare(doc, k - 1) or (doc.tokens[k - 2].word and not doc.flags[k - 2] & STOPS):
        return False
    n = k + 1
    while n + 1 < last and _is_bare(doc, n) and doc.tokens[n + 1].text == ",":
        n += 2
    if (
        n < last
        and _is_bare(doc, n)
        and doc.tokens[n + 1 : n + 2]
        and doc.tokens[n + 1].low == "and"
    ):
        n += 1
    if n >= last or doc.tokens[n].low != "and":
        return False
    head = next((m for m in range(n + 1, min(last, n + 5)) if doc.flags[m] & c.GROUP), None)
    return head is not None and all(
        doc.at[m] is None and doc.tokens[m].word for m in range(n, head)
    )


def _is_bare(doc: Document, k: int) -> bool:
    """Whether a token is a small word that could be a noun standing alone."""
    token = doc.tokens[k]
    return token.word and not token.cap and doc.at[k] is None and not (
        doc.flags[k] & (STOPS | c.ADVERB)
    )  # fmt: skip


def _joins(doc: Document, k: int, last: int) -> bool:
    """``enterprises and talent``, ``civil society and business leaders``: one group, two words."""
    for n in range(k + 1, min(last, k + 4)):
        token, f = doc.tokens[n], doc.flags[n]
        if f & STOPS or token.low in DETERMINERS or not token.word or f & c.ADVERB:
            return False
        if f & c.GROUP and not token.cap:
            return not (n + 1 < last and doc.tokens[n + 1].low in ("of", "from"))
        if token.cap and doc.at[n] is not None and doc.at[n].sort in (Sort.PERSON, Sort.TITLE):  # type: ignore[union-attr]
            return False
    return False


def _head_ahead(doc: Document, k: int, last: int) -> bool:
    """Whether the words from k on lead to another head: ``government … officials``."""
    for n in range(k, min(last, k + 3)):
        f = doc.flags[n]
        if f & (c.GROUP | c.EVENT | c.SITE) and not doc.tokens[n].cap:
            return n > k
        if (
            not doc.tokens[n].word
            or f & (STOPS | c.ADVERB)
            or doc.tokens[n].low.endswith(("ed", "ing"))
        ):
            return False
    return False
