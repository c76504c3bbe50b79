"""How well and how fast people are told apart: precision, recall, time and memory by size.

Run as ``make bench`` or ``python -m benchmarks.identities [MENTIONS...]``. The people are invented
by a seed. Precision and recall are of pairs of mentions: of the pairs put together how many are of
one person, and of the pairs of one person how many are put together. The peer of the same run
groups mentions by the key of the name as it is. Memory is what clustering needs at most above what
the invented mentions take, each size in a process of its own: what Python remembers of one would be
to the credit of the next. Growth is the time a mention over that of the first row.
"""

import resource
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from math import comb
from multiprocessing import get_context
from time import process_time
from typing import Any

import click
from benchmarks import people

from communique.graph.identity import name_key
from communique.graph.registry.clustering import cluster
from communique.graph.registry.people import blocks, weigh
from communique.graph.registry.profile import Profile
from communique.queries.table import Table

SIZES = (10_000, 30_000, 100_000)
EACH = 5
"""Mentions of one person, on average."""
SEED = 20_310_304

Truth = dict[str, Counter[int]]


@dataclass(frozen=True)
class Score:
    """Of all pairs of mentions, what share is right."""

    precision: float
    recall: float


@click.command()
@click.argument("sizes", nargs=-1, type=click.IntRange(min=EACH))
def main(sizes: Sequence[int]) -> None:
    """Cluster invented mentions of people, in SIZES."""
    click.echo("People across releases")
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as apart:
        rows = list(apart.map(measure, sizes or SIZES))
    first = rows[0][EACH_TIME]
    told = [{**row, "growth": round(row[EACH_TIME] / first, 2)} for row in rows]
    click.echo(Table((*COLUMNS, "growth"), told, dict))


EACH_TIME = "microseconds a mention"
COLUMNS = (
    "mentions", "people", "profiles", "seconds", EACH_TIME, "megabytes more", "precision",
    "recall", "doubts", "peer seconds", "peer precision", "peer recall",
)  # fmt: skip


def measure(many: int) -> dict[str, Any]:
    """Cluster so many mentions and tell how it went, by `COLUMNS`."""
    who = people.people(many // EACH, SEED)
    profiles, truth = people.join(people.mentions(who, many, SEED))
    before, start = _megabytes(), process_time()
    found = cluster(profiles, weigh, blocks)
    spent, more = process_time() - start, _megabytes() - before
    told = score(found.clusters, truth)
    start = process_time()
    groups = _by_name(profiles)
    peer_spent = process_time() - start
    peer = score(groups, truth)
    values = (
        many, len(who), len(profiles), round(spent, 1), round(spent / many * 1e6), more,
        round(told.precision, 4), round(told.recall, 4), len(found.doubts), round(peer_spent, 1),
        round(peer.precision, 4), round(peer.recall, 4),
    )  # fmt: skip
    return dict(zip(COLUMNS, values, strict=True))


def _megabytes() -> int:
    """The most memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _by_name(profiles: Iterable[Profile]) -> Iterable[tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for profile in profiles:
        found[name_key(profile.name)].append(profile.id)
    return [tuple(ids) for ids in found.values()]


def score(groups: Iterable[tuple[str, ...]], truth: Truth) -> Score:
    """Count right pairs by how many mentions of whom are in each group.

    Args:
        groups: Ids of profiles.
        truth: For each profile of how many mentions of whom it is.

    Returns:
        Precision and recall over pairs of mentions; 1 where there is no pair.
    """
    whole: Counter[int] = Counter()
    said = right = 0
    for group in groups:
        inside: Counter[int] = Counter()
        for key in group:
            inside.update(truth[key])
        whole.update(inside)
        said += comb(inside.total(), 2)
        right += sum(comb(n, 2) for n in inside.values())
    real = sum(comb(n, 2) for n in whole.values())
    return Score(right / said if said else 1.0, right / real if real else 1.0)


if __name__ == "__main__":
    main()
