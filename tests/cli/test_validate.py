"""`communique validate`: what is wrong, where, and by which exit code."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import communique
from communique.cli.app import app

EXAMPLES = Path(str(communique.__file__)).parent / "examples"


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The examples as N-Quads."""
    folder = tmp_path_factory.mktemp("validate")
    with communique.open(folder / "g.db") as graph:
        graph.load(EXAMPLES)
        graph.export(folder / "g.nq")
    return (folder / "g.nq").read_text("utf-8")


@pytest.fixture
def runner() -> CliRunner:
    """A terminal that is none."""
    return CliRunner()


def test_a_graph_that_is_sound_has_exit_code_0(where: str, runner: CliRunner) -> None:
    """A summary on standard error, and nothing else."""
    with communique.open(where) as graph:
        graph.load(EXAMPLES)
    result = runner.invoke(app, ["validate", "--graph", where])
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "10 releases, 3,831 triples: 0 violations.\n"


def test_a_file_is_checked_as_the_graph_is(
    exported: str, runner: CliRunner, tmp_path: Path
) -> None:
    """The same triples, and nothing wrong with them."""
    path = tmp_path / "g.nq"
    path.write_text(exported, encoding="utf-8")
    result = runner.invoke(app, ["validate", str(path)])
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "10 releases, 3,831 triples: 0 violations.\n"


@pytest.mark.parametrize("form", ["--json", "--table", "--csv"])
def test_violations_are_listed_and_end_in_exit_code_1(
    exported: str, runner: CliRunner, tmp_path: Path, form: str
) -> None:
    """A JSON object a line, a table, or rows of CSV; the count is on standard error."""
    path = tmp_path / "g.nq"
    path.write_text(exported.replace("/id/role/attendee>", "/id/role/guest>"), encoding="utf-8")
    result = runner.invoke(app, ["validate", str(path), form])
    assert result.exit_code == 1
    assert "#attended." in result.stdout
    assert "cq:role should be one of attendee, counterpart, principal" in result.stdout
    assert result.stderr.startswith("10 releases, 3,831 triples: ")
    assert not result.stderr.endswith(": 0 violations.\n")
    if form == "--json":
        rows = [json.loads(line) for line in result.stdout.splitlines()]
        assert {tuple(row) for row in rows} == {("where", "rule", "message")}
        assert f": {len(rows)} violations." in result.stderr


@pytest.mark.parametrize(
    ("name", "text", "code", "told"),
    [
        ("none.nq", None, 2, "none.nq"),
        ("g.csv", "a", 2, "does not end as a file of RDF does"),
        ("g.ttl", "hello", 1, "is no RDF"),
        ("g.nt", "<a:b> <c:d> <e:f> .", 1, "nothing in it is a cq:Release"),
        ("g.nt", "", 1, "nothing in it is a cq:Release"),
    ],
)
def test_what_cannot_be_checked_is_told_in_a_sentence(
    runner: CliRunner, tmp_path: Path, name: str, text: str | None, code: int, told: str
) -> None:
    """With the path and what to do; no traceback."""
    path = tmp_path / name
    if text is not None:
        path.write_text(text, encoding="utf-8")
    result = runner.invoke(app, ["validate", str(path)])
    assert result.exit_code == code
    assert result.stdout == ""
    assert result.stderr.startswith("Error: ")
    assert told in result.stderr
    assert str(path) in result.stderr


def test_a_file_and_a_graph_are_not_checked_at_once(
    exported: str, runner: CliRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unless the graph is but the one that the environment names."""
    path = tmp_path / "g.nq"
    path.write_text(exported, encoding="utf-8")
    result = runner.invoke(app, ["validate", str(path), "--graph", "g.db"])
    assert result.exit_code == 2
    assert "give one of them" in result.stderr
    monkeypatch.setenv("COMMUNIQUE_GRAPH", "none.db")
    assert runner.invoke(app, ["validate", str(path)]).exit_code == 0


def test_without_pyshacl_the_command_that_installs_it_is_told(
    exported: str, runner: CliRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is in an extra of its own."""
    path = tmp_path / "g.nq"
    path.write_text(exported, encoding="utf-8")
    monkeypatch.setitem(sys.modules, "pyshacl", None)
    result = runner.invoke(app, ["validate", str(path)])
    assert result.exit_code == 2
    assert "pip install 'communique[validate]'" in result.stderr


def test_a_graph_that_is_not_there_is_told(runner: CliRunner, tmp_path: Path) -> None:
    """Checking never makes one."""
    result = runner.invoke(app, ["validate", "--graph", str(tmp_path / "none.db")])
    assert result.exit_code == 2
    assert "none.db" in result.stderr
    assert not (tmp_path / "none.db").exists()


def test_the_page_on_validation_shows_a_true_report(
    exported: str, runner: CliRunner, tmp_path: Path
) -> None:
    """What it says that somebody did gives just what it shows."""
    page = (Path(__file__).parents[2] / "docs" / "validation.md").read_text("utf-8")
    path = tmp_path / "g.nq"
    broken = exported.replace("/id/role/attendee>", "/id/role/guest>", 1)
    path.write_text(broken, encoding="utf-8")
    shown = page.partition("```json\n")[2].partition("```")[0]
    assert runner.invoke(app, ["validate", str(path)]).stdout == shown


def test_what_no_shape_can_say_is_found_by_the_models_rules(
    exported: str, runner: CliRunner, tmp_path: Path
) -> None:
    """An address that is not the one by which the release is known."""
    path = tmp_path / "g.nq"
    path.write_text(exported.replace('minister-meets-mayor-of-lisbon"', 'talks"'), encoding="utf-8")
    result = runner.invoke(app, ["validate", str(path), "--json"])
    assert result.exit_code == 1
    (row,) = map(json.loads, result.stdout.splitlines())
    assert row["where"].endswith("minister-meets-mayor-of-lisbon")


def test_decisions_are_held_against_their_shapes(where: str, runner: CliRunner) -> None:
    """In a graph, as in a file of it."""
    with communique.open(where) as graph:
        graph.load(EXAMPLES)
        fact = graph.cypher("MATCH ()-[t:THANKED]->() RETURN min(t.fact) AS fact")[0]["fact"]
        graph.wrong(fact, note="it does not say so")
    result = runner.invoke(app, ["validate", "--graph", where])
    assert (result.exit_code, result.stdout) == (0, "")
