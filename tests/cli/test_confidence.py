"""`--min-confidence`: recall for precision."""

import json
from pathlib import Path

from click.testing import CliRunner

from communique import examples
from communique.cli.app import app


def records(*arguments: str) -> list[dict[str, list[dict[str, float]]]]:
    """Read the examples."""
    result = CliRunner().invoke(app, ["read", str(examples.folder()), *arguments])
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_less_sure_facts_are_left_out_and_people_stay() -> None:
    """The higher, the fewer facts, all of them sure enough; the people are the same."""
    before = None
    everyone = [record["people"] for record in records()]
    for least in ("0", "0.9", "0.93", "1"):
        found = records("--min-confidence", least)
        confidences = [fact["confidence"] for record in found for fact in record["facts"]]
        assert all(confidence >= float(least) for confidence in confidences)
        assert before is None or len(confidences) <= before
        assert [record["people"] for record in found] == everyone
        before = len(confidences)
    assert before == 0


def test_what_is_no_confidence_is_refused() -> None:
    """Before anything is read."""
    result = CliRunner().invoke(app, ["read", "-", "--min-confidence", "2"], input="x")
    assert result.exit_code == 2
    assert "0<=x<=1" in result.stderr


def test_a_graph_of_sure_facts_has_everyone_but_no_meeting_that_nobody_attended(
    tmp_path: Path,
) -> None:
    """Loaded with a confidence that no fact has, people are there and unnamed meetings are not."""
    graph = str(tmp_path / "g.db")
    load = ["load", str(examples.folder()), "--graph", graph, "--min-confidence", "1"]
    assert CliRunner().invoke(app, load).exit_code == 0
    cypher = (
        "MATCH (p:Person) WITH count(p) AS people "
        "OPTIONAL MATCH (e:Event) WHERE e.name = 'meeting' RETURN people, count(e) AS meetings"
    )
    result = CliRunner().invoke(app, ["query", "--cypher", cypher, "--graph", graph])
    assert result.exit_code == 0, result.stderr
    counts = json.loads(result.stdout)
    assert counts["people"] >= 10
    assert counts["meetings"] == 0
