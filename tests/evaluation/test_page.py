"""The figures themselves: they may rise, never fall unseen."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from communique.errors import MissingFile, ParameterError
from communique.evaluation.page import page
from communique.evaluation.run import Evaluation, evaluate, judge_facts
from communique.evaluation.scoring import Report

pytestmark = pytest.mark.shared

PARTS = ("dev", "check")


@pytest.fixture(scope="module")
def evaluations(shared: Path) -> dict[str, Evaluation]:
    """The built-in reader on both parts."""
    return {part: evaluate(shared / "gold" / part, "rules") for part in PARTS}


@pytest.mark.parametrize("part", PARTS)
def test_the_figures_do_not_fall(
    evaluations: dict[str, Evaluation], part: str, find_fallen: Callable[[Report, str], object]
) -> None:
    """F1 of people, offices, facts and meetings, the mean over releases, and the qualifiers."""
    assert not find_fallen(evaluations[part].whole, part)


def test_the_gap_between_the_parts_is_small(
    evaluations: dict[str, Evaluation], floors: dict[str, Any]
) -> None:
    """A wide one would mean that rules were learnt by heart."""
    dev, check = (evaluations[part].whole.tally("facts").f1 for part in PARTS)
    assert dev - check <= floors["gap"]


@pytest.mark.parametrize("part", PARTS)
def test_of_facts_given_nine_tenths_nine_in_ten_are_right(
    evaluations: dict[str, Evaluation], part: str
) -> None:
    """And the surest half is right no less often than the rest."""
    judged = [right for _, right in judge_facts(evaluations[part])]
    sure = [right for confidence, right in judge_facts(evaluations[part]) if confidence >= 0.9]
    assert sum(sure) / len(sure) >= 0.9
    half = len(judged) // 2
    assert sum(judged[:half]) / half >= sum(judged[half:]) / len(judged[half:])


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
    assert text.count("  line [") == 2


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
