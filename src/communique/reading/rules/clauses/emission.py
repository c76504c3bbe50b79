"""From a clause to its facts, with day, place, event and evidence."""

from dataclasses import replace

from communique.reading.model import Kind, Predicate, Span, Status
from communique.reading.rules.clauses import settings
from communique.reading.rules.clauses.engagements import enter_engagement, remember
from communique.reading.rules.clauses.findings import Clause, Ends, Finding, Scene, is_own_voice
from communique.reading.rules.texts.dates import When
from communique.reading.rules.texts.document import ACTORS, Mention, Sort

_MOST = 200
"""Pairs that one verb may join."""
_TOGETHER = 20
"""People who may all have met each other at once."""
_PERFORMED = frozenset((Predicate.THANKED, Predicate.CONGRATULATED))


def emit(scene: Scene, clause: Clause) -> list[Finding]:
    """The facts of a clause, one for each pair of its ends; the sentence remembers them."""
    clause = _bound(scene, clause)
    match, discourse = clause.match, scene.discourse
    predicate = match.frame.predicate
    day, until, own = settings.pick_day(
        discourse, scene.sentence, scene.dates, clause.window, match.verb.at, match.status
    )
    place = settings.pick_place(discourse, scene.sentence, clause.window, match.verb.at)
    met = predicate is Predicate.MET_WITH
    event = enter_engagement(discourse, match) if met else None
    ranged = until is not None and not own
    if not own and day is None:
        day, place = _carry(scene, clause, place)
    several = predicate is Predicate.VISITED and len(clause.objects) > 1
    fallback = None if (several and until) or ranged else day
    days = {id(m): _day_after(scene, m, clause.objects) or fallback for _, m in clause.objects}
    found = [
        _make(
            scene, clause, (subject, said), (other, what), event,
            days[id(what)] if _is_place(clause, what) else fallback, place,
        )
        for subject, said in clause.subjects
        for other, what in clause.objects
    ]  # fmt: skip
    _share_reason(found)
    if met and (match.joint or _is_trilateral(scene)):
        found += _among(found)
    _note(scene, clause)
    remember(discourse, clause, event, (fallback, until), place)
    return found


def _share_reason(found: list[Finding]) -> None:
    """``thanked Ms Velt and Mr Oyen for their help``: the reason after the last is everybody's."""
    reason = found[-1].for_what if found else None
    for finding in found:
        finding.for_what = finding.for_what or reason


def _is_place(clause: Clause, what: Mention) -> bool:
    """Whether a mention is one of several places that are visited, each with its own day."""
    visited = clause.match.frame.predicate is Predicate.VISITED and what.sort is Sort.PLACE
    return visited and len(clause.objects) > 1


def _make(
    scene: Scene,
    clause: Clause,
    subject: tuple[int, Mention],
    other: tuple[int, Mention],
    event: int | None,
    day: str | None,
    place: int | None,
) -> Finding:
    registry, frame = scene.discourse.registry, clause.match.frame
    (who, said), (whom, what) = subject, other
    there = frame.predicate is Predicate.VISITED and what.sort is Sort.PLACE
    return Finding(
        who, frame.predicate, whom, registry.span(*said.core), registry.span(*what.core),
        scene.evidence(), frame.rule, frame.confidence, event, day, whom if there else place,
        _status(scene, clause, whom), _reason(scene, frame.predicate, what),
    )  # fmt: skip


def _status(scene: Scene, clause: Clause, event: int) -> Status:
    """The verb's; of ``the talks organised by the Council`` that of the talks, where it is told."""
    draft = scene.discourse.registry.drafts[event]
    beside = clause.match.passive and clause.match.frame.predicate is Predicate.HOSTED
    told = draft.status if beside and draft.kind is Kind.EVENT else None
    return told or clause.match.status


def _carry(scene: Scene, clause: Clause, place: int | None) -> tuple[str | None, int | None]:
    """The day and place of a clause that states no day: the journey's, the event's, the issue's."""
    discourse, predicate = scene.discourse, clause.match.frame.predicate
    day: str | None = None
    if predicate is Predicate.ACCOMPANIED:
        day, place = discourse.trip[0], place if place is not None else discourse.trip[1]
    draft = discourse.registry.drafts[clause.objects[0][0]]
    if day is None and draft.kind is Kind.EVENT:
        day, place = draft.date, draft.place if place is None else place
    if day is None and predicate in _PERFORMED and is_own_voice(scene, clause.subjects):
        day = discourse.doc.day
    return day, place


def _note(scene: Scene, clause: Clause) -> None:
    """Let later verbs of the sentence know who met, and who was thanked."""
    predicate = clause.match.frame.predicate
    if predicate is Predicate.MET_WITH:
        ends = [*clause.subjects, *clause.objects]
        scene.met = [m for _, m in ends if m.sort in ACTORS]
    if predicate in _PERFORMED and not clause.match.passive:
        scene.praised = [m for _, m in clause.objects]


def _day_after(scene: Scene, place: Mention, objects: Ends) -> str | None:
    """The day that stands with one place of a list: ``Oslo May 3-4, Lima May 5``.

    A range after the last place alone is shared by all, and so is the day of none.
    """
    near = [_near(scene, m) for _, m in objects]
    told = _respectively(scene, place, objects)
    if told is not None:
        return told
    own = _near(scene, place)
    shared = place is objects[-1][1] and not any(near[:-1])
    return own.day if own is not None and not (shared and own.until) else None


def _respectively(scene: Scene, place: Mention, objects: Ends) -> str | None:
    """``Oslo and Lima on May 3 and May 4, respectively``: to each place its day."""
    end, last = objects[-1][1].end, scene.sentence.last
    found = [w for w in scene.dates if w.start >= end]
    tail = scene.discourse.doc.tokens[found[-1].end : min(last, found[-1].end + 3)] if found else []
    if not any(t.low == "respectively" for t in tail):
        return None
    days = [w.day for w in found]
    if len(found) == 1 and len(objects) > 1:
        days.append(found[0].until)
    return days[[m for _, m in objects].index(place)] if len(days) == len(objects) else None


def _near(scene: Scene, place: Mention) -> When | None:
    """The date just after a place, its country and ``on`` or ``from`` between them."""
    tokens, at = scene.discourse.doc.tokens, scene.discourse.doc.at
    k, last = place.end, scene.sentence.last
    outer = at[k + 1] if k + 1 < last and tokens[k].text == "," else None
    if outer is not None and outer.sort is Sort.PLACE:
        k = outer.end
    while k < last and tokens[k].text in (",", "(", "on", "from"):
        k += 1
    return next((w for w in scene.dates if w.start == k), None)


def _bound(scene: Scene, clause: Clause) -> Clause:
    """Keep a sentence of nothing but names from telling that all of them met all others."""
    subjects = clause.subjects[:_MOST]
    if len(subjects) * len(clause.objects) <= _MOST:
        return clause
    scene.discourse.doc.crowded = True
    objects = clause.objects[: max(1, _MOST // len(subjects))]
    return replace(clause, subjects=subjects, objects=objects)


def _is_trilateral(scene: Scene) -> bool:
    tokens = scene.discourse.doc.tokens[scene.sentence.first : scene.sentence.last]
    return any(t.low in ("trilateral", "quadrilateral") for t in tokens)


def _among(found: list[Finding]) -> list[Finding]:
    """In a trilateral the other two met each other as well."""
    return [
        replace(right, subject=left.object, subject_span=left.object_span, rule="met.trilateral")
        for n, left in enumerate(found[:_TOGETHER])
        for right in found[n + 1 : _TOGETHER]
        if left.subject == right.subject and left.object != right.object
    ]


def _reason(scene: Scene, predicate: Predicate, what: Mention) -> Span | None:
    """What a thanks or congratulations was for: up to the end of its clause."""
    if predicate not in _PERFORMED:
        return None
    doc, last = scene.discourse.doc, scene.sentence.last
    for k in range(what.end, min(last, what.end + 3)):
        if doc.tokens[k].low in ("for", "on"):
            end = k + 1
            while end < last and doc.tokens[end].text not in ",;." and end < k + 40:
                end += 1
            return scene.discourse.registry.span(k, end) if end > k + 1 else None
    return None
