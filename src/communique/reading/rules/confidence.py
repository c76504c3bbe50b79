"""How often a fact is right: what its rule says of itself, corrected by what stands at its ends.

The corrections are data/confidence.csv, which `make calibrate` measures on annotated releases.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from math import exp, log

from communique.reading.model import Entity, Fact
from communique.reading.rules.tables.lexicon import read_lines

SUREST = 0.95
"""No rule is surer than this, whatever adds up."""
WORTH = 0.5
"""How far the log odds that a rule claims are believed: it was written with dev in view."""
EVERY = "every fact"
"""The sign that all facts bear."""


def correct(facts: Iterable[Fact], entities: Sequence[Entity]) -> tuple[Fact, ...]:
    """Give each fact the confidence that was measured for facts like it.

    Args:
        facts: With the confidence that their rules claim.
        entities: What they point at.
    """
    return tuple(
        replace(fact, confidence=estimate(fact.confidence, signs(fact, entities), corrections()))
        for fact in facts
    )


def signs(fact: Fact, entities: Sequence[Entity]) -> tuple[str, ...]:
    """What tells how far a fact is to be trusted, besides its rule."""
    subject, other = (entities[end].kind.value for end in (fact.subject, fact.object))
    return EVERY, f"subject {subject}", f"object {other}"


def estimate(claimed: float, told: Iterable[str], weights: Mapping[str, float]) -> float:
    """How often a fact is right.

    Args:
        claimed: What its rule claims, between 0 and 1.
        told: Its signs.
        weights: By how much each sign raises the log odds; one that is not there by nothing.
    """
    odds = WORTH * log_odds(claimed) + sum(weights.get(sign, 0.0) for sign in told)
    return round(min(SUREST, 1 / (1 + exp(-odds))), 2)


def log_odds(share: float) -> float:
    """The logarithm of how much likelier right is than wrong."""
    inside = min(max(share, 0.01), 0.99)
    return log(inside / (1 - inside))


@cache
def corrections() -> dict[str, float]:
    """The weight of each sign; the first call reads the file."""
    rows = csv.DictReader(read_lines("confidence.csv"))
    return {row["sign"]: float(row["weight"]) for row in rows}
