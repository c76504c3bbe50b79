"""Titles of offices: from the head noun outwards."""

from communique.reading.rules.mentions.bodies import read_body
from communique.reading.rules.mentions.names import read_name
from communique.reading.rules.tables import classes as c
from communique.reading.rules.tables.gazetteer import gazetteer
from communique.reading.rules.tables.lexicon import bag, lexicon
from communique.reading.rules.texts.document import Document, Title

_LEFT = 14
_PLAIN = 5
"""Letters: shorter ones can be acronyms, such as those of an illness in an office's name."""
_ANCHORS = bag(
    "ministry department office bureau republic organization organisation government state kingdom "
    "secretariat agency commission committee council institute university chamber association "
    "federation ministries states house bank fund union emirates authority center centre"
)
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "their", "its", "our", "’s", "'s"))


def read_title(
    doc: Document, anchor: int, first: int, last: int, *, greedy: bool = True, small: bool = False
) -> Title | None:
    """Read the title around a head noun.

    Args:
        doc: The document.
        anchor: The head noun.
        first: The title starts here at the earliest.
        last: It ends here at the latest.
        greedy: Whether ``and the …`` may continue what the office is of.
        small: Whether the head is written small, so that only ``of`` and the like extend it.

    Returns:
        The title, or None when a weak head stands alone.
    """
    start = _read_left(doc, anchor, first) if not small else _read_small_left(doc, anchor, first)
    stop = anchor + 1
    tails = lexicon().title_tails
    while stop < last and (
        doc.tokens[stop].low in tails
        or (doc.tokens[stop].low == "and" and doc.tokens[stop + 1 : stop + 2]
            and doc.tokens[stop + 1].low == "plenipotentiary")
    ):  # fmt: skip
        stop += 1
    body_start = stop
    end = read_body(doc, stop, last, greedy=greedy)
    low = doc.tokens[anchor].low
    weak = low in lexicon().weak_heads or c.singular(low) in lexicon().weak_heads
    alone = start == anchor and end == stop == anchor + 1
    if weak and alone and not _names_holder(doc, anchor, last):
        return None
    return make_title(doc, start, anchor, stop, (body_start, end))


def _names_holder(doc: Document, anchor: int, last: int) -> bool:
    """``Representative Ana Velt``, ``the Principal, Ms Velt``: a name makes an office of it."""
    if not doc.flags[anchor] & c.CAP:
        return False
    k = anchor + 2
    honoured = k < last and doc.tokens[k - 1].text == "," and doc.flags[k] & c.HONORIFIC
    whole = read_name(doc.tokens, doc.flags, anchor + 1, last) >= anchor + 3
    return whole or bool(honoured and doc.tokens[k].cap)


def make_title(
    doc: Document, start: int, anchor: int, stop: int, body: tuple[int, int] | None
) -> Title:
    """Put a title together from its stretches of tokens."""
    head = strip_brackets(doc, start, stop)
    plural = bool(doc.flags[anchor] & c.PLURAL_HEAD)
    if plural:
        word = doc.tokens[anchor].text
        head = head.replace(word, c.singular(word))
    has_body = body is not None and body[1] > body[0]
    tail = strip_brackets(doc, *body) if body and has_body else ""
    definite = start > 0 and doc.tokens[start - 1].low in _ARTICLES
    end = body[1] if body and has_body else stop
    return Title(
        f"{head} {tail}".strip(),
        head,
        body if has_body else None,
        start,
        end,
        anchor,
        plural,
        definite,
    )


def strip_brackets(doc: Document, start: int, end: int) -> str:
    """The words of some tokens without the brackets that define an acronym."""
    parts: list[str] = []
    piece = i = start
    while i + 2 < end:
        if (
            doc.tokens[i].text == "("
            and doc.tokens[i + 2].text == ")"
            and (doc.flags[i + 1] & c.ACRONYM)
        ):
            parts.append(doc.words(piece, i))
            piece = i = i + 3
        else:
            i += 1
    parts.append(doc.words(piece, end))
    return " ".join(filter(None, parts)).replace(" ,", ",")


def _read_small_left(doc: Document, anchor: int, first: int) -> int:
    i = anchor
    while (
        i > first
        and (doc.flags[i - 1] & c.MODIFIER or gazetteer().demonym(doc.tokens, i - 1, i))
        and doc.tokens[i - 1].low
        not in ("state", "party", "first", "second", "third", "high", "general", "joint", "press")
    ):
        i -= 1
    return i


def _read_left(doc: Document, anchor: int, first: int) -> int:
    """The first token of the title whose head is at anchor."""
    i = anchor
    floor = max(first, anchor - _LEFT)
    while i > floor:
        step = _step_left(doc, i, floor)
        if not step:
            break
        i -= step
    while i < anchor and not (doc.flags[i] & (c.CAP | c.MODIFIER)):
        i += 1
    return i


def _step_left(doc: Document, i: int, floor: int) -> int:  # noqa: PLR0911
    """How many tokens before i belong to the title too."""
    tokens, flags = doc.tokens, doc.flags
    left = tokens[i - 1]
    if doc.at[i - 1] is not None:
        return 0
    if left.cap and left.word:
        if left.low == "under" and tokens[i].low.startswith("secretar"):
            return 1
        stops = flags[i - 1] & (c.STOP | c.PREPOSITION | c.HONORIFIC | c.MONTH)
        if (stops and left.low not in ("general", "lieutenant")) or _is_label(doc, i - 1):
            return 0
        return 1
    if left.word and left.low in (
        "acting",
        "incoming",
        "then",
        "deputy",
        "former",
        "outgoing",
        "newly",
        "designate",
    ):
        return 1
    if (
        left.low in ("'s", "'")
        and i - 2 >= floor
        and tokens[i - 2].cap
        and (not flags[i - 2] & c.NAMEISH or _ends_place(doc, i - 1, floor))
    ):
        return 1
    if left.text == ")" and i - 3 >= floor and tokens[i - 3].text == "(" and tokens[i - 2].cap:
        return 0 if flags[i - 2] & c.STOP else 3
    if left.low in ("of", "for", "and", ",", "the", "&", "on"):
        return _step_to_anchor(doc, i, floor)
    if left.text in ("-", "–", "/") and i - 2 >= floor and tokens[i - 2].cap:
        return 1
    return 0


def _is_label(doc: Document, i: int) -> bool:
    """``2:00 p.m. LOCAL Secretary Velt meets …``: a word in capitals before one that is not."""
    text = doc.tokens[i].text
    plain = len(text) >= _PLAIN and text.isupper() and bool(doc.flags[i] & c.COMMON)
    return plain and not doc.tokens[i + 1].text.isupper()


def _ends_place(doc: Document, end: int, floor: int) -> bool:
    """Whether a place name ends before token end."""
    for start in range(max(floor, end - 4), end):
        found = gazetteer().match(doc.tokens, start, end)
        if found and found[0] == end:
            return True
    return False


def _parts_titles(doc: Document, i: int, floor: int) -> bool:
    """Whether the comma before token i (and its article) parts two names rather than one body."""
    k = i - 1
    if doc.tokens[k].low == "the":
        return k > floor and doc.tokens[k - 1].text == ","
    joined = any(t.low in ("and", "&") for t in doc.tokens[i : i + 6])
    return doc.tokens[k].low == "," and not joined


def _step_to_anchor(doc: Document, i: int, floor: int) -> int:
    """Step over ``Ministry of Foreign Affairs`` to its first word, if such a body ends before i."""
    k = i - 1
    if _parts_titles(doc, i, floor):
        return 0
    while k >= floor:
        low, f = doc.tokens[k].low, doc.flags[k]
        if doc.at[k] is not None or (f & c.HEAD and f & c.CAP):
            return 0
        if low in _ANCHORS and f & c.CAP:
            return i - k
        if not (f & c.CAP or low in ("of", "for", "and", "the", "&", "on", ",")):
            return 0
        if low == "," and doc.tokens[k + 1].low == "and" and k + 3 > i:
            return 0
        k -= 1
    return 0
