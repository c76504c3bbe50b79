"""Predictions held against gold annotations."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from communique.cli.app import app
from communique.evaluation.gold import load_gold, load_predictions
from communique.evaluation.likeness import same, same_person, same_thing
from communique.evaluation.pairing import pair_items
from communique.evaluation.scoring import QUALIFIERS, score
from communique.evaluation.tables import accuracy, figures

NAMES = ["Ada Oduya", "Ms Oduya", "Ada Oduia", "Harbour Fair", "the Fair", "meeting", "lunch", ""]
PREDICATES = ["met-with", "attended", "thanked"]
FACTS = st.lists(
    st.fixed_dictionaries(
        {
            "subject": st.sampled_from(NAMES),
            "predicate": st.sampled_from(PREDICATES),
            "object": st.sampled_from(NAMES),
            "date": st.sampled_from([None, "2031-03-04", "--03-04"]),
            "place": st.sampled_from([None, "Oslo", "Oslo Harbour"]),
            "status": st.sampled_from(["occurred", "planned"]),
        }
    ),
    max_size=6,
)
PEOPLE = st.lists(
    st.fixed_dictionaries(
        {
            "name": st.sampled_from(NAMES),
            "offices": st.lists(
                st.sampled_from(["Mayor of Oslo", "the Mayor", "Envoy"]), max_size=2
            ),
        }
    ),
    max_size=4,
)
RECORDS = st.fixed_dictionaries({"people": PEOPLE, "facts": FACTS})


def theirs(shared: Path, gold: Path, predictions: Path) -> dict[str, Any]:
    """Score with the scorer that came with the gold annotations."""
    command = [
        sys.executable,
        str(shared / "gold" / "score.py"),
        str(gold),
        str(predictions),
        "--json",
    ]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def ours(gold: Path, predictions: Path) -> dict[str, Any]:
    """Score with our own, told in the same form."""
    report = score(load_gold(gold), load_predictions(predictions))
    told: dict[str, Any] = {row.pop("name"): row for row in figures(report).dicts()}
    told["qualifiers"] = {
        q: {"accuracy": accuracy(report, q), "of": report.qualifiers[q][1]} for q in QUALIFIERS
    }
    told["macro_f1"] = None if report.mean_f1 is None else round(report.mean_f1, 3)
    told["releases"], told["missing_releases"] = report.releases, report.missing
    return told


@pytest.mark.shared
@pytest.mark.parametrize("part", ["dev", "check"])
def test_our_figures_are_those_of_the_scorer_that_came_with_the_gold(
    shared: Path, tmp_path: Path, part: str
) -> None:
    """On what our own reader makes of the releases, every figure is the same."""
    gold = shared / "gold" / part
    result = CliRunner().invoke(app, ["read", str(gold)])
    predictions = tmp_path / "p.jsonl"
    predictions.write_text(result.stdout, "utf-8")
    expected = theirs(shared, gold, predictions)
    expected["qualifiers"] = {q: expected["qualifiers"][q] for q in QUALIFIERS}
    assert ours(gold, predictions) == expected


@pytest.mark.shared
@pytest.mark.parametrize("seed", range(5))
def test_our_figures_are_theirs_on_made_up_annotations(
    shared: Path, tmp_path: Path, seed: int
) -> None:
    """Repeated names, empty names, generic events: the same figures too."""
    from random import Random

    random = Random(seed)  # noqa: S311

    def record() -> dict[str, Any]:
        people = [
            {"name": random.choice(NAMES), "offices": random.sample(["Mayor of Oslo", "Envoy"], 1)}
            for _ in range(random.randint(0, 4))
        ]
        facts = [
            {
                "subject": random.choice(NAMES),
                "predicate": random.choice(PREDICATES),
                "object": random.choice(NAMES),
                "date": random.choice([None, "2031-03-04"]),
                "place": random.choice([None, "Oslo"]),
                "status": "occurred",
            }
            for _ in range(random.randint(0, 7))
        ]
        return {"people": people, "facts": facts}

    gold = tmp_path / "gold"
    gold.mkdir()
    lines = []
    for n in range(30):
        (gold / f"{n}.json").write_text(json.dumps(record()))
        lines.append(json.dumps({"name": str(n), **record()}))
    predictions = tmp_path / "p.jsonl"
    predictions.write_text("\n".join(lines[:-1]))
    expected = theirs(shared, gold, predictions)
    expected["qualifiers"] = {
        q: expected["qualifiers"].get(q, {"accuracy": None, "of": 0}) for q in QUALIFIERS
    }
    assert ours(gold, predictions) == expected


@given(RECORDS)
def test_a_prediction_equal_to_the_gold_misses_only_what_has_no_name(
    record: dict[str, Any],
) -> None:
    """Whatever can be compared at all is found in itself."""
    named = {
        "people": [p for p in record["people"] if p["name"]],
        "facts": [f for f in record["facts"] if f["subject"] and f["object"]],
    }
    report = score({"r": named}, {"r": named})
    assert report.tallies["facts"].f1 == 1.0
    assert report.tallies["people"].f1 == 1.0
    assert not report.misses


@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_likeness_does_not_depend_on_the_order(one: str, other: str) -> None:
    """Sameness is symmetric."""
    for alike in (same, same_person, same_thing):
        assert alike(one, other) == alike(other, one)


def test_a_pairing_is_the_largest_there_is() -> None:
    """A first choice gives way when another item has no other partner."""
    likes = {("a", 1), ("a", 2), ("b", 1)}
    gold: list[Any] = ["a", "b"]
    predicted: list[Any] = [1, 2]
    assert pair_items(gold, predicted, lambda g, p: (g, p) in likes) == {0: 1, 1: 0}


def test_the_command_prints_figures_and_misses(tmp_path: Path) -> None:
    """As rows, with the sentence of each miss."""
    gold = tmp_path / "gold"
    gold.mkdir()
    fact = {
        "subject": "Ada Oduya", "predicate": "met-with", "object": "Ben Cole",
        "date": "2031-03-04", "place": None, "status": "occurred", "evidence": "Ms Oduya met Mr Cole.",
    }  # fmt: skip
    (gold / "a.json").write_text(json.dumps({"people": [], "facts": [fact]}))
    predictions = tmp_path / "p.jsonl"
    predictions.write_text(json.dumps({"name": "a", "people": [], "facts": []}))
    result = CliRunner().invoke(app, ["score", str(gold), str(predictions)])
    rows = {row["name"]: row for row in map(json.loads, result.stdout.splitlines())}
    assert rows["facts"] == {
        "name": "facts", "precision": 0.0, "recall": 0.0, "f1": 0.0, "gold": 1, "predicted": 0,
    }  # fmt: skip
    result = CliRunner().invoke(app, ["score", str(gold), str(predictions), "--errors"])
    (row,) = map(json.loads, result.stdout.splitlines())
    assert row["kind"] == "MISSED"
    assert row["evidence"] == "Ms Oduya met Mr Cole."


@pytest.mark.parametrize(
    ("content", "code"), [("[1]", 1), ("{", 1), ('{"people": []}', 1), (None, 2)]
)
def test_what_is_no_prediction_is_told(tmp_path: Path, content: str | None, code: int) -> None:
    """With the file and the line."""
    (tmp_path / "a.json").write_text("{}")
    predictions = tmp_path / "p.jsonl"
    if content is not None:
        predictions.write_text(content)
    result = CliRunner().invoke(app, ["score", str(tmp_path), str(predictions)])
    assert result.exit_code == code
    assert str(predictions) in result.stderr
