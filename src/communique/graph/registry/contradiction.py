"""Which members of two clusters are held against each other, to see whether they contradict."""

from collections.abc import Iterator, Sequence
from itertools import product

ALL = 256
"""Pairs up to which every member of two clusters is held against every other."""
SAMPLE = 16
"""Of bigger clusters so many of each are, and all that shared a block."""


def held_against(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pair the members of two clusters.

    Args:
        one: The ids of one.
        other: Those of the other.

    Returns:
        All pairs, or those of some members of each where there are too many.
    """
    if len(one) * len(other) > ALL:
        one, other = _sample(one), _sample(other)
    return product(one, other)


def _sample(members: Sequence[str]) -> Sequence[str]:
    """Members at equal steps of the sorted whole."""
    step = max(1, -(-len(members) // SAMPLE))
    return sorted(members)[::step]
