"""Delegations named to attend something: what all their members will do."""

from communique.reading.model import Predicate, Span, Status
from communique.reading.rules.clauses import settings
from communique.reading.rules.clauses.coordination import read_list
from communique.reading.rules.clauses.findings import Finding, Scene
from communique.reading.rules.discourse.memory import Discourse, Mission
from communique.reading.rules.tables import classes as c
from communique.reading.rules.tables.frames import Frame
from communique.reading.rules.tables.gazetteer import gazetteer
from communique.reading.rules.tables.lexicon import bag
from communique.reading.rules.texts.document import Document, Mention, Sort

_NAMED = bag("designation announced announce announces announcing named names members")
_LINKS = bag("attend attending celebrate commemorate mark witness observe honor honour in for to")
_CLOSERS = frozenset(("on", "in", "at", "which", "that", "to", "from"))
_LOOSE = frozenset(("in", "for", "to"))
_GOAL = Frame("mission", Predicate.ATTENDED, ("",), frozenset(("event",)), 0.85)


def find_mission(scene: Scene) -> None:
    """``named a delegation to attend the Gala``: what its members will attend, and where."""
    discourse, sentence = scene.discourse, scene.sentence
    lows = [t.low for t in discourse.doc.tokens[sentence.first : sentence.last]]
    if "delegation" not in lows or not _NAMED & set(lows) or discourse.mission is not None:
        return
    at = sentence.first + lows.index("delegation")
    goal = _read_goal(discourse.doc, at + 1, sentence.last)
    destination = _destination(discourse.doc, at + 1, sentence.last)
    if goal is None and destination is None:
        return
    window = (at, sentence.last)
    day, _, _ = settings.pick_day(discourse, sentence, scene.dates, window, at, Status.PLANNED)
    place = settings.pick_place(discourse, sentence, window, at)
    if place is None and destination is not None:
        place = discourse.registry.enter(destination)
    event = discourse.resolve(goal)[0] if goal is not None else None
    discourse.mission = Mission(event, day, place, range(at, sentence.last))


def _read_goal(doc: Document, k: int, last: int) -> Mention | None:
    """The first event after ``to attend``, ``for``, ``to``."""
    for n in range(k, last - 1):
        if doc.tokens[n].low in _LINKS and doc.at[n] is None:
            events = read_list(doc, n + 1, last, _GOAL)
            sure = doc.tokens[n].low not in _LOOSE
            if events and (sure or events[0].sort is Sort.EVENT):
                return events[0]
            if doc.tokens[n].low.startswith("attend"):
                return _whole_phrase(doc, n + 1, last)
    return None


def _whole_phrase(doc: Document, k: int, last: int) -> Mention | None:
    """What is attended is an event, whatever its head: up to its day, its place, a comma."""
    k += doc.tokens[k].low in ("the", "a", "an")
    end = k
    while end < last and end < k + 20:
        mention, low = doc.at[end], doc.tokens[end].low
        dated = mention is not None and mention.sort is Sort.DATE
        if dated or low in _CLOSERS or not (doc.tokens[end].word or low in ("'s", "'", "-", "&")):
            break
        end += 1
    while end > k and doc.flags[end - 1] & (c.PREPOSITION | c.STOP):
        end -= 1
    if end == k:
        return None
    head = doc.tokens[end - 1].low
    return Mention(Sort.EVENT, k, end, doc.words(k, end), (k, end), head=head, definite=True)


def _destination(doc: Document, k: int, last: int) -> Mention | None:
    """The place in ``delegation to Oslo, Norway``."""
    if k + 1 >= last or doc.tokens[k].low != "to":
        return None
    n = k + 1 + (doc.tokens[k + 1].low == "the")
    found = gazetteer().match(doc.tokens, n, last)
    core = (n, found[0]) if found else (n, n)
    return Mention(Sort.PLACE, k + 1, core[1], doc.words(*core), core) if found else None


def send(discourse: Discourse, entity: int, mention: Mention, evidence: Span) -> Finding | None:
    """A member of a delegation will attend what it was named for; None where that isn't told."""
    mission, registry = discourse.mission, discourse.registry
    if mission is None or mission.event is None:
        return None
    span = registry.span(*mention.core)
    return Finding(
        entity, Predicate.ATTENDED, mission.event, span, span, evidence,
        "attended.mission", 0.85, None, mission.day, mission.place, Status.PLANNED,
    )  # fmt: skip


def send_leaders(scene: Scene) -> list[Finding]:
    """``The delegation will be led by Ms Velt``: she attends it too."""
    discourse, sentence = scene.discourse, scene.sentence
    tokens = discourse.doc.tokens[sentence.first : sentence.last]
    lows = [t.low for t in tokens]
    led = any(lows[n : n + 2] in (["led", "by"], ["headed", "by"]) for n in range(len(lows)))
    if discourse.mission is None or not led or "delegation" not in lows:
        return []
    people = [m for m in sentence.mentions if m.sort is Sort.PERSON]
    sent = [send(discourse, e, m, scene.evidence()) for m in people for e in m.entities]
    return [finding for finding in sent if finding is not None]
