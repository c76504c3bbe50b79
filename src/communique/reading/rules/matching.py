"""Frames against the mentions of a sentence: who did what to whom."""

from dataclasses import dataclass

from communique.reading.explanation import Reason
from communique.reading.model import Predicate, Status
from communique.reading.rules import classes as c
from communique.reading.rules.arguments import find_slot
from communique.reading.rules.coordination import read_list
from communique.reading.rules.document import Document, Mention, Sentence, Sort
from communique.reading.rules.frames import Frame, verb_forms
from communique.reading.rules.lexicon import bag, lexicon
from communique.reading.rules.phrases import read_phrase
from communique.reading.rules.subjects import collect_conjuncts, find_subject
from communique.reading.rules.verbs import Verb, main_status, read_verb

_DETERMINERS = bag("a an the his her their its several some very")
_NOUN_WINDOW = 7
_OF = frozenset(("of",))
_OF_EVENTS = frozenset((Predicate.HOSTED, Predicate.ATTENDED, Predicate.SIGNED))
_OVER = frozenset(("of", "for", "from", "on"))
_GATHERINGS = frozenset(("roundtable", "summit"))


@dataclass(slots=True)
class Match:
    """A frame that fits a verb, with the mentions in its places.

    Attributes:
        frame: Which frame.
        verb: The verb.
        objects: The other side; for a passive the agent.
        end: After the last token that the match took.
        noun: The token of the noun in ``held talks``, or None.
        passive: Whether the other side is the one who acts.
        subjects: Who acts, or in the passive whom it befalls; None when it is taken over.
        status: Planned or occurred.
        joint: Whether subjects and objects are one list: ``A, B and C met``.
    """

    frame: Frame
    verb: Verb
    objects: list[Mention]
    end: int
    noun: int | None = None
    passive: bool = False
    subjects: list[Mention] | None = None
    status: Status = Status.OCCURRED
    joint: bool = False


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
            match = _match_passive(doc, sentence, verb, frame)
        else:
            match = _match_active(doc, sentence, verb, frame)
        if match is not None:
            match.status = status
            found.append(match)
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


def _match_passive(doc: Document, sentence: Sentence, verb: Verb, frame: Frame) -> Match | None:  # noqa: PLR0911
    if frame.predicate in (Predicate.VISITED, Predicate.THANKED, Predicate.SPOKE_AT) or frame.noun:
        return None
    if "" not in frame.slots:
        return None
    k = find_slot(doc, verb.at + 1, sentence.last, ("by",))
    if k is None:
        return None
    accompanied = frame.predicate is Predicate.ACCOMPANIED
    subjects = _patient(doc, sentence, verb, companion=accompanied)
    agents = read_list(doc, k, sentence.last, _agent_frame())
    if agents and verb.kind != "passive" and verb.at <= sentence.first + sentence.bullet + 1:
        subjects = _main_after(doc, agents, sentence.last)
    if subjects is None and frame.predicate in _OF_EVENTS and _is_it(doc, verb, agents, sentence):
        subjects = [_last_event(verb)]
    if subjects is None and frame.predicate in _OF_EVENTS:
        return None
    if subjects is not None and not _fits_patient(frame, subjects):
        return None
    if not agents:
        return None
    return Match(frame, verb, agents, agents[-1].end, passive=True, subjects=subjects)


def _is_it(doc: Document, verb: Verb, agents: list[Mention], sentence: Sentence) -> bool:
    """``It was chaired by``, ``Hosted by Arvedia, this meeting``: the event just spoken of."""
    if verb.kind == "passive":
        return verb.start > sentence.first and doc.tokens[verb.start - 1].low in ("it", "which")
    k = agents[-1].end + 1 if agents else sentence.last
    return k + 1 < sentence.last and doc.tokens[k].low in ("this", "the") and bool(
        doc.flags[k + 1] & c.EVENT
    )  # fmt: skip


def _last_event(verb: Verb) -> Mention:
    core = (verb.at, verb.at + 1)
    return Mention(Sort.EVENT, *core, "", core, head="event", definite=True)


def _main_after(doc: Document, agents: list[Mention], last: int) -> list[Mention] | None:
    """In ``Accompanied by Ms Velt, Mr Oyen …`` the one after the comma is the subject."""
    final = agents[-1]
    if len(agents) > 1 and doc.tokens[final.start - 1].text == ",":
        return [agents.pop()]
    k = final.end + 1
    if k >= last or doc.tokens[final.end].text != ",":
        return None
    phrase = read_phrase(doc, k, last)
    if phrase is not None and phrase.sort is Sort.EVENT:
        return [phrase]
    for n in range(k, min(last, k + 5)):
        mention = doc.at[n]
        if mention is not None:
            return [mention]
        if not doc.tokens[n].word and doc.tokens[n].low != "'s":
            return None
    return None


def _agent_frame() -> Frame:
    return _AGENTS


_AGENTS = Frame(
    "agent",
    Predicate.HOSTED,
    ("",),
    frozenset(("person", "title", "organization", "place", "group", "pronoun", "many")),
    1.0,
)


def _fits_patient(frame: Frame, subjects: list[Mention]) -> bool:
    events = frame.objects & {"event", "named-event", "held-event", "signing"}
    is_event = subjects[0].sort in (Sort.EVENT, Sort.AGREEMENT) or (
        subjects[0].sort is Sort.ORGANIZATION and not subjects[0].head
    )
    if "agreement" in frame.objects:
        return subjects[0].sort is Sort.AGREEMENT
    return is_event if events else not is_event


def _patient(
    doc: Document, sentence: Sentence, verb: Verb, *, companion: bool
) -> list[Mention] | None:
    """Whom or what a passive befalls: the mention before, or the subject."""
    if verb.kind == "passive":
        return find_subject(doc, sentence, verb)
    k = verb.start - 1
    if k >= sentence.first and doc.tokens[k].text == ",":
        k -= 1
    mention = doc.at[k] if k >= sentence.first else None
    while mention is not None and mention.sort in (Sort.DATE, Sort.PLACE):
        k = mention.start - 1
        if k >= sentence.first and doc.flags[k] & c.PREPOSITION:
            k -= 1
        mention = doc.at[k] if k >= sentence.first else None
    if mention is None:
        return _small_event(doc, sentence, k)
    if companion and mention.sort in (Sort.ORGANIZATION, Sort.SITE, Sort.EVENT):
        return None
    return collect_conjuncts(doc, mention, sentence.first)


def _small_event(doc: Document, sentence: Sentence, k: int) -> list[Mention] | None:
    """A generic event in lower case that ends at token k."""
    if k < sentence.first or not doc.flags[k] & c.EVENT:
        return None
    start = k
    while (
        start > sentence.first
        and doc.tokens[start - 1].word
        and not (doc.flags[start - 1] & (c.PREPOSITION | c.STOP | c.AUXILIARY | c.ADVERB))
    ):
        start -= 1
    definite = start > sentence.first and doc.tokens[start - 1].low in ("the", "this")
    return [
        Mention(Sort.EVENT, start, k + 1, doc.words(start, k + 1), (start, k + 1),
                head=doc.tokens[k].low, definite=definite)
    ]  # fmt: skip


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


def _match_active(doc: Document, sentence: Sentence, verb: Verb, frame: Frame) -> Match | None:  # noqa: PLR0911
    start = _after_verb(doc, sentence, verb, frame)
    if start is None:
        return None
    k, noun = start
    if frame.objects == {"possessor"}:
        return _match_possessor(doc, sentence, verb, frame, noun, k)
    slot = find_slot(doc, k, sentence.last, frame.slots)
    if frame.predicate is Predicate.HOSTED and (
        hosted := _match_relative(doc, sentence, verb, frame)
    ):
        return hosted
    if slot is None:
        doc.trace.drop(verb.at, frame.rule, Reason.NO_SLOT)
        return _match_joint(doc, sentence, verb, frame, noun)
    if frame.predicate is Predicate.CONGRATULATED and doc.tokens[slot - 1].low == "on":
        objects = _named_event(doc, slot, sentence.last)
    else:
        objects = read_list(doc, slot, sentence.last, frame)
    if not objects:
        doc.trace.drop(verb.at, frame.rule, Reason.NO_OBJECT)
        return None
    if _opens_clause(doc, objects[0], frame, sentence.last):
        return None
    if frame.rule == "attended.join" and not _is_joined(doc, verb, objects[0]):
        return None
    if "group" in frame.objects and slot == k and frame.predicate is Predicate.MET_WITH:
        objects = [m for m in objects if m.sort is not Sort.GROUP or is_known_group(m)]
        if not objects:
            doc.trace.drop(verb.at, frame.rule, Reason.NO_OBJECT)
            return None
    return Match(
        frame, verb, objects, objects[-1].end, noun, subjects=find_subject(doc, sentence, verb)
    )


def _match_relative(doc: Document, sentence: Sentence, verb: Verb, frame: Frame) -> Match | None:
    """``the Forum (that) the Bank is convening``: the event stands before the host."""
    k = verb.at + 1
    if verb.kind != "finite" or (k < sentence.last and _starts_object(doc, k)):
        return None
    subjects = find_subject(doc, sentence, verb)
    before = subjects[0].start - 1 if subjects else -1
    before -= before > sentence.first and doc.tokens[before].low in ("that", "which")
    event = doc.at[before] if before > sentence.first else None
    if event is None or event.sort is not Sort.EVENT or subjects is None:
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
    return event.head != "call" and (event.definite or not launched)


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
    for n in range(k, min(last, k + _NOUN_WINDOW)):
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
