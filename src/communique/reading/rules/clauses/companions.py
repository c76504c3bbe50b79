"""Who else a clause tells of: whoever joins, hosts with, is welcomed to a place."""

from dataclasses import replace

from communique.reading.model import Kind, Predicate
from communique.reading.rules.clauses.arguments import parenthetical
from communique.reading.rules.clauses.coordination import read_list
from communique.reading.rules.clauses.emission import emit
from communique.reading.rules.clauses.findings import (
    Clause,
    Finding,
    Scene,
    keep_people,
    resolve_ends,
)
from communique.reading.rules.clauses.matches import Match
from communique.reading.rules.tables.frames import Frame, verb_forms
from communique.reading.rules.texts.document import Document, Mention, Sort

JOIN = "accompanied.join"
_EVENTS = Frame("event", Predicate.ATTENDED, ("",), frozenset(("event",)), 0.8)
_PLACES = Frame(
    "visited.guest", Predicate.VISITED, ("",), frozenset(("place", "site", "organization")), 0.7
)
_TABLES = Frame("hosted.table", Predicate.HOSTED, ("",), frozenset(("event",)), 0.8)
_PERSONS = Frame("persons", Predicate.MET_WITH, ("",), frozenset(("person", "title")), 0.8)
_SHARED = (Predicate.HOSTED, Predicate.SIGNED, Predicate.ATTENDED)
_MEETING = (Predicate.HOSTED,)
_NEAR = 14


def turn_joining(scene: Scene, clause: Clause) -> Clause | None:
    """What joining somebody means: company, a meeting, an event that both attend.

    Returns:
        The clause, changed where another predicate fits better; None where no fact is told
        (``joined Minister Oyen in urging``).
    """
    match = clause.match
    drafts = scene.discourse.registry.drafts
    if match.passive and len(clause.objects) > 1 and _is_gathered(scene):
        return _join_gathering(scene, clause)
    if match.passive:
        bodies = all(drafts[e].kind is Kind.ORGANIZATION for e, _ in clause.objects)
        return replace(clause, match=_become(match, "met.joined")) if bodies else clause
    if _joins_in_doing(scene, match):
        return None
    event = _joined_event(scene, match)
    if event is None:
        return clause
    frame = replace(match.frame, predicate=Predicate.ATTENDED, rule="attended.join-at")
    return Clause(
        replace(match, frame=frame),
        [*clause.subjects, *clause.objects],
        [(scene.discourse.resolve(event)[0], event)],
        clause.window,
    )


def _is_gathered(scene: Scene) -> bool:
    """Whether the text has just told of a call or a meeting."""
    event = scene.discourse.event
    return event is not None and scene.discourse.registry.drafts[event].sort in ("call", "meeting")


def _join_gathering(scene: Scene, clause: Clause) -> Clause:
    """``They were joined by Minister Oyen``: whoever joins several people joins their meeting."""
    event, match = scene.discourse.event or 0, clause.match
    frame = replace(match.frame, predicate=Predicate.ATTENDED, rule="attended.joined")
    gathering = [(event, clause.objects[0][1])]
    return Clause(replace(match, frame=frame), clause.subjects, gathering, clause.window)


def _become(match: Match, rule: str) -> Match:
    """The match as a met-with, by another rule."""
    return replace(match, frame=replace(match.frame, predicate=Predicate.MET_WITH, rule=rule))


def _joins_in_doing(scene: Scene, match: Match) -> bool:
    """``joined Minister Oyen in urging``: of one mind, not of one journey."""
    doc, k = scene.discourse.doc, match.end
    return k + 1 < scene.sentence.last and doc.tokens[k].low == "in" and (
        doc.tokens[k + 1].low.endswith("ing")
    )  # fmt: skip


def _joined_event(scene: Scene, match: Match) -> Mention | None:
    """The event in ``joined Minister Oyen at the Forum``, which both attend."""
    doc, last = scene.discourse.doc, scene.sentence.last
    for k in range(match.end, min(last - 1, match.end + _NEAR)):
        low = doc.tokens[k].low
        if low == "at" or (k == match.end and low in ("for", "in")):
            return next(iter(read_list(doc, k + 1, last, _EVENTS)), None)
        if low in verb_forms() or low in (";", "to"):
            return None
    return None


def find_guests(scene: Scene, clause: Clause) -> list[Finding]:
    """``will welcome President Oyen to Belport``: the guest visits the place."""
    doc, match, last = scene.discourse.doc, clause.match, scene.sentence.last
    k = match.end
    if match.frame.rule != "met.receive" or match.passive or k + 1 >= last:
        return []
    guests = keep_people(scene.discourse, clause.objects)
    if doc.tokens[k].low != "to" or not guests:
        return []
    places = [m for m in read_list(doc, k + 1, last, _PLACES) if _is_visitable(m)]
    where = resolve_ends(scene.discourse, places[:1], [])
    visit = Clause(replace(match, frame=_PLACES), guests, where, clause.window)
    return emit(scene, visit) if where else []


def find_tables(scene: Scene, clause: Clause) -> list[Finding]:
    """``was hosted to a dinner by Minister Oyen``: the Minister hosted the dinner."""
    doc, match, last = scene.discourse.doc, clause.match, scene.sentence.last
    k = match.verb.at + 1
    if match.frame.rule != "met.receive" or not match.passive or k + 1 >= last:
        return []
    if doc.tokens[k].low not in ("to", "at"):
        return []
    tables = read_list(doc, k + 1, last, _TABLES)[:1]
    held = resolve_ends(scene.discourse, tables, [])
    hosted = replace(match, frame=_TABLES, passive=False)
    return emit(scene, replace(clause, match=hosted, objects=held)) if held else []


def _is_visitable(mention: Mention) -> bool:
    """A place, or a house that stands for one: a body is not visited by being welcomed to it."""
    return mention.sort in (Sort.PLACE, Sort.SITE) or mention.head in (
        "house",
        "palace",
        "residence",
    )


def find_partners(scene: Scene, clause: Clause) -> list[Finding]:
    """``co-chaired the Dialogue with Minister Oyen``: both chaired it, and met."""
    match, discourse = clause.match, scene.discourse
    own = match.subjects is not None or match.verb.kind == "infinitive"
    if match.frame.predicate not in _SHARED or match.passive or not own:
        return []
    beside = _read_beside(scene, clause)
    if beside:
        return beside
    k = _partner_slot(discourse.doc, match, scene.sentence.last)
    others = read_list(discourse.doc, k, scene.sentence.last, _PERSONS) if k is not None else []
    partners = resolve_ends(discourse, others, clause.subjects)
    if not partners:
        return []
    shared = replace(clause, subjects=partners)
    people = keep_people(discourse, clause.subjects)
    if match.frame.predicate not in _MEETING or not people:
        return emit(scene, shared)
    met = Clause(_become(match, "met.co-host"), people, partners, clause.window)
    return emit(scene, met) + emit(scene, shared)


def _read_beside(scene: Scene, clause: Clause) -> list[Finding]:
    """``convened the meeting alongside Minister Oyen``: who stands beside the host attended."""
    match, doc, last = clause.match, scene.discourse.doc, scene.sentence.last
    if match.frame.predicate is not Predicate.HOSTED:
        return []
    for k in range(match.end, min(last - 1, match.end + _NEAR)):
        if doc.tokens[k].low == "alongside":
            others = read_list(doc, k + 1, last, _PERSONS)
            guests = resolve_ends(scene.discourse, others, clause.subjects)
            frame = replace(match.frame, predicate=Predicate.ATTENDED, rule="attended.beside")
            told = replace(clause, match=replace(match, frame=frame), subjects=guests)
            return emit(scene, told) if guests else []
        if doc.tokens[k].low in verb_forms() or doc.tokens[k].low in (";", "to"):
            return []
    return []


def _partner_slot(doc: Document, match: Match, last: int) -> int | None:
    """After the ``with`` that follows the object, or stands between commas before it."""
    beside = parenthetical(doc, match.verb.at + 1, last)
    if beside is not None:
        return beside[0]
    if match.frame.predicate is Predicate.ATTENDED:
        return None
    k = _over_bracket(doc, match.end, last)
    return k + 1 if k < last and doc.tokens[k].low == "with" else None


def _over_bracket(doc: Document, k: int, last: int) -> int:
    """Over a bracket of a few words, and a place or date before ``with``."""
    if k < last and doc.tokens[k].text == "(":
        k = next((n + 1 for n in range(k, min(last, k + 16)) if doc.tokens[n].text == ")"), k)
    return k
