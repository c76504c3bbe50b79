"""The mentions that are a verb's subject."""

from communique.reading.rules.clauses.verbs import Verb
from communique.reading.rules.tables import classes as c
from communique.reading.rules.tables.lexicon import bag
from communique.reading.rules.texts.document import Document, Mention, Sentence, Sort

_SKIPPED = frozenset(("also", "then", "both", "each", "all", "together", "jointly", "respectively"))


_STARTS_VERB = bag("and or to then before after while but where when")
_COMPANY = frozenset((
    ("joined", "by"), ("accompanied", "by"), ("along", "with"), ("together", "with"),
))  # fmt: skip
_BREAKS = bag("was were is are be will that which who met said and ;") - {"and"}
_ANYBODY = bag(
    "you you'd you'll you've you're anyone everyone everybody someone nobody it one there"
)
"""Subjects that are nobody the text tells of; what they do is no fact."""
_BEFORE_SUBJECT = bag("who which that")


def find_subject(doc: Document, sentence: Sentence, verb: Verb) -> list[Mention] | None:
    """The mentions that are the verb's subject; None when it takes over the one before."""
    k: int | list[Mention] | None = verb.start - 1
    floor = sentence.first
    if verb.kind == "infinitive" or (verb.kind == "gerund" and _after_to(doc, verb)):
        return _nearest(doc, sentence, verb)
    if verb.kind == "gerund" and verb.start - 2 >= floor and (
        doc.tokens[verb.start - 1].low in ("in", "for")
    ):  # fmt: skip
        owner = doc.at[verb.start - 2]
        return collect_conjuncts(doc, owner, floor) if owner is not None else None
    while isinstance(k, int) and k >= floor:
        mention = doc.at[k]
        k = _at_word(doc, k, floor) if mention is None else _at_mention(doc, mention, floor)
    return None if isinstance(k, int) else k


def _at_mention(doc: Document, mention: Mention, floor: int) -> int | list[Mention]:
    """The subject that a mention before the verb is, or the token to go on from."""
    if mention.sort is Sort.DATE:
        k = mention.start - 1
        dated = k >= floor and doc.tokens[k].low in ("on", "from", "in", "earlier", "late")
        return k - dated
    governed = _governor(doc, mention, floor)
    return collect_conjuncts(doc, mention, floor) if governed is None else governed - 1


def _at_word(doc: Document, k: int, floor: int) -> int | list[Mention] | None:  # noqa: PLR0911
    """The subject that a word before the verb leads to, the token to go on from, or None."""
    token, f = doc.tokens[k], doc.flags[k]
    if token.text == ")":
        return _skip_bracket(doc, k, floor)
    if token.text in ",–-":
        return _skip_comma(doc, k, floor)
    if token.low in _BEFORE_SUBJECT:
        return _antecedent(doc, k, floor)
    if token.low in _SKIPPED or f & c.ADVERB:
        return k - 1
    if token.low in _ANYBODY:
        return []
    if token.low in _STARTS_VERB or token.cap or not token.word:
        return None
    if f & (c.GROUP | c.EVENT):
        return _join_people(doc, _small_subject(doc, k, floor), floor)
    before = _in_prepositional(doc, k, floor)
    return before - 1 if before else None


def _governor(doc: Document, mention: Mention, floor: int) -> int | None:
    """The preposition that governs a mention, so that it is no subject; None when it is free."""
    k = mention.start - 1
    steps = 0
    if k > floor and doc.tokens[k].text == "," and mention.sort is Sort.PERSON:
        return None
    while k >= floor and steps < 12:
        token, f = doc.tokens[k], doc.flags[k]
        if f & c.PREPOSITION and not (doc.at[k] is not None):
            return k
        before = doc.at[k]
        if before is not None and before.sort is mention.sort and before.sort is not Sort.DATE:
            k = before.start - 1
        elif token.low in ("and", ",", "the", "as", "well"):
            if token.low == "," and not _joined_before(doc, k, mention, floor):
                return None
            if token.low == "and" and not _joined_before(doc, k, mention, floor):
                return None
            k -= 1
        else:
            return None
        steps += 1
    return None


def _joined_before(doc: Document, k: int, mention: Mention, floor: int) -> bool:
    before = doc.at[k - 1] if k - 1 >= floor else None
    if before is None and k - 1 >= floor and doc.tokens[k - 1].text == ",":
        before = doc.at[k - 2] if k - 2 >= floor else None
    return before is not None and before.sort is mention.sort


def _skip_bracket(doc: Document, k: int, floor: int) -> int:
    for n in range(k - 1, max(floor - 1, k - 30), -1):
        if doc.tokens[n].text == "(":
            return n - 1
    return k - 1


def _skip_comma(doc: Document, k: int, floor: int) -> int | None:
    """Over ``, …,`` to the subject before it; None when the comma only ends a clause."""
    joined = _before_joined(doc, k, floor)
    if joined is not None:
        return joined
    for n in range(k - 1, floor, -1):
        if doc.tokens[n].text in (",", "–") and doc.tokens[n].text == doc.tokens[k].text:
            inner = doc.at[n - 1]
            if inner is not None and inner.sort in (Sort.PERSON, Sort.TITLE, Sort.ORGANIZATION):
                return n - 1
    inner = doc.at[k - 1] if k > floor else None
    if inner is not None and inner.sort in (Sort.PERSON, Sort.TITLE) and inner.start <= floor + 1:
        return k - 1
    return None


def _before_joined(doc: Document, k: int, floor: int) -> int | None:
    """Before ``joined by A and B,`` or ``along with A,`` that stands between subject and verb."""
    for n in range(k - 1, max(floor, k - 60), -1):
        low = doc.tokens[n].low
        pair = (doc.tokens[n - 1].low, low)
        if pair in _COMPANY and doc.at[n] is None and doc.at[n - 1] is None:
            before = n - 2 - (doc.tokens[n - 2].text in (",", "–"))
            return before if before >= floor and doc.at[before] is not None else None
        if doc.at[n] is None and low in _BREAKS:
            return None
    return None


def _antecedent(doc: Document, k: int, floor: int) -> list[Mention] | None:
    """Whom ``who`` and ``which`` stand for: the mention just before."""
    n = k - 1
    if n >= floor and doc.tokens[n].text == ",":
        n -= 1
    mention = doc.at[n] if n >= floor else None
    if mention is not None:
        return [mention]
    if n >= floor and doc.flags[n] & (c.GROUP | c.ORGANIZATION):
        return [
            Mention(
                Sort.GROUP,
                n,
                n + 1,
                doc.tokens[n].text,
                (n, n + 1),
                head=doc.tokens[n].low,
                definite=True,
            )
        ]
    return None


def _small_subject(doc: Document, k: int, floor: int) -> list[Mention] | None:
    """``the delegation``, ``senior officials``: a group in lower case as the subject."""
    start = k
    while (
        start > floor
        and doc.tokens[start - 1].word
        and not (doc.flags[start - 1] & (c.PREPOSITION | c.AUXILIARY))
        and doc.tokens[start - 1].low not in ("and", "that", "the", "a", "his", "her", "their")
    ):
        if doc.at[start - 1] is not None and doc.at[start - 1].sort is Sort.PERSON:  # type: ignore[union-attr]
            return None
        start -= 1
    if start > floor and doc.flags[start - 1] & c.PREPOSITION:
        return None
    companion = doc.tokens[start - 1].low in ("his", "her") and start - 3 >= floor
    if companion and doc.tokens[start - 2].low == "and" and doc.at[start - 3] is not None:
        return [m for m in [doc.at[start - 3]] if m is not None]
    sort = Sort.GROUP if doc.flags[k] & c.GROUP else Sort.EVENT
    definite = start > floor and doc.tokens[start - 1].low in ("the", "his", "her", "their")
    definite = definite or doc.tokens[start].low in ("the", "this")
    return [
        Mention(
            sort,
            start,
            k + 1,
            doc.words(start, k + 1),
            (start, k + 1),
            head=doc.tokens[k].low,
            definite=definite,
        )
    ]


def _join_people(doc: Document, small: list[Mention] | None, floor: int) -> list[Mention] | None:
    """The people before ``and senior officials``, for whom the group only stands beside."""
    if small is None or doc.tokens[small[0].start - 1].low != "and":
        return small
    k = small[0].start - 2
    k -= k > floor and doc.tokens[k].text == ","
    before = doc.at[k] if k >= floor else None
    if before is None or before.sort not in (Sort.PERSON, Sort.PRONOUN):
        return small
    return collect_conjuncts(doc, before, floor)


def _in_prepositional(doc: Document, k: int, floor: int) -> int:
    """The preposition that opens the lower-case phrase that ends at k; 0 when there is none."""
    for n in range(k - 1, max(floor - 1, k - 6), -1):
        if doc.flags[n] & c.PREPOSITION:
            return n
        if not doc.tokens[n].word or doc.flags[n] & (c.AUXILIARY) or doc.at[n] is not None:
            return 0
    return 0


def collect_conjuncts(doc: Document, mention: Mention, floor: int) -> list[Mention]:
    """The mention with those that ``and`` and commas join to it on its left."""
    group = [mention]
    k = mention.start - 1
    closed = False
    while k > floor:
        low = doc.tokens[k].low
        if low == "and":
            closed = True
            k -= 1
            if doc.tokens[k].text in ",;":
                k -= 1
        elif low in (",", ";") and closed:
            k -= 1
        elif low == "the":
            k -= 1
            continue
        else:
            break
        before = doc.at[k] if k >= floor else None
        if before is None or before.sort not in (
            Sort.PERSON,
            Sort.TITLE,
            Sort.ORGANIZATION,
            Sort.PLACE,
            Sort.PRONOUN,
        ):
            break
        if (
            before.sort is Sort.PLACE
            and mention.sort is not Sort.PLACE
            and _is_setting(doc, before)
        ):
            break
        group.insert(0, before)
        k = before.start - 1
    return group


def _is_setting(doc: Document, place: Mention) -> bool:
    """Whether a place only tells where: ``in Oslo and the Council``."""
    k = place.start - 1
    k -= k >= 0 and doc.tokens[k].low == "the"
    return k >= 0 and (bool(doc.flags[k] & c.PREPOSITION) or doc.tokens[k].low in ("at", ","))


def main_subject(doc: Document, sentence: Sentence) -> list[Mention]:
    """The first mention that no preposition governs, when only an opening stands before it."""
    k = sentence.first + sentence.bullet
    while k < sentence.last:
        mention = doc.at[k]
        if mention is None:
            f = doc.flags[k]
            if doc.flags[k] & c.GROUP and not doc.tokens[k].cap:
                return _small_subject(doc, k, sentence.first) or []
            if f & c.PREPOSITION and doc.tokens[k].low != "of":
                k = _skip_opening(doc, k, sentence.last)
                continue
            k += 1
            if k - sentence.first > 25:
                return []
        elif mention.sort is Sort.DATE:
            k = mention.end
        else:
            return _forward_conjuncts(doc, mention, sentence.last)
    return []


def _skip_opening(doc: Document, k: int, last: int) -> int:
    """After an opening phrase: its comma, or where its noun phrase ends."""
    inside = doc.at[k + 1] if k + 1 < last and doc.tokens[k].low in ("by", "with") else None
    for n in range(k + 1 if inside is None else inside.end, min(last, k + 30)):
        if doc.tokens[n].text == ",":
            following = doc.at[n + 1] if n + 1 < last else None
            if following is not None and following.sort is Sort.PLACE and doc.at[n - 1] is not None:
                continue
            return n + 1
    mention = doc.at[k + 1] if k + 1 < last else None
    return mention.end if mention is not None else k + 1


def _forward_conjuncts(doc: Document, mention: Mention, last: int) -> list[Mention]:
    group = [mention]
    k = mention.end
    while k + 1 < last and doc.tokens[k].low in ("and", ","):
        n = k + 1 + (doc.tokens[k].low == "," and doc.tokens[k + 1].low == "and")
        following = doc.at[n] if n < last else None
        if following is None or following.sort not in (Sort.PERSON, Sort.TITLE, mention.sort):
            break
        if following.start > n + 1:
            break
        group.append(following)
        k = following.end
    ahead = [t.low for t in doc.tokens[group[-1].end : group[-1].end + 2]]
    if len(group) > 1 and "and" not in ahead and not any(
        t.low == "and" for t in doc.tokens[mention.end : group[-1].start]
    ):  # fmt: skip
        return group[:1]
    return group


def _after_to(doc: Document, verb: Verb) -> bool:
    return verb.start > 0 and doc.tokens[verb.start - 1].low == "to"


def _nearest(doc: Document, sentence: Sentence, verb: Verb) -> list[Mention] | None:
    """Who ``looks forward to meeting`` in ``said that President Oyen looks forward …``."""
    for mention in reversed(sentence.mentions):
        if mention.end > verb.start or mention.sort not in (Sort.PERSON, Sort.TITLE):
            continue
        if not _governed_by_that(doc, mention, sentence.first):
            continue
        return collect_conjuncts(doc, mention, sentence.first)
    return None


def _governed_by_that(doc: Document, mention: Mention, first: int) -> bool:
    """Whether a clause of its own opens with the mention: ``that``, ``as``, ``noted``."""
    k = mention.start - 1
    return k > first and doc.tokens[k].low in (
        "that",
        "noted",
        "while",
        "where",
        "announced",
        "as",
        "because",
    )
