"""Where an office that stands before a name must end: ``…, Mr Oyen``."""

from communique.reading.rules.mentions.heads import is_head, next_head
from communique.reading.rules.mentions.names import read_name
from communique.reading.rules.mentions.titles import make_title
from communique.reading.rules.tables import classes as c
from communique.reading.rules.tables.lexicon import bag, lexicon
from communique.reading.rules.texts.document import Document, Title

_FURTHEST = 45
_SMALL = bag("of for to at on in the and & 's with all its their concurrently under")
_MARKS = frozenset("-–/(),'’")


def find_fence(doc: Document, i: int, last: int) -> int | None:
    """The comma before ``Mr Oyen`` that closes the office whose head is at token i.

    Between the two stand capitals and small joining words alone; a name with an office of its own
    (``the Mayor of Oslo, Senator Oyen``) closes it too.
    """
    for k in range(i + 1, min(last - 1, i + _FURTHEST)):
        token = doc.tokens[k]
        if token.text == "," and _opens_name(doc, k + 1, last):
            return k
        if token.word and (token.cap or token.text[0].isdigit()):
            if doc.flags[k] & c.HONORIFIC and not doc.flags[k] & (c.HEAD | c.MODIFIER):
                return None
        elif token.low not in _SMALL and token.text not in _MARKS:
            return None
    return None


def _opens_name(doc: Document, k: int, last: int) -> bool:
    """Whether an honorific and a name stand at token k."""
    k += k < last and doc.tokens[k].low == "the"
    if k + 1 < last and doc.tokens[k].low in lexicon().courtesy_heads and doc.tokens[k].cap:
        return doc.tokens[k + 1].cap
    if k + 1 >= last or not doc.tokens[k].cap or not doc.flags[k] & c.HONORIFIC:
        return False
    end = k
    while end < last and doc.flags[end] & c.HONORIFIC and doc.tokens[end].cap:
        end += 1 + (end + 1 < last and doc.tokens[end + 1].text in ".’'")
    return end < last and read_name(doc.tokens, doc.flags, end, last, loose=True) > end


def reach_fence(doc: Document, title: Title, fence: int | None) -> Title:
    """Let a title reach the comma before its holder's name, unless another title stands between."""
    if fence is None or title.end >= fence or title.body is None:
        return title
    for k in range(title.end, fence):
        joined = doc.tokens[k].low in ("and", "&", ",")
        n = k + 1 + (k + 1 < fence and doc.tokens[k + 1].low == "the")
        if joined and next_head(doc, n, fence) is not None:
            return title
        if is_head(doc, k) and doc.tokens[k - 1].text == ",":
            return title
    stop = title.body[0]
    return make_title(doc, title.start, title.anchor, stop, (stop, fence))
