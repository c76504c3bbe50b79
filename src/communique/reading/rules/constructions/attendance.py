"""Who took part, told beside the verb: ``was represented by``, ``in her remarks``, ``is in``."""

from communique.reading.model import Kind, Predicate
from communique.reading.rules.clauses import settings
from communique.reading.rules.clauses.arguments import find_slot
from communique.reading.rules.clauses.coordination import read_list
from communique.reading.rules.clauses.findings import Finding, Scene
from communique.reading.rules.clauses.subjects import find_subject
from communique.reading.rules.clauses.verbs import main_status, read_verb
from communique.reading.rules.discourse.memory import current_event
from communique.reading.rules.tables.frames import Frame
from communique.reading.rules.tables.lexicon import bag
from communique.reading.rules.texts.document import ACTORS, Mention, Sort

_REMARKS = bag("remarks speech address keynote")
_SAYS = bag("opening closing welcome welcoming keynote concluding")
BE = bag("is are was were be")
_CAME = bag("attended joined participated")
_PAST = frozenset(("past",))
_SETTLED = 0.7

_EVENT = Frame("at", Predicate.ATTENDED, ("at",), frozenset(("named-event",)), _SETTLED)
_ANY = Frame("at", Predicate.ATTENDED, ("",), frozenset(("event",)), _SETTLED)
_PARTIES = Frame(
    "by", Predicate.ATTENDED, ("by",), frozenset(("person", "title", "organization")), _SETTLED
)


def find_attendance(scene: Scene, found: list[Finding]) -> list[Finding]:
    """The presences of a sentence that hang on no verb of attending.

    Args:
        scene: The sentence.
        found: What its verbs and nouns told.
    """
    return [
        *_read_meeting_at(scene, found),
        *_read_represented(scene),
        *_read_guests(scene),
        *_read_also(scene),
        *_read_remarks(scene),
        *_read_stay(scene),
        *_read_being_there(scene),
    ]


def _read_meeting_at(scene: Scene, found: list[Finding]) -> list[Finding]:
    """``met with Ms Velt in Oslo at the Grain Forum``: whoever met was at the Forum."""
    doc, registry = scene.discourse.doc, scene.discourse.registry
    met = [f for f in found if f.predicate is Predicate.MET_WITH]
    taken = {f.object for f in found if f.predicate is not Predicate.MET_WITH}
    ends = {f.object_span.end for f in met}
    for i in range(scene.sentence.first, scene.sentence.last if met else scene.sentence.first):
        if doc.tokens[i].low != "at" or doc.quoted[i] or doc.tokens[i].start < max(ends):
            continue
        events = read_list(doc, i + 1, scene.sentence.last, _EVENT)[:1]
        if not events:
            continue
        (event,) = scene.discourse.resolve(events[0])
        if event in taken:
            return []
        ends_of = [(f.subject, f.subject_span, f) for f in met]
        ends_of += [(f.object, f.object_span, f) for f in met]
        who = {e: (at, f) for e, at, f in ends_of if registry.drafts[e].kind is Kind.PERSON}
        span = registry.span(*events[0].core)
        return [
            Finding(
                person, Predicate.ATTENDED, event, at, span, f.evidence,
                "attended.at", _SETTLED, None, f.date, f.place, f.status,
            )
            for person, (at, f) in who.items()
        ]  # fmt: skip
    return []


def _read_represented(scene: Scene) -> list[Finding]:
    """``Arvedia was represented by Ms Velt``: she was at the event that the text speaks of."""
    doc, last = scene.discourse.doc, scene.sentence.last
    found: list[Finding] = []
    for i in range(scene.sentence.first + 1, last - 2):
        passive = doc.tokens[i].low == "represented" and doc.tokens[i - 1].low in BE
        if not passive or doc.tokens[i + 1].low != "by" or doc.quoted[i]:
            continue
        parties = read_list(doc, i + 2, last, _PARTIES)
        slot = find_slot(doc, parties[-1].end, last, ("at",)) if parties else None
        events = read_list(doc, slot, last, _EVENT)[:1] if slot is not None else []
        event = scene.discourse.resolve(events[0])[0] if events else current_event(scene.discourse)
        found += attend(scene, i, parties, event, "attended.represented")
    return found


def attend(
    scene: Scene, at: int, parties: list[Mention], event: int | None, rule: str
) -> list[Finding]:
    """A fact for each party; the event brings its own day and place."""
    drafts = scene.discourse.registry.drafts
    if event is None or drafts[event].kind is not Kind.EVENT:
        return []
    return [
        make(scene, at, party, entity, event, Predicate.ATTENDED, rule)
        for party in parties
        for entity in scene.discourse.resolve(party)
        if entity != event
    ]


def _read_also(scene: Scene) -> list[Finding]:
    """``Ms Velt and Mr Oyen also attended.``: the event just spoken of."""
    doc, sentence = scene.discourse.doc, scene.sentence
    for i in range(sentence.first + 2, sentence.last):
        ends = i + 1 >= sentence.last or not doc.tokens[i + 1].word
        if doc.tokens[i].low not in _CAME or doc.tokens[i - 1].low != "also" or not ends:
            continue
        verb = None if doc.quoted[i] else read_verb(doc, i, sentence.first, _PAST)
        who = find_subject(doc, sentence, verb) if verb is not None else None
        event = scene.discourse.event
        event = event if event is not None else scene.discourse.topic
        came = [m for m in who or scene.subjects if m.sort is not Sort.PLACE]
        return attend(scene, i, came, event, "attended.also")
    return []


def _read_guests(scene: Scene) -> list[Finding]:
    """``Mr Oyen was the guest of honour at a luncheon``: he attended it."""
    doc, last = scene.discourse.doc, scene.sentence.last
    told: list[Finding] = []
    for i in range(scene.sentence.first + 1, last - 4):
        lows = [t.low for t in doc.tokens[i : i + 4]]
        if lows[:2] != ["guest", "of"] or lows[2:] not in (["honour", "at"], ["honor", "at"]):
            continue
        events = read_list(doc, i + 4, last, _ANY)[:1]
        event = scene.discourse.resolve(events[0])[0] if events else None
        told += attend(scene, i, scene.subjects, event, "attended.guest")
    return told


def _read_remarks(scene: Scene) -> list[Finding]:
    """``In her opening remarks at the Forum, Ms Velt noted …``."""
    doc, first, last = scene.discourse.doc, scene.sentence.first, scene.sentence.last
    if last - first < 6 or doc.tokens[first].low != "in" or doc.quoted[first]:
        return []
    if doc.tokens[first + 1].low not in ("his", "her", "their"):
        return []
    k = first + 2 + (doc.tokens[first + 2].low in _SAYS)
    if doc.tokens[k].low not in _REMARKS:
        return []
    slot = find_slot(doc, k + 1, last, ("at", "to"))
    named = read_list(doc, slot, last, _EVENT)[:1] if slot is not None else []
    event = scene.discourse.resolve(named[0])[0] if named else scene.discourse.event
    if event is None or not (named or doc.tokens[k + 1].text == ","):
        return []
    if not scene.discourse.registry.drafts[event].named:
        return []
    return [
        make(scene, k, mention, entity, event, Predicate.SPOKE_AT, "spoke.remarks")
        for mention in scene.subjects[:1]
        if mention.sort in ACTORS
        for entity in scene.discourse.resolve(mention)
    ]


def _read_being_there(scene: Scene) -> list[Finding]:
    """``Ms Velt was also present at the lunch``, ``… were in attendance``."""
    doc, discourse = scene.discourse.doc, scene.discourse
    first, last = scene.sentence.first, scene.sentence.last
    for i in range(first + 1, last - 1):
        if doc.tokens[i].low not in BE or doc.quoted[i] or doc.at[i] is not None:
            continue
        k = i + 1 + (doc.tokens[i + 1].low == "also")
        lows = [t.low for t in doc.tokens[k : k + 2]]
        step = 1 if lows[:1] in (["present"], ["there"]) else 2 * (lows == ["in", "attendance"])
        if not step:
            continue
        at = k + step
        events = read_list(doc, at + 1, last, _ANY)[:1] if doc.tokens[at].low == "at" else []
        if not events and (doc.tokens[i + 1].low != "also" or step == 1):
            continue
        event = discourse.resolve(events[0])[0] if events else discourse.event
        verb = read_verb(doc, k, first, frozenset(("past",)))
        who = find_subject(doc, scene.sentence, verb) if verb is not None else None
        return attend(scene, i, [m for m in who or [] if m.sort in ACTORS], event, "attended.there")
    return []


def _read_stay(scene: Scene) -> list[Finding]:
    """``Envoy Velt is in Oslo May 3-4 to …``: a stay with its days is a visit."""
    doc, first, last = scene.discourse.doc, scene.sentence.first, scene.sentence.last
    found: list[Finding] = []
    for i in range(first + 1, last - 2):
        if doc.tokens[i].low not in BE or doc.tokens[i + 1].low != "in" or doc.quoted[i]:
            continue
        place = doc.at[i + 2] or doc.at[min(last - 1, i + 3)]
        future = doc.tokens[i - 1].low == "will"
        who = doc.at[i - 1 - future]
        if place is None or place.sort is not Sort.PLACE or who is None or who.sort not in ACTORS:
            continue
        if not any(i < w.start <= place.end + 6 for w in scene.dates) or who.start > first + 12:
            continue
        for entity in scene.discourse.resolve(who):
            (where,) = scene.discourse.resolve(place)
            if scene.discourse.registry.drafts[entity].kind is Kind.PERSON:
                one = make(scene, i, who, entity, where, Predicate.VISITED, "visited.stay")
                one.object_span = scene.discourse.registry.span(*place.core)
                found.append(one)
        scene.discourse.place = scene.discourse.resolve(place)[0]
    return found


def make(
    scene: Scene, at: int, who: Mention, entity: int, event: int, predicate: Predicate, rule: str
) -> Finding:
    """The fact that links an entity to an event, a place or a person it was with.

    Args:
        scene: The sentence.
        at: The token that tells it.
        who: The mention of the subject.
        entity: The subject.
        event: The object; its own day and place count where the sentence states none.
        predicate: What the fact says.
        rule: By which rule.
    """
    discourse, registry = scene.discourse, scene.discourse.registry
    first, last = scene.sentence.first, scene.sentence.last
    status = main_status(scene.discourse.doc, at + 1, first)
    day, _, own = settings.pick_day(
        discourse, scene.sentence, scene.dates, (first, last), at, status
    )
    draft = registry.drafts[event]
    span = registry.span(*who.core)
    place = draft.place if draft.place is not None else discourse.place
    return Finding(
        entity, predicate, event, span, span, scene.evidence(), rule, _SETTLED, None,
        day if own else draft.date or day,
        event if predicate is Predicate.VISITED else place,
        status if draft.status is None or own else draft.status,
    )  # fmt: skip
