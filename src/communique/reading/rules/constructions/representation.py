"""Bodies that were there through others: ``included representatives from the Ministry``."""

from communique.reading.model import Predicate, Status
from communique.reading.rules.clauses import settings
from communique.reading.rules.clauses.coordination import read_list
from communique.reading.rules.clauses.findings import Ends, Finding, Scene, keep_people
from communique.reading.rules.constructions.attendance import make
from communique.reading.rules.discourse.memory import current_event
from communique.reading.rules.tables import classes as c
from communique.reading.rules.tables.frames import Frame
from communique.reading.rules.tables.lexicon import bag
from communique.reading.rules.texts.document import Document, Mention, Sort

_PEOPLE = bag("representatives officials members experts delegates participants personnel")
_INCLUDED = bag("included includes include including comprised comprising by")
_TOOK_PART = bag("participated participate attended attend joined took participating attending")
_CONVENED = bag("convened hosted held organised organized co-hosted chaired")
_LED = frozenset(("led", "headed", "co-led", "chaired"))
_MOST = 6
"""Leaders who meet each new one, so that a text of nothing else stays bounded."""
_BODIES = Frame("bodies", Predicate.ATTENDED, ("",), frozenset(("organization",)), 0.75)
_LEADERS = Frame("leaders", Predicate.ATTENDED, ("",), frozenset(("person", "title")), 0.75)
_EVENT = Frame("event", Predicate.ATTENDED, ("",), frozenset(("event",)), 0.75)


def find_represented(scene: Scene) -> list[Finding]:
    """The bodies of a sentence whose people were at the event that the text is about."""
    doc, sentence = scene.discourse.doc, scene.sentence
    told: list[Finding] = []
    for i in range(sentence.first, sentence.last - 2):
        low = doc.tokens[i].low
        if low not in _PEOPLE or doc.tokens[i + 1].low not in ("from", "of") or doc.quoted[i]:
            continue
        bodies = _read_bodies(doc, i + 2, sentence.last)
        told += _host(scene, i, bodies)
        event = _event(scene, i, bodies) if bodies else None
        if event is not None:
            told += [
                make(scene, i, m, e, event, Predicate.ATTENDED, "attended.representatives")
                for m in bodies
                for e in scene.discourse.resolve(m)
            ]
    return told


def _read_bodies(doc: Document, k: int, last: int) -> list[Mention]:
    """The list from token k, over ``as well as from``."""
    bodies = _chain(doc, k, last) or read_list(doc, k, last, _BODIES)
    while bodies:
        n = bodies[-1].end + (bodies[-1].end < last and doc.tokens[bodies[-1].end].text == ",")
        words = [t.low for t in doc.tokens[n : n + 4]]
        step = 4 if words == ["as", "well", "as", "from"] else 2 * (words[:2] == ["and", "from"])
        after = n + step
        more = _chain(doc, after, last) or read_list(doc, after, last, _BODIES) if step else []
        if not more:
            break
        bodies += more
    return bodies


def _chain(doc: Document, k: int, last: int) -> list[Mention]:
    """Bodies joined by commas and ``and`` that are the subject of what follows them."""
    bodies: list[Mention] = []
    while k < last:
        mention = doc.at[k]
        if mention is not None and mention.sort is Sort.ORGANIZATION:
            bodies.append(mention)
            k = mention.end
        elif doc.tokens[k].low in (",", "and", "the", "as", "well"):
            k += 1
        elif bodies and [t.text for t in doc.tokens[k : min(last, k + 3) : 2]] == ["(", ")"]:
            k += 3
        else:
            break
    return bodies


def _host(scene: Scene, i: int, bodies: list[Mention]) -> list[Finding]:
    """``Officials from the Ministry convened a session``: the Ministry hosted it."""
    doc, last = scene.discourse.doc, scene.sentence.last
    k = bodies[-1].end if bodies else last
    if k + 1 >= last or doc.tokens[k].low not in _CONVENED:
        return []
    events = read_list(doc, k + 1, last, _EVENT)[:1]
    return [
        make(scene, i, m, e, event, Predicate.HOSTED, "hosted.officials")
        for event in (scene.discourse.resolve(events[0]) if events else ())
        for m in bodies
        for e in scene.discourse.resolve(m)
    ]


def _event(scene: Scene, i: int, bodies: list[Mention]) -> int | None:
    """What they took part in, where the words around say that they did."""
    discourse, last = scene.discourse, scene.sentence.last
    doc, first = discourse.doc, scene.sentence.first
    current = current_event(discourse)
    current = current if current is not None else discourse.event
    before = {t.low for t in doc.tokens[max(first, i - 3) : i]}
    if before & _INCLUDED and (before - {"by"} & _INCLUDED or "joined" in before):
        return current
    for k in range(bodies[-1].end, min(last, bodies[-1].end + 5)):
        if doc.tokens[k].low in _TOOK_PART:
            n = k + 1 + (k + 1 < last and doc.tokens[k + 1].low in ("in", "part"))
            n += n < last and doc.tokens[n].low == "in"
            events = read_list(doc, n, last, _EVENT)[:1] if n < last else []
            return discourse.resolve(events[0])[0] if events else current
        if not doc.flags[k] & c.ADVERB and doc.tokens[k].word:
            return None
    return None


def find_led(scene: Scene) -> list[Finding]:
    """``The Arvedian delegation was led by Ms Velt``: she attended, and met the other's leader."""
    discourse, sentence = scene.discourse, scene.sentence
    doc = discourse.doc
    told: list[Finding] = []
    for i in range(sentence.first, sentence.last - 3):
        if doc.tokens[i].low != "delegation" or doc.quoted[i]:
            continue
        by = next(
            (k for k in range(i + 1, min(sentence.last - 1, i + 12)) if _is_led(doc, k)), None
        )
        leaders = read_list(doc, by + 2, sentence.last, _LEADERS) if by is not None else []
        if by is not None and leaders:
            team = [(e, m) for m in leaders for e in discourse.resolve(m)]
            told += seat(scene, by, team)
    return told


def _is_led(doc: Document, k: int) -> bool:
    return doc.tokens[k].low in _LED and doc.tokens[k + 1].low == "by"


def seat(scene: Scene, at: int, leaders: Ends) -> list[Finding]:
    """The facts about those who led a delegation: that they attended, and met the others' leaders.

    Args:
        scene: The sentence.
        at: The token that tells that they led it.
        leaders: Who led it.
    """
    discourse = scene.discourse
    team = keep_people(discourse, leaders)
    event = current_event(discourse)
    told: list[Finding] = []
    if event is not None:
        told += [make(scene, at, m, e, event, Predicate.ATTENDED, "attended.led") for e, m in team]
    others = [e for e in discourse.seated if e not in {e for e, _ in team}]
    told += [_meet(scene, at, e, m, other) for e, m in team for other in others]
    seated = tuple(dict.fromkeys((*discourse.seated, *(e for e, _ in team))))
    discourse.seated = seated[-_MOST:]
    return told


def _meet(scene: Scene, at: int, entity: int, mention: Mention, other: int) -> Finding:
    """The leaders of two delegations to one event met."""
    discourse = scene.discourse
    event = current_event(discourse)
    if event is None:
        event = discourse.event
    if event is None:
        event = discourse.new_event("meeting", "meeting", at, at + 1)
    met = make(scene, at, mention, entity, event, Predicate.MET_WITH, "met.led")
    met.subject, met.object, met.event = other, entity, event
    window = (scene.sentence.first, scene.sentence.last)
    if met.date is None:
        met.date, _, _ = settings.pick_day(
            discourse, scene.sentence, scene.dates, window, at, Status.OCCURRED
        )
    return met
