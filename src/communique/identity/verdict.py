"""What a comparison comes to."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """Whether two names can be one person's, as far as names tell."""

    SAME = "same"
    DOUBT = "doubt"
    DIFFERENT = "different"


_ORDER = (Verdict.DIFFERENT, Verdict.DOUBT, Verdict.SAME)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The answer to whether two names are of one person.

    Attributes:
        verdict: Same, different, or doubt.
        score: From 0 to 1; how much the names alone speak for it. Above 0.8 only where same.
        reason: Why, in words.
    """

    verdict: Verdict
    score: float
    reason: str

    @property
    def same(self) -> bool:
        """Whether they are the same; doubt is no."""
        return self.verdict is Verdict.SAME

    @property
    def weight(self) -> tuple[int, float, str]:
        """By which the better of two is chosen, whatever order they come in."""
        return _ORDER.index(self.verdict), self.score, self.reason


def same(score: float, reason: str) -> Comparison:
    """They are the same."""
    return Comparison(Verdict.SAME, score, reason)


def doubt(score: float, reason: str) -> Comparison:
    """They may be the same; something else has to tell."""
    return Comparison(Verdict.DOUBT, score, reason)


def different(reason: str, score: float = 0.0) -> Comparison:
    """They are not the same."""
    return Comparison(Verdict.DIFFERENT, score, reason)
