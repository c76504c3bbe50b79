"""Head nouns of offices in running text."""

from communique.reading.rules.tables import classes as c
from communique.reading.rules.texts.document import Document


def is_head(doc: Document, i: int) -> bool:
    """Whether token i is the head of an office, in capitals."""
    if doc.flags[i] & (c.HEAD | c.CAP) != c.HEAD | c.CAP:
        return False
    return not (doc.flags[i] & c.MODIFIER and _leads_on(doc, i))


def _leads_on(doc: Document, i: int) -> bool:
    """Whether ``Deputy`` or ``Chief`` at token i stands before another head."""
    for k in range(i + 1, min(len(doc.tokens), i + 5)):
        f = doc.flags[k]
        if f & c.HEAD and doc.tokens[k].word:
            return True
        between = f & c.CAP and f & c.COMMON and not f & (c.STOP | c.PREPOSITION | c.ORGANIZATION)
        if not (f & c.MODIFIER or between) and doc.tokens[k].text not in ("-", "–"):
            return False
    return False


def next_head(doc: Document, n: int, last: int) -> int | None:
    """The head of a title that starts at token n: after capitals and modifiers only."""
    for i in range(n, min(last, n + 7)):
        if is_head(doc, i):
            return i
        if not (doc.flags[i] & c.CAP and doc.tokens[i].word) and doc.tokens[i].low not in (
            "acting", "'s", "’",
        ):  # fmt: skip
            return None
        if doc.flags[i] & c.HONORIFIC and not doc.flags[i] & c.MODIFIER:
            return None
    return None
