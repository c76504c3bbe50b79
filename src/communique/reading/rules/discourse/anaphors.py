"""Words that point back: pronouns, ``both sides``, ``the two Ministers``."""

from communique.reading.rules.tables import classes as c
from communique.reading.rules.tables.lexicon import bag
from communique.reading.rules.texts.document import Document, Mention, Sentence, Sort

_PRONOUNS = bag("he she him they them i we i'd i'm i'll i've we'd we're we'll we've")
_SIDES = bag("sides leaders pair parties officials principals")
_PLACES = bag("of from places countries governments cities nations")


def find_anaphors(doc: Document, sentence: Sentence) -> None:
    """Add mentions for the pronouns and pairs (``the two``, ``both sides``) of a sentence."""
    for i in range(sentence.first, sentence.last):
        mention = _read_pronoun(doc, i, sentence.last) or _read_pair(doc, i, sentence.last)
        if mention is None:
            continue
        for k in range(mention.start, mention.end):
            doc.at[k] = mention
        sentence.mentions = [m for m in sentence.mentions if m.end <= i or m.start >= mention.end]
        sentence.mentions.append(mention)
    sentence.mentions.sort(key=lambda m: m.start)


def _read_pronoun(doc: Document, i: int, last: int) -> Mention | None:
    low = doc.tokens[i].low
    if doc.at[i] is not None or not (
        low in _PRONOUNS or (low == "her" and _is_object(doc, i, last))
    ):
        return None
    return Mention(Sort.PRONOUN, i, i + 1, low, (i, i + 1))


def _is_object(doc: Document, i: int, last: int) -> bool:
    return i + 1 >= last or not doc.tokens[i + 1].word or bool(doc.flags[i + 1] & c.PREPOSITION)


def _read_pair(doc: Document, i: int, last: int) -> Mention | None:
    """``both sides``, ``the two``, ``the two leaders``, ``both Ministers``."""
    low = doc.tokens[i].low
    if low not in ("both", "the") or i + 1 >= last:
        return None
    k = i + 1 + (low == "the" and doc.tokens[i + 1].low == "two")
    counted = low == "both" or k > i + 1
    if k < last and doc.tokens[k].low in _PLACES:
        return None
    end = _after_holders(doc, k, last) if counted else k
    if end == k and k < last and doc.tokens[k].low in _SIDES and doc.at[k] is None:
        end = k + 1
    named = end < last and doc.tokens[end].low in _PLACES
    if named or (end == k and not (counted and low == "the")):
        return None
    return Mention(Sort.MANY, i, end, doc.words(i, end), (i, end))


def _after_holders(doc: Document, k: int, last: int) -> int:
    """After a plural title that no body follows: ``Ministers``, ``foreign ministers``."""
    for n in range(k, min(last, k + 4)):
        if doc.flags[n] & c.PLURAL_HEAD:
            at = doc.at[n]
            whole = at is None or (at.sort is Sort.TITLE and at.end == n + 1)
            return n + 1 if whole else k
        if not (doc.flags[n] & (c.MODIFIER | c.CAP)):
            return k
    return k
