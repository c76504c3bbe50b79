"""Who was there: ``At the conference, …`` and ``the meeting included …``."""

from dataclasses import replace

from communique.reading.model import Kind, Predicate, Status
from communique.reading.rules.clauses import settings
from communique.reading.rules.clauses.findings import Finding, Scene
from communique.reading.rules.clauses.verbs import main_status
from communique.reading.rules.tables import classes as c
from communique.reading.rules.tables.lexicon import bag
from communique.reading.rules.texts.document import Document, Mention, Sort

_INCLUDED = bag("included include includes including")
_GATHERINGS = bag("meeting participants attendees call roundtable session dialogue which")


def find_presence(scene: Scene) -> list[Finding]:
    """Those whom a sentence places at an event that the text has spoken of."""
    return _read_opening(scene) + _read_included(scene)


def _read_opening(scene: Scene) -> list[Finding]:
    """``At the conference, Minister Oyen will …``."""
    discourse, sentence = scene.discourse, scene.sentence
    doc, first = discourse.doc, sentence.first
    if doc.tokens[first].low not in ("at", "during") or doc.quoted[first]:
        return []
    event = _event_at(scene, first + 1)
    if event is None:
        return []
    status = main_status(doc, sentence.last, first)
    return [
        _make(scene, entity, mention, event, status)
        for mention in scene.subjects
        if mention.sort in (Sort.PERSON, Sort.TITLE, Sort.PRONOUN)
        for entity in discourse.resolve(mention)
        if discourse.registry.drafts[entity].kind is Kind.PERSON
    ]


def _event_at(scene: Scene, k: int) -> int | None:
    """The event in ``the conference,``: a word alone that means the last event of that kind."""
    discourse = scene.discourse
    doc, last = discourse.doc, scene.sentence.last
    if k + 2 >= last or doc.tokens[k].low != "the" or doc.tokens[k + 2].text != ",":
        return None
    if not doc.flags[k + 1] & c.EVENT or discourse.event is None:
        return None
    name = discourse.registry.drafts[discourse.event].name.lower().split()
    low = doc.tokens[k + 1].low
    return discourse.event if low in name or low in ("event", "summit", "conference") else None


def _read_included(scene: Scene) -> list[Finding]:
    """``the meeting, which also included Mr Oyen and Ms Velt``."""
    discourse, sentence = scene.discourse, scene.sentence
    doc = discourse.doc
    found: list[Finding] = []
    for i in range(sentence.first + 1, sentence.last - 1):
        if doc.tokens[i].low not in _INCLUDED or discourse.event is None:
            continue
        before = {t.low for t in doc.tokens[max(sentence.first, i - 4) : i]}
        if not before & _GATHERINGS:
            continue
        for mention in _people_after(doc, i + 1, sentence.last):
            for entity in mention.entities:
                status = main_status(doc, i, sentence.first)
                found.append(_make(scene, entity, mention, discourse.event, status))
                found += _meet(scene, found[-1])
    return found


def _meet(scene: Scene, presence: Finding) -> list[Finding]:
    """Whoever was included in a meeting met the one that it is told of."""
    discourse = scene.discourse
    drafts = discourse.registry.drafts
    if drafts[presence.object].sort not in ("meeting", "call") or drafts[presence.object].named:
        return []
    host = [p for p in discourse.host if p != presence.subject and p not in discourse.leaders]
    return [
        replace(
            presence, subject=p, subject_span=presence.subject_span, predicate=Predicate.MET_WITH,
            object=presence.subject, event=presence.object, rule="met.included",
        )
        for p in host
    ]  # fmt: skip


def find_company(scene: Scene, found: list[Finding]) -> list[Finding]:
    """``travelled to Oslo along with Mr Oyen``, ``a delegation including Ms Velt``."""
    discourse, sentence = scene.discourse, scene.sentence
    doc, registry = discourse.doc, discourse.registry
    trips = [f for f in found if f.predicate is Predicate.VISITED]
    met = {f.object for f in found if f.predicate is Predicate.MET_WITH}
    travellers = {f.subject for f in found}
    company: list[Finding] = []
    for i in range(sentence.first, sentence.last - 2) if trips else ():
        beside = _is_beside_place(doc, i)
        if not (_joins_company(doc, i) or beside):
            continue
        for mention in _people_after(doc, i + 2 - beside, sentence.last):
            span = registry.span(*mention.core)
            company += [
                replace(
                    trips[0], subject=e, predicate=Predicate.ACCOMPANIED, object=trips[0].subject,
                    subject_span=span, object_span=trips[0].subject_span, rule="accompanied.with",
                    confidence=0.7,
                )
                for e in mention.entities
                if e not in met | travellers
            ]  # fmt: skip
    return company


def _joins_company(doc: Document, i: int) -> bool:
    low, following = doc.tokens[i].low, doc.tokens[i + 1].low
    joined = (low in ("along", "together") and following == "with") or (
        low == "company" and following == "of"
    )
    return joined or (low == "delegation" and following in ("including", "comprising"))


def _is_beside_place(doc: Document, i: int) -> bool:
    """``travelled to Oslo on Monday with Ms Velt``: after the place or day of a journey."""
    before = doc.at[i - 1] if doc.tokens[i - 1].text != "," else doc.at[i - 2]
    settled = before is not None and before.sort in (Sort.PLACE, Sort.DATE)
    person = doc.at[i + 1]
    return (
        doc.tokens[i].low == "with" and settled and person is not None
        and person.sort is Sort.PERSON
    )  # fmt: skip


def _people_after(doc: Document, k: int, last: int) -> list[Mention]:
    people: list[Mention] = []
    while k < last:
        mention = doc.at[k]
        if mention is not None and mention.sort is Sort.PERSON:
            people.append(mention)
            k = mention.end
        elif doc.tokens[k].low in (",", "and", ";", "the"):
            k += 1
        else:
            break
    return people


def _make(scene: Scene, entity: int, mention: Mention, event: int, status: Status) -> Finding:
    discourse, registry = scene.discourse, scene.discourse.registry
    first = scene.sentence.first
    window = (first, scene.sentence.last)
    day, _, own = settings.pick_day(discourse, scene.sentence, scene.dates, window, first, status)
    draft = registry.drafts[event]
    span = registry.span(*mention.core)
    return Finding(
        entity, Predicate.ATTENDED, event, span, span, scene.evidence(), "attended.presence", 0.7,
        None, day if own else draft.date or day,
        draft.place if draft.place is not None else discourse.place, status,
    )  # fmt: skip
