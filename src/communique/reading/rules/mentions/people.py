"""People with their offices, in every style that puts the two side by side."""

from communique.reading.rules.mentions.appositions import ARTICLES, read_apposition, skip_remark
from communique.reading.rules.mentions.bare_names import read_bare, read_item, read_signature
from communique.reading.rules.mentions.fences import find_fence, reach_fence
from communique.reading.rules.mentions.heads import is_head, next_head
from communique.reading.rules.mentions.names import read_name
from communique.reading.rules.mentions.sharing import share_parts, split_bodies
from communique.reading.rules.mentions.titles import make_title, read_title
from communique.reading.rules.tables import classes as c
from communique.reading.rules.tables.lexicon import lexicon
from communique.reading.rules.texts.document import Document, Mention, Sentence, Sort, Title

_CROWDS = frozenset(("representatives", "officials", "members"))
"""Plural heads that without a name are some people of a body, no office."""


def find_people(doc: Document, sentence: Sentence) -> None:
    """Find the people of a sentence, and offices that stand there without a name."""
    if sentence.label and sentence.last - sentence.first < 3:
        return
    i = sentence.first
    signature = read_signature(doc, sentence)
    while i < sentence.last:
        mentions = [signature] if signature else _read_at(doc, i, sentence)
        for mention in mentions:
            sentence.mentions.append(mention)
            for k in range(mention.start, mention.end):
                doc.at[k] = mention
        i = max([i + 1, *(m.end for m in mentions)])


def _read_at(doc: Document, i: int, sentence: Sentence) -> list[Mention]:  # noqa: PLR0911
    f = doc.flags[i]
    if not f & (c.CAP | c.HEAD):
        return []
    if is_head(doc, i):
        return _read_at_head(doc, i, sentence)
    if f & c.HONORIFIC and f & c.CAP:
        return _read_at_honorific(doc, i, sentence)
    opens = i == sentence.first + sentence.bullet and (sentence.bullet or sentence.listed)
    if f & c.CAP and f & (c.NAMEISH | c.GIVEN) and not doc.at[i]:
        return read_bare(doc, i, sentence) or (read_item(doc, i, sentence) if opens else [])
    if f & c.CAP and opens:
        return read_item(doc, i, sentence)
    if f & c.HEAD and not f & c.CAP:
        return _read_small(doc, i, sentence)
    return []


def _read_at_head(doc: Document, i: int, sentence: Sentence) -> list[Mention]:
    if _is_inside_body(doc, i, sentence):
        return []
    for greedy in (True, False):
        chain = _read_chain(doc, i, sentence, greedy=greedy)
        if not chain:
            return _read_honorific_head(doc, i, sentence)
        named = _read_named(doc, chain, sentence)
        if named:
            return named
    title = chain[0]
    if title.end <= title.start or (title.plural and doc.tokens[i].low in _CROWDS):
        return []
    return [_make_title_mention(doc, title)]


def _read_honorific_head(doc: Document, i: int, sentence: Sentence) -> list[Mention]:
    return _read_at_honorific(doc, i, sentence) if doc.flags[i] & c.HONORIFIC else []


def _is_inside_body(doc: Document, i: int, sentence: Sentence) -> bool:
    """Whether the head belongs to a body's or event's name: ``Office of the President``."""
    n = i + 1
    if n + 1 < sentence.last and doc.tokens[n].low in ("'", "'s"):
        n += bool(doc.flags[n + 1] & (c.ORGANIZATION | c.EVENT) and doc.tokens[n + 1].cap)
    if (
        n < sentence.last
        and doc.tokens[n].cap
        and doc.flags[n] & (c.ORGANIZATION | c.EVENT)
        and (
            read_name(doc.tokens, doc.flags, n, sentence.last) == n
            and next_head(doc, n, sentence.last) is None
        )
    ):
        return True
    k = i - 1
    while (
        k > sentence.first
        and doc.flags[k] & (c.MODIFIER | c.CAP) == c.MODIFIER | c.CAP
        and doc.tokens[k].low != "state"
    ):
        k -= 1
    if k > sentence.first and doc.tokens[k].low == "the":
        k -= 1
    return (
        k > sentence.first
        and doc.tokens[k].low == "of"
        and doc.tokens[k - 1].cap
        and bool(doc.flags[k - 1] & c.ORGANIZATION)
    )


def _read_chain(doc: Document, i: int, sentence: Sentence, *, greedy: bool) -> list[Title]:
    """The title at a head, and those that ``and`` joins to it."""
    chain: list[Title] = []
    anchor: int | None = i
    first = sentence.first
    fence = find_fence(doc, i, sentence.last)
    while anchor is not None and len(chain) < 5:
        title = read_title(doc, anchor, first, sentence.last, greedy=greedy)
        if title is None:
            break
        title = reach_fence(doc, title, fence)
        chain.append(title)
        n = title.end
        if n >= sentence.last or doc.tokens[n].low not in ("and", "&", ",", "/"):
            break
        if doc.tokens[n].low == "," and not _comma_title(doc, n, sentence.last):
            break
        n += 1 + (doc.tokens[n].low == "," and doc.tokens[n + 1].low == "and")
        if n < sentence.last and doc.tokens[n].low in ("the", "concurrently"):
            n += 1
        anchor, first = next_head(doc, n, sentence.last), n
    return chain


def _comma_title(doc: Document, n: int, last: int) -> bool:
    """Whether after a comma another title comes that an ``and`` will close."""
    return (
        n + 2 < last and doc.tokens[n + 1].low == "and" and next_head(doc, n + 2, last) is not None
    )


def _read_named(doc: Document, chain: list[Title], sentence: Sentence) -> list[Mention]:
    """The people whose offices a chain of titles gives; none when no name follows."""
    for size in range(len(chain), 0, -1):
        end = chain[size - 1].end
        bare = size == 1 and not chain[0].definite and chain[0].body is not None
        _start, core, honorific = _read_after(doc, end, sentence.last, bare=bare)
        if core is None and size == 1:
            doubled = _read_second(doc, chain[0], sentence.last)
            if doubled is not None:
                return _extend(doc, doubled, chain[0], sentence)
        if core is None or _names_site(doc, core[1], sentence.last):
            continue
        titles = share_parts(doc, chain[:size]) if size > 1 else chain[:1]
        if size == 1 or not _is_apart(doc, chain):
            mention = _make_person(doc, chain[0].start, core, titles, honorific)
            return _extend(doc, mention, chain[size - 1], sentence)
        last = _make_person(doc, chain[size - 1].start, core, [chain[size - 1]], honorific)
        before = [_make_title_mention(doc, t) for t in chain[: size - 1]]
        return before + _extend(doc, last, chain[size - 1], sentence)
    return []


def _read_second(doc: Document, title: Title, last: int) -> Mention | None:
    """``the Mayor of Oslo, Senator Oyen``, ``Policy Advisor Ambassador Oyen``: two offices."""
    k = title.end + (title.end < last and doc.tokens[title.end].text == ",")
    if k >= last or doc.tokens[k].low not in lexicon().courtesy_heads or not doc.tokens[k].cap:
        return None
    if k > title.end and not (title.definite and title.body is not None):
        return None
    begin = _skip_honorifics(doc, k + 1, last)
    begin += begin < last and doc.tokens[begin].low == "the"
    begin = _skip_honorifics(doc, begin, last)
    end = read_name(doc.tokens, doc.flags, begin, last, loose=begin > k + 1)
    if end == begin:
        return None
    second = make_title(doc, k, k, k + 1, None)
    return _make_person(doc, title.start, (begin, end), [title, second], begin > k + 1)


def _names_site(doc: Document, end: int, last: int) -> bool:
    """``King Oyen Park``: the name only names a place."""
    return end < last and doc.tokens[end].cap and bool(
        doc.flags[end] & (c.SITE | c.COMMON) == c.SITE | c.COMMON
    )  # fmt: skip


def _is_apart(doc: Document, chain: list[Title]) -> bool:
    """``The Secretary and Foreign Minister Oyen``: the first is somebody else's."""
    first = chain[0]
    return (
        len(chain) > 1
        and first.body is None
        and first.definite
        and len(first.head.split()) <= 2
        and doc.tokens[chain[1].start - 1].low == "and"
        and chain[1].body is None
    )


def _read_after(
    doc: Document, end: int, last: int, *, bare: bool = False
) -> tuple[int, tuple[int, int] | None, bool]:
    """The name after a title: directly, after an honorific, or after a comma and an honorific.

    Args:
        doc: The document.
        end: Where the title ends.
        last: Where the sentence ends.
        bare: Whether the title stands without an article, so that after its comma its holder comes.
    """
    k = end
    after = skip_remark(doc, k, last)
    if after > k and after < last and doc.flags[after] & c.HONORIFIC:
        k = after
    if k < last and doc.tokens[k].text == ",":
        k += 1
        while k < last and doc.tokens[k].low in ("the", "his", "her", "our"):
            k += 1
    start = k
    k = _skip_honorifics(doc, k, last)
    honorific = k > start
    name_end = read_name(doc.tokens, doc.flags, k, last, loose=honorific)
    if name_end == k:
        return k, None, False
    if start > end and not honorific and not _is_full_name(doc, k, name_end, last, bare=bare):
        return k, None, False
    return k, (k, name_end), honorific


def _is_full_name(doc: Document, k: int, end: int, last: int, *, bare: bool) -> bool:
    """Whether after ``First Lady,`` a whole name stands, closed by a mark."""
    cores = sum(1 for i in range(k, end) if doc.flags[i] & c.CAP)
    closed = end >= last or not doc.tokens[end].word or (bare and doc.tokens[end].low == "and")
    return cores >= 2 and closed and next_head(doc, k, last) is None


def _skip_honorifics(doc: Document, k: int, last: int) -> int:
    while (
        k < last
        and doc.flags[k] & c.HONORIFIC
        and (doc.flags[k] & c.CAP or doc.tokens[k].low == "al")
    ):
        k += 1
        if (
            k < last
            and doc.tokens[k].text in ".’'"
            and doc.tokens[k].start == doc.tokens[k - 1].end
        ):
            k += 1
    return k


def _make_person(
    doc: Document, start: int, core: tuple[int, int], titles: list[Title], honorific: bool
) -> Mention:
    while start and doc.flags[start - 1] & c.HONORIFIC and doc.tokens[start - 1].cap and (
        doc.at[start - 1] is None
    ):  # fmt: skip
        start -= 1
    if start and doc.tokens[start - 1].low in ARTICLES:
        start -= 1
    return Mention(Sort.PERSON, start, core[1], doc.words(*core), core, titles, honorific=honorific)


def _make_title_mention(doc: Document, title: Title) -> Mention:
    start = title.start - (title.start > 0 and doc.tokens[title.start - 1].low in ARTICLES)
    return Mention(
        Sort.TITLE, start, title.end, title.name, (title.start, title.end), [title],
        head=title.head, definite=title.definite,
    )  # fmt: skip


def _extend(doc: Document, mention: Mention, title: Title, sentence: Sentence) -> list[Mention]:
    """Take in what follows the name; a plural title goes to each name of the list after it."""
    read_apposition(doc, mention, sentence.last)
    if not title.plural:
        split_bodies(doc, mention)
        return [mention]
    people = [mention]
    k = mention.end
    while k + 1 < sentence.last and doc.tokens[k].low in (",", "and", ";"):
        k += 1 + (doc.tokens[k + 1].low == "and")
        begin = _skip_honorifics(doc, k, sentence.last)
        end = read_name(doc.tokens, doc.flags, begin, sentence.last, loose=begin > k)
        if end == begin:
            break
        more = Mention(
            Sort.PERSON, k, end, doc.words(begin, end), (begin, end), list(mention.titles),
            honorific=begin > k,
        )  # fmt: skip
        read_apposition(doc, more, sentence.last)
        people.append(more)
        k = more.end
    return people


def _read_at_honorific(doc: Document, i: int, sentence: Sentence) -> list[Mention]:
    k = _skip_honorifics(doc, i, sentence.last)
    if k < sentence.last and next_head(doc, k, sentence.last) in (k, k + 1, k + 2):
        return []
    loose = doc.tokens[k - 1].low not in lexicon().ranks
    end = read_name(doc.tokens, doc.flags, k, sentence.last, loose=loose)
    if end == k:
        return []
    mention = _make_person(doc, i, (k, end), [], honorific=True)
    read_apposition(doc, mention, sentence.last)
    split_bodies(doc, mention)
    return [mention]


def _read_small(doc: Document, i: int, sentence: Sentence) -> list[Mention]:
    """``the president of Guyana``, ``Indian foreign minister Oyen``, written small."""
    title = read_title(doc, i, sentence.first, sentence.last, greedy=False, small=True)
    if title is None or title.plural:
        return []
    named = doc.flags[title.end] & (c.NAMEISH | c.GIVEN) if title.end < sentence.last else 0
    apposed = title.definite and doc.tokens[min(title.end, sentence.last - 1)].text == ","
    if apposed or (named and (title.start < i or title.body is None)):
        _, core, honorific = _read_after(doc, title.end, sentence.last)
        if core and (core[0] == title.end or (apposed and honorific)):
            mention = _make_person(doc, title.start, core, [title], honorific)
            read_apposition(doc, mention, sentence.last)
            return [mention]
    if title.definite or (title.body is not None and title.start < i):
        return [_make_title_mention(doc, title)]
    return []
