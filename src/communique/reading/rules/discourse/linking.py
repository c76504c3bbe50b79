"""Which mentions of people are one person."""

import unicodedata
from itertools import islice

from communique.reading.model import Kind
from communique.reading.rules.discourse.drafts import Draft, Registry, title_words
from communique.reading.rules.tables import classes as c
from communique.reading.rules.tables.lexicon import bag
from communique.reading.rules.texts.document import Document, Mention, Sentence, Sort, Title

_MANY = 50
"""People of one name to choose from, so that time stays linear in the text."""
_HE = bag("mr sir king prince emperor sultan emir sheikh shri lord tuan encik")
_SHE = bag("ms mrs miss madam madame dame lady queen princess empress smt datin puan chairwoman")
_PLAIN = {"prime", "foreign", "affairs", "external"}


def link_people(doc: Document, registry: Registry) -> None:
    """Make one draft of all mentions of one person, and find bare surnames of known people."""
    mentions = [m for s in doc.sentences for m in s.mentions if m.sort is Sort.PERSON]
    longest_first = sorted(enumerate(mentions), key=lambda e: (-len(_keys(doc, e[1])), e[0]))
    index: dict[str, list[int]] = {}
    said: dict[int, list[Mention]] = {}
    for _, mention in longest_first:
        person = _link(doc, registry, mention, index, said)
        said.setdefault(person, []).append(mention)
        mention.entities = (person,)
    for mention in mentions:
        registry.note(mention.entities[0], mention, form=len(_keys(doc, mention)) > 1)
        _add_titles(registry.drafts[mention.entities[0]], mention.titles)
        draft = registry.drafts[mention.entities[0]]
        draft.pronoun = draft.pronoun or _pronoun(doc, mention)
    for person, theirs in said.items():
        _name(registry.drafts[person], sorted(theirs, key=lambda m: m.start))
    _find_surnames(doc, registry, list(said))


def _link(
    doc: Document,
    registry: Registry,
    mention: Mention,
    index: dict[str, list[int]],
    said: dict[int, list[Mention]],
) -> int:
    """The person that a mention names, made when it is a new one."""
    keys = _keys(doc, mention)
    rarest = min((index.get(key, []) for key in keys), key=len, default=[])
    matches = list(islice((p for p in rarest if keys <= registry.drafts[p].keys), _MANY))
    if not matches and mention.titles and len(keys) > 1:
        matches = _same_holder(doc, mention, index, registry)
    if matches:
        return _best(mention, matches, said)
    person = registry.add(Draft(Kind.PERSON, mention.name, keys=keys, titles=list(mention.titles)))
    for key in keys:
        index.setdefault(key, []).append(person)
    return person


def _same_holder(
    doc: Document, mention: Mention, index: dict[str, list[int]], registry: Registry
) -> list[int]:
    """``President Joe Oyen`` and ``President Joseph Oyen``: surname, office, initial agree."""
    lo, hi = mention.core
    words = [title_words(t.name) for t in mention.titles]
    while hi - 1 > lo and (not doc.tokens[hi - 1].word or doc.tokens[hi - 1].low in ("jr.", "jr")):
        hi -= 1
    surname, initial = _fold(doc.tokens[hi - 1].low), doc.tokens[lo].low[0]
    return [
        p
        for p in index.get(surname, ())[:_MANY]
        if registry.drafts[p].name[0].lower() == initial
        and any(title_words(t.name) in words for t in registry.drafts[p].titles)
    ]


def _pronoun(doc: Document, mention: Mention) -> str | None:
    """``he`` or ``she``, as the words before a name show: ``Ms``, ``King``, ``Sir``."""
    words = {t.low.rstrip(".") for t in doc.tokens[mention.start : mention.core[0]]}
    if words & _SHE:
        return "she"
    return "he" if words & _HE else None


def _keys(doc: Document, mention: Mention) -> frozenset[str]:
    lo, hi = mention.core
    return frozenset(
        _fold(doc.tokens[k].low.removeprefix("al-").removeprefix("el-"))
        for k in range(lo, hi)
        if doc.tokens[k].word
        and not doc.flags[k] & c.INITIAL
        and doc.tokens[k].low not in ("jr.", "jr")
    )


def _fold(word: str) -> str:
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFKD", word)
    return "".join(ch for ch in parts if not unicodedata.combining(ch))


def _best(mention: Mention, matches: list[int], said: dict[int, list[Mention]]) -> int:
    """Among several people of that surname the one with that office, else the one last named."""
    if len(matches) == 1:
        return matches[0]
    words = [title_words(t.head) for t in mention.titles]
    for person in matches[:_MANY]:
        titles = [title_words(t.name) for m in said[person][:_MANY] for t in m.titles]
        if any(w <= t for w in words for t in titles):
            return person
    before = [
        (m.start, person)
        for person in matches[:_MANY]
        for m in said[person][:_MANY]
        if m.start < mention.start
    ]
    return max(before)[1] if before else matches[0]


def _add_titles(draft: Draft, titles: list[Title]) -> None:
    """Add offices, leaving out those that only shorten one that is there."""
    for title in titles[: max(0, _MANY - len(draft.titles))]:
        words = title_words(title.name)
        shorter = [t for t in draft.titles if words <= title_words(t.name) | _PLAIN]
        if shorter and (title.body is None or any(words <= title_words(t.name) for t in shorter)):
            continue
        draft.titles = [
            t for t in draft.titles if not (t.body is None and title_words(t.name) <= words)
        ]
        draft.titles.append(title)


def _name(draft: Draft, mentions: list[Mention]) -> None:
    """The fullest form wins, the first of equals."""
    draft.name = max((m.name for m in mentions), key=lambda n: (len(n.split()), len(n)))
    draft.forms.add(draft.name)


def _find_surnames(doc: Document, registry: Registry, people: list[int]) -> None:
    """Bare surnames of people that the release names in full: ``Oyen said``."""
    known: dict[str, int] = {}
    for person in people:
        for key in registry.drafts[person].keys:
            known[key] = -1 if key in known else person
    for sentence in doc.sentences:
        for i in range(sentence.first, sentence.last):
            if doc.at[i] is None and doc.flags[i] & c.NAMEISH:
                _enter_surname(doc, registry, sentence, i, known)


def _enter_surname(
    doc: Document, registry: Registry, sentence: Sentence, i: int, known: dict[str, int]
) -> None:
    person = known.get(_fold(doc.tokens[i].low), -1)
    if person < 0:
        return
    near = [k for k in (i - 1, i + 1) if sentence.first <= k < sentence.last]
    near = [k for k in near if k > i or not doc.flags[k] & c.ACRONYM]
    if any(doc.tokens[k].cap and doc.tokens[k].word and doc.at[k] is None for k in near):
        return
    mention = Mention(Sort.PERSON, i, i + 1, doc.tokens[i].text, (i, i + 1))
    registry.note(person, mention, form=False)
    doc.at[i] = mention
    sentence.mentions.append(mention)
    sentence.mentions.sort(key=lambda m: m.start)
