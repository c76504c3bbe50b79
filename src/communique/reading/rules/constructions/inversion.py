"""Sentences whose subject stands last: ``Also present at the lunch were Ms Velt and Mr Oyen``."""

from dataclasses import replace

from communique.reading.model import Kind, Predicate, Status
from communique.reading.rules.clauses.coordination import read_list
from communique.reading.rules.clauses.findings import Finding, Scene
from communique.reading.rules.constructions.attendance import BE, attend, make
from communique.reading.rules.discourse.memory import current_event
from communique.reading.rules.tables import classes as c
from communique.reading.rules.tables.frames import Frame
from communique.reading.rules.tables.lexicon import bag
from communique.reading.rules.texts.document import ACTORS, Document, Mention, Sort

_PRESENT = bag("attending participating present officiating joining accompanying witnessing")
_COMPANY = bag("joining accompanying")
_INCLUDED = bag("included include includes were are comprised comprise")
_GUESTS = bag("guests participants attendees speakers guest attendance those participating")
_SEGMENTS = 3
_AMONG = bag("among including such")
_FURTHEST = 16

_EVENT = Frame("at", Predicate.ATTENDED, ("",), frozenset(("event", "ceremony", "signing")), 0.75)
_LISTED = Frame(
    "listed", Predicate.ATTENDED, ("",), frozenset(("person", "title", "organization")), 0.75
)


def find_inverted(scene: Scene, found: list[Finding]) -> list[Finding]:
    """The facts of a sentence that names its people after the verb.

    Args:
        scene: The sentence.
        found: What its verbs and nouns told.
    """
    return [
        *_read_present(scene),
        *_read_included(scene),
        *_read_among(scene, found),
        *_read_presence(scene, found),
    ]


def _read_present(scene: Scene) -> list[Finding]:
    """``Also attending the Forum were …``, ``Accompanying him were …``."""
    doc, first, last = scene.discourse.doc, scene.sentence.first, scene.sentence.last
    i = first + (doc.tokens[first].low in ("also", "others", "those"))
    if i >= last or doc.tokens[i].low not in _PRESENT or doc.quoted[first]:
        return []
    be = next((k for k in range(i + 1, min(last, i + _FURTHEST)) if doc.tokens[k].low in BE), None)
    people = read_list(doc, be + 1, last, _LISTED) if be is not None else []
    if be is None or not people:
        return []
    whom = next((m for m in doc.at[i + 1 : be] if m is not None), None)
    held = any(doc.flags[k] & c.EVENT for k in range(i + 1, be))
    if doc.tokens[i].low in _COMPANY and not held and (whom is None or whom.sort in ACTORS):
        return _accompany(scene, be, people, whom)
    return attend(scene, be, people, _event(scene, i + 1, be), "attended.inverted")


def _event(scene: Scene, k: int, last: int) -> int | None:
    """The event that stands in a stretch of tokens, else the last one spoken of."""
    doc = scene.discourse.doc
    k += k < last and doc.tokens[k].low in ("at", "in")
    named = read_list(doc, k, last, _EVENT)[:1] if k < last else []
    return scene.discourse.resolve(named[0])[0] if named else scene.discourse.event


def _read_included(scene: Scene) -> list[Finding]:
    """``Other officiating guests included …``, ``Members of the delegation include …``."""
    doc, first, last = scene.discourse.doc, scene.sentence.first, scene.sentence.last
    verb = next(
        (
            k
            for k in range(first + 1, min(last, first + _FURTHEST))
            if doc.tokens[k].low in _INCLUDED
        ),
        None,
    )
    if verb is None or doc.quoted[first]:
        return []
    lows = {t.low for t in doc.tokens[first:verb]}
    team = lows & {"members", "delegation"} == {"members", "delegation"}
    others = doc.tokens[first].low in ("other", "others", "also")
    if not team and not (lows & _GUESTS and (others or doc.tokens[verb].low not in BE)):
        return []
    start = verb + 1 + (verb + 1 < last and doc.tokens[verb + 1].text == ":")
    people = read_segments(doc, start, last) or read_list(doc, start, last, _LISTED)
    if team:
        return _accompany(scene, verb, people, None)
    at = next((k for k in range(first, verb) if doc.flags[k] & c.EVENT), verb)
    event = _event(scene, at, verb)
    event = event if event is not None else scene.discourse.topic
    return attend(scene, verb, people, event, "attended.included")


def read_segments(doc: Document, k: int, last: int) -> list[Mention]:
    """A list of three or more parted by semicolons: of each part the name that it opens with."""
    stops = [n for n in range(k, last) if doc.tokens[n].text == ";"]
    if len(stops) < _SEGMENTS - 1:
        return []
    found: list[Mention] = []
    for start, end in zip([k, *(n + 1 for n in stops)], [*stops, last], strict=True):
        mention = _open_segment(doc, start, end)
        found += [mention] if mention is not None else []
    return found


def _open_segment(doc: Document, start: int, end: int) -> Mention | None:
    """The name that a part of a list opens with, known or a run of capitals."""
    k = start
    while k < end and doc.tokens[k].low in ("and", "the", "a"):
        k += 1
    inner = next((m for m in doc.at[k:end] if m is not None), None)
    if inner is not None and inner.sort is Sort.TITLE and doc.tokens[inner.end].text == ",":
        return next((m for m in doc.at[inner.end + 1 : end][:1] if m is not None), inner)
    if inner is not None and inner.start <= k and inner.sort is not Sort.DATE:
        return inner
    stop = k
    while stop < end and doc.tokens[stop].cap:
        stop += 1
    if stop == k:
        return None
    return Mention(Sort.ORGANIZATION, k, stop, doc.words(k, stop), (k, stop))


def _accompany(scene: Scene, at: int, people: list[Mention], whom: Mention | None) -> list[Finding]:
    """Each of the people accompanies the one named, else the one whose journey it is."""
    discourse = scene.discourse
    principals = discourse.resolve(whom) if whom is not None else ()
    principals = principals or discourse.leaders or discourse.principal or discourse.subject
    drafts = discourse.registry.drafts
    if not principals or drafts[principals[0]].kind is not Kind.PERSON:
        return []
    told = [
        make(scene, at, m, e, principals[0], Predicate.ACCOMPANIED, "accompanied.inverted")
        for m in people
        for e in discourse.resolve(m)
        if e != principals[0] and drafts[e].kind is Kind.PERSON
    ]
    ahead = discourse.ahead
    return [
        replace(
            finding, date=discourse.trip[0] or finding.date,
            status=Status.PLANNED if ahead else finding.status,
        )
        for finding in told
    ]  # fmt: skip


def _read_among(scene: Scene, found: list[Finding]) -> list[Finding]:
    """``180 guests attended the reception, among them …``."""
    doc, last = scene.discourse.doc, scene.sentence.last
    events = [f for f in found if f.predicate is Predicate.ATTENDED]
    told: list[Finding] = []
    for i in range(scene.sentence.first + 3, last - 2):
        if doc.tokens[i].low not in _AMONG or doc.tokens[i - 1].text != "," or doc.quoted[i]:
            continue
        k = i + 1 + (doc.tokens[i + 1].low in ("them", "whom", "those", "as"))
        people = read_segments(doc, k, last) or read_list(doc, k, last, _LISTED)
        event = events[-1].object if events else _attended(scene, i)
        told += attend(scene, i, people, event, "attended.among")
    return told


def _read_presence(scene: Scene, found: list[Finding]) -> list[Finding]:
    """``signed an agreement in the presence of Ms Velt``: she attended the signing."""
    doc, discourse = scene.discourse.doc, scene.discourse
    for i in range(scene.sentence.first, scene.sentence.last - 4):
        if [t.low for t in doc.tokens[i : i + 4]] != ["in", "the", "presence", "of"]:
            continue
        people = read_list(doc, i + 4, scene.sentence.last, _LISTED)
        met = next((f.event for f in found if f.event is not None), None)
        if any(f.predicate is Predicate.SIGNED for f in found):
            met = discourse.new_event("signing", "signing", i, i + 1)
        return attend(scene, i, people, met, "attended.presence-of")
    return []


def _attended(scene: Scene, before: int) -> int | None:
    """What a crowd attended: the event after ``attended`` earlier in the sentence."""
    doc = scene.discourse.doc
    for k in range(scene.sentence.first, before):
        if doc.tokens[k].low in ("attended", "joined", "attending", "attend"):
            events = read_list(doc, k + 1, before, _EVENT)[:1]
            return scene.discourse.resolve(events[0])[0] if events else None
        if doc.tokens[k].low in ("participate", "participated"):
            return current_event(scene.discourse)
    return None
