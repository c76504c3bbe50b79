"""What a claimed confidence is worth, measured."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from communique.evaluation.calibration import Trial, fit, main
from communique.reading.rules.confidence import EVERY, corrections, estimate

TRIALS = st.lists(
    st.builds(
        Trial,
        st.sampled_from([0.5, 0.8, 0.95]),
        st.sampled_from([(EVERY,), (EVERY, "subject group"), (EVERY, "object person")]),
        st.booleans(),
    ),
    max_size=30,
)


def trials(sign: str, right: int, wrong: int) -> list[Trial]:
    """Facts with one sign, so many right and so many wrong, all claimed to be right half the time."""
    signs = (EVERY, sign)
    return [Trial(0.5, signs, n < right) for n in range(right + wrong)]


def test_a_share_that_many_facts_show_becomes_their_confidence() -> None:
    """Whatever the rule claimed."""
    weights = fit(trials("a", 900, 100) + trials("b", 400, 600), ridge=0.1)
    assert estimate(0.5, (EVERY, "a"), weights) == pytest.approx(0.9, abs=0.01)
    assert estimate(0.5, (EVERY, "b"), weights) == pytest.approx(0.4, abs=0.01)


def test_a_rare_sign_says_little() -> None:
    """Two facts move a confidence less than two hundred."""
    few, many = (fit(trials("common", 900, 100) + trials("rare", 0, n))["rare"] for n in (2, 200))
    assert many < few < 0


@given(TRIALS)
def test_the_same_trials_give_the_same_weights(given_trials: list[Trial]) -> None:
    """In any order, and every confidence lies between nothing and the surest."""
    weights = fit(given_trials)
    again = fit(given_trials[::-1])
    assert weights == pytest.approx(again, abs=1e-6)
    assert all(0 <= estimate(t.claimed, t.signs, weights) <= 0.95 for t in given_trials)


@given(st.floats(0, 1), st.floats(0, 1))
def test_what_claims_more_is_never_trusted_less(one: float, other: float) -> None:
    """Corrections keep the order of facts with the same signs."""
    signs = (EVERY, "subject person", "object person")
    low, high = (estimate(c, signs, corrections()) for c in sorted((one, other)))
    assert low <= high


def test_the_command_writes_the_data_file(tmp_path: Path) -> None:
    """With where it comes from, and the counts behind each weight."""
    text = "title: Talks\ndate: 2031-03-04\n\nThe Minister for Trade, Ms Ada Oduya, met with Mr Ben Cole.\n"
    fact = {"subject": "Ada Oduya", "predicate": "met-with", "object": "Ben Cole"}
    (tmp_path / "a.txt").write_text(text)
    (tmp_path / "a.json").write_text(json.dumps({"people": [], "facts": [fact]}))
    out = tmp_path / "confidence.csv"
    assert CliRunner().invoke(main, [str(tmp_path), "--out", str(out)]).exit_code == 0
    lines = out.read_text("utf-8").splitlines()
    assert lines[0].startswith("#")
    assert [line.rpartition(",")[0].split(",")[::2] for line in lines[3:]] == [
        [EVERY, "1"], ["object person", "1"], ["subject person", "1"],
    ]  # fmt: skip
