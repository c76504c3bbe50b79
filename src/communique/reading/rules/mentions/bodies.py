"""What an office is of, for, at: the run of capitals after its head."""

from communique.reading.rules.mentions.heads import next_head
from communique.reading.rules.mentions.names import read_name
from communique.reading.rules.tables import classes as c
from communique.reading.rules.tables.gazetteer import gazetteer
from communique.reading.rules.tables.lexicon import bag
from communique.reading.rules.texts.document import Document

_RIGHT = 40
_JOINERS = bag("of for to at on in against with")
_CONSULAR = bag("consul general office representative embassy")


def read_body(doc: Document, i: int, last: int, *, greedy: bool) -> int:
    """Where ends what the office is of, for, at.

    Args:
        doc: The document.
        i: After the head of the title.
        last: Where to stop.
        greedy: Whether ``and the …`` may go on.
    """
    k, end = i, i
    stop = min(last, i + _RIGHT)
    while k < stop:
        step = _step_right(doc, k, stop, inside=k > i, greedy=greedy)
        if not step:
            break
        k += step
        end = k
    if end > i + 1 and end < stop and gazetteer().demonym(doc.tokens, end - 1, end):
        closed = doc.flags[end] & (c.PREPOSITION | c.STOP | c.AUXILIARY | c.ADVERB | c.CAP)
        return end + (doc.tokens[end].word and not closed)
    return end


def _step_right(doc: Document, k: int, last: int, *, inside: bool, greedy: bool) -> int:  # noqa: PLR0911
    """How many tokens from k on belong to the body."""
    tokens = doc.tokens
    low = tokens[k].low
    if low in _JOINERS:
        return _step_joiner(doc, k, last)
    if low in ("'s", "'") and inside and k + 1 < last and tokens[k + 1].cap:
        return 1
    if tokens[k].text == "(" and k + 2 < last and tokens[k + 1].cap:
        return _step_bracket(doc, k, last)
    if not inside:
        return 0
    if low == "the" and k + 1 < last and tokens[k + 1].cap and tokens[k - 1].cap:
        return int(tokens[k - 2].low == "to")
    if tokens[k].cap and tokens[k].word:
        return _step_capital(doc, k, last)
    if low in ("and", "&"):
        return _step_and(doc, k, last, greedy=greedy)
    if low == ",":
        return int(_is_list(doc, k, last))
    dash = low in ("-", "–", "/") and k + 1 < last and tokens[k + 1].cap
    return int(dash and bool(doc.flags[k + 1] & c.COMMON))


def _step_joiner(doc: Document, k: int, last: int) -> int:
    """``of the Shanghai …``: a joiner, an article, and a capital that is no date or person."""
    n = k + 1
    if n < last and doc.tokens[n].low in ("the", "all", "a", "its", "his", "her"):
        n += 1
    if n >= last or not doc.tokens[n].word:
        return 0
    if not (doc.tokens[n].cap or doc.tokens[n].text[0].isdigit()):
        return 0
    if not _may_join(doc, k, n, last):
        return 0
    if doc.flags[n] & (c.HONORIFIC | c.MONTH) or _starts_titled(doc, n, last):
        return n - k if doc.flags[n] & c.HEAD else 0
    if doc.tokens[n - 1].low == "the" and not doc.flags[n] & c.HEAD:
        place = gazetteer().match(doc.tokens, n, last)
        return (place[0] if place else n + 1) - k
    return n - k


def _may_join(doc: Document, k: int, n: int, last: int) -> bool:
    """Whether the joiner at k is the title's, not the verb's (``on May 18``, ``with Oyen``)."""
    low = doc.tokens[k].low
    number = doc.flags[n] & c.MONTH or doc.tokens[n].text.isdigit()
    if low in ("on", "in", "at", "to") and number:
        return False
    if low == "for":
        return not _possesses(doc, n, last)
    if low in ("with", "on"):
        return bool(doc.flags[n] & c.COMMON)
    return low != "in" or _is_consular(doc, k, n, last)


def _possesses(doc: Document, n: int, last: int) -> bool:
    """``thanked the Minister for Arvedia's support``: the ``for`` is the verb's."""
    place = gazetteer().match(doc.tokens, n, last)
    return bool(place and place[0] < last and doc.tokens[place[0]].low in ("'s", "'"))


def _is_consular(doc: Document, k: int, n: int, last: int) -> bool:
    """``Consul General of Arvedia in Belport``: where it sits is part of the title."""
    found = gazetteer().match(doc.tokens, n, last)
    before = {t.low for t in doc.tokens[max(0, k - 6) : k]}
    return bool(found) and bool(before & _CONSULAR)


def _starts_titled(doc: Document, n: int, last: int) -> bool:
    """Whether a title directly followed by a name starts here (``Advisor to President Oyen``)."""
    head = n + 1 < last and bool(doc.flags[n] & c.HEAD)
    return head and read_name(doc.tokens, doc.flags, n + 1, last) > n + 1


def _step_bracket(doc: Document, k: int, last: int) -> int:
    """``(OECD)`` or ``(Environmental Sustainability)``."""
    for n in range(k + 1, min(last, k + 9)):
        if doc.tokens[n].text == ")":
            return n + 1 - k
        if doc.flags[n] & c.HONORIFIC:
            return 0
    return 0


def _step_capital(doc: Document, k: int, last: int) -> int:
    if doc.flags[k] & (c.HONORIFIC | c.MONTH):
        return 0
    place = gazetteer().match(doc.tokens, k, last)
    joined = doc.tokens[k - 1].low in _JOINERS
    end = read_name(doc.tokens, doc.flags, k, last)
    if place and (joined or place[1].strong or place[0] > k + 1):
        given = doc.flags[k] & c.GIVEN and place[1].sort == "city"
        return 0 if end > place[0] and given else place[0] - k
    return int(end == k or _is_body_word(doc, k, end, last))


def _is_body_word(doc: Document, k: int, end: int, last: int) -> bool:
    """Whether unknown capitals at k are rather a body's name than a person's."""
    if doc.flags[k] & c.GIVEN:
        return False
    following = doc.flags[end] if end < last else 0
    common = following & (c.ORGANIZATION | c.COMMON)
    if following & c.CAP and common and not following & c.HONORIFIC:
        return True
    honorific = end + 1 < last and bool(doc.flags[end + 1] & c.HONORIFIC)
    comma = end + 1 < last and doc.tokens[end].text == "," and honorific
    if doc.tokens[k - 1].low == "and":
        return end == k + 1 and comma
    return doc.tokens[k - 1].low in ("of", "the", "for") and (end == k + 1 or comma)


def _step_and(doc: Document, k: int, last: int, *, greedy: bool) -> int:
    n = k + 1
    if n < last and doc.tokens[n].low == "the":
        if not greedy:
            return 0
        n += 1
    if n >= last or not doc.tokens[n].cap:
        return 0
    if doc.flags[n] & c.HONORIFIC or next_head(doc, n, last) is not None:
        return 0
    name = read_name(doc.tokens, doc.flags, n, last)
    return 0 if name > n and not _is_body_word(doc, n, name, last) else n - k


def _is_list(doc: Document, k: int, last: int) -> bool:
    """Whether the comma at k goes on in a list of capitals that an ``and`` closes."""
    if k + 1 >= last or doc.flags[k + 1] & c.HONORIFIC or next_head(doc, k + 1, last) is not None:
        return False
    if doc.tokens[k + 1].low in ("and", "&"):
        capital = k + 2 < last and (doc.tokens[k + 2].cap or doc.tokens[k + 2].low == "the")
        return capital and _follows_comma(doc, k)
    for n in range(k + 1, min(last, k + 14)):
        token = doc.tokens[n]
        if token.low in ("and", "&"):
            return n + 1 < last and (doc.tokens[n + 1].cap or doc.tokens[n + 1].low == "the")
        if not (token.cap or token.text in ",-–" or token.low in ("of", "for", "the")):
            return False
        named = doc.flags[n] & c.NAMEISH and read_name(doc.tokens, doc.flags, n, last) > n + 1
        if named or doc.flags[n] & c.HONORIFIC:
            return False
    return False


def _follows_comma(doc: Document, k: int) -> bool:
    """Whether a list is open before the comma at k."""
    for n in range(k - 1, max(0, k - 8), -1):
        if doc.tokens[n].text == ",":
            return True
        if not doc.tokens[n].cap:
            return False
    return False
