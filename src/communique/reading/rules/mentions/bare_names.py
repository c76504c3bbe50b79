"""Names with neither office nor honorific before them, in running text and in lists."""

from bisect import bisect_left

from communique.reading.rules.mentions.appositions import read_apposition
from communique.reading.rules.mentions.names import read_name
from communique.reading.rules.mentions.sharing import split_bodies
from communique.reading.rules.tables import classes as c
from communique.reading.rules.tables.gazetteer import gazetteer
from communique.reading.rules.tables.lexicon import bag, lexicon
from communique.reading.rules.texts.document import Document, Mention, Sentence, Sort

_AHEAD = 25
_SYLLABLE = 5
_PLACING = bag("the in at to from near visit visits visited visiting tour toured touring")


def read_bare(doc: Document, i: int, sentence: Sentence) -> list[Mention]:
    """A name with neither office nor honorific before it."""
    end = read_name(doc.tokens, doc.flags, i, sentence.last)
    if end == i or _belongs_to_more(doc, i, end, sentence):
        return []
    cores = sum(1 for k in range(i, end) if doc.flags[k] & c.CAP and not doc.flags[k] & c.INITIAL)
    mention = Mention(Sort.PERSON, i, end, doc.words(i, end), (i, end))
    read_apposition(doc, mention, sentence.last)
    split_bodies(doc, mention)
    if cores == 1 and (
        _is_possessor(doc, i, end, sentence) or _is_spoken_of(doc, i, end, sentence)
    ):
        return [mention]
    listed = i <= sentence.first + 1 and (sentence.bullet or _is_item(doc, end, sentence))
    named = mention.titles or doc.flags[i] & c.GIVEN or listed
    if cores >= 2 and (named or _stands_by_person(doc, i, end, sentence)):
        return [mention]
    if cores >= 2 and _is_rare(doc, i, end, sentence):
        return [mention]
    return []


def _is_rare(doc: Document, i: int, end: int, sentence: Sentence) -> bool:
    """``the journalist Velta Oyenko``: two or three words that are nothing but a name."""
    if i == sentence.first or end - i > 4 or sentence.paragraph < 0:
        return False
    before = doc.tokens[i - 1]
    rare = all(doc.flags[n] & (c.NAMEISH | c.INITIAL | c.PARTICLE) for n in range(i, end))
    rare = rare and not any(doc.flags[n] & (c.SITE | c.ORGANIZATION) for n in range(i, end))
    place = any(gazetteer().match(doc.tokens, n, end) for n in range(i, end))
    glued = any(_is_glued(doc.tokens[n].text) for n in range(i, end))
    free = before.word and not before.cap and before.low not in _PLACING
    free = free or (before.text == "," and doc.tokens[i - 2].low in lexicon().counterparts)
    return rare and not place and not glued and free


def _is_glued(text: str) -> bool:
    """``Kong-registered``, ``U.S.-Costa``: an adjective rather than a part of a name."""
    first, _, rest = text.partition("-")
    named = any(part.lower() in gazetteer().places for part in text.split("-"))
    return bool(rest) and ("." in first or named or (rest.islower() and len(rest) > _SYLLABLE))


def _stands_by_person(doc: Document, i: int, end: int, sentence: Sentence) -> bool:
    """``Ms Velt and Jakov Brenn``: two rare words in capitals that ``and`` joins to a person."""
    k = i - 1
    if k <= sentence.first or doc.tokens[k].low != "and" or not 2 <= end - i <= 3:
        return False
    k -= doc.tokens[k - 1].text == ","
    before = doc.at[k - 1]
    rare = all(doc.flags[n] & (c.NAMEISH | c.INITIAL) for n in range(i, end))
    more = end < sentence.last and doc.tokens[end].cap
    return rare and not more and before is not None and before.sort is Sort.PERSON


def _is_spoken_of(doc: Document, i: int, end: int, sentence: Sentence) -> bool:
    """``Oyen will not stop …; he will go on``: an unknown capital that acts and is a ``he``."""
    if end >= sentence.last or sentence.paragraph < 0 or gazetteer().match(doc.tokens, i, end):
        return False
    if doc.flags[i] & (c.GIVEN | c.COMMON) or not doc.flags[end] & c.AUXILIARY:
        return False
    ahead = {t.low for t in doc.tokens[end : min(len(doc.tokens), end + _AHEAD)]}
    return bool(ahead & {"he", "she", "his", "him"})


def _is_possessor(doc: Document, i: int, end: int, sentence: Sentence) -> bool:
    """``Oyen's invasion``: an unknown capital inside a sentence that owns something."""
    if i == sentence.first or end + 1 >= sentence.last or doc.tokens[end].low != "'s":
        return False
    small = doc.tokens[end + 1].word and not doc.tokens[end + 1].cap
    place = gazetteer().match(doc.tokens, i, sentence.last)
    return small and place is None and doc.tokens[i - 1].word and sentence.paragraph >= 0


def read_item(doc: Document, i: int, sentence: Sentence) -> list[Mention]:
    """An item of a list that opens with a name of common words, closed by a mark."""
    if doc.flags[i] & (c.STOP | c.HONORIFIC):
        return []
    end = read_name(doc.tokens, doc.flags, i, sentence.last, loose=True)
    closed = end >= sentence.last or doc.tokens[end].text in ",*(–-"
    if end < i + 2 or not closed:
        return []
    mention = Mention(Sort.PERSON, i, end, doc.words(i, end), (i, end))
    read_apposition(doc, mention, sentence.last)
    split_bodies(doc, mention)
    listed = sentence.listed or (_follows_item(doc, sentence) and _is_item(doc, end, sentence))
    return [mention] if mention.titles or (listed and _is_plain(doc, i, end)) else []


def _is_plain(doc: Document, i: int, end: int) -> bool:
    """Whether up to four words could be a name: no head of a body, no place, no modifier."""
    heads = c.ORGANIZATION | c.EVENT | c.HEAD | c.DEMONYM | c.MODIFIER | c.ACRONYM | c.AGREEMENT
    if end - i > 4 or any(doc.flags[k] & heads for k in range(i, end)):
        return False
    known = gazetteer()
    return not known.match(doc.tokens, i, end) and not known.demonym(doc.tokens, i, end)


def _follows_item(doc: Document, sentence: Sentence) -> bool:
    """Whether the item before this one names a person."""
    k = bisect_left(doc.sentences, sentence.first, key=lambda s: s.first)
    before = doc.sentences[k - 1] if k else None
    if before is None or not before.bullet or before.first + 1 >= before.last:
        return False
    mention = doc.at[before.first + 1]
    return mention is not None and mention.sort is Sort.PERSON


def read_signature(doc: Document, sentence: Sentence) -> Mention | None:
    """A line that holds a name in capitals: ``ANA B. VELT``."""
    lo, hi = sentence.first, sentence.last
    words = [k for k in range(lo, hi) if doc.tokens[k].word]
    if not 3 <= len(words) <= 5 or not any(doc.flags[k] & c.INITIAL for k in words):
        return None
    if not all(doc.tokens[k].text.isupper() for k in words) or doc.flags[lo] & c.HEAD:
        return None
    return Mention(Sort.PERSON, lo, hi, doc.words(lo, hi), (lo, hi))


def _is_item(doc: Document, end: int, sentence: Sentence) -> bool:
    """Whether a line holds nothing but a name, or a name, a comma and more capitals."""
    if end >= sentence.last:
        return True
    rest = range(end + 1, sentence.last)
    return (
        doc.tokens[end].text in ",(–-"
        and sentence.last - end < 30
        and all(
            doc.tokens[k].cap
            or not doc.tokens[k].word
            or doc.tokens[k].low in ("of", "for", "and", "the", "in", "on", "to", "at")
            for k in rest
        )
    )


def _belongs_to_more(doc: Document, i: int, end: int, sentence: Sentence) -> bool:
    """Whether the capitals around show that the run is part of another name."""
    if i > sentence.first:
        left = doc.tokens[i - 1]
        glued = left.end == doc.tokens[i].start and left.text in "-–/&"
        if left.low == "the" or (left.cap and left.word and doc.at[i - 1] is None) or glued:
            return True
    if end < sentence.last:
        right = doc.tokens[end]
        if right.cap and right.word:
            return bool(doc.flags[end] & c.COMMON)
        return right.text in "-–/&" and right.start == doc.tokens[end - 1].end
    return False
