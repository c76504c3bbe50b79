"""Nouns that stand for facts: ``his visit to``, ``Oyen's meeting with``, ``remarks by``."""

from dataclasses import replace

from communique.reading.model import Kind, Predicate, Status
from communique.reading.rules.clauses import settings
from communique.reading.rules.clauses.arguments import find_slot
from communique.reading.rules.clauses.coordination import read_list
from communique.reading.rules.clauses.findings import Finding, Scene
from communique.reading.rules.clauses.subjects import find_subject
from communique.reading.rules.clauses.verbs import main_status, read_verb
from communique.reading.rules.tables import classes as c
from communique.reading.rules.tables.frames import Frame
from communique.reading.rules.tables.lexicon import bag, lexicon
from communique.reading.rules.texts.document import Document, Mention, Sort

_VISITS = bag("visit trip travel visits travels tour stop stops")
_JOURNEYS = bag("trip visit travel itinerary tour journey travels")
_MEETINGS = bag(
    "meeting call conversation talks lunch dinner breakfast discussions meetings consultations "
    "calls exchange"
)
_SPEECHES = bag("speech remarks address keynote")
_AHEAD = bag("upcoming planned forthcoming next future")
_COURSE = bag("begin begins began start starts started conclude concludes concluded end ends ended")
_DOUBT = bag("possible potential proposed invitation invited invite")
_OWNERS = (Sort.PERSON, Sort.TITLE)

_VISIT = Frame("noun.visit", Predicate.VISITED, ("to", "in"), frozenset(("place",)), 0.75)
_MEETING = Frame(
    "noun.meeting", Predicate.MET_WITH, ("with",),
    frozenset(("person", "group", "organization")), 0.75, event="meeting",
)  # fmt: skip
_CALL = replace(_MEETING, slots=("with", "on"))
_SIGNED = bag("exchange signing signed sign signature signs")
_PARTIES = Frame(
    "noun.signing", Predicate.SIGNED, ("between",),
    frozenset(("person", "organization", "place")), 0.8,
)  # fmt: skip
_BY_BODIES = (Predicate.SIGNED, Predicate.THANKED, Predicate.HOSTED, Predicate.ATTENDED)
_EVENTS = frozenset(("event",))
_NAMED = frozenset(("named-event",))
_DEEDS = {
    "hosting": Frame("noun.hosting", Predicate.HOSTED, ("of",), _EVENTS, 0.75),
    "participation": Frame("noun.participation", Predicate.ATTENDED, ("in", "at"), _NAMED, 0.75),
    "attendance": Frame("noun.attendance", Predicate.ATTENDED, ("at",), _EVENTS, 0.75),
}
_GRATEFUL = bag("grateful thankful appreciative indebted")
_THANKS = Frame(
    "noun.grateful", Predicate.THANKED, ("to",),
    frozenset(("person", "title", "organization", "place", "pronoun", "people")), 0.8,
)  # fmt: skip
_SPEECH = Frame("noun.speech", Predicate.SPOKE_AT, ("at", "to", "in"), frozenset(("event",)), 0.85)


def find_noun_facts(scene: Scene) -> list[Finding]:
    """The facts that nouns of a sentence stand for, quoted speech left out."""
    doc, sentence = scene.discourse.doc, scene.sentence
    found: list[Finding] = []
    for i in range(sentence.first, sentence.last):
        low = doc.tokens[i].low
        if doc.quoted[i] or doc.tokens[i].cap or doc.at[i] is not None:
            continue
        if low in _VISITS:
            found += _read_owned(scene, i, _VISIT)
        elif low in _MEETINGS:
            found += _read_owned(scene, i, _CALL if low == "call" else _MEETING)
        elif low in _DEEDS:
            found += _read_owned(scene, i, _DEEDS[low])
        elif low in _GRATEFUL:
            found += _read_grateful(scene, i)
        elif low in _SPEECHES:
            found += _read_speech(scene, i)
        elif low == "between" or (low == "by" and _follows_signing(doc, i, sentence.first)):
            found += _read_parties(scene, i)
    return found


def _follows_signing(doc: Document, i: int, first: int) -> bool:
    """``the signing of a memorandum by``: those who signed follow."""
    return any(t.low in ("signing", "signature") for t in doc.tokens[max(first, i - 14) : i])


def _read_parties(scene: Scene, i: int) -> list[Finding]:
    """``the signing of a memorandum between A and B``: both signed it."""
    doc, sentence = scene.discourse.doc, scene.sentence
    words = {t.low for t in doc.tokens[max(sentence.first, i - 14) : i]}
    agreement = _agreement_before(doc, i, sentence.first)
    if agreement is None or not words & _SIGNED:
        return []
    parties = read_list(doc, i + 1, sentence.last, _PARTIES)
    found: list[Finding] = []
    for party in parties if len(parties) > 1 else []:
        found += _emit(scene, i, party, [agreement], _PARTIES)
    return found


def _agreement_before(doc: Document, i: int, first: int) -> Mention | None:
    """The agreement that ends before ``between``, in capitals or not."""
    for k in range(i - 1, max(first, i - 6) - 1, -1):
        mention = doc.at[k]
        if mention is not None and mention.sort is Sort.AGREEMENT:
            return mention
        if doc.flags[k] & c.AGREEMENT and (mention is None or mention.sort is Sort.EVENT):
            return Mention(Sort.AGREEMENT, k, i, doc.words(k, i), (k, i), head=doc.tokens[k].low)
    return None


def _read_owned(scene: Scene, i: int, frame: Frame) -> list[Finding]:
    doc, last = scene.discourse.doc, scene.sentence.last
    owner, k = _owner_before(doc, i, scene.sentence.first), i + 1
    owner = _ahead(scene, owner) or owner
    if owner is None and frame is _VISIT and _is_under_way(doc, i, scene.sentence.first):
        owner = next((m for m in scene.subjects if m.sort in (*_OWNERS, Sort.PRONOUN)), None)
    if owner is None and frame is _VISIT and _is_leg(doc, i, scene.sentence.first):
        return _read_legs(scene, i)
    if owner is None and frame in (_MEETING, _CALL) and _is_purpose(doc, i, scene.sentence.first):
        owner = next((m for m in scene.subjects if m.sort in (*_OWNERS, Sort.PRONOUN)), None)
    if owner is None and k + 1 < last and doc.tokens[k].low in ("of", "by") and (
        frame.predicate is not Predicate.HOSTED
    ):  # fmt: skip
        owner = doc.at[k + 1]
        if owner is None or owner.sort not in _OWNERS:
            return []
        k = owner.end
    k = _over_course(doc, k, last) if frame is _VISIT else k
    slot = find_slot(doc, k, last, frame.slots)
    if slot is None:
        return []
    objects = read_list(doc, slot, last, frame)
    if owner is None and objects:
        owner = _owner_after(doc, objects[-1].end, last)
    if owner is None or not objects:
        return []
    return _emit(scene, i, owner, objects, frame)


def _over_course(doc: Document, k: int, last: int) -> int:
    """Over the verb in ``her trip will begin in Oslo``."""
    n = k
    while n < last and doc.flags[n] & c.AUXILIARY:
        n += 1
    return n + 1 if n < last and doc.tokens[n].low in _COURSE else k


def _ahead(scene: Scene, owner: Mention | None) -> Mention | None:
    """Whom ``her`` means in ``During her visit to Arvedia, Ms Velt …``: the subject to come."""
    subject = scene.subjects[0] if len(scene.subjects) == 1 else None
    if owner is None or subject is None or owner.sort is not Sort.PRONOUN:
        return None
    opens = scene.discourse.doc.flags[scene.sentence.first] & c.PREPOSITION
    later = subject.sort is Sort.PERSON and owner.start < subject.start
    return subject if opens and later and owner.name != "their" else None


def _read_grateful(scene: Scene, i: int) -> list[Finding]:
    """``We are grateful to Minister Oyen``."""
    doc, sentence = scene.discourse.doc, scene.sentence
    verb = read_verb(doc, i, sentence.first, frozenset(("past",)))
    slot = find_slot(doc, i + 1, sentence.last, _THANKS.slots)
    if verb is None or verb.kind != "passive" or verb.status is None or slot is None:
        return []
    objects = read_list(doc, slot, sentence.last, _THANKS)
    owners = find_subject(doc, sentence, verb) or scene.subjects
    return _emit(scene, i, owners[0], objects, _THANKS) if owners and objects else []


def _owner_before(doc: Document, i: int, first: int) -> Mention | None:
    """Whose visit: ``his …``, ``Minister Oyen's …``, over two adjectives."""
    for k in range(i - 1, max(first, i - 5) - 1, -1):
        low, mention = doc.tokens[k].low, doc.at[k]
        if low in lexicon().pronouns_possessive:
            return Mention(Sort.PRONOUN, k, k + 1, low, (k, k + 1))
        if low in ("'s", "'") and k > first:
            owner = doc.at[k - 1]
            return owner if owner is not None and owner.sort in _OWNERS else None
        dated = mention is not None and mention.sort is Sort.DATE
        closed = not doc.tokens[k].word or doc.flags[k] & c.PREPOSITION
        if not dated and (mention is not None or closed):
            return None
    return None


def _is_under_way(doc: Document, i: int, first: int) -> bool:
    """``on travel to``, ``for an official visit to``: the subject's own."""
    for k in range(i - 1, max(first, i - 4) - 1, -1):
        if doc.tokens[k].low == "on":
            return True
        if doc.at[k] is not None or not doc.tokens[k].word or doc.tokens[k].low == "your":
            return False
    return False


def _is_leg(doc: Document, i: int, first: int) -> bool:
    """``The trip will include stops in``, ``conclude his trip with a stop in``."""
    lows = [t.low for t in doc.tokens[max(first, i - 14) : i]]
    near = set(lows[-4:])
    return bool(near & {"include", "includes", "included", "with"} and _JOURNEYS & set(lows))


def _read_legs(scene: Scene, i: int) -> list[Finding]:
    """The places of a journey: its traveller is the sentence's person, else the one who travels."""
    doc, discourse = scene.discourse.doc, scene.discourse
    slot = find_slot(doc, i + 1, scene.sentence.last, _VISIT.slots)
    objects = read_list(doc, slot, scene.sentence.last, _VISIT) if slot is not None else []
    owner = next((m for m in scene.subjects if m.sort in (*_OWNERS, Sort.PRONOUN)), None)
    if owner is None and discourse.principal:
        core = (i, i + 1)
        owner = Mention(Sort.PERSON, *core, "", core, entities=discourse.principal)
    return _emit(scene, i, owner, objects, _VISIT) if owner is not None and objects else []


def _is_purpose(doc: Document, i: int, first: int) -> bool:
    """``travel to Oslo for consultations with``: the subject's own meeting."""
    for k in range(i - 1, max(first, i - 5) - 1, -1):
        if doc.tokens[k].low in ("for", "with", "by") and k > first + 1:
            return doc.tokens[k].low == "for" or k < i - 1
        if doc.tokens[k].low in ("in", "during"):
            return k == first or doc.tokens[i].low.endswith("s")
        if doc.at[k] is not None or not doc.tokens[k].word or doc.flags[k] & c.PREPOSITION:
            return False
    return False


def _owner_after(doc: Document, k: int, last: int) -> Mention | None:
    owner = doc.at[k + 1] if k + 1 < last and doc.tokens[k].low == "by" else None
    return owner if owner is not None and owner.sort in _OWNERS else None


def _status(scene: Scene, i: int) -> Status | None:
    doc, first = scene.discourse.doc, scene.sentence.first
    near = {t.low for t in doc.tokens[max(first, i - 4) : min(scene.sentence.last, i + 3)]}
    if near & _DOUBT:
        return None
    ahead = any(t.low == "will" for t in doc.tokens[i + 1 : min(scene.sentence.last, i + 4)])
    return Status.PLANNED if ahead or near & _AHEAD else main_status(doc, i, first)


def _read_speech(scene: Scene, i: int) -> list[Finding]:
    """``the speech by the Minister, Ms Oyen, at the Forum``: an announced text."""
    doc, last = scene.discourse.doc, scene.sentence.last
    k = i + 1 + (i + 1 < last and doc.tokens[i + 1].low in ("delivered", "given", "made"))
    owner = doc.at[k + 1] if k + 1 < last and doc.tokens[k].low == "by" else None
    if owner is None or owner.sort is not Sort.PERSON:
        return []
    k = owner.end + (owner.end < last and doc.tokens[owner.end].text == ",")
    slot = find_slot(doc, k, last, _SPEECH.slots)
    objects = read_list(doc, slot, last, _SPEECH) if slot is not None else []
    return _emit(scene, i, owner, objects[:1], _SPEECH)


def _emit(
    scene: Scene, i: int, owner: Mention, objects: list[Mention], frame: Frame
) -> list[Finding]:
    discourse, registry = scene.discourse, scene.discourse.registry
    status = _status(scene, i)
    people = [
        e
        for e in discourse.resolve(owner)
        if registry.drafts[e].kind is Kind.PERSON or frame.predicate in _BY_BODIES
    ]
    if status is None or not people:
        return []
    window = (i, objects[-1].end + 6 if objects else i + 1)
    day, _, own = settings.pick_day(discourse, scene.sentence, scene.dates, window, i, status)
    place = settings.pick_place(discourse, scene.sentence, window, i)
    spoken = frame.predicate in (Predicate.SPOKE_AT, Predicate.SIGNED)
    event = None
    if frame.predicate is Predicate.MET_WITH:
        event = discourse.new_event("meeting", "meeting", i, i + 1)
    found = []
    for person in people:
        for other in objects:
            for entity in discourse.resolve(other, (person,)):
                where = entity if other.sort is Sort.PLACE else place
                found.append(
                    Finding(
                        person, frame.predicate, entity, registry.span(*owner.core),
                        registry.span(*other.core), scene.evidence(), frame.rule,
                        frame.confidence, event, day if own or spoken else None,
                        where, status,
                    )
                )  # fmt: skip
    return found
