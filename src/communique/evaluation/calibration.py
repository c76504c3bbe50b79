"""What a rule's confidence is worth: corrections measured on annotated releases.

Run as ``python -m communique.evaluation.calibration FOLDER --out FILE``. Logistic regression: the
log odds that a fact is right are half of those its rule claims plus a weight for each of its signs.
A ridge keeps the weight of a rare sign near nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path

import click

from communique.evaluation.run import judge_readings
from communique.reading.rules import RulesReader
from communique.reading.rules.confidence import EVERY, WORTH, log_odds, signs

RIDGE = 10.0
"""As if so many facts had shown that the sign means nothing; chosen by cross-validation on dev."""
_ROUNDS = 400
_HEAD = """\
# What each sign adds to the log odds that a fact is right, besides half of those its rule claims;
# facts and right are the counts behind it. Source: written by `make calibrate`, from dev.
"""


@dataclass(frozen=True)
class Trial:
    """A fact that was judged.

    Attributes:
        claimed: The confidence that its rule claims.
        signs: What else is known of it.
        right: Whether the annotation has it.
    """

    claimed: float
    signs: tuple[str, ...]
    right: bool


def fit(trials: Sequence[Trial], ridge: float = RIDGE) -> dict[str, float]:
    """Weigh the signs so that the confidences fit best; the same trials give the same weights.

    Args:
        trials: Facts that were judged.
        ridge: How strongly weights are held near nothing; that of `EVERY` is free.

    Returns:
        The weights by sign, sorted.
    """
    weights = dict.fromkeys(sorted({sign for trial in trials for sign in trial.signs}), 0.0)
    bearing = {sign: [t for t in trials if sign in t.signs] for sign in weights}
    for _ in range(_ROUNDS):
        for sign, borne in bearing.items():
            weights[sign] += _step(weights, sign, borne, 1.0 if sign == EVERY else ridge)
    return weights


def _step(weights: Mapping[str, float], sign: str, borne: Sequence[Trial], ridge: float) -> float:
    """A step along one weight, never too far: the curve bends by a quarter a fact at most."""
    slope, bend = -ridge * weights[sign], ridge + len(borne) / 4
    for trial in borne:
        odds = WORTH * log_odds(trial.claimed) + sum(weights[s] for s in trial.signs)
        slope += trial.right - 1 / (1 + exp(-odds))
    return slope / bend


def gather(folder: str | Path) -> list[Trial]:
    """Judge every fact that the built-in reader finds in a folder of annotated releases."""
    return [
        Trial(fact.confidence, signs(fact, reading.entities), right)
        for reading, fact, right in judge_readings(folder, RulesReader(corrected=False))
    ]


def table(trials: Sequence[Trial]) -> str:
    """Write the corrections with the counts behind them, as data/confidence.csv has them."""
    lines = ["sign,weight,facts,right"]
    for sign, weight in fit(trials).items():
        judged = [trial.right for trial in trials if sign in trial.signs]
        lines.append(f"{sign},{weight:.2f},{len(judged)},{sum(judged)}")
    return _HEAD + "\n".join(lines) + "\n"


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path))
def main(folder: Path, out: Path) -> None:
    """Measure the corrections on FOLDER, which holds releases that were tuned on."""
    out.write_text(table(gather(folder)), "utf-8")
    click.echo(f"{out} written.", err=True)


if __name__ == "__main__":
    main()
