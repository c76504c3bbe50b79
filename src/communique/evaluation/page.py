"""docs/evaluation.md: the reader's figures on releases it was tuned on, and on others."""

from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files

from communique.evaluation.run import Evaluation, judge_facts
from communique.evaluation.scoring import QUALIFIERS, Report
from communique.evaluation.tables import accuracy, figures

_STEPS = (0.0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95)
_CURVE_STEPS = (0.0, 0.8, 0.85, 0.88, 0.9, 0.92, 0.94, 0.95)


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
        "## Recall for precision\n\n" + _CURVE + _curve(dev, check),
    ]
    return "\n".join(parts)


_CALIBRATION = (
    "A confidence is what the rule claims, corrected by what `make calibrate` measured on `dev`\n"
    "([decision](decisions/0005-confidence.md)). Of facts given one within the band, so many are "
    "right.\n\n"
)
_CURVE = (
    "What `--min-confidence` keeps. In the chart, on `check`: precision above, recall below.\n\n"
)
_BANDS = ("confidence", "dev: facts", "right", "check: facts", "right")
_CUTS = ("at least", "dev: facts", "precision", "recall", "check: facts", "precision", "recall")


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


def _curve(dev: Evaluation, check: Evaluation) -> str:
    cuts = [_cuts(evaluation) for evaluation in (dev, check)]
    rows = [
        (f"{low:.2f}", *one, *other) for low, one, other in zip(_CURVE_STEPS, *cuts, strict=True)
    ]
    return _table(_CUTS, rows) + "\n" + _chart(cuts[1])


def _cuts(evaluation: Evaluation) -> list[tuple[int, str, str]]:
    """How many facts each least confidence keeps, how many of them are right, and of all gold."""
    judged = judge_facts(evaluation)
    gold = evaluation.whole.tally("facts").gold
    cuts = []
    for low in _CURVE_STEPS:
        kept = [right for confidence, right in judged if confidence >= low]
        precision = f"{sum(kept) / len(kept):.3f}" if kept else ""
        cuts.append((len(kept), precision, f"{sum(kept) / gold:.3f}" if gold else ""))
    return cuts


def _chart(cuts: Sequence[tuple[int, str, str]]) -> str:
    """The two curves as Mermaid draws them; where nothing is kept they end."""
    kept = [cut for cut in cuts if cut[0]]
    steps = ", ".join(f'"{low:.2f}"' for low, _ in zip(_CURVE_STEPS, kept, strict=False))
    curves = [precision for _, precision, _ in kept], [recall or "0" for _, _, recall in kept]
    lines = (f"  line [{', '.join(curve)}]" for curve in curves)
    axes = f'  x-axis "confidence at least" [{steps}]\n  y-axis "share" 0 --> 1\n'
    return "```mermaid\nxychart-beta\n" + axes + "\n".join(lines) + "\n```\n"


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(str(cell) for cell in line)} |\n" for line in lines)
