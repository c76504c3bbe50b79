"""Frames matched against verbs in the passive: ``was received by``, ``Hosted by Arvedia, …``."""

from communique.reading.model import Predicate
from communique.reading.rules.clauses.arguments import find_slot
from communique.reading.rules.clauses.coordination import read_list
from communique.reading.rules.clauses.matches import OF_EVENTS, Match
from communique.reading.rules.clauses.phrases import read_phrase, read_yearly
from communique.reading.rules.clauses.subjects import collect_conjuncts, find_subject
from communique.reading.rules.clauses.verbs import Verb
from communique.reading.rules.tables import classes as c
from communique.reading.rules.tables.frames import Frame
from communique.reading.rules.texts.document import Document, Mention, Sentence, Sort

_ACTIVE_ONLY = (Predicate.VISITED, Predicate.THANKED, Predicate.SPOKE_AT)
_WITHIN = 6
_AGENTS = Frame(
    "agent",
    Predicate.HOSTED,
    ("",),
    frozenset(("person", "title", "organization", "place", "group", "pronoun", "many")),
    1.0,
)


def match_passive(doc: Document, sentence: Sentence, verb: Verb, frame: Frame) -> Match | None:
    """A frame that fits a verb whose agent ``by`` brings in; None when it doesn't.

    Args:
        doc: The document.
        sentence: Where the verb stands.
        verb: Passive, or a participle with an agent.
        frame: One of those that its verb may open.
    """
    if frame.predicate in _ACTIVE_ONLY or frame.noun or "" not in frame.slots:
        return None
    k = find_slot(doc, verb.at + 1, sentence.last, ("by",))
    agents = read_list(doc, k, sentence.last, _AGENTS) if k is not None else []
    subjects = _befallen(doc, sentence, verb, frame, agents)
    if not agents or (subjects is None and frame.predicate in OF_EVENTS):
        return None
    if subjects is not None and not _fits_patient(frame, subjects):
        return None
    return Match(frame, verb, agents, agents[-1].end, passive=True, subjects=subjects)


def _befallen(
    doc: Document, sentence: Sentence, verb: Verb, frame: Frame, agents: list[Mention]
) -> list[Mention] | None:
    """Whom or what the verb befalls; None where the sentence's own subject is meant."""
    opens = verb.kind != "passive" and verb.at <= sentence.first + sentence.bullet + 1
    if agents and opens:
        subjects = _main_after(doc, agents, sentence.last)
    else:
        accompanied = frame.predicate is Predicate.ACCOMPANIED
        subjects = _patient(doc, sentence, verb, companion=accompanied)
    if not subjects and frame.predicate in OF_EVENTS and _is_it(doc, verb, agents, sentence):
        return [_last_event(verb)]
    return subjects


def _is_it(doc: Document, verb: Verb, agents: list[Mention], sentence: Sentence) -> bool:
    """``It was chaired by``, ``Hosted by Arvedia, this meeting``: the event just spoken of."""
    if verb.kind == "passive":
        return verb.start > sentence.first and doc.tokens[verb.start - 1].low in ("it", "which")
    k = agents[-1].end + 1 if agents else sentence.last
    return k + 1 < sentence.last and doc.tokens[k].low in ("this", "the") and bool(
        doc.flags[k + 1] & c.EVENT
    )  # fmt: skip


def _last_event(verb: Verb) -> Mention:
    core = (verb.at, verb.at + 1)
    return Mention(Sort.EVENT, *core, "", core, head="event", definite=True)


def _main_after(doc: Document, agents: list[Mention], last: int) -> list[Mention] | None:
    """In ``Accompanied by Ms Velt, Mr Oyen …`` the one after the comma is the subject."""
    final = agents[-1]
    if len(agents) > 1 and doc.tokens[final.start - 1].text == ",":
        return [agents.pop()]
    k = final.end + 1
    if k >= last or doc.tokens[final.end].text != ",":
        return None
    phrase = read_yearly(doc, k, last)
    if phrase is not None and phrase.sort is Sort.EVENT:
        return [phrase]
    for n in range(k, min(last, k + 5)):
        mention = doc.at[n]
        if mention is not None:
            return [mention]
        if not doc.tokens[n].word and doc.tokens[n].low != "'s":
            return None
    return None


def _fits_patient(frame: Frame, subjects: list[Mention]) -> bool:
    """Whether what the verb befalls is of the kind that the frame asks for."""
    if not subjects:
        return False
    befallen = subjects[0]
    if "agreement" in frame.objects:
        return befallen.sort is Sort.AGREEMENT
    if frame.predicate in OF_EVENTS:
        general = frame.objects & {"event", "named-event", "held-event"}
        return _is_event(befallen) and bool(general or befallen.head in frame.objects)
    return not _is_event(befallen)


def _is_event(mention: Mention) -> bool:
    unknown = mention.sort is Sort.ORGANIZATION and not mention.head
    return mention.sort in (Sort.EVENT, Sort.AGREEMENT) or unknown


def _patient(
    doc: Document, sentence: Sentence, verb: Verb, *, companion: bool
) -> list[Mention] | None:
    """Whom or what a passive befalls: the mention before, or the subject."""
    if verb.kind == "passive":
        return find_subject(doc, sentence, verb)
    k = verb.start - 1
    if k >= sentence.first and doc.tokens[k].text == ",":
        k -= 1
    k = _before_bracket(doc, k, sentence.first)
    mention = doc.at[k] if k >= sentence.first else None
    while mention is not None and mention.sort in (Sort.DATE, Sort.PLACE):
        k = mention.start - 1
        if k >= sentence.first and doc.flags[k] & c.PREPOSITION:
            k -= 1
        mention = doc.at[k] if k >= sentence.first else None
    if mention is None or mention.sort is Sort.GROUP:
        event = _small_event(doc, sentence, k)
        if event is not None or mention is None:
            return event
    if companion and mention.sort in (Sort.ORGANIZATION, Sort.SITE, Sort.EVENT):
        return None
    return collect_conjuncts(doc, mention, sentence.first)


def _before_bracket(doc: Document, k: int, floor: int) -> int:
    """Before the short name in ``the Harbour Fest (Fest), organised by``."""
    if k < floor or doc.tokens[k].text != ")":
        return k
    opening = range(k - 1, max(floor, k - _WITHIN), -1)
    return next((n - 1 for n in opening if doc.tokens[n].text == "("), k)


def _event_head(doc: Document, sentence: Sentence, end: int) -> int | None:
    """The event that a phrase ends with, or is of: ``a roundtable with engineers``."""
    if end < sentence.first:
        return None
    if doc.flags[end] & c.EVENT:
        return end
    for k in range(end - 1, max(sentence.first, end - _WITHIN), -1):
        inner = doc.at[k]
        if inner is not None and inner.sort is not Sort.GROUP:
            return None
        if not doc.tokens[k].word or doc.flags[k] & c.AUXILIARY:
            return None
        if doc.flags[k] & c.PREPOSITION and doc.flags[k - 1] & c.EVENT:
            return k - 1
    return None


def _small_event(doc: Document, sentence: Sentence, end: int) -> list[Mention] | None:
    """A generic event in lower case whose phrase ends at a token."""
    k = _event_head(doc, sentence, end)
    if k is None:
        return None
    start = k
    while (
        start > sentence.first
        and doc.tokens[start - 1].word
        and not (doc.flags[start - 1] & (c.PREPOSITION | c.STOP | c.AUXILIARY | c.ADVERB))
    ):
        start -= 1
    whole = read_phrase(doc, start, sentence.last)
    if whole is not None and whole.sort is Sort.EVENT and whole.end > k:
        return [whole]
    definite = start > sentence.first and doc.tokens[start - 1].low in ("the", "this")
    return [
        Mention(Sort.EVENT, start, k + 1, doc.words(start, k + 1), (start, k + 1),
                head=doc.tokens[k].low, definite=definite)
    ]  # fmt: skip
