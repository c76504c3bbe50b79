"""When and where an event was or will be, whoever took part: ``The Forum took place in Oslo``."""

from communique.reading.model import Kind, Predicate, Status
from communique.reading.rules.clauses import settings
from communique.reading.rules.clauses.findings import Finding, Scene
from communique.reading.rules.clauses.phrases import read_yearly
from communique.reading.rules.clauses.verbs import main_status
from communique.reading.rules.discourse.memory import Discourse
from communique.reading.rules.tables.lexicon import bag
from communique.reading.rules.texts.document import Document, Mention, Sort

_AT_EVENTS = (Predicate.HOSTED, Predicate.ATTENDED, Predicate.SPOKE_AT)
_OPENS = frozenset(("the", "this"))
_OPENING = 12
"""Tokens that ``On Tuesday, in Oslo,`` may take."""
_BESIDE = 40
"""Tokens that ``, organised by the Council with the support of the Ministry,`` may take."""
_TOOK = (("took", "place"), ("takes", "place"), ("taking", "place"), ("take", "place"))
_BE = bag("was were be is are been")
_HELD = bag("held staged convened launched opened organised organized hosted conducted presented")
_RUN = bag("run open start commence return continue feature kick conclude close last showcase")
_RAN = bag("ran opened began started commenced concluded closed kicked")


def open_event(scene: Scene) -> None:
    """Know the event that a sentence says was held, with its day and place, before its facts."""
    held, verb = _read_held(scene)
    if held is None:
        return
    discourse = scene.discourse
    discourse.event = discourse.resolve(held)[0]
    if discourse.registry.drafts[discourse.event].date is None:
        _date(scene, discourse.event, verb)


def date_events(scene: Scene) -> None:
    """Let an event have the day and place that its sentence states, when none is known yet."""
    discourse = scene.discourse
    about = scene.subjects[0] if scene.subjects else None
    if about is not None and about.sort is Sort.EVENT and len(about.name.split()) > 1:
        discourse.event = discourse.resolve(about)[0]
    for mention in scene.sentence.mentions:
        if mention.sort is not Sort.EVENT or not mention.entities:
            continue
        draft = discourse.registry.drafts[mention.entities[0]]
        if discourse.event is None and draft.named and len(draft.name.split()) > 1:
            discourse.event = mention.entities[0]
        if draft.date is None and draft.named:
            _date(scene, mention.entities[0], mention.start)


def settle(discourse: Discourse, findings: list[Finding]) -> list[Finding]:
    """Give facts without a day that of their event, which a later sentence may have told."""
    drafts = discourse.registry.drafts
    for finding in findings:
        draft = drafts[finding.object]
        if finding.date is None and finding.predicate in _AT_EVENTS and draft.kind is Kind.EVENT:
            finding.date = draft.date
            finding.place = finding.place if finding.place is not None else draft.place
    return findings


def _date(scene: Scene, event: int, at: int) -> None:
    """Take over the day and place that stand by a token."""
    discourse, sentence = scene.discourse, scene.sentence
    window = (sentence.first, sentence.last)
    status = main_status(discourse.doc, at, sentence.first)
    day, until, own = settings.pick_day(discourse, sentence, scene.dates, window, at, status)
    draft = discourse.registry.drafts[event]
    if own and day is not None:
        draft.date, draft.end_date, draft.status = day, until, status
        place = settings.pick_place(discourse, sentence, window, at)
        draft.place = draft.place if draft.place is not None else place
    elif status is Status.PLANNED:
        draft.status = status


def _read_held(scene: Scene) -> tuple[Mention | None, int]:
    """The event in ``The third meeting of the Committee took place``, and the verb's token."""
    doc, sentence = scene.discourse.doc, scene.sentence
    near = range(sentence.first + 1, min(sentence.last, sentence.first + _OPENING))
    opened = (k for k in near if doc.tokens[k - 1].text == "," and doc.tokens[k].low in _OPENS)
    for k in (sentence.first, *opened):
        phrase = read_yearly(doc, k, sentence.last)
        if phrase is not None and phrase.sort is Sort.EVENT:
            verb = _find_held(doc, phrase.end, sentence.last)
            return (phrase, verb) if verb is not None else (None, 0)
    return None, 0


def _find_held(doc: Document, k: int, last: int) -> int | None:
    """Where an event is said to be held: at once, or after ``organised by …``."""
    if k + 1 >= last:
        return None
    beside = doc.tokens[k].text == "," or doc.tokens[k].low in _HELD
    for n in range(k, min(last - 1, k + _BESIDE) if beside else min(last - 1, k + 3)):
        pair = (doc.tokens[n].low, doc.tokens[n + 1].low)
        if pair in _TOOK or (pair[0] in _BE and pair[1] in _HELD):
            return n + 1
        if (pair[0] == "will" and pair[1] in _RUN) or (pair[0] in _RAN and doc.at[n] is None):
            return n + 1
    return None
