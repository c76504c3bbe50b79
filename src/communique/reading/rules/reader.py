"""The built-in reader."""

from communique import __version__
from communique.loaders.release import Release
from communique.reading.explanation import Explanation
from communique.reading.model import Reading
from communique.reading.rules.assembly import assemble
from communique.reading.rules.clauses import settings
from communique.reading.rules.clauses.findings import Finding, Scene
from communique.reading.rules.clauses.sentences import find_facts
from communique.reading.rules.clauses.subjects import main_subject
from communique.reading.rules.confidence import correct
from communique.reading.rules.constructions import delegations, lists, missions, transcripts
from communique.reading.rules.constructions.attendance import find_attendance
from communique.reading.rules.constructions.inversion import find_inverted
from communique.reading.rules.constructions.nouns import find_noun_facts
from communique.reading.rules.constructions.occurrences import date_events, open_event, settle
from communique.reading.rules.constructions.presence import find_company, find_presence
from communique.reading.rules.constructions.representation import find_led, find_represented
from communique.reading.rules.constructions.speeches import find_speeches
from communique.reading.rules.discourse.anaphors import find_anaphors
from communique.reading.rules.discourse.drafts import Registry
from communique.reading.rules.discourse.linking import link_people
from communique.reading.rules.discourse.memory import Discourse
from communique.reading.rules.discourse.topic import find_topic
from communique.reading.rules.discourse.voices import find_author, find_home
from communique.reading.rules.explaining import explain_document
from communique.reading.rules.mentions.people import find_people
from communique.reading.rules.mentions.proper import find_proper
from communique.reading.rules.preparation import prepare
from communique.reading.rules.review import review
from communique.reading.rules.texts.document import Document, Sentence, Sort
from communique.reading.rules.texts.trace import NO_TRACE, FullTrace, Trace

_RECENT = 200
"""Findings to look back at, so that time stays linear in the text."""


class RulesReader:
    """Reads English releases by rules: offline, deterministic, without state of its own.

    Args:
        corrected: Whether facts carry the confidence that was measured for facts like them, or
            the one that their rule claims.
    """

    name = "rules"
    version = __version__

    def __init__(self, *, corrected: bool = True) -> None:
        self._corrected = corrected

    def read(self, release: Release) -> Reading:
        """Read one release.

        Args:
            release: Of any size and language; what can't be read gives a note, not an error.
        """
        return self._read(release, NO_TRACE)[0]

    def explain(self, release: Release) -> Explanation:
        """Read one release, and tell why the reading says what it says.

        Args:
            release: As for `read`; the reading is the same.
        """
        trace = FullTrace()
        reading, registry = self._read(release, trace)
        return explain_document(registry, trace, reading)

    def _read(self, release: Release, trace: Trace) -> tuple[Reading, Registry]:
        document, notes = prepare(release)
        document.trace = trace
        label = f"{self.name}/{self.version}"
        language = release.language or ("en" if document.tokens else None)
        if not document.tokens:
            empty = Reading(label, release.date, language, notes=tuple(notes))
            return empty, Registry(document)
        registry = _find_mentions(document)
        findings = review(registry, _find_facts(document, registry))
        if document.crowded:
            notes.append("A sentence joins more names than are told of: only the first were read.")
        entities, facts = assemble(registry, findings)
        facts = correct(facts, entities) if self._corrected else facts
        day = release.date or document.day
        return Reading(label, day, language, entities, facts, tuple(notes)), registry


def _find_mentions(document: Document) -> Registry:
    """People, then all other names, each linked to its entity."""
    lists.mark_items(document)
    for sentence in document.sentences:
        find_people(document, sentence)
    registry = Registry(document)
    link_people(document, registry)
    for sentence in document.sentences:
        find_proper(document, sentence)
        find_anaphors(document, sentence)
        if sentence.paragraph < 0:
            continue
        for mention in sentence.mentions:
            if mention.sort is Sort.PLACE or (
                mention.head
                and not mention.is_short()
                and mention.sort in (Sort.ORGANIZATION, Sort.EVENT, Sort.AGREEMENT)
            ):
                registry.enter(mention)
    return registry


def _find_facts(document: Document, registry: Registry) -> list[Finding]:
    discourse = Discourse(
        document, registry, topic=find_topic(document, registry),
        speaker=find_author(document), home=find_home(document, registry),
    )  # fmt: skip
    speakers = transcripts.find_speakers(document, discourse)
    transcript = transcripts.Transcript(speakers)
    dialogue = transcripts.is_dialogue(document, speakers)
    discourse.spoken = any(sentence.label for sentence in document.sentences)
    if discourse.spoken:
        discourse.home = None
    if speakers:
        discourse.place = transcripts.header_place(document, discourse)
    findings: list[Finding] = []
    lead: lists.Lead | None = None
    for sentence in document.sentences:
        if sentence.paragraph < 0:
            continue
        lead, taken = _read_list(discourse, sentence, lead, findings)
        if taken:
            continue
        before = discourse.leaders
        transcripts.hear(discourse, transcript, sentence)
        if sentence.label or _asks(document, sentence):
            continue
        findings += _read_sentence(discourse, sentence)
        if discourse.leaders != before:
            recent = delegations.name_leaders(discourse, findings[-_RECENT:], sentence)
            findings[-_RECENT:] = recent
        if speakers:
            findings += transcripts.read_line(discourse, transcript, sentence, dialogue=dialogue)
        discourse.remember(sentence)
    return lists.drop_groups(discourse, settle(discourse, findings))


def _asks(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence is a question, which tells nothing."""
    return document.tokens[sentence.last - 1].text == "?"


def _read_list(
    discourse: Discourse, sentence: Sentence, lead: lists.Lead | None, findings: list[Finding]
) -> tuple[lists.Lead | None, bool]:
    """Go on in a list of participants: the lead-in that holds, and whether this was an item."""
    started = lists.read_lead(discourse.doc, sentence, lead)
    if started is not None or lead is None:
        return started, False
    found = lists.read_item(discourse, sentence, lead, findings[-_RECENT:])
    findings += found
    go_on = found or sentence.listed or sentence.bullet or not _opens(discourse.doc, sentence)
    return (lead if go_on else None), bool(found)


def _opens(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence is the first of its paragraph."""
    before = document.tokens[sentence.first - 1].end if sentence.first else 0
    return "\n" in document.text[before : document.tokens[sentence.first].start]


def _read_sentence(discourse: Discourse, sentence: Sentence) -> list[Finding]:
    document = discourse.doc
    discourse.sentence = sentence
    dates = settings.find_dates(document, sentence)
    settings.update(discourse, sentence, dates)
    discourse.leaders = delegations.join_leaders(document, sentence) or discourse.leaders
    for mention in sentence.mentions:
        if mention.sort is Sort.TITLE:
            discourse.resolve(mention)
    subjects = main_subject(document, sentence)
    scene = Scene(discourse, sentence, dates, subjects)
    discourse.enter(subjects)
    missions.find_mission(scene)
    open_event(scene)
    found = missions.send_leaders(scene) + delegations.find_teams(scene)
    found += find_facts(scene) + find_noun_facts(scene) + find_presence(scene)
    found += find_attendance(scene, found)
    found += find_inverted(scene, found)
    found += find_speeches(scene, found) + find_represented(scene) + find_led(scene)
    found += find_company(scene, found)
    date_events(scene)
    discourse.follow(subjects)
    return found
