"""Delegations: what they do is given to the people who lead them."""

from dataclasses import replace

from communique.reading.model import Kind, Predicate, Status
from communique.reading.rules.clauses import settings
from communique.reading.rules.clauses.findings import Finding, Scene
from communique.reading.rules.clauses.subjects import find_subject
from communique.reading.rules.clauses.verbs import read_verb
from communique.reading.rules.constructions.missions import send
from communique.reading.rules.constructions.representation import seat
from communique.reading.rules.discourse.memory import Discourse, current_event
from communique.reading.rules.tables import classes as c
from communique.reading.rules.texts.document import Document, Mention, Sentence, Sort

_BODIES = frozenset(("delegation", "delegations", "mission", "team"))
_JOINT = _BODIES | {"group"}
_NEAR = 400
"""Characters before the leaders are named in which a delegation is rather theirs."""
_IS = frozenset(("was", "is", "were", "be", "are"))
_LED = frozenset(("led", "headed"))
_LEADS = frozenset(("led", "lead", "leads", "leading", "headed", "heads", "head", "heading"))


def join_leaders(doc: Document, sentence: Sentence) -> tuple[int, ...]:
    """Let ``the delegation led by A and B`` stand for A and B, and tell who they are."""
    leaders: tuple[int, ...] = ()
    for i in range(sentence.first, sentence.last):
        if doc.tokens[i].low not in _JOINT or _covered(doc, i):
            continue
        people = _read_led_by(doc, i, sentence.last)
        if not people:
            continue
        if any(t.low in _IS for t in doc.tokens[i : people[0].start]):
            leaders = tuple(e for m in people for e in m.entities)
            continue
        leaders = tuple(e for m in people for e in m.entities)
        _cover(doc, sentence, i, people, leaders)
    return leaders


def _covered(doc: Document, i: int) -> bool:
    mention = doc.at[i]
    return mention is not None and mention.sort is not Sort.ORGANIZATION


def _read_led_by(doc: Document, i: int, last: int) -> list[Mention]:
    furthest = 30 if i + 1 < last and doc.tokens[i + 1].low in ("of", "from") else 10
    for k in range(i + 1, min(last - 2, i + furthest)):
        if doc.tokens[k].low in _LED and doc.tokens[k + 1].low == "by":
            return _people_from(doc, k + 2, last)
        if doc.tokens[k].low in (".", ";") or (doc.tokens[k].low == "and" and furthest == 10):
            return []
    return []


def _people_from(doc: Document, k: int, last: int) -> list[Mention]:
    """The people of the list that starts at token k."""
    people: list[Mention] = []
    k += k < last and doc.tokens[k].low in ("its", "their", "the", "our") and doc.at[k] is None
    while k < last:
        mention = doc.at[k]
        if mention is not None and mention.sort is Sort.ORGANIZATION and people:
            mention = next((m for m in doc.at[mention.end : mention.end + 1] if m), None)
        if mention is None or mention.sort is not Sort.PERSON:
            break
        people.append(mention)
        k = mention.end
        while (
            k < last
            and doc.tokens[k].low in (",", "and", "the", ";")
            and (doc.tokens[k].low != "the" or doc.at[k] is None)
        ):
            k += 1
    return people


def _cover(
    doc: Document, sentence: Sentence, i: int, people: list[Mention], leaders: tuple[int, ...]
) -> None:
    start = i
    while (
        start > sentence.first
        and doc.tokens[start - 1].word
        and not (doc.flags[start - 1] & (c.PREPOSITION | c.AUXILIARY | c.ADVERB))
    ):
        start -= 1
        if doc.tokens[start].low in ("the", "a", "an", "his", "her"):
            break
    end = people[-1].end
    joint = Mention(
        Sort.PERSON, start, end, people[0].name, people[0].core, entities=leaders, definite=True
    )
    for k in range(start, end):
        doc.at[k] = joint
    kept = [m for m in sentence.mentions if m.end <= start or m.start >= end]
    sentence.mentions = sorted([*kept, joint], key=lambda m: m.start)


def find_teams(scene: Scene) -> list[Finding]:
    """``A led the Arvedian delegation while B led the Belnian delegation``: they met."""
    doc, sentence, discourse = scene.discourse.doc, scene.sentence, scene.discourse
    teams: list[list[tuple[int, Mention]]] = []
    verb = 0
    for i in range(sentence.first, sentence.last):
        if doc.tokens[i].low in _LEADS and _leads_delegation(doc, i, sentence.last):
            team = _leaders_at(scene, i)
            if team:
                teams.append(team)
                verb = i
    if teams:
        discourse.leaders = tuple(e for e, _ in teams[-1])
    if len(teams) == 1 and discourse.mission:
        sent = [send(discourse, e, m, scene.evidence()) for e, m in teams[0]]
        return [finding for finding in sent if finding is not None]
    if len(teams) == 1:
        return seat(scene, verb, teams[0])
    return _pair_teams(scene, teams, verb) + _seat(scene, teams) if teams else []


def _seat(scene: Scene, teams: list[list[tuple[int, Mention]]]) -> list[Finding]:
    """Those who led the delegations attended the named event that the text is about."""
    discourse, registry = scene.discourse, scene.discourse.registry
    event = current_event(discourse)
    if event is None:
        return []
    draft = registry.drafts[event]
    return [
        Finding(
            e, Predicate.ATTENDED, event, registry.span(*m.core), registry.span(*m.core),
            scene.evidence(), "attended.led", 0.75, None, draft.date, draft.place,
            draft.status or Status.OCCURRED,
        )
        for team in teams
        for e, m in team
    ]  # fmt: skip


def _leads_delegation(doc: Document, i: int, last: int) -> bool:
    for k in range(i + 1, min(last, i + 8)):
        if doc.tokens[k].low in _BODIES:
            return True
        if doc.flags[k] & c.PREPOSITION or not doc.tokens[k].word:
            return False
    return False


def _leaders_at(scene: Scene, i: int) -> list[tuple[int, Mention]]:
    doc, sentence = scene.discourse.doc, scene.sentence
    verb = read_verb(doc, i, sentence.first, frozenset(("past", "base", "third", "participle")))
    if verb is None:
        return []
    mentions = find_subject(doc, sentence, verb)
    if mentions is None:
        mentions = scene.subjects
    found = []
    for mention in mentions:
        if mention.sort in (Sort.PERSON, Sort.TITLE, Sort.PRONOUN):
            found += [(e, mention) for e in scene.discourse.resolve(mention)]
    return found


def _pair_teams(scene: Scene, teams: list[list[tuple[int, Mention]]], verb: int) -> list[Finding]:
    discourse, registry = scene.discourse, scene.discourse.registry
    window = (scene.sentence.first, scene.sentence.last)
    day, _, _ = settings.pick_day(
        discourse, scene.sentence, scene.dates, window, verb, Status.OCCURRED
    )
    event = discourse.new_event("meeting", "meeting", verb, verb + 1)
    place = settings.pick_place(discourse, scene.sentence, window, verb)
    found = [
        Finding(
            a, Predicate.MET_WITH, b, registry.span(*said.core), registry.span(*what.core),
            scene.evidence(), "met.teams", 0.8, event, day, place,
        )
        for n, left in enumerate(teams)
        for right in teams[n + 1 :]
        for a, said in left
        for b, what in right
    ]  # fmt: skip
    discourse.event = event
    return found


def name_leaders(
    discourse: Discourse, findings: list[Finding], sentence: Sentence
) -> list[Finding]:
    """Once the text names who led a delegation, what it did with others is theirs."""
    drafts = discourse.registry.drafts
    named: list[Finding] = []
    for finding in findings:
        draft = drafts[finding.object]
        near = finding.evidence.end > discourse.doc.tokens[sentence.first].start - _NEAR
        met = near and finding.predicate is Predicate.MET_WITH
        group = met and draft.kind is Kind.GROUP
        leaders = [e for e in discourse.leaders if e != finding.subject]
        if group and leaders and "delegation" in draft.name.split()[:4]:
            named += [replace(finding, object=e, rule="met.delegation") for e in leaders]
        else:
            named.append(finding)
    return named
