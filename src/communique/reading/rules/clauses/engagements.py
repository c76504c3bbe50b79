"""The engagement behind a fact, and what the next sentences know of it."""

from communique.reading.model import Kind, Predicate, Status
from communique.reading.rules.clauses.findings import Clause, Ends, keep_people
from communique.reading.rules.clauses.matches import Match
from communique.reading.rules.discourse.memory import Discourse
from communique.reading.rules.tables.lexicon import bag, lexicon
from communique.reading.rules.texts.document import Sort

_CALLS = bag("phone telephone call telephoned phoned teleconference")
_IN_PERSON = bag("person sidelines margins")
_PLURALS = bag("calls meetings discussions conversations sessions")
_AT = (Predicate.ATTENDED, Predicate.HOSTED, Predicate.SPOKE_AT)


def enter_engagement(discourse: Discourse, match: Match) -> int:
    """The engagement of a met-with clause; a new one for each clause."""
    doc = discourse.doc
    if match.noun is not None:
        name, sort = _name_noun(doc.tokens[match.noun].low)
        return discourse.new_event(name, sort, match.noun, match.noun + 1)
    words = {t.low for t in doc.tokens[match.verb.at : match.end]}
    sort = match.frame.event or "meeting"
    if sort == "meeting" and words & _CALLS:
        sort = "call"
    if sort == "call" and words & _IN_PERSON:
        sort = "meeting"
    name = sort if sort in ("meeting", "call") else "meeting"
    return discourse.new_event(name, sort, match.verb.at, match.verb.at + 1)


def _name_noun(head: str) -> tuple[str, str]:
    """How an engagement is called that a noun tells of, and its sort."""
    heads = lexicon().event_heads
    if head not in heads:
        return "meeting", "meeting"
    return (head.removesuffix("s") if head in _PLURALS else head), heads[head]


def remember(
    discourse: Discourse,
    clause: Clause,
    event: int | None,
    days: tuple[str | None, str | None],
    place: int | None,
) -> None:
    """Let the next sentences know of a clause.

    Args:
        discourse: What they will know it by.
        clause: What was told.
        event: The engagement, for a met-with.
        days: When it was, and the last day of a range.
        place: Where.
    """
    predicate, status = clause.match.frame.predicate, clause.match.status
    if event is not None:
        _keep_meeting(discourse, clause, event, days, place)
    if predicate in _AT:
        _keep_event(discourse, clause, days, place)
    if predicate in (Predicate.VISITED, Predicate.ACCOMPANIED):
        _keep_travellers(discourse, clause)
    if predicate is Predicate.VISITED and clause.objects[-1][1].sort is Sort.PLACE:
        discourse.place = clause.objects[0][0] if len(clause.objects) == 1 else None
        discourse.trip = (days[0], discourse.place)
    elif place is not None and status is Status.OCCURRED:
        discourse.place = place
    day, until = days
    if status is Status.OCCURRED and _is_day(day) and discourse.anchor is None and not until:
        discourse.anchor = day


def _keep_meeting(
    discourse: Discourse, clause: Clause, event: int, days: tuple[str | None, str | None],
    place: int | None,
) -> None:  # fmt: skip
    discourse.event = event
    draft = discourse.registry.drafts[event]
    draft.date, draft.end_date = days
    draft.place, draft.status = place, clause.match.status
    discourse.host = _people(discourse, clause.subjects)
    pair = _people(discourse, [*clause.subjects, *clause.objects])
    discourse.pair = pair if len(pair) > 1 else discourse.pair


def _keep_event(
    discourse: Discourse, clause: Clause, days: tuple[str | None, str | None], place: int | None
) -> None:
    discourse.event = clause.objects[0][0]
    for entity, _ in clause.objects:
        draft = discourse.registry.drafts[entity]
        if draft.kind is Kind.EVENT and draft.date is None:
            draft.date, draft.end_date = days
            draft.status = clause.match.status
            draft.place = place if draft.place is None else draft.place


def _keep_travellers(discourse: Discourse, clause: Clause) -> None:
    if clause.match.frame.predicate is Predicate.VISITED:
        discourse.principal = _people(discourse, clause.subjects)
        discourse.ahead = clause.match.status is Status.PLANNED
        return
    discourse.principal = _people(discourse, clause.objects)
    together = _people(discourse, [*clause.objects, *clause.subjects])
    discourse.company = tuple(dict.fromkeys(together))


def _people(discourse: Discourse, ends: Ends) -> tuple[int, ...]:
    return tuple(e for e, _ in keep_people(discourse, ends))


def _is_day(day: str | None) -> bool:
    return day is not None and (len(day) == 10 or (len(day) == 7 and day.startswith("--")))
