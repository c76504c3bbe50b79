"""A frame that fits a verb."""

from dataclasses import dataclass

from communique.reading.model import Predicate, Status
from communique.reading.rules.clauses.verbs import Verb
from communique.reading.rules.tables.frames import Frame
from communique.reading.rules.texts.document import Mention

OF_EVENTS = frozenset((Predicate.HOSTED, Predicate.ATTENDED, Predicate.SIGNED))
"""Predicates whose passive befalls an event: ``was hosted by``."""


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
