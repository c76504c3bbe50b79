"""First-person transcripts: who speaks to whom."""

from dataclasses import dataclass, field
from itertools import pairwise

from communique.reading.model import Kind, Predicate
from communique.reading.rules.clauses.findings import Finding
from communique.reading.rules.discourse.memory import Discourse
from communique.reading.rules.tables import classes as c
from communique.reading.rules.tables.gazetteer import find_country, gazetteer
from communique.reading.rules.tables.lexicon import bag
from communique.reading.rules.texts.document import Document, Mention, Sentence, Sort

_ENCOUNTERS = bag(
    "welcome pleasure honor honour meet meeting receiving receive here together welcoming see "
    "having hosting hospitality"
)
_VISITS = frozenset(("visit", "trip", "travel"))
_HAVE = (("have", "you"), ("having", "you"), ("see", "you"))
_REACH = 6
"""Tokens that ``welcome you back, my friend, to`` may take."""
_NOT_YOU = frozenset(("all", "everyone", "both", "everybody", "guys"))


@dataclass(slots=True)
class Transcript:
    """The state of a transcript.

    Attributes:
        speakers: Those who have a label, in order.
        speaker: Who speaks now.
        met: Whether the fact that they met has been told.
    """

    speakers: list[int] = field(default_factory=list)
    speaker: int | None = None
    met: bool = False


def find_speakers(doc: Document, discourse: Discourse) -> list[int]:
    """The people with a speaker's label, in order; fewer than two make no dialogue."""
    speakers: list[int] = []
    for sentence in doc.sentences:
        speaker = _label(doc, discourse, sentence)
        if speaker is not None and speaker not in speakers:
            speakers.append(speaker)
    return speakers


def _label(doc: Document, discourse: Discourse, sentence: Sentence) -> int | None:
    """The person whose label a sentence is: ``FOREIGN MINISTER OYEN:``."""
    if not sentence.label or sentence.last - sentence.first < 3:
        return None
    return _person(discourse, doc.tokens[sentence.last - 2].low)


def _person(discourse: Discourse, surname: str) -> int | None:
    last = surname.rpartition("-")[2]
    for position, draft in enumerate(discourse.registry.drafts):
        if draft.kind is Kind.PERSON and (surname in draft.keys or last in draft.keys):
            return position
    return None


def is_dialogue(doc: Document, speakers: list[int]) -> bool:
    """Whether exactly two people speak, and the headline tells of a meeting."""
    return len(speakers) == 2 and "meeting" in doc.title.lower()


def hear(discourse: Discourse, transcript: Transcript, sentence: Sentence) -> None:
    """Know who speaks, once a label says so; a moderator or a question is nobody."""
    if sentence.label:
        transcript.speaker = discourse.speaker = _label(discourse.doc, discourse, sentence)


def read_line(
    discourse: Discourse, transcript: Transcript, sentence: Sentence, *, dialogue: bool
) -> list[Finding]:
    """The facts of one sentence of a dialogue: that they met, and who thanks whom."""
    doc = discourse.doc
    if transcript.speaker is None or len(transcript.speakers) != 2:
        return []
    other = next((s for s in transcript.speakers if s != transcript.speaker), None)
    if other is None:
        return []
    found: list[Finding] = []
    words = {t.low for t in doc.tokens[sentence.first : sentence.last]}
    if dialogue and not transcript.met and words & _ENCOUNTERS:
        transcript.met = True
        found.append(_make(discourse, transcript.speaker, other, Predicate.MET_WITH, sentence))
    if _thanks(doc, sentence):
        found.append(_make(discourse, transcript.speaker, other, Predicate.THANKED, sentence))
    place = _find_arrival(doc, sentence)
    if place is not None and not _is_at_home(discourse, other, place):
        found.append(_visit(discourse, other, place, sentence))
    return found


def _find_arrival(doc: Document, sentence: Sentence) -> Mention | None:
    """The place in ``your visit to Oslo``, ``welcome you to Oslo``, ``have you here in Oslo``."""
    for place in sentence.mentions:
        k = place.start - 1
        if place.sort is not Sort.PLACE or k <= sentence.first or doc.quoted[k]:
            continue
        lows = [t.low for t in doc.tokens[max(sentence.first, k - _REACH) : k + 1]]
        yours = lows[-1] == "to" and "your" in lows and bool(_VISITS & set(lows[-3:]))
        welcome = lows[-1] == "to" and bool({"welcome", "welcoming"} & set(lows))
        have = lows[-1] == "in" and any(pair in _HAVE for pair in pairwise(lows))
        if yours or (welcome and "you" in lows) or have:
            return place
    return None


def _is_at_home(discourse: Discourse, guest: int, place: Mention) -> bool:
    """Whether a place is in the country that one of the guest's titles names."""
    found = gazetteer().match(discourse.doc.tokens, *place.core)
    titles = discourse.registry.drafts[guest].titles
    return found is not None and any(
        find_country(title.name) == found[1].country for title in titles
    )


def _visit(discourse: Discourse, guest: int, place: Mention, sentence: Sentence) -> Finding:
    visit = _make(discourse, guest, place.entities[0], Predicate.VISITED, sentence)
    visit.object_span = discourse.registry.span(*place.core)
    visit.place = place.entities[0]
    return visit


def _thanks(doc: Document, sentence: Sentence) -> bool:
    """Whether the speaker thanks the other: ``thank you for …``, ``thank you, Mr. …``."""
    tokens = doc.tokens
    for i in range(sentence.first, sentence.last - 2):
        if tokens[i].low not in ("thank", "grateful", "thanks"):
            continue
        k = i + 1 + (tokens[i + 1].low == "to")
        if tokens[i].low != "thanks" and (tokens[k].low != "you" or tokens[k + 1].low in _NOT_YOU):
            continue
        rest = list(tokens[k : min(sentence.last, k + 10)])
        if any(t.low in _NOT_YOU or t.low == "joining" for t in rest):
            continue
        if any(t.low == "for" for t in rest) or any(
            t.cap and doc.flags[k + n] & (c.HEAD | c.HONORIFIC | c.NAMEISH)
            for n, t in enumerate(rest)
        ):
            return True
    return False


def _make(
    discourse: Discourse, speaker: int, other: int, predicate: Predicate, sentence: Sentence
) -> Finding:
    registry = discourse.registry
    span = registry.span(sentence.first, sentence.last)
    event = None
    if predicate is Predicate.MET_WITH:
        event = discourse.new_event("meeting", "meeting", sentence.first, sentence.first + 1)
        discourse.event = event
        draft = registry.drafts[event]
        draft.date, draft.place = discourse.doc.day, discourse.place
    return Finding(
        speaker, predicate, other, span, span, span, f"transcript.{predicate.value}", 0.88, event,
        discourse.doc.day, discourse.place,
    )  # fmt: skip


def header_place(doc: Document, discourse: Discourse) -> int | None:
    """The place that stands on a line of its own before the first speaker."""
    for sentence in doc.sentences[1:8]:
        if _label(doc, discourse, sentence) is not None:
            return None
        short = sentence.last - sentence.first <= 6
        mention = sentence.mentions[0] if sentence.mentions else None
        if short and mention and mention.sort is Sort.PLACE and mention.start == sentence.first:
            return discourse.registry.enter(mention)
    return None
