"""Offices that stand after a name: ``NAME, OFFICE``."""

from communique.reading.rules.mentions.heads import next_head
from communique.reading.rules.mentions.names import read_name
from communique.reading.rules.mentions.sharing import share_parts
from communique.reading.rules.mentions.titles import make_title, read_title
from communique.reading.rules.tables import classes as c
from communique.reading.rules.tables.gazetteer import gazetteer
from communique.reading.rules.tables.lexicon import bag, lexicon
from communique.reading.rules.texts.document import Document, Mention, Title

ARTICLES = frozenset(("the", "a", "an", "our", "his", "her", "their"))
_OF_COUNTRY = bag(
    "president minister king queen chancellor premier emir prince sultan governor pm secretary "
    "ambassador chairman chair taoiseach vice-president speaker leader"
)


def read_apposition(doc: Document, mention: Mention, last: int) -> None:
    """Read the office after a name, and take it into the mention."""
    k = mention.core[1]
    if k < last and doc.tokens[k].low == "of":
        _read_country(doc, mention, k, last)
        k = mention.end
    while (
        k + 1 < last
        and doc.tokens[k].text == ","
        and doc.tokens[k + 1].low in (lexicon().post_nominals)
    ):
        k += 2
        mention.end = k
    if k + 1 >= last or doc.tokens[k].text not in (",", "–", "(", "-"):
        return
    titles = _read_apposed(doc, k + 1, last)
    if titles:
        _read_line(doc, titles, last)
        mention.titles.extend(titles)
        mention.end = titles[-1].end
    elif doc.tokens[k].text == "," and len(mention.titles) == 1:
        _read_body_after(doc, mention, k + 1, last)


def _read_line(doc: Document, titles: list[Title], last: int) -> None:
    """In a line of a list, take ``, Trade Division, Ministry of Finance`` into the title."""
    k = titles[-1].end
    if k >= last or doc.tokens[k].text != "," or last - k > 25:
        return
    for i in range(k, last):
        token = doc.tokens[i]
        if not (
            token.cap or token.text in ",;()-–'’" or token.low in ("of", "for", "and", "the", "&")
        ):
            return
        if doc.flags[i] & c.HONORIFIC or (
            i > k + 1 and read_name(doc.tokens, doc.flags, i, last) > i + 1
        ):
            return
    title = titles[-1]
    end = last - (not doc.tokens[last - 1].word and doc.tokens[last - 1].text != ")")
    title.name = f"{title.name}{doc.words(k, end)}"
    title.body = title.body or (k + 1, end)
    title.end = end


def _read_country(doc: Document, mention: Mention, k: int, last: int) -> None:
    """``Prime Minister Oyen of Arvedia``."""
    n = k + 1 + (k + 1 < last and doc.tokens[k + 1].low == "the")
    found = gazetteer().match(doc.tokens, n, last) if n < last else None
    if found and not mention.titles:
        mention.end = found[0]
    if not found or not mention.titles:
        return
    title = mention.titles[-1]
    words = title.head.lower().split()
    if title.body is None and words[-1] in _OF_COUNTRY:
        mention.end = found[0]
        name = f"{title.name} of {doc.words(k + 1, found[0])}"
        mention.titles[-1] = Title(
            name, title.head, (k, found[0]), title.start, title.end, title.anchor
        )


def _read_apposed(doc: Document, n: int, last: int) -> list[Title]:
    """The titles after ``NAME,``; none where another person starts there."""
    start = n
    while n < last and (doc.tokens[n].low in ARTICLES or doc.tokens[n].low in ("current", "who")):
        n += 1
    anchor = next_head(doc, n, last)
    if anchor is None:
        return _read_apposed_small(doc, n, last) if n > start or n < last else []
    chain: list[Title] = []
    first = n
    while anchor is not None and len(chain) < 5:
        title = read_title(doc, anchor, first, last)
        if title is None:
            return chain
        title.start = max(title.start, first)
        title = _take_patron(doc, title, last)
        if _names_another(doc, title, last):
            return chain if chain and doc.tokens[title.start - 1].low != "and" else []
        chain.append(title)
        k = title.end
        joined = k + 1 < last and doc.tokens[k].low in ("and", "&")
        first = k + 1
        if (
            not joined
            and k + 2 < last
            and doc.tokens[k].text == ","
            and doc.tokens[k + 1].low == "and"
        ):
            joined, first = True, k + 2
        if joined and first < last and doc.tokens[first].low == "the":
            first += 1
        anchor = next_head(doc, first, last) if joined else None
    return share_parts(doc, chain) if len(chain) > 1 else chain


def _take_patron(doc: Document, title: Title, last: int) -> Title:
    """``, Counsellor to President Oyen of Arvedia;``: the patron's name belongs to the office."""
    k = title.end
    if title.body is None or k >= last or not doc.flags[k - 1] & c.HEAD:
        return title
    if not any(t.low == "to" for t in doc.tokens[title.body[0] : k]):
        return title
    end = read_name(doc.tokens, doc.flags, k, last)
    if end == k:
        return title
    if end + 1 < last and doc.tokens[end].low == "of":
        found = gazetteer().match(doc.tokens, end + 1, last)
        end = found[0] if found else end
    return make_title(doc, title.start, title.anchor, title.body[0], (title.body[0], end))


def skip_remark(doc: Document, k: int, last: int) -> int:
    """Over ``(designate)``, ``(non-resident)`` after an office; k itself where none stands."""
    if k + 3 >= last or doc.tokens[k].text != "(" or doc.tokens[k + 1].cap:
        return k
    return k + 3 if doc.tokens[k + 2].text == ")" else k


def _names_another(doc: Document, title: Title, last: int) -> bool:
    k = skip_remark(doc, title.end, last)
    if k >= last:
        return False
    if doc.flags[k] & c.HONORIFIC and doc.tokens[k].cap:
        return True
    if read_name(doc.tokens, doc.flags, k, last) > k:
        return True
    return (
        k + 1 < last
        and doc.tokens[k].text == ","
        and bool(doc.flags[k + 1] & c.HONORIFIC and doc.flags[k + 1] & c.CAP)
    )


def _read_apposed_small(doc: Document, n: int, last: int) -> list[Title]:
    for i in range(n, min(last, n + 4)):
        if doc.flags[i] & c.HEAD and not doc.flags[i] & c.CAP:
            title = read_title(doc, i, n, last, greedy=False, small=True)
            return [title] if title and title.body and not title.plural else []
        if not doc.flags[i] & (c.MODIFIER | c.CAP):
            return []
    return []


def _read_body_after(doc: Document, mention: Mention, k: int, last: int) -> None:
    """``Director-General Oyen, Ministry of Trade``: the body stands after the name."""
    title = mention.titles[0]
    if title.body is not None or not doc.tokens[k].cap:
        return
    if not doc.flags[k] & c.ORGANIZATION:
        return
    end = k + 1
    while end < last and (doc.tokens[end].cap or doc.tokens[end].low in ("of", "for", "the")):
        end += 1
    if end < last and doc.tokens[end].word and doc.tokens[end].low != "and":
        return
    mention.end = end
    name = f"{title.name}, {doc.words(k, end)}"
    mention.titles[0] = Title(name, title.head, (k, end), title.start, title.end, title.anchor)
