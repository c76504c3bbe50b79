"""The figures of an evaluation as a table."""

from typing import Any

from communique.evaluation.scoring import Report
from communique.queries.table import Table

COLUMNS = ("name", "precision", "recall", "f1", "gold", "predicted")


def figures(report: Report) -> Table[dict[str, Any]]:
    """Make the table of precision, recall and F1: people, offices, facts, then each predicate.

    Args:
        report: The figures.

    Returns:
        The table; its notes are the qualifiers' accuracy and the mean over releases.
    """
    first = ("people", "offices", "facts")
    names = [*first, *sorted(set(report.tallies) - set(first))]
    rows = []
    for name in names:
        tally = report.tallies[name]
        values = (round(v, 3) for v in (tally.precision, tally.recall, tally.f1))
        rows.append(dict(zip(COLUMNS, (name, *values, tally.gold, tally.predicted), strict=True)))
    return Table(COLUMNS, rows, dict, _notes(report))


def misses(report: Report) -> Table[dict[str, Any]]:
    """Make the table of every difference, with the sentence."""
    columns = ("kind", "release", "told", "evidence")
    rows = [{c: getattr(miss, c) for c in columns} for miss in report.misses]
    return Table(columns, rows, dict)


def accuracy(report: Report, qualifier: str) -> float | None:
    """Tell how often the date, place or status of a fact that was found is right."""
    right, total = report.qualifiers[qualifier]
    return round(right / total, 3) if total else None


def _notes(report: Report) -> list[str]:
    told = ", ".join(f"{q} {accuracy(report, q)} of {n}" for q, (_, n) in report.qualifiers.items())
    mean = "none" if report.mean_f1 is None else f"{report.mean_f1:.3f}"
    return [
        f"qualifiers: {told}",
        f"facts, mean F1 over releases: {mean}",
        f"{report.releases} releases, {len(report.missing)} without a prediction",
    ]
