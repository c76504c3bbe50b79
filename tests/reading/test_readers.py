"""Readers that other packages bring, found by entry point: the one in docs/readers.md is run."""

import json
import re
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import communique
from communique.cli.app import app
from communique.errors import ParameterError
from communique.evaluation.__main__ import main
from communique.reading.readers import find_reader, reader_names

DOCS = (Path(__file__).parents[2] / "docs" / "readers.md").read_text("utf-8")
TEXT = "title: Talks\ndate: 2031-03-04\nsource: https://news.example/1\n\nToday Ada Oduya met Ben Cole.\n"
GOLD = {
    "people": [{"name": "Ada Oduya", "offices": []}, {"name": "Ben Cole", "offices": []}],
    "facts": [
        {"subject": "Ben Cole", "predicate": "met-with", "object": "Ada Oduya", "date": "2031-03-04",
         "place": None, "status": "occurred", "evidence": "Ada Oduya met Ben Cole."}
    ],
}  # fmt: skip


def install(folder: Path, source: str, points: str) -> None:
    """Lay a package out as an installer does."""
    (folder / "toy_reader.py").write_text(source)
    about = folder / "toy_reader-1.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: toy-reader\nVersion: 1\n")
    (about / "entry_points.txt").write_text(points)


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The reader of the page, installed; a release that it can read."""
    source, points = (
        re.findall(rf"```{language}\n(.*?)```", DOCS, re.DOTALL)[0]
        for language in ("python", "toml")
    )
    table, line = points.replace('"', "").splitlines()
    install(tmp_path, source, f"{table.replace('project.entry-points.', '')}\n{line}\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "toy_reader", raising=False)
    (tmp_path / "a.txt").write_text(TEXT)
    return tmp_path


def run(*arguments: str) -> Result:
    """Run the command."""
    result = CliRunner().invoke(app, list(arguments))
    assert result.exit_code == 0, result.stderr
    return result


def test_a_reader_of_another_package_reads(toy: Path) -> None:
    """By its name, on the command line and from Python; a quote is where it says."""
    (record,) = map(
        json.loads, run("read", str(toy / "a.txt"), "--reader", "toy").stdout.splitlines()
    )
    assert record["reader"] == "toy/1"
    (fact,) = record["facts"]
    assert (fact["subject"], fact["object"], fact["rule"]) == ("Ada Oduya", "Ben Cole", "toy.met")
    assert communique.read(TEXT, reader="toy").facts[0].rule == "toy.met"
    assert "toy" in reader_names()


def test_it_is_scored_by_the_same_command(toy: Path) -> None:
    """Against the same annotations."""
    (toy / "a.json").write_text(json.dumps(GOLD))
    result = CliRunner().invoke(main, [str(toy), "--reader", "toy"])
    assert result.exit_code == 0, result.stderr
    assert re.search(r"met-with +1\.0 +1\.0 +1\.0 +1 +1", result.stdout)


def test_it_is_explained_as_far_as_its_reading_goes(toy: Path) -> None:
    """Without a trace of its own."""
    told = run("read", str(toy / "a.txt"), "--reader", "toy", "--explain").stdout
    assert "toy/1: 2 people, 1 fact, 0 candidates dropped" in told
    assert "✓ Ada Oduya met-with Ben Cole" in told


def test_what_it_reads_can_be_loaded(toy: Path) -> None:
    """And asked for."""
    graph = str(toy / "g.db")
    run("load", str(toy / "a.txt"), "--reader", "toy", "--graph", graph)
    (row,) = map(json.loads, run("query", "who-met-whom", "--graph", graph).stdout.splitlines())
    assert {row["person"], row["counterpart"]} == {"Ada Oduya", "Ben Cole"}


@pytest.mark.parametrize("source", ["import no_such_module", "x = 1", "def ToyReader(): 1 / 0"])
def test_a_reader_that_cannot_be_made_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str
) -> None:
    """A broken package ends in a sentence, not in a traceback."""
    install(tmp_path, source, "[communique.readers]\nbroken = toy_reader:ToyReader\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "toy_reader", raising=False)
    with pytest.raises(ParameterError, match="The reader 'broken' can't be made"):
        find_reader("broken")
