"""Frames against the mentions of a sentence: who did what to whom."""

from communique.reading.explanation import Reason
from communique.reading.model import Predicate
from communique.reading.rules.clauses.arguments import find_slot
from communique.reading.rules.clauses.coordination import read_list
from communique.reading.rules.clauses.matches import Match
from communique.reading.rules.clauses.passives import match_passive
from communique.reading.rules.clauses.subjects import find_subject
from communique.reading.rules.clauses.verbs import Verb, main_status, read_verb
from communique.reading.rules.tables import classes as c
from communique.reading.rules.tables.frames import Frame, verb_forms
from communique.reading.rules.tables.lexicon import bag, lexicon
from communique.reading.rules.texts.document import Document, Mention, Sentence, Sort

_DETERMINERS = bag("a an the his her their its several some very")
NOUN_WINDOW = 7
"""Tokens after a verb within which its noun stands: ``held a bilateral meeting``."""
_OF = frozenset(("of",))
_OVER = frozenset(("of", "for", "from", "on"))
_CLOSE = ("met.speak", "met.consult")
"""Rules that take people alone: one speaks to an imperative as well."""
_OF_PEOPLE = (Predicate.MET_WITH, Predicate.THANKED)
_GATHERINGS = frozenset(("roundtable", "summit"))


def find_verbs(doc: Document, sentence: Sentence) -> list[Verb]:
    """The verbs of the frame table in a sentence, quoted speech left out."""
    forms = verb_forms()
    verbs: list[Verb] = []
    for at in range(sentence.first, sentence.last):
        form = forms.get(doc.tokens[at].low)
        if form is None or doc.at[at] is not None:
            continue
        if doc.quoted[at]:
            doc.trace.drop(at, "", Reason.QUOTED)
            continue
        if doc.tokens[at].cap and at > sentence.first:
            continue
        if at + 1 < sentence.last and doc.tokens[at + 1].low == "-":
            continue
        verb = read_verb(doc, at, sentence.first, form.kinds)
        if verb is not None:
            verbs.append(verb)
    return verbs


def match_verb(doc: Document, sentence: Sentence, verb: Verb) -> list[Match]:
    """The frames that fit a verb: the first of each predicate."""
    found: list[Match] = []
    if verb.status is None:
        doc.trace.drop(verb.at, "", Reason.UNREAL)
        return found
    passive = verb.kind == "passive" or _has_agent(doc, verb.at + 1, sentence.last)
    status = verb.status
    if passive and verb.kind != "passive":
        status = main_status(doc, verb.start, sentence.first)
    for frame in verb_forms()[doc.tokens[verb.at].low].frames:
        if any(m.frame.predicate is frame.predicate for m in found):
            continue
        if passive:
            match = match_passive(doc, sentence, verb, frame)
        else:
            match = _match_active(doc, sentence, verb, frame)
        if match is not None:
            match.status = status
            found.append(match)
        elif passive and "" in frame.slots and not frame.noun:
            doc.trace.drop(verb.at, frame.rule, Reason.NO_SUBJECT)
    if found:
        doc.trace.forget(verb.at)
    if (
        len(found) > 1
        and found[0].frame.predicate is Predicate.MET_WITH
        and (found[0].noun and doc.tokens[found[0].noun].low not in _GATHERINGS)
    ):
        found = [m for m in found if m.frame.rule != "hosted.hold" or _is_named(doc, m)]
    return found


def _is_named(doc: Document, match: Match) -> bool:
    """``held the first meeting of the Dialogue``: such a meeting has a host too."""
    lo, hi = match.objects[0].core
    return "of" in {t.low for t in doc.tokens[lo:hi]} and any(t.cap for t in doc.tokens[lo:hi])


def _has_agent(doc: Document, k: int, last: int) -> bool:
    while k < last and doc.flags[k] & c.ADVERB:
        k += 1
    return (
        k < last
        and doc.tokens[k].low == "by"
        and not (
            k + 1 < last
            and doc.tokens[k + 1].low
            in ("phone", "telephone", "video", "videoconference", "video-conference")
        )
    )


def _after_verb(
    doc: Document, sentence: Sentence, verb: Verb, frame: Frame
) -> tuple[int, int | None] | None:
    """Where to look for the other side, and the noun of the frame; None when it lacks."""
    k, last = verb.at + 1, sentence.last
    if frame.noun:
        inner = k < last and doc.tokens[k].low in ("in", "into")
        noun = _find_noun(doc, k + inner, last, frame)
        if noun is None:
            return None
        k = noun + 1
        return k + (k < last and doc.tokens[k].low in ("programme", "program")), noun
    left = doc.at[k] if frame.rule == "visited.travel" and _leaves(doc, verb, last) else None
    return (k if left is None else left.end), None


def _match_active(doc: Document, sentence: Sentence, verb: Verb, frame: Frame) -> Match | None:
    start = _after_verb(doc, sentence, verb, frame)
    if start is None:
        return None
    k, noun = start
    if frame.objects == {"possessor"}:
        return _match_possessor(doc, sentence, verb, frame, noun, k)
    slot = find_slot(doc, k, sentence.last, frame.slots)
    hosted = _match_relative(doc, sentence, verb, frame)
    if hosted is not None:
        return hosted
    if slot is None:
        if "" in frame.slots:
            doc.trace.drop(verb.at, frame.rule, Reason.NO_SLOT)
        return _match_joint(doc, sentence, verb, frame, noun)
    objects = _read_objects(doc, sentence, verb, frame, (k, slot))
    if not objects:
        doc.trace.drop(verb.at, frame.rule, Reason.NO_OBJECT)
        return None
    subjects = find_subject(doc, sentence, verb)
    return Match(frame, verb, objects, objects[-1].end, noun, subjects=subjects)


def _read_objects(
    doc: Document, sentence: Sentence, verb: Verb, frame: Frame, start: tuple[int, int]
) -> list[Mention]:
    """The other side, from the slot on; empty where the frame does not mean what stands there."""
    k, slot = start
    if frame.predicate is Predicate.CONGRATULATED and doc.tokens[slot - 1].low == "on":
        return _named_event(doc, slot, sentence.last)
    objects = read_list(doc, slot, sentence.last, frame)
    if not objects or _opens_clause(doc, objects[0], frame, sentence.last):
        return []
    joins, calls = frame.rule == "attended.join", frame.rule == "met.call-on"
    if (joins and not _is_joined(doc, verb, objects[0])) or (
        calls and _urges(doc, objects[-1], sentence.last)
    ):
        return []
    if frame.rule == "visited.noun":
        return objects + _read_within(doc, objects[-1], sentence.last)
    known = slot == k or frame.rule in _CLOSE
    if "group" in frame.objects and known and frame.predicate in _OF_PEOPLE:
        return [m for m in objects if m.sort is not Sort.GROUP or is_known_group(m)]
    return objects


def _read_within(doc: Document, place: Mention, last: int) -> list[Mention]:
    """``continued his visit to Arvedia in Belport``: the town as well."""
    k = place.end
    within = doc.at[k + 1] if k + 1 < last and doc.tokens[k].low == "in" else None
    town = within is not None and Sort.PLACE is within.sort is place.sort
    return [within] if within is not None and town else []


def _urges(doc: Document, called: Mention, last: int) -> bool:
    """``called on the Council to act``: an appeal, no visit."""
    k = called.end
    return k < last and doc.tokens[k].low == "to"


def _match_relative(doc: Document, sentence: Sentence, verb: Verb, frame: Frame) -> Match | None:
    """``the Forum (that) the Bank is convening``: the event stands before the host."""
    k = verb.at + 1
    if (
        frame.predicate is not Predicate.HOSTED
        or verb.kind != "finite"
        or (k < sentence.last and _starts_object(doc, k))
    ):
        return None
    subjects = find_subject(doc, sentence, verb)
    before = subjects[0].start - 1 if subjects else -1
    before -= before > sentence.first and doc.tokens[before].low in ("that", "which")
    event = doc.at[before] if before > sentence.first else None
    if event is None or event.sort is not Sort.EVENT or not subjects:
        return None
    return Match(frame, verb, [event], verb.at + 1, subjects=subjects)


def _starts_object(doc: Document, k: int) -> bool:
    low = doc.tokens[k].low
    return doc.at[k] is not None or low in _DETERMINERS or (
        doc.tokens[k].word and not doc.flags[k] & (c.PREPOSITION | c.ADVERB | c.STOP)
    )  # fmt: skip


def _is_joined(doc: Document, verb: Verb, event: Mention) -> bool:
    """Whether one can be there: ``launching a dialogue`` only announces it."""
    launched = doc.tokens[verb.at].low.startswith(("launch", "open", "inaugurat"))
    plans = event.head in ("programme", "program", "campaign", "mission", "week")
    return event.head != "call" and not (launched and (plans or not event.definite))


def _leaves(doc: Document, verb: Verb, last: int) -> bool:
    """``departed Hong Kong for Lisbon``: the place that is left is no destination."""
    at = doc.at[verb.at + 1] if verb.at + 1 < last else None
    if at is None or at.sort is not Sort.PLACE or at.end >= last:
        return False
    return doc.tokens[verb.at].low.startswith(("depart", "lea", "left")) and (
        doc.tokens[at.end].low == "for"
    )


def is_known_group(mention: Mention) -> bool:
    """Whether the head of a group is a word for people or bodies (``officials``)."""
    return mention.head in lexicon().group_heads


def _named_event(doc: Document, k: int, last: int) -> list[Mention]:
    """``on the successful opening of the Fair``: the event that is meant."""
    for n in range(k, min(last, k + 8)):
        mention = doc.at[n]
        if mention is not None and mention.sort is Sort.EVENT:
            return [mention]
        if mention is not None or not doc.tokens[n].word:
            return []
    return []


def _opens_clause(doc: Document, mention: Mention, frame: Frame, last: int) -> bool:
    """Whether the direct object is rather a possessor: ``thanked Oyen's …``."""
    if mention.end >= last or "" not in frame.slots:
        return False
    possessive = doc.tokens[mention.end].low in ("'s", "'")
    return possessive and frame.predicate in (Predicate.MET_WITH, Predicate.ACCOMPANIED)


def _find_noun(doc: Document, k: int, last: int, frame: Frame) -> int | None:
    """The noun of ``held a bilateral meeting``: over modifiers and a first conjunct."""
    nouns = frame.noun
    over = _OVER if frame.predicate is Predicate.VISITED else _OF
    for n in range(k, min(last, k + NOUN_WINDOW)):
        low, f = doc.tokens[n].low, doc.flags[n]
        ahead = [t.low for t in doc.tokens[n + 1 : min(last, n + 3)]]
        joined = len(ahead) > 1 and ahead[0] == "and" and ahead[1] in nouns
        if low in nouns and not (ahead and ahead[0] in nouns) and not joined:
            return n
        mention = doc.at[n]
        if mention is not None and mention.sort in (Sort.PERSON, Sort.TITLE, Sort.EVENT):
            return None
        if (f & c.PREPOSITION and low not in over) or low in ("that", "who", "which", ";", "."):
            return None
        if f & c.AUXILIARY:
            return None
    return None


def _match_possessor(
    doc: Document, sentence: Sentence, verb: Verb, frame: Frame, noun: int | None, k: int
) -> Match | None:
    """``expressed appreciation for Arvedia's support``: the possessor is thanked."""
    slot = find_slot(doc, k, sentence.last, frame.slots)
    if slot is None:
        return None
    n = slot + (slot < sentence.last and doc.tokens[slot].low == "the")
    mention = doc.at[n] if n < sentence.last else None
    if mention is None or mention.end >= sentence.last:
        return None
    if mention.sort not in (Sort.PERSON, Sort.TITLE, Sort.PLACE, Sort.ORGANIZATION):
        return None
    if doc.tokens[mention.end].low not in ("'s", "'"):
        return None
    return Match(
        frame, verb, [mention], mention.end, noun, subjects=find_subject(doc, sentence, verb)
    )


def _match_joint(
    doc: Document, sentence: Sentence, verb: Verb, frame: Frame, noun: int | None
) -> Match | None:
    """``A and B met in Geneva``: the subjects are each other's other side."""
    if frame.predicate is not Predicate.MET_WITH or verb.kind == "gerund":
        return None
    if noun is None and not frame.rule.startswith(("met.meet", "met.speak")):
        return None
    if noun is not None and doc.tokens[verb.at].low not in (
        "held",
        "hold",
        "had",
        "have",
        "holding",
        "exchanged",
        "exchange",
        "shared",
    ):
        return None
    subjects = find_subject(doc, sentence, verb)
    if not subjects or len(subjects) < 2:
        return None
    if any(m.sort not in (Sort.PERSON, Sort.TITLE) for m in subjects):
        return None
    end = (noun if noun is not None else verb.at) + 1
    return Match(frame, verb, subjects[1:], end, noun, subjects=subjects[:1], joint=True)
