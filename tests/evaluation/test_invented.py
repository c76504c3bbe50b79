"""The annotated releases of this repository, for whoever has no others."""

from collections.abc import Callable
from pathlib import Path

from communique.evaluation.run import evaluate
from communique.evaluation.scoring import Report

GOLD = Path(__file__).parent.parent / "gold"


def test_the_figures_do_not_fall(find_fallen: Callable[[Report, str], object]) -> None:
    """They are lower than on real releases: the texts are harder."""
    assert not find_fallen(evaluate(GOLD, "rules").whole, "invented")


def test_its_quotes_stand_in_its_texts() -> None:
    """Each annotated fact is traceable to its text, word by word."""
    evaluation = evaluate(GOLD, "rules")
    for name, gold in evaluation.golds.items():
        text = " ".join((GOLD / f"{name}.txt").read_text("utf-8").split())
        assert all(" ".join(fact["evidence"].split()) in text for fact in gold["facts"]), name
