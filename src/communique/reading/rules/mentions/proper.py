"""Proper names that are no people: organizations, events, agreements, sites, places."""

from communique.reading.rules.mentions.titles import strip_brackets
from communique.reading.rules.tables import classes as c
from communique.reading.rules.tables.gazetteer import gazetteer
from communique.reading.rules.tables.lexicon import bag
from communique.reading.rules.texts.document import Document, Mention, Sentence, Sort

_LONGEST = 40
_OPENING = frozenset('“"‘')
_CLOSING = {"“": "”", '"': '"', "‘": "’"}
_PLACE_CUES = bag("in to from at of visit visits visited visiting near , and")
_OF = frozenset(("of", "for", "on"))
_CROWDS = bag("representatives officials members delegates experts")
_ORGANIZING = c.ORGANIZATION | c.EVENT | c.AGREEMENT


def find_proper(doc: Document, sentence: Sentence) -> None:
    """Find the proper names of a sentence that no person's mention covers."""
    found: list[Mention] = []
    i = sentence.first
    while i < sentence.last:
        if doc.at[i] is not None:
            i = doc.at[i].end  # type: ignore[union-attr]
            continue
        mention = read_proper(doc, i, sentence.last)
        if mention is None:
            i += 1
            continue
        found.append(mention)
        for k in range(mention.start, mention.end):
            doc.at[k] = mention
        i = mention.end
    sentence.mentions = sorted(sentence.mentions + found, key=lambda m: m.start)


def read_proper(doc: Document, i: int, last: int) -> Mention | None:
    """The proper name that starts at token i, article or quotation mark included."""
    start = i
    if (
        doc.tokens[i].low in ("the", "a", "an")
        and i + 1 < last
        and not (i and doc.tokens[i].cap and doc.tokens[i - 1].cap)
    ):
        i += 1
    if doc.at[i] is not None:
        return None
    quote = _read_quoted(doc, i, last)
    if not quote and not _opens(doc, i, last):
        return None
    end = _read_run(doc, quote or i, last) if not quote else _read_after_quote(doc, quote, last)
    return _make(doc, start, i, end, last)


def _read_quoted(doc: Document, i: int, last: int) -> int:
    """After a quoted name of capitals (``“Open Doors”``) at token i; 0 when there is none."""
    if doc.tokens[i].text not in _OPENING or (i + 1 < len(doc.quoted) and doc.quoted[i + 1]):
        return 0
    closing = _CLOSING[doc.tokens[i].text]
    for k in range(i + 1, min(last, i + 25)):
        if doc.tokens[k].text == closing:
            return k + 1 if k > i + 1 and doc.tokens[i + 1].cap else 0
    return 0


def _read_after_quote(doc: Document, k: int, last: int) -> int:
    while (
        k < last
        and doc.tokens[k].word
        and doc.at[k] is None
        and (doc.tokens[k].cap or doc.flags[k] & c.EVENT)
    ):
        k += 1
    return k


def _opens(doc: Document, i: int, last: int) -> bool:
    """Whether a proper name may start at token i."""
    token, f = doc.tokens[i], doc.flags[i]
    if token.text[0].isdigit():
        ordinal = token.text[-1].isalpha() or (
            len(token.text) == 4 and doc.tokens[i - 1].low == "the"
        )
        return i + 1 < last and doc.tokens[i + 1].cap and ordinal and not doc.flags[i + 1] & c.MONTH
    if not (token.cap and token.word) or f & (c.MONTH | c.INITIAL):
        return False
    if token.low in _CROWDS and i + 1 < last and doc.tokens[i + 1].low in ("of", "from"):
        return False
    if f & c.STOP and not (f & c.ACRONYM and len(token.text) > 2):
        return False
    return not (f & c.HONORIFIC and not f & c.MODIFIER)


def _read_run(doc: Document, i: int, last: int) -> int:
    """Where the run of capitals with their joiners ends."""
    k = i + 1
    place = gazetteer().match(doc.tokens, i, last)
    if place:
        k = place[0]
    stop = min(last, i + _LONGEST)
    while k < stop and doc.at[k] is None:
        step = _step(doc, i, k, stop)
        if not step:
            break
        k += step
    return k


def _step(doc: Document, i: int, k: int, last: int) -> int:  # noqa: PLR0911
    """How many tokens from k on belong to the name that started at i."""
    token, f = doc.tokens[k], doc.flags[k]
    if token.word and (token.cap or token.text[0].isdigit()):
        return _step_word(doc, i, k, last)
    following = k + 1 < last and doc.at[k + 1] is None and doc.tokens[k + 1].cap
    if token.low in ("and", "&"):
        return _step_and(doc, i, k, last)
    if token.low == "," and following:
        return _step_comma(doc, i, k, last)
    if token.low in _OF or (token.low in ("in", "to", "at", "with") and following):
        return _step_of(doc, i, k, last)
    if token.low in ("'s", "'"):
        return 1 if following and doc.flags[k + 1] & c.COMMON and f is not None else 0
    if token.text in "-–/:" and following:
        return 1 if token.text != ":" or _has(doc, i, k, c.EVENT) else 0
    if token.text == "(" and k + 2 < last and doc.tokens[k + 2].text == ")":
        return 3 if doc.flags[k + 1] & c.CAP else 0
    return 0


def _step_word(doc: Document, i: int, k: int, last: int) -> int:
    f = doc.flags[k]
    if f & (c.MONTH | c.HONORIFIC) and not f & c.MODIFIER:
        return 0
    if f & c.STOP and doc.tokens[k].low not in ("all", "here") and not f & c.ACRONYM:
        return 0
    if doc.tokens[k].text[0].isdigit():
        year = len(doc.tokens[k].text) == 4 and doc.tokens[k].text.isdigit()
        return (
            1
            if year
            or (doc.tokens[k].text.isalnum() and not doc.tokens[k].text.isdigit())
            or _has(doc, i, k, c.EVENT)
            else 0
        )
    place = gazetteer().match(doc.tokens, k, last)
    return place[0] - k if place else 1


def _has(doc: Document, i: int, k: int, bits: int) -> bool:
    return any(doc.flags[n] & bits and doc.tokens[n].cap for n in range(i, k))


def _step_and(doc: Document, i: int, k: int, last: int) -> int:
    """Whether ``and`` joins two parts of one name rather than two names."""
    n = k + 1
    if n >= last or not doc.tokens[n].cap or doc.at[n] is not None:
        return 0
    left = _has(doc, i, k, _ORGANIZING)
    right = end = n
    while end < last and doc.tokens[end].cap and doc.tokens[end].word and doc.at[end] is None:
        end += 1
    right_has = _has(doc, right, end, _ORGANIZING)
    if left and right_has:
        simple = not any(doc.tokens[m].low in _OF for m in range(i, k))
        return (
            1
            if simple and doc.flags[k - 1] & c.COMMON and not doc.flags[k - 1] & _ORGANIZING
            else 0
        )
    if left:
        of = any(doc.tokens[m].low in _OF for m in range(i, k))
        return 1 if of and doc.flags[n] & c.COMMON else 0
    return 1 if right_has and not _is_place_run(doc, i, k) else 0


def _is_place_run(doc: Document, i: int, k: int) -> bool:
    found = gazetteer().match(doc.tokens, i, k)
    return bool(found and found[0] == k)


def _step_comma(doc: Document, i: int, k: int, last: int) -> int:
    """``Department of Trade, Energy and Climate``, ``Trade, Energy and Climate Bureau``."""
    if _is_place_run(doc, i, k):
        return 0
    for n in range(k + 1, min(last, k + 8)):
        low = doc.tokens[n].low
        if low in ("and", "&"):
            end = n + 1
            while end < last and doc.tokens[end].cap and doc.at[end] is None:
                end += 1
            if end == n + 1:
                return 0
            of = any(doc.tokens[m].low in ("of", "for", "on") for m in range(i, k))
            left = _has(doc, i, k, _ORGANIZING)
            right = _has(doc, n + 1, end, _ORGANIZING)
            common = all(doc.flags[m] & c.COMMON for m in range(k + 1, n) if doc.tokens[m].word)
            return 1 if common and ((left and of and not right) or (right and not left)) else 0
        if not (doc.tokens[n].cap or low == ",") or doc.at[n] is not None:
            return 0
    return 0


def _step_of(doc: Document, i: int, k: int, last: int) -> int:
    """``Government of Arvedia``, ``Forum on Trade``, ``Office in London``."""
    n = k + 1
    if n < last and doc.tokens[n].low in ("the", "all", "its"):
        n += 1
    if n >= last or doc.at[n] is not None or doc.flags[n] & c.MONTH:
        return 0
    if not doc.tokens[n].cap and not _is_edition(doc, n, last):
        return 0
    low = doc.tokens[k].low
    if low == "of":
        return n - k
    heads = _has(doc, i, k, _ORGANIZING)
    if low in ("for", "on"):
        return n - k if heads else 0
    place = gazetteer().match(doc.tokens, n, last)
    bodies = {t.low for t in doc.tokens[i:k]} & {
        "office",
        "embassy",
        "consulate",
        "chamber",
        "mission",
        "club",
        "delegation",
    }
    if low in ("in", "to"):
        return n - k if bodies and (place or low == "to") else 0
    return 0


def _is_edition(doc: Document, n: int, last: int) -> bool:
    """``the 2031 Games``, ``the 30th Conference``: a number that opens a name of capitals."""
    text = doc.tokens[n].text
    number = len(text) == 4 if text.isdigit() else text[0].isdigit() and text[-1].isalpha()
    named = n + 1 < last and doc.tokens[n + 1].cap and not doc.flags[n + 1] & c.MONTH
    return number and named and doc.tokens[n - 1].low == "the"


def _make(doc: Document, start: int, i: int, end: int, last: int) -> Mention | None:
    """The mention of a run of capitals: its sort follows from its head."""
    while end > i + 1 and not doc.tokens[end - 1].word and doc.tokens[end - 1].text not in ')”"’+':
        end -= 1
    place = gazetteer().match(doc.tokens, i, end)
    if place and place[0] == end:
        weak = not place[1].strong and doc.flags[i] & c.NAMEISH and start == i and end == i + 1
        if weak and not _in_place_setting(doc, i, end):
            return None
        return Mention(Sort.PLACE, start, end, doc.words(i, end), (i, end))
    if gazetteer().demonym(doc.tokens, i, end) and end <= i + 1:
        return None
    sort, head = _sort(doc, i, end)
    if sort is None and start < i and end == i + 1:
        sort, head = _short(doc, i, last)
    if sort is None:
        return None
    name = strip_brackets(doc, i, end)
    return Mention(sort, start, end, name, (i, end), head=head, definite=start < i)


def _short(doc: Document, i: int, last: int) -> tuple[Sort | None, str]:
    """``the Summit``, ``the Chamber``: a head in capitals that stands for a longer name."""
    sort = _sort_of(doc, i)
    owned = i + 1 < last and doc.tokens[i + 1].low in ("of", "for", "on")
    if sort not in (Sort.EVENT, Sort.ORGANIZATION) or owned or doc.flags[i] & c.HEAD:
        return None, ""
    return sort, doc.tokens[i].low


def _in_place_setting(doc: Document, i: int, end: int) -> bool:
    """Whether the words around say that a doubtful name is a place's."""
    before = doc.tokens[i - 1].low if i else ""
    return before in _PLACE_CUES or _before_country(doc, end)


def _before_country(doc: Document, end: int) -> bool:
    if end + 1 >= len(doc.tokens) or doc.tokens[end].text != ",":
        return False
    found = gazetteer().match(doc.tokens, end + 1, min(len(doc.tokens), end + 7))
    return bool(found and found[1].sort != "city")


def _sort(doc: Document, i: int, end: int) -> tuple[Sort | None, str]:
    """What a run of capitals names, and by which head word."""
    stop = next(
        (k for k in range(i + 1, end) if doc.tokens[k].low in ("of", "for", "on", "in")), end
    )
    for lo, hi in ((i, stop), (i, end)):
        for k in range(hi - 1, lo - 1, -1):
            sort = _sort_of(doc, k)
            if doc.tokens[k].low == "panel" and (end == k + 1 or doc.tokens[k + 1].low == "on"):
                sort = Sort.ORGANIZATION
            if sort and (hi - lo > 1 or end - i > 1 or doc.flags[k] & c.ACRONYM):
                return sort, doc.tokens[k].low
    words = sum(1 for k in range(i, end) if doc.tokens[k].word)
    if doc.flags[i] & c.ACRONYM and words == 1:
        return (Sort.ORGANIZATION, "") if len(doc.tokens[i].text) > 2 else (None, "")
    if words == 1:
        text = doc.tokens[i].text
        mixed = doc.flags[i] & c.ACRONYM or "+" in text or any(ch.isdigit() for ch in text)
        cued = i and doc.tokens[i - 1].low in _PLACE_CUES - {",", "and"}
        if doc.flags[i] & c.NAMEISH and cued and _before_country(doc, end):
            return Sort.PLACE, ""
        return (Sort.ORGANIZATION, "") if mixed else (None, "")
    if all(doc.flags[k] & c.COMMON for k in range(i, end) if doc.tokens[k].word):
        return None, ""
    return Sort.ORGANIZATION, ""


def _sort_of(doc: Document, k: int) -> Sort | None:
    f = doc.flags[k]
    if f & c.EVENT and not f & c.ORGANIZATION:
        return Sort.EVENT
    if f & c.ORGANIZATION:
        return Sort.ORGANIZATION
    if f & c.AGREEMENT:
        return Sort.AGREEMENT
    if f & c.SITE:
        return Sort.SITE
    return None
