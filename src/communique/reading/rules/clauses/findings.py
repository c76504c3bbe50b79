"""Facts in the making, and what all facts of one sentence share."""

from dataclasses import dataclass, field

from communique.reading.model import Kind, Predicate, Span, Status
from communique.reading.rules.clauses.matches import Match
from communique.reading.rules.discourse.memory import Discourse, is_first_person
from communique.reading.rules.texts.dates import When
from communique.reading.rules.texts.document import Mention, Sentence

Ends = list[tuple[int, Mention]]
"""What stands at one end of a fact: each entity with the mention that means it."""


@dataclass(slots=True)
class Finding:
    """A fact in the making; the fields mean what they mean in `Fact`."""

    subject: int
    predicate: Predicate
    object: int
    subject_span: Span
    object_span: Span
    evidence: Span
    rule: str
    confidence: float
    event: int | None = None
    date: str | None = None
    place: int | None = None
    status: Status = Status.OCCURRED
    for_what: Span | None = None


@dataclass(slots=True)
class Scene:
    """What all facts of one sentence share."""

    discourse: Discourse
    sentence: Sentence
    dates: list[When]
    subjects: list[Mention]
    praised: list[Mention] = field(default_factory=list)
    met: list[Mention] = field(default_factory=list)

    def evidence(self) -> Span:
        """The sentence, from its first to its last token, a bullet left out."""
        first = self.sentence.first + self.sentence.bullet
        first = min(first, self.sentence.last - 1)
        return self.discourse.registry.span(first, self.sentence.last)


@dataclass(slots=True)
class Clause:
    """A match whose ends are known.

    Attributes:
        match: Which frame fits which verb.
        subjects: Who acts.
        objects: The other side.
        window: The tokens from which day and place are taken first.
    """

    match: Match
    subjects: Ends
    objects: Ends
    window: tuple[int, int]


def resolve_ends(discourse: Discourse, mentions: list[Mention], exclude: Ends) -> Ends:
    """The entities that mentions mean, each once.

    Args:
        discourse: What the text has told so far.
        mentions: In the order of the text.
        exclude: Who is not meant, because they stand at the other end.
    """
    barred = tuple(e for e, _ in exclude)
    pairs: Ends = []
    for mention in mentions:
        for entity in discourse.resolve(mention, barred):
            if entity not in barred and entity not in (e for e, _ in pairs):
                pairs.append((entity, mention))
    return pairs


def keep_people(discourse: Discourse, ends: Ends) -> Ends:
    """Those of the ends that are persons."""
    drafts = discourse.registry.drafts
    return [(e, m) for e, m in ends if drafts[e].kind is Kind.PERSON]


def is_own_voice(scene: Scene, subjects: Ends) -> bool:
    """Whether a subject is ``I`` or ``we``, who is taken at their word for some deeds alone."""
    tokens = scene.discourse.doc.tokens
    return any(is_first_person(tokens[m.core[0]].low) for _, m in subjects)
