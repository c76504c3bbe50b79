"""Who spoke at what, where no preposition ties the two: ``At the luncheon, Ms Velt said …``."""

from dataclasses import replace

from communique.reading.model import Kind, Predicate
from communique.reading.rules.clauses.coordination import read_list
from communique.reading.rules.clauses.findings import Finding, Scene
from communique.reading.rules.clauses.subjects import find_subject
from communique.reading.rules.clauses.verbs import Verb, read_verb
from communique.reading.rules.constructions.attendance import make
from communique.reading.rules.discourse.drafts import Draft
from communique.reading.rules.discourse.memory import current_event
from communique.reading.rules.tables import classes as c
from communique.reading.rules.tables.frames import Frame
from communique.reading.rules.tables.lexicon import bag
from communique.reading.rules.texts.document import ACTORS, Mention

_SPEECH = bag("speech speeches remarks address keynote")
_SPEECHES = _SPEECH | bag("addresses keynotes lectures talks statements")
_GIVES = bag(
    "delivered delivers deliver delivering gave give gives giving made make makes making "
    "provide provided provides"
)
_ADDRESSES = bag("addressed addresses address addressing told tells")
_AUDIENCE = bag("guests gathering audience attendees participants delegates members students")
_SAYS = bag(
    "said shared stated remarked noted pointed emphasised emphasized highlighted stressed told "
    "introduced elaborated outlined described spoke added"
)
_ATTENDED = frozenset(("attended", "attend", "attends"))
_NOT_FUNCTIONS = frozenset(("meeting", "call", "visit", "signing", None))
_KINDS = frozenset(("past", "base", "third", "participle"))
_BY = Frame("by", Predicate.SPOKE_AT, ("",), frozenset(("person", "title")), 0.7)
_EVENT = Frame("at", Predicate.SPOKE_AT, ("",), frozenset(("event", "ceremony")), 0.7)


def find_speeches(scene: Scene, found: list[Finding]) -> list[Finding]:
    """The speeches of a sentence that its frames did not tell.

    Args:
        scene: The sentence.
        found: What its verbs and nouns told.
    """
    spoken = {f.subject for f in found if f.predicate is Predicate.SPOKE_AT}
    told = _read_given(scene) + _read_addressed(scene) + _read_said(scene) + _read_by(scene)
    told += _read_delivered(scene)
    told += _share_event(scene, [*found, *told])
    return [f for f in told if f.subject not in spoken or f.predicate is Predicate.ATTENDED]


def _share_event(scene: Scene, found: list[Finding]) -> list[Finding]:
    """``attended and delivered a speech at the Forum``: what was spoken at was attended."""
    doc, sentence = scene.discourse.doc, scene.sentence
    lows = [t.low for t in doc.tokens[sentence.first : sentence.last]]
    joined = any(lows[n] in _ATTENDED and lows[n + 1] == "and" for n in range(len(lows) - 1))
    spoken = [f for f in found if f.predicate is Predicate.SPOKE_AT] if joined else []
    return [replace(f, predicate=Predicate.ATTENDED, rule="attended.and-spoke") for f in spoken]


def _read_given(scene: Scene) -> list[Finding]:
    """``He delivered a keynote speech on …``: at the event that the sentence or text is at."""
    doc, sentence = scene.discourse.doc, scene.sentence
    for i in range(sentence.first, sentence.last):
        if doc.tokens[i].low not in _GIVES or doc.quoted[i] or doc.at[i] is not None:
            continue
        near = range(i + 1, min(sentence.last, i + 6))
        noun = next((k for k in near if doc.tokens[k].low in _SPEECH), None)
        if noun is None or any(doc.flags[k] & c.PREPOSITION for k in range(i + 1, noun)):
            continue
        return _tell(scene, i, _event_of(scene, noun + 1), "spoke.given")
    return []


def _read_addressed(scene: Scene) -> list[Finding]:
    """``She addressed some 200 guests at a gala dinner``."""
    doc, sentence = scene.discourse.doc, scene.sentence
    for i in range(sentence.first + 1, sentence.last):
        if doc.tokens[i].low not in _ADDRESSES or doc.quoted[i] or doc.at[i] is not None:
            continue
        near = range(i + 1, min(sentence.last, i + 7))
        if any(doc.tokens[k].low in _AUDIENCE for k in near):
            return _tell(scene, i, _event_of(scene, i + 1), "spoke.addressed")
    return []


def _read_said(scene: Scene) -> list[Finding]:
    """``At the luncheon, Ms Velt shared …``: she spoke there, if it is no mere meeting."""
    doc, sentence = scene.discourse.doc, scene.sentence
    first = sentence.first
    if doc.tokens[first].low not in ("at", "addressing", "speaking") or doc.quoted[first]:
        return []
    event = _opening_event(scene)
    draft = scene.discourse.registry.drafts[event] if event is not None else None
    if draft is None or not _is_function(draft):
        return []
    verb = next(
        (k for k in range(first + 2, sentence.last)
         if doc.tokens[k].low in _SAYS and doc.at[k] is None and not doc.quoted[k]), None,
    )  # fmt: skip
    return _tell(scene, verb, event, "spoke.said") if verb is not None else []


def _read_by(scene: Scene) -> list[Finding]:
    """``Following remarks by Ms Velt and Mr Oyen, …``: at the event that the text is about."""
    doc, first, last = scene.discourse.doc, scene.sentence.first, scene.sentence.last
    event = current_event(scene.discourse)
    if event is None or doc.tokens[first].low not in ("following", "after", "with"):
        return []
    for k in range(first + 1, min(last - 1, first + 5)):
        if doc.tokens[k].low in _SPEECH and doc.tokens[k + 1].low in ("by", "from"):
            return [
                make(scene, k, m, e, event, Predicate.SPOKE_AT, "spoke.by")
                for m in read_list(doc, k + 2, last, _BY)
                for e in scene.discourse.resolve(m)
            ]
    return []


def _read_delivered(scene: Scene) -> list[Finding]:
    """``Keynote addresses were delivered by Ms Velt and Mr Oyen``."""
    doc, first, last = scene.discourse.doc, scene.sentence.first, scene.sentence.last
    for i in range(first + 2, last - 2):
        given = (
            doc.tokens[i].low in ("delivered", "given", "made") and doc.tokens[i + 1].low == "by"
        )
        near = {t.low for t in doc.tokens[max(first, i - 5) : i]}
        if not (given and near & _SPEECHES and near & {"was", "were", "be"}) or doc.quoted[i]:
            continue
        event = _event_of(scene, i + 2)
        if event is None:
            return []
        return [
            make(scene, i, m, e, event, Predicate.SPOKE_AT, "spoke.delivered")
            for m in read_list(doc, i + 2, last, _BY)
            for e in scene.discourse.resolve(m)
        ]
    return []


def _opening_event(scene: Scene) -> int | None:
    """The event in ``At the luncheon,``."""
    doc, first, last = scene.discourse.doc, scene.sentence.first, scene.sentence.last
    k = first + 1 + (doc.tokens[first + 1].low == "at")
    events = read_list(doc, k, last, _EVENT)[:1]
    return scene.discourse.resolve(events[0])[0] if events else None


def _event_of(scene: Scene, k: int) -> int | None:
    """The event after ``at`` from token k on, or in the opening, else the last one spoken of."""
    doc, last = scene.discourse.doc, scene.sentence.last
    for n in range(k, last - 1):
        if doc.tokens[n].low == "at" and doc.at[n] is None:
            events = read_list(doc, n + 1, last, _EVENT)[:1]
            if events:
                return scene.discourse.resolve(events[0])[0]
    for n in range(scene.sentence.first, min(k, scene.sentence.first + 6)):
        if doc.tokens[n].low == "at" and doc.at[n] is None:
            events = read_list(doc, n + 1, last, _EVENT)[:1]
            if events:
                return scene.discourse.resolve(events[0])[0]
    event = scene.discourse.event
    drafts = scene.discourse.registry.drafts
    return event if event is not None and _is_function(drafts[event]) else None


def _is_function(draft: Draft) -> bool:
    """Whether one can speak at it: no mere meeting or call, unless more than its head names it."""
    return draft.sort not in _NOT_FUNCTIONS or len(draft.name.split()) > 1


def _tell(scene: Scene, at: int, event: int | None, rule: str) -> list[Finding]:
    discourse, sentence = scene.discourse, scene.sentence
    verb = read_verb(discourse.doc, at, sentence.first, _KINDS)
    if event is None or verb is None or verb.status is None:
        return []
    return [
        make(scene, at, mention, entity, event, Predicate.SPOKE_AT, rule)
        for mention in _speakers(scene, verb)
        for entity in discourse.resolve(mention)
        if discourse.registry.drafts[entity].kind is Kind.PERSON
    ]


def _speakers(scene: Scene, verb: Verb) -> list[Mention]:
    found = find_subject(scene.discourse.doc, scene.sentence, verb)
    return [m for m in found or scene.subjects if m.sort in ACTORS]
