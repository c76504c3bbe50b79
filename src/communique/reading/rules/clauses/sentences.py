"""The facts that the verbs of a sentence tell, clause by clause."""

from communique.reading.explanation import Reason
from communique.reading.model import Kind, Predicate
from communique.reading.rules.clauses import settings
from communique.reading.rules.clauses.companions import (
    JOIN,
    find_guests,
    find_partners,
    find_tables,
    turn_joining,
)
from communique.reading.rules.clauses.emission import emit
from communique.reading.rules.clauses.findings import (
    Clause,
    Ends,
    Finding,
    Scene,
    keep_people,
    resolve_ends,
)
from communique.reading.rules.clauses.matches import Match
from communique.reading.rules.clauses.matching import find_verbs, match_verb
from communique.reading.rules.clauses.possibility import is_possible, leave_crowds, tell_want
from communique.reading.rules.clauses.subjects import find_subject
from communique.reading.rules.clauses.verbs import Verb
from communique.reading.rules.texts.document import Mention, Sort


def find_facts(scene: Scene) -> list[Finding]:
    """The facts that the verbs of a sentence tell."""
    discourse, sentence = scene.discourse, scene.sentence
    verbs = find_verbs(discourse.doc, sentence)
    found: list[Finding] = []
    for n, verb in enumerate(verbs):
        lo = verbs[n - 1].at + 1 if n else sentence.first
        hi = verbs[n + 1].start if n + 1 < len(verbs) else sentence.last
        _date_event(scene, verb, (lo, hi))
        if discourse.mission and verb.at in discourse.mission.verbs:
            continue
        for match in match_verb(discourse.doc, sentence, verb):
            found += _take(scene, match, (lo, max(hi, match.end)))
    return found


def _date_event(scene: Scene, verb: Verb, window: tuple[int, int]) -> None:
    """``The Forum was held in April``: no fact without an actor, but the event has its day."""
    if verb.kind != "passive" or verb.status is None:
        return
    discourse = scene.discourse
    for mention in find_subject(discourse.doc, scene.sentence, verb) or []:
        if mention.sort is not Sort.EVENT:
            continue
        (entity,) = discourse.resolve(mention)
        day, until, own = settings.pick_day(
            discourse, scene.sentence, scene.dates, window, verb.at, verb.status
        )
        draft = discourse.registry.drafts[entity]
        if own and draft.date is None:
            draft.date, draft.end_date, draft.status = day, until, verb.status


def _take(scene: Scene, match: Match, window: tuple[int, int]) -> list[Finding]:
    """Turn a match into facts, one for each pair."""
    trace = scene.discourse.doc.trace
    mentions = _subjects(scene, match)
    if mentions is None:
        trace.drop(match.verb.at, match.frame.rule, Reason.NO_SUBJECT)
        return []
    clause: Clause | None = _clause(scene, match, mentions, window)
    if clause is not None and match.frame.rule == JOIN:
        clause = turn_joining(scene, clause)
    if clause is None:
        return []
    clause = leave_crowds(scene, clause)
    if not is_possible(scene, clause):
        trace.drop(match.verb.at, match.frame.rule, tell_want(clause))
        return []
    found = emit(scene, clause)
    found += find_guests(scene, clause) + find_tables(scene, clause)
    return found + find_partners(scene, clause)


def _subjects(scene: Scene, match: Match) -> list[Mention] | None:
    """The verb's own subject, else the one it takes over; None for a participle without one."""
    if match.subjects is not None:
        return match.subjects
    if match.verb.kind == "participle" and not match.passive:
        return None
    together = match.frame.rule == "attended.join" or match.frame.predicate is Predicate.SIGNED
    if match.verb.kind == "infinitive" and scene.met and together:
        return scene.met
    praised = match.verb.kind == "gerund" and scene.praised
    return scene.praised if praised else scene.subjects


def _clause(scene: Scene, match: Match, mentions: list[Mention], window: tuple[int, int]) -> Clause:
    """A match with its ends resolved; in the passive the agent is the subject."""
    subjects: Ends = resolve_ends(scene.discourse, mentions, [])
    if match.subjects is not None and subjects and not match.passive:
        scene.subjects = [*mentions, *match.objects] if match.joint else mentions
    objects = resolve_ends(scene.discourse, match.objects, subjects)
    drafts = scene.discourse.registry.drafts
    met = match.frame.predicate is Predicate.MET_WITH
    received = met and subjects and all(drafts[e].kind is Kind.ORGANIZATION for e, _ in subjects)
    people = keep_people(scene.discourse, objects) if received else []
    if match.passive:
        subjects, objects = objects, subjects
    elif people:
        subjects, objects = people, subjects
    return Clause(match, subjects, objects, window)
