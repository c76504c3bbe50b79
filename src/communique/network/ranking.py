"""Ranks, and tables of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any, TypeVar

from communique.network.numbering import Numbered
from communique.queries.table import Table

R = TypeVar("R")

_DIGITS = 6
"""Beyond these, numbers differ by the order of a sum alone."""


@dataclass(frozen=True)
class Score:
    """What a measure gives somebody.

    Attributes:
        rank: 1 for the most; equals share a rank, and the next one is as many further.
        name: Who.
        office: The latest office in the period.
        score: The number.
        id: The node's id.
    """

    rank: int
    name: str
    office: str | None
    score: float
    id: str


def tabulate(
    row: type[R], rows: Iterable[R], notes: Sequence[str] = (), *, without: Sequence[str] = ()
) -> Table[R]:
    """Make a table of rows.

    Args:
        row: Their dataclass; its fields are the columns.
        rows: The rows, in order.
        notes: What the table leaves out, a sentence each.
        without: Columns that it does not have.

    Returns:
        The table.
    """
    columns = [f.name for f in fields(row) if f.name not in without]  # type: ignore[arg-type]
    return Table(columns, [asdict(each) for each in rows], row, notes)  # type: ignore[call-overload]


def rank_scores(network: Numbered, scores: Mapping[int, float]) -> list[Score]:
    """Rank nodes by a number, the highest first; ties are broken by name, then by id.

    Args:
        network: The network.
        scores: The number of each node.

    Returns:
        The rows.
    """
    rounded = {node: round(float(score), _DIGITS) for node, score in scores.items()}
    ranks = rank(rounded)
    ordered = sorted(rounded, key=lambda node: (-rounded[node], *network.order(node)))
    return [
        Score(ranks[n], network.name(n), network.office(n), rounded[n], network.ids[n])
        for n in ordered
    ]


def rank(scores: Mapping[Any, float]) -> dict[Any, int]:
    """Give each its rank: one more than there are with a higher number."""
    first: dict[float, int] = {}
    for place, score in enumerate(sorted(scores.values(), reverse=True), 1):
        first.setdefault(score, place)
    return {key: first[score] for key, score in scores.items()}
