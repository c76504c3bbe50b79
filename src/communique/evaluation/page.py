"""docs/evaluation.md: the reader's figures on releases it was tuned on, and on others.

Run as ``python -m communique.evaluation.page GOLD [--out FILE] [--errors]``; GOLD holds ``dev`` and
``check``.
"""

from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path

import click

from communique.evaluation.run import Evaluation, evaluate, judge_facts
from communique.evaluation.scoring import QUALIFIERS, Report
from communique.evaluation.tables import accuracy, figures, misses
from communique.reading.readers import BUILT_IN

_STEPS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)


def page(dev: Evaluation, check: Evaluation) -> str:
    """Write the page.

    Args:
        dev: The figures on the releases tuned on.
        check: Those on releases nobody has read.

    Returns:
        Markdown.
    """
    parts = [
        (files("communique.evaluation") / "page.md").read_text("utf-8"),
        "## Figures\n\n" + _table(_head(), _compare(dev.whole, check.whole)),
        "## By issuer\n\n" + _by_issuer(dev, check),
        "## What a confidence means\n\n" + _CALIBRATION + _table(_BANDS, _bands(dev, check)),
        "## Recall for precision\n\n" + _CURVE + _table(_CUTS, _cuts(check)),
    ]
    return "\n".join(parts)


_CALIBRATION = "Of facts given a confidence within the band, so many are right.\n\n"
_CURVE = "What `--min-confidence` keeps of the facts on `check`.\n\n"
_BANDS = ("confidence", "dev: facts", "right", "check: facts", "right")
_CUTS = ("at least", "facts", "precision", "recall")


def _head() -> tuple[str, ...]:
    return ("", "dev P", "R", "F1", "of", "check P", "R", "F1", "of", "gap in F1")


def _compare(dev: Report, check: Report) -> Iterator[Sequence[object]]:
    for name in (row["name"] for row in figures(dev).dicts()):
        one, other = dev.tally(name), check.tally(name)
        cells = [
            f"{v:.3f}" if isinstance(v, float) else v
            for t in (one, other)
            for v in (t.precision, t.recall, t.f1, t.gold)
        ]
        yield (f"`{name}`", *cells, f"{one.f1 - other.f1:+.3f}")
    for q in QUALIFIERS:
        values = [accuracy(r, q) for r in (dev, check)]
        counts = [r.qualifiers[q][1] for r in (dev, check)]
        yield (f"{q}, accuracy", "", "", values[0], counts[0], "", "", values[1], counts[1], "")
    means = [f"{r.mean_f1 or 0:.3f}" for r in (dev, check)]
    yield ("facts, mean over releases", "", "", means[0], dev.releases, "", "", means[1],
           check.releases, "")  # fmt: skip


def _by_issuer(dev: Evaluation, check: Evaluation) -> str:
    rows: list[tuple[str, ...]] = []
    for part, evaluation in (("dev", dev), ("check", check)):
        for issuer, report in evaluation.by_issuer.items():
            facts = report.tally("facts")
            values = (facts.precision, facts.recall, facts.f1, report.mean_f1 or 0.0)
            rows.append((issuer, part, str(report.releases), *(f"{v:.3f}" for v in values)))
    head = ("issuer", "", "releases", "facts P", "R", "F1", "mean F1")
    return _table(head, sorted(rows))


def _bands(dev: Evaluation, check: Evaluation) -> Iterator[Sequence[object]]:
    judged = [judge_facts(e) for e in (dev, check)]
    for low, high in zip(_STEPS, (*_STEPS[1:], 1.01), strict=True):
        cells: list[object] = []
        for facts in judged:
            band = [right for confidence, right in facts if low <= confidence < high]
            cells += [len(band), f"{sum(band) / len(band):.2f}" if band else ""]
        if any(cells):
            yield (f"{low:.2f} to {min(high, 1.0):.2f}", *cells)


def _cuts(check: Evaluation) -> Iterator[Sequence[object]]:
    judged = judge_facts(check)
    gold = check.whole.tally("facts").gold
    for low in _STEPS:
        kept = [right for confidence, right in judged if confidence >= low]
        precision = f"{sum(kept) / len(kept):.3f}" if kept else ""
        yield (f"{low:.2f}", len(kept), precision, f"{sum(kept) / gold:.3f}")


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(str(cell) for cell in line)} |\n" for line in lines)


@click.command()
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--reader", default=BUILT_IN, show_default=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write the page.")
@click.option("--errors", is_flag=True, help="List each miss on dev with its sentence.")
def main(gold: Path, reader: str, out: Path | None, *, errors: bool) -> None:
    """Score a reader on GOLD/dev and GOLD/check."""
    dev, check = (evaluate(gold / part, reader) for part in ("dev", "check"))
    if errors:
        click.echo(str(misses(dev.whole)))
        return
    for part, evaluation in (("dev", dev), ("check", check)):
        table = figures(evaluation.whole)
        click.echo(f"{part}\n{table}\n" + "\n".join(table.notes) + "\n")
    if out is not None:
        out.write_text(page(dev, check), "utf-8")


if __name__ == "__main__":
    main()
