"""The figures of an evaluation as a table."""

from collections import Counter
from collections.abc import Mapping
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


def issuers(reports: Mapping[str, Report]) -> Table[dict[str, Any]]:
    """Make the table of each issuer's facts.

    Args:
        reports: The figures by issuer.
    """
    columns = ("issuer", "releases", "precision", "recall", "f1", "mean f1")
    rows = []
    for issuer, report in reports.items():
        facts = report.tally("facts")
        values = (facts.precision, facts.recall, facts.f1, report.mean_f1 or 0.0)
        shown = (issuer, report.releases, *(round(value, 3) for value in values))
        rows.append(dict(zip(columns, shown, strict=True)))
    return Table(columns, rows, dict)


def misses(report: Report) -> Table[dict[str, Any]]:
    """Make the table of every difference, with the sentence."""
    columns = ("kind", "release", "told", "rule", "evidence")
    rows = [{c: getattr(miss, c) for c in columns} for miss in report.misses]
    return Table(columns, rows, dict)


def listing(report: Report) -> str:
    """Write out every difference for people, release by release."""
    lines: list[str] = []
    for release in sorted({miss.release for miss in report.misses}):
        lines += ["", release]
        for miss in report.misses:
            if miss.release == release:
                rule = f"  ({miss.rule})" if miss.rule else ""
                lines.append(f"  {miss.kind:8} {miss.told}{rule}")
                lines += [f"{'':11}“{' '.join(miss.evidence.split())}”"] if miss.evidence else []
    counts = Counter(miss.kind for miss in report.misses)
    told = ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items()))
    return "\n".join([*lines, "", told or "No differences."])


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
