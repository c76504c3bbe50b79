"""The figures themselves: they may rise, never fall unseen."""

from pathlib import Path

import pytest

from communique.errors import MissingFile, ParameterError
from communique.evaluation.page import page
from communique.evaluation.run import Evaluation, evaluate, judge_facts
from communique.evaluation.tables import accuracy

pytestmark = pytest.mark.shared

FLOORS = {
    "dev": {"people": 0.97, "offices": 0.94, "facts": 0.76, "met-with": 0.81},
    "check": {"people": 0.93, "offices": 0.94, "facts": 0.75, "met-with": 0.82},
}
"""F1 on each part; raise them when the reader rises."""


@pytest.fixture(scope="module")
def evaluations(shared: Path) -> dict[str, Evaluation]:
    """The built-in reader on both parts."""
    return {part: evaluate(shared / "gold" / part, "rules") for part in FLOORS}


@pytest.mark.parametrize("part", list(FLOORS))
def test_the_figures_do_not_fall(evaluations: dict[str, Evaluation], part: str) -> None:
    """F1 of people, offices, facts and meetings, the mean over releases, and the qualifiers."""
    report = evaluations[part].whole
    for name, floor in FLOORS[part].items():
        assert report.tally(name).f1 >= floor, name
    assert report.tally("facts").precision >= 0.88
    assert (report.mean_f1 or 0) >= 0.76
    assert (accuracy(report, "date") or 0) >= 0.83
    assert (accuracy(report, "status") or 0) >= 0.93


def test_the_gap_between_the_parts_is_small(evaluations: dict[str, Evaluation]) -> None:
    """A wide one would mean that rules were learnt by heart."""
    dev, check = (evaluations[part].whole.tally("facts").f1 for part in ("dev", "check"))
    assert dev - check <= 0.10


def test_every_quote_is_verbatim(evaluations: dict[str, Evaluation], shared: Path) -> None:
    """At its offsets, in the text of the file."""
    facts = 0
    for part, evaluation in evaluations.items():
        for name, prediction in evaluation.predictions.items():
            text = (shared / "gold" / part / f"{name}.txt").read_text("utf-8")
            for fact in prediction["facts"]:
                assert text[fact["start"] : fact["end"]] == fact["evidence"]
                facts += 1
    assert facts > 500


def test_the_page_tells_both_columns(evaluations: dict[str, Evaluation]) -> None:
    """Figures, issuers, confidence and its curve."""
    text = page(evaluations["dev"], evaluations["check"])
    for heading in ("Figures", "By issuer", "What a confidence means", "Recall for precision"):
        assert f"## {heading}" in text
    assert "`met-with`" in text


def test_each_fact_is_judged_once(evaluations: dict[str, Evaluation]) -> None:
    """As many are right as the figures say."""
    judged = judge_facts(evaluations["check"])
    tally = evaluations["check"].whole.tally("facts")
    assert (len(judged), sum(right for _, right in judged)) == (tally.predicted, tally.right)


def test_an_unknown_reader_or_an_empty_folder_is_told(shared: Path, tmp_path: Path) -> None:
    """Before anything is read."""
    with pytest.raises(ParameterError, match="Did you mean rules"):
        evaluate(shared / "gold" / "check", "rule")
    with pytest.raises(MissingFile, match="no gold annotations"):
        evaluate(tmp_path, "rules")
