"""Candidates that come to nothing: forgotten at once, unless somebody asked for a trace."""

from dataclasses import dataclass, field
from typing import Protocol

from communique.reading.explanation import Reason
from communique.reading.model import Predicate, Span


class Telling(Protocol):
    """What a trace keeps of a fact in the making; its ends are positions among the drafts."""

    subject: int
    predicate: Predicate
    object: int
    evidence: Span
    rule: str


class Trace:
    """A trace that nobody asked for: takes everything in and keeps nothing."""

    def drop(self, at: int, rule: str, reason: Reason) -> None:
        """Know why a rule came to nothing at the token of a verb or noun."""

    def forget(self, at: int) -> None:
        """Know that a rule did fit at a token, so that those that did not are of no interest."""

    def lose(self, fact: Telling, reason: Reason) -> None:
        """Know which fact was given up."""


NO_TRACE = Trace()


@dataclass(slots=True)
class FullTrace(Trace):
    """A trace that is kept.

    Attributes:
        words: For the token of a verb or noun the rule that came nearest, and why it failed.
        facts: The facts that were given up, and why.
    """

    words: dict[int, tuple[str, Reason]] = field(default_factory=dict)
    facts: list[tuple[Telling, Reason]] = field(default_factory=list)

    def drop(self, at: int, rule: str, reason: Reason) -> None:
        """Keep the nearest miss."""
        if at not in self.words or self.words[at][1].rank < reason.rank:
            self.words[at] = (rule, reason)

    def forget(self, at: int) -> None:
        """Let the misses at a token go."""
        self.words.pop(at, None)

    def lose(self, fact: Telling, reason: Reason) -> None:
        """Keep the fact."""
        self.facts.append((fact, reason))
