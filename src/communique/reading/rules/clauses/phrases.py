"""Noun phrases where a frame asks for one: names, titles, groups, generic events."""

from communique.reading.rules.clauses.cores import DETERMINERS, STOPS, read_core
from communique.reading.rules.tables import classes as c
from communique.reading.rules.tables.frames import verb_forms
from communique.reading.rules.tables.lexicon import bag
from communique.reading.rules.texts.document import Document, Mention, Sort

_POSSESSIVES = bag("his her its their our")
_DEFINITE = bag("the these those both his her their its this that")
_EXTENDING = frozenset(("of", "to"))
_OF_ANYTHING = bag(
    "inauguration celebration celebrations anniversary opening closing launch launching funeral "
    "commemoration ceremony signing coronation graduation groundbreaking"
)
_NOMINAL = frozenset((Sort.PERSON, Sort.TITLE, Sort.ORGANIZATION, Sort.PLACE, Sort.EVENT,
                      Sort.AGREEMENT, Sort.SITE, Sort.PRONOUN, Sort.MANY, Sort.GROUP))  # fmt: skip
_QUANTITIES = bag(
    "group range series number variety delegation dozens host cross-section array"
) - {"delegation"}
_GROUP_LINKS = frozenset(("from", "of", "representing", "across", "in"))
_EVENT_LINKS = frozenset(("of", "on", "for", "between", "themed", "entitled", "titled", "about"))


def read_yearly(doc: Document, k: int, last: int) -> Mention | None:
    """A phrase as `read_phrase` reads it; ``this year's flower show`` means a known one."""
    yearly = [t.low for t in doc.tokens[k : k + 3]] == ["this", "year", "'s"]
    phrase = read_phrase(doc, k + 3 * yearly, last) if k + 3 * yearly < last else None
    if phrase is not None and yearly:
        phrase.definite = True
    return phrase


def read_phrase(doc: Document, i: int, last: int) -> Mention | None:
    """The noun phrase that starts at token i; None when none does.

    Names found before are given back as they are; a phrase in lower case becomes a mention of a
    group, a generic event or an agreement, told by its head.
    """
    mention = doc.at[i] if i < last else None
    if mention is None and i + 1 < last and doc.tokens[i].low in DETERMINERS:
        inner = doc.at[i + 1]
        if inner is not None and inner.sort is Sort.DATE and inner.end < last:
            return read_phrase(doc, inner.end, last)
        mention = inner if inner and inner.start <= i + 1 else None
    if mention is not None and mention.sort is Sort.TITLE and _is_group_title(doc, mention, last):
        return _read_small(doc, i, last)
    if mention is None:
        mention = _after_adjectives(doc, i, last)
    if mention is not None and mention.sort is Sort.ORGANIZATION and mention.end < last:
        mention = _owned_by(doc, mention, last)
    if mention is not None and mention.sort in _NOMINAL and not _modifies(doc, mention, last):
        return _extend(doc, mention, last)
    return _before_name(doc, _read_small(doc, i, last), last)


def _owned_by(doc: Document, body: Mention, last: int) -> Mention:
    """``the Guard's Major Oyen``, ``the Bank's 61st Meeting``: what a body's name leads to."""
    k = body.end
    inner = doc.at[k]
    if inner is not None and inner.sort is Sort.PERSON and inner.start == k:
        return inner
    inner = doc.at[k + 1] if k + 1 < last and doc.tokens[k].low in ("'s", "'") else None
    if inner is None or inner.sort is not Sort.EVENT or inner.start != k + 1:
        return body
    core = (body.core[0], inner.end)
    return Mention(
        Sort.EVENT, body.start, inner.end, doc.words(*core), core,
        head=inner.head, definite=True,
    )  # fmt: skip


def _is_group_title(doc: Document, mention: Mention, last: int) -> bool:
    """``Foreign Ministers from Fiji and Samoa``: holders without names, told by where from."""
    k = mention.end
    return mention.titles[0].plural and k < last and doc.tokens[k].low == "from"


def _before_name(doc: Document, phrase: Mention | None, last: int) -> Mention | None:
    """``renowned activist Bo Oyen``, ``his counterpart, Minister Oyen``: the person is meant."""
    if phrase is not None and phrase.sort is Sort.EVENT:
        return _extend(doc, phrase, last)
    if phrase is None or phrase.sort is not Sort.GROUP or phrase.end >= last:
        return phrase
    k = phrase.end
    owned = doc.tokens[phrase.start].low in _POSSESSIVES and not phrase.head.endswith("s")
    if doc.tokens[k].text == "," and owned:
        k += 1
    inner = doc.at[k] if k < last else None
    return inner if inner is not None and inner.sort is Sort.PERSON and inner.start == k else phrase


def _after_adjectives(doc: Document, i: int, last: int) -> Mention | None:
    """The name in ``the renowned SciLab``, ``a virtual Summit on Trade``."""
    k = i + (doc.tokens[i].low in DETERMINERS)
    while k < min(last, i + 4) and _is_adjective(doc, k):
        k += 1
    mention = doc.at[k] if i < k < last else None
    names = (Sort.ORGANIZATION, Sort.EVENT, Sort.SITE, Sort.AGREEMENT)
    return mention if mention and mention.start == k and mention.sort in names else None


def _is_adjective(doc: Document, k: int) -> bool:
    token = doc.tokens[k]
    if doc.at[k] is not None or not token.word or token.cap:
        return False
    heads = c.ADVERB | c.GROUP | c.EVENT | c.SITE | c.HEAD
    return token.low not in verb_forms() and not doc.flags[k] & (STOPS | heads)


def _extend(doc: Document, mention: Mention, last: int) -> Mention:
    """``Inauguration of His Excellency Oyen``, ``Conference of the Parties to the Treaty``."""
    k = mention.end
    if mention.sort is not Sort.EVENT or k + 1 >= last or doc.tokens[k].low not in _EXTENDING:
        return mention
    inner = next((m for m in doc.at[k + 1 : min(last, k + 4)] if m is not None), None)
    if inner is None or inner.start > k + 2 or not _fits_after(doc.tokens[k].low, mention, inner):
        return _extend_small(doc, mention, k, last)
    core = (mention.core[0], inner.end)
    return _extend(doc, Mention(
        Sort.EVENT, mention.start, inner.end, doc.words(*core), core,
        head=mention.head, definite=mention.definite,
    ), last)  # fmt: skip


def _fits_after(link: str, mention: Mention, inner: Mention) -> bool:
    """Whether what follows ``of`` or ``to`` belongs to the event's name."""
    names = (Sort.ORGANIZATION, Sort.EVENT, Sort.AGREEMENT)
    if link == "to":
        return inner.sort in names
    if inner.sort is Sort.PERSON or (inner.sort in names and mention.core[1] == mention.end):
        return True
    return inner.sort in (Sort.PLACE, Sort.SITE) and mention.head in _OF_ANYTHING


def _extend_small(doc: Document, mention: Mention, k: int, last: int) -> Mention:
    """``celebration of the 60th anniversary of independence``: an event of an event."""
    if doc.tokens[k].low != "of" or mention.head not in _OF_ANYTHING:
        return mention
    n = k + 1
    while n < last and doc.tokens[n].low in DETERMINERS:
        n += 1
    head, end = read_core(doc, n, last)
    if head < 0 or (not doc.flags[head] & c.EVENT and end - n > 2):
        return mention
    core = (mention.core[0], end)
    return _extend(doc, Mention(
        Sort.EVENT, mention.start, end, doc.words(*core), core,
        head=mention.head, definite=mention.definite,
    ), last)  # fmt: skip


def _modifies(doc: Document, mention: Mention, last: int) -> bool:
    """Whether a name only modifies a noun after it: ``Arvedian companies``, ``EU officials``."""
    if mention.sort not in (Sort.PLACE, Sort.ORGANIZATION, Sort.TITLE, Sort.SITE):
        return False
    k = mention.end
    if k < last and doc.tokens[k].low in ("'s", "'"):
        k += 1
    for n in range(k, min(last, k + 4)):
        f = doc.flags[n]
        if not doc.tokens[n].word or f & STOPS or doc.tokens[n].cap:
            return False
        if f & (c.GROUP | c.EVENT | c.AGREEMENT | c.SITE):
            return True
        if f & c.ADVERB or doc.tokens[n].low.endswith(("ed", "ing")):
            return False
    return False


def _read_small(doc: Document, i: int, last: int) -> Mention | None:
    start = i
    while i < last and (
        doc.tokens[i].low in DETERMINERS
        or doc.tokens[i].text.isdigit()
        or doc.tokens[i].low.endswith("-")
    ):
        i += 1
        if i < last and doc.tokens[i].low == "of" and i > start:
            i += 1
    i = _skip_quantity(doc, i, last)
    head, end = read_core(doc, i, last)
    if head < 0:
        return None
    sort = _sort(doc, head)
    end = _read_links(doc, end, last, sort, known=bool(doc.flags[head] & c.GROUP))
    name = doc.words(i, end)
    definite = start < i and doc.tokens[start].low in _DEFINITE
    return Mention(sort, start, end, name, (i, end), head=doc.tokens[head].low, definite=definite)


def _skip_quantity(doc: Document, i: int, last: int) -> int:
    """Over ``diverse group of``, ``wide range of``: the group is what they are of."""
    for n in range(i, min(last, i + 4)):
        if doc.tokens[n].low in _QUANTITIES and n + 1 < last and doc.tokens[n + 1].low == "of":
            return n + 2
        if not doc.tokens[n].word or doc.flags[n] & STOPS:
            break
    return i


def _sort(doc: Document, head: int) -> Sort:
    f = doc.flags[head]
    if f & c.GROUP:
        return Sort.GROUP
    if f & c.EVENT:
        return Sort.EVENT
    if f & c.SITE:
        return Sort.SITE
    return Sort.AGREEMENT if f & c.AGREEMENT else Sort.GROUP


def _read_links(doc: Document, k: int, last: int, sort: Sort, *, known: bool) -> int:
    """Take in what the phrase is of, from, on: up to two links."""
    links = _EVENT_LINKS if sort in (Sort.EVENT, Sort.AGREEMENT) else _GROUP_LINKS
    for _ in range(2):
        n = _skip_participle(doc, k, last) if sort is Sort.GROUP and known else k
        if n >= last or doc.tokens[n].low not in links:
            return k
        if doc.tokens[n].low == "in" and n == k:
            return k
        end = _read_link(doc, n + 1, last)
        if end == n + 1:
            return k
        k = end
        links = frozenset(("of", "in")) if links is _GROUP_LINKS else frozenset(("of",))
    return k


def _skip_participle(doc: Document, k: int, last: int) -> int:
    """``newly settled`` before ``in Hong Kong``."""
    n = k
    if n < last and doc.tokens[n].low.endswith("ly"):
        n += 1
    if (
        n + 1 < last
        and doc.tokens[n].low.endswith(("ed", "ing"))
        and not doc.tokens[n].cap
        and (doc.flags[n + 1] & c.PREPOSITION and doc.tokens[n + 1].low in ("in", "from", "of"))
    ):
        return n + 1
    return k


def _read_link(doc: Document, i: int, last: int) -> int:
    """Where the noun phrase after a link ends; proper names go on through their list."""
    k = i
    while k < last and doc.tokens[k].low in DETERMINERS | {"across"}:
        k += 1
    if k < last and doc.tokens[k].text in '“"':
        return _read_quote(doc, k, last)
    end = _read_names(doc, k, last)
    if end > k:
        return end
    head, end = read_core(doc, k, last)
    return end if head >= 0 else i


def _read_quote(doc: Document, k: int, last: int) -> int:
    for n in range(k + 1, min(last, k + 40)):
        if doc.tokens[n].text in '”"':
            return n + 1
    return k


def _read_names(doc: Document, k: int, last: int) -> int:
    """After a list of proper names of one sort."""
    end = k
    sort = None
    while k < last:
        mention = doc.at[k]
        if mention is None or mention.sort in (Sort.PERSON, Sort.PRONOUN, Sort.DATE, Sort.TITLE):
            break
        if sort and mention.sort is not sort:
            break
        sort = mention.sort
        end = k = mention.end
        if k < last and doc.tokens[k].text == ",":
            k += 1
        if k < last and doc.tokens[k].low == "and":
            k += 1
        if k < last and doc.tokens[k].low == "the":
            k += 1
        if k == end:
            break
    if end < last and doc.flags[end] & c.GROUP and not doc.tokens[end].cap:
        end += 1
    return end
