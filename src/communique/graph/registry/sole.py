"""A doubt that is none where nobody else can be meant, and whom that adopts."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.identity import Comparison
from communique.identity.verdict import same

Pair = tuple[str, str]

LEAST = 0.8
"""The score of a pair that is the same for want of another."""


@dataclass(frozen=True, slots=True)
class Sole(Comparison):
    """A doubt that is none where nobody else can be meant.

    Attributes:
        lone: The id of the profile that says too little by itself: a surname alone.
    """

    lone: str


def adopt(
    clusters: Sequence[Sequence[str]],
    found: Mapping[Pair, Comparison],
    is_lone: Callable[[str], bool],
    are_apart: Callable[[Sequence[str], Sequence[str]], bool],
) -> dict[Pair, Comparison]:
    """Find the clusters that mean somebody because nobody else can be meant.

    Args:
        clusters: Ids of profiles.
        found: The pairs that are the same or in doubt, with why.
        is_lone: Whether a profile says too little by itself.
        are_apart: Whether two clusters contradict each other.

    Returns:
        For each such cluster the strongest pair that speaks for it, as one that is the same: each
        has one cluster alone of those that say more to be in doubt with, and no other that has
        the same contradicts it.
    """
    number = {key: n for n, group in enumerate(clusters) for key in group}
    lone = {n for n, group in enumerate(clusters) if all(map(is_lone, group))}
    hosts: defaultdict[int, set[int]] = defaultdict(set)
    best: dict[int, tuple[float, Pair]] = {}
    for pair, told in found.items():
        for one, other in (pair, pair[::-1]):
            guest, host = number[one], number[other]
            if guest in lone and host not in lone:
                hosts[guest].add(host)
                if isinstance(told, Sole) and told.lone == one:
                    best[guest] = min(best.get(guest, (1.0, pair)), (-told.score, pair))
    homes: defaultdict[int, list[int]] = defaultdict(list)
    for guest in sorted(hosts.keys() & best.keys()):
        if len(hosts[guest]) == 1:
            homes[min(hosts[guest])].append(guest)
    chosen = (
        best[guest][1]
        for host, guests in homes.items()
        for guest in _welcome(host, guests, clusters, are_apart)
    )
    return {pair: _sure(found[pair]) for pair in sorted(chosen)}


def _welcome(
    host: int,
    guests: Sequence[int],
    clusters: Sequence[Sequence[str]],
    are_apart: Callable[[Sequence[str], Sequence[str]], bool],
) -> Iterator[int]:
    """Those that neither the host nor another guest contradicts."""
    fit = [guest for guest in guests if not are_apart(clusters[guest], clusters[host])]
    for guest in fit:
        others = (other for other in fit if other != guest)
        if not any(are_apart(clusters[guest], clusters[other]) for other in others):
            yield guest


def _sure(told: Comparison) -> Comparison:
    return same(LEAST, f"{told.reason}, nobody else of that name")
