"""Scoring a reader over a folder: figures, issuers, errors, the page."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from communique.cli.app import app
from communique.evaluation.__main__ import main

TEXT = (
    "title: Talks\ndate: 2031-03-04\nissuer: City of Oslo\n\n"
    "The Minister for Trade, Ms Ada Oduya, met with Mr Ben Cole in Oslo today.\n"
)
PEOPLE = [
    {"name": "Ada Oduya", "offices": ["Minister for Trade"]},
    {"name": "Ben Cole", "offices": ["Mayor of Oslo"]},
    {"name": "Cyd Dorn", "offices": []},
]
FACTS = [
    {
        "subject": "Ada Oduya", "predicate": "met-with", "object": "Ben Cole",
        "date": "2031-03-05", "place": "Oslo", "status": "occurred", "evidence": "Ms Oduya met Mr Cole.",
    },
    {
        "subject": "Ada Oduya", "predicate": "thanked", "object": "Ben Cole",
        "date": None, "place": None, "status": "occurred", "evidence": "She thanked Mr Cole.",
    },
]  # fmt: skip


def annotate(folder: Path) -> Path:
    """Write one annotated release into a folder."""
    folder.mkdir(parents=True)
    gold = {"release": {"issuer": "City of Oslo"}, "people": PEOPLE, "facts": FACTS}
    (folder / "a.json").write_text(json.dumps(gold))
    (folder / "a.txt").write_text(TEXT)
    return folder


def test_a_folder_of_annotations_is_scored(tmp_path: Path) -> None:
    """Each predicate, each issuer, the mean over releases."""
    result = CliRunner().invoke(main, [str(annotate(tmp_path / "new"))])
    assert result.exit_code == 0
    for told in ("new\n", "met-with", "thanked", "City of Oslo", "mean F1 over releases: 0.667"):
        assert told in result.stdout


def test_the_page_is_written_from_dev_and_check_alone(tmp_path: Path) -> None:
    """A folder without them is scored and says so."""
    out = tmp_path / "page.md"
    alone = CliRunner().invoke(main, [str(annotate(tmp_path / "new")), "--out", str(out)])
    assert "holds no dev and check" in alone.stderr
    assert not out.exists()
    for part in ("dev", "check"):
        annotate(tmp_path / "gold" / part)
    assert CliRunner().invoke(main, [str(tmp_path / "gold"), "--out", str(out)]).exit_code == 0
    assert "| City of Oslo | check | 1 |" in out.read_text("utf-8")


def test_errors_are_listed_with_their_sentences(tmp_path: Path) -> None:
    """People, offices, facts, and found facts with another date."""
    annotate(tmp_path / "gold" / "dev")
    result = CliRunner().invoke(main, [str(tmp_path / "gold"), "--errors"])
    assert result.exit_code == 0
    for told in (
        "  MISSED   person Cyd Dorn\n",
        "  MISSED   office Ben Cole | Mayor of Oslo\n",
        "  MISSED   Ada Oduya | thanked | Ben Cole\n           “She thanked Mr Cole.”\n",
        "  WRONG    Ada Oduya | met-with | Ben Cole: date 2031-03-04, not 2031-03-05  (met.meet",
        "3 MISSED, 1 WRONG\n",
    ):
        assert told in result.stdout


@pytest.mark.parametrize("name", ["check", "sealed"])
def test_errors_on_what_is_held_out_are_refused(tmp_path: Path, name: str) -> None:
    """By both commands: what is held out is scored, never read."""
    folder = annotate(tmp_path / name)
    result = CliRunner().invoke(main, [str(folder), "--errors"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "held out" in result.stderr
    predictions = tmp_path / "p.jsonl"
    predictions.write_text(json.dumps({"name": "a"}))
    result = CliRunner().invoke(app, ["score", str(folder), str(predictions), "--errors"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert CliRunner().invoke(app, ["score", str(folder), str(predictions)]).exit_code == 0


def test_what_cannot_be_scored_is_told(tmp_path: Path) -> None:
    """No annotations, or no such reader."""
    empty = CliRunner().invoke(main, [str(tmp_path)])
    assert (empty.exit_code, "no gold annotations" in empty.stderr) == (2, True)
    folder = annotate(tmp_path / "new")
    unknown = CliRunner().invoke(main, [str(folder), "--reader", "rulez"])
    assert (unknown.exit_code, "Did you mean rules?" in unknown.stderr) == (2, True)
