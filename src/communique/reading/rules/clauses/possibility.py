"""Whether what a frame found can be a fact: who can do what to whom."""

from dataclasses import replace

from communique.reading.explanation import Reason
from communique.reading.model import Kind, Predicate
from communique.reading.rules.clauses.findings import Clause, Scene, is_own_voice
from communique.reading.rules.tables.gazetteer import gazetteer
from communique.reading.rules.tables.lexicon import bag
from communique.reading.rules.texts.document import Mention, Sort

_HOME_VERBS = bag("arrive arrives arrived arriving go goes went proceed travel depart")
_OWN_DEEDS = frozenset((
    Predicate.THANKED, Predicate.CONGRATULATED, Predicate.VISITED, Predicate.MET_WITH,
))  # fmt: skip
_PERSONAL = frozenset((
    Predicate.MET_WITH, Predicate.VISITED, Predicate.SPOKE_AT, Predicate.ACCOMPANIED,
))  # fmt: skip


def leave_crowds(scene: Scene, clause: Clause) -> Clause:
    """``Ms Velt, Mr Oyen and senior officials``: of those who did it the ones with a name."""
    if clause.match.frame.predicate not in _PERSONAL:
        return clause
    drafts = scene.discourse.registry.drafts
    named = [
        (e, m)
        for e, m in clause.subjects
        if drafts[e].kind is not Kind.GROUP or m.sort is Sort.TITLE
    ]
    people = any(drafts[e].kind is Kind.PERSON for e, _ in named)
    return replace(clause, subjects=named) if people else clause


def is_possible(scene: Scene, clause: Clause) -> bool:
    """Whether the ends of a clause fit its predicate."""
    subjects, predicate = clause.subjects, clause.match.frame.predicate
    if not subjects or not clause.objects:
        return False
    if is_own_voice(scene, subjects) and not _is_own_deed(scene, clause):
        return False
    drafts = scene.discourse.registry.drafts
    kinds = {drafts[e].kind for e, _ in subjects}
    if Kind.EVENT in kinds or (predicate in _PERSONAL and not _acts(scene, clause, kinds)):
        return False
    if kinds <= {Kind.GROUP} and all(_is_unnamed(m) for _, m in subjects):
        return False
    return not _misfits(scene, clause)


def _misfits(scene: Scene, clause: Clause) -> bool:
    """Whether what the verb says is not what it names: words of welcome, company of a place."""
    if clause.match.frame.rule == "met.receive":
        return _greets(scene, clause)
    drafts, predicate = scene.discourse.registry.drafts, clause.match.frame.predicate
    if predicate is Predicate.ACCOMPANIED:
        if clause.match.verb.kind == "gerund" and clause.match.verb.at == scene.sentence.first:
            return True
        return any(drafts[e].kind in (Kind.PLACE, Kind.EVENT) for e, _ in clause.objects)
    return predicate is Predicate.VISITED and _is_home(scene, clause)


def _is_own_deed(scene: Scene, clause: Clause) -> bool:
    """Whether ``I`` and ``we`` are taken at their word: for thanks; in speech for what is past."""
    predicate, verb = clause.match.frame.predicate, clause.match.verb
    if predicate in (Predicate.THANKED, Predicate.CONGRATULATED):
        return True
    low = scene.discourse.doc.tokens[verb.at].low
    past = low.endswith("ed") or low in ("met", "went", "flew", "saw", "spoke")
    return predicate in _OWN_DEEDS and (past or not scene.discourse.spoken)


def _greets(scene: Scene, clause: Clause) -> bool:
    """``welcomed Ms Velt back``, ``to her new role``, ``as Ambassador``: words, no meeting."""
    doc, k = scene.discourse.doc, clause.match.end
    if clause.match.passive or k + 1 >= scene.sentence.last:
        return False
    if doc.tokens[k].low in ("back", "as"):
        return True
    n = k + 1 + (doc.tokens[k + 1].low in ("the", "his", "her", "their", "our", "this"))
    small = n < scene.sentence.last and doc.at[n] is None and not doc.tokens[n].cap
    return doc.tokens[k].low == "to" and small


def _acts(scene: Scene, clause: Clause, kinds: set[Kind]) -> bool:
    """Whether the subjects are such as meet, visit, speak: people, or an office without a name."""
    drafts = scene.discourse.registry.drafts
    predicate = clause.match.frame.predicate
    if predicate is Predicate.MET_WITH and kinds <= {Kind.ORGANIZATION, Kind.PLACE}:
        return False
    sorts = {m.sort for e, m in clause.subjects if drafts[e].kind is Kind.GROUP}
    if (Kind.GROUP in kinds and not sorts <= {Sort.TITLE}) or Kind.PLACE in kinds:
        return False
    visits = predicate is Predicate.VISITED and clause.match.frame.rule != "visited.go"
    return kinds != {Kind.ORGANIZATION} or visits


def _is_unnamed(mention: Mention) -> bool:
    """A group, or a bare title that nobody is known to hold: no subject of a fact."""
    if mention.sort is not Sort.TITLE:
        return mention.sort is Sort.GROUP
    title = mention.titles[0]
    return title.body is None and not (mention.definite and title.name[0].isupper())


def _is_home(scene: Scene, clause: Clause) -> bool:
    """Going home is no visit."""
    doc, verb = scene.discourse.doc, clause.match.verb.at
    home = doc.home
    if not home or doc.tokens[verb].low not in _HOME_VERBS:
        return False
    place = gazetteer().match(doc.tokens, *clause.objects[0][1].core)
    if not place or place[1].country != home:
        return False
    same = place[1].name == gazetteer().countries[home].name
    if not (place[1].sort == "country" or place[1].capital or same):
        return False
    doc.trace.drop(verb, clause.match.frame.rule, Reason.GOING_HOME)
    return True


def tell_want(clause: Clause) -> Reason:
    """What a clause lacks that can't be a fact."""
    if clause.subjects and clause.objects:
        return Reason.WRONG_SORT
    return Reason.NO_OTHER if clause.subjects else Reason.NO_SUBJECT
