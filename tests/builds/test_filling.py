"""An empty database filled with the graph of a build."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from communique import examples
from communique.builds.build import Build, BuildReport
from communique.builds.built import graph_in
from communique.builds.engines.local import LocalEngine
from communique.builds.work import Work
from communique.cli.app import app
from communique.errors import Unfinished
from communique.graph import filling
from communique.graph.store import Store
from communique.loaders import load_releases, make_options
from communique.pipeline import Graph, LoadReport

Snapshot = Callable[[Store], dict[str, Any]]
RELEASE = "The Minister for Trade, Ms Ada Oduya, met Mr Ben Cole in Oslo today."


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of the examples."""
    build, report = Build(tmp_path_factory.mktemp("filling") / "build", Work()), BuildReport()
    for _ in build.read(load_releases(map(str, examples.paths()), make_options()), report, 1):
        pass
    build.resolve(report, lambda tables, given: LocalEngine(tables, given, 1))
    return build.folder


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let transactions be small, so that there are several."""
    monkeypatch.setattr(filling, "AT_ONCE", 70)


def begin(where: str, built: Path) -> int:
    """Fill a database with some rows, and leave it so."""
    with Graph(where) as graph:
        rows = graph.fill(built, LoadReport())
        return [next(rows), next(rows)][1]


def test_a_filled_graph_is_a_loaded_one(
    where: str, built: Path, tmp_path: Path, snapshot: Snapshot
) -> None:
    """With all it keeps, so that releases go on coming and going."""
    letter = tmp_path / "letter.txt"
    letter.write_text(RELEASE)
    with Graph(tmp_path / "other.db") as other:
        other.load(list(examples.paths()))
        with Graph(where) as graph:
            assert graph.load(built).added == graph.load(list(examples.paths())).unchanged > 0
            assert snapshot(graph.reader) == snapshot(other.reader)
            for each in (graph, other):
                each.load(letter)
                each.retract(next(iter(built_ids(built))))
            assert snapshot(graph.reader) == snapshot(other.reader)


def built_ids(built: Path) -> list[str]:
    """The ids of the releases of a build."""
    found = graph_in(built)
    assert found is not None
    return [node.ref.id for node in found[0].nodes() if node.ref.label == "Release"]


def test_nobody_sees_half_a_graph(where: str, built: Path, tmp_path: Path) -> None:
    """Nor loads into it: both are told what to do."""
    rows = begin(where, built)
    letter = tmp_path / "letter.txt"
    letter.write_text(RELEASE)
    said = f"being filled from {built}: {rows:,} rows"
    with Graph(where) as graph:
        for _ in range(2):
            with pytest.raises(Unfinished, match=said):
                graph.stats()
    with Graph(where) as graph, pytest.raises(Unfinished, match="communique load"):
        graph.load(letter)
    result = CliRunner().invoke(app, ["stats", "--graph", where])
    assert result.exit_code == 3
    assert f"communique load {built}" in result.stderr


def test_a_filling_that_ended_is_gone_on_with(where: str, built: Path, snapshot: Snapshot) -> None:
    """By the same command, where it was; nothing is there twice."""
    begin(where, built)
    result = CliRunner().invoke(app, ["load", str(built), "--graph", where])
    assert result.exit_code == 0, result.output
    with Graph(where) as graph:
        first = snapshot(graph.reader)
        assert graph.load(list(examples.paths())).added == 0
        assert snapshot(graph.reader) == first


def test_a_loader_that_began_before_is_refused_too(where: str, built: Path) -> None:
    """Though it was connected when nothing was there."""
    with Graph(where) as early:
        early.writer(create=True)
        begin(where, built)
        with pytest.raises(Unfinished):
            early.load(list(examples.paths()))


def test_what_has_releases_is_not_filled(where: str, built: Path, tmp_path: Path) -> None:
    """The build is loaded release by release then."""
    letter = tmp_path / "letter.txt"
    letter.write_text(RELEASE)
    with Graph(where) as graph:
        graph.load(letter)
        assert graph.load(built).added == len(built_ids(built))


KILLED = """
import sys
from communique.graph import filling
from communique.pipeline import Graph, LoadReport, Path
filling.AT_ONCE = 20
with Graph(sys.argv[1]) as graph:
    for rows in graph.fill(Path(sys.argv[2]), LoadReport()):
        print(rows, flush=True)
"""


def test_a_filling_that_is_killed_is_gone_on_with(
    built: Path, tmp_path: Path, snapshot: Snapshot
) -> None:
    """At whatever row."""
    where = str(tmp_path / "graph.db")
    for wanted in (1, 9):
        command: list[Any] = [sys.executable, "-c", KILLED, where, str(built)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as going:  # noqa: S603
            assert going.stdout is not None
            for _ in range(wanted):
                going.stdout.readline()
            time.sleep(0.003)
            going.send_signal(signal.SIGKILL)
    with Graph(where) as graph, Graph(tmp_path / "other.db") as other:
        assert graph.load(built).added > 0
        other.load(list(examples.paths()))
        assert snapshot(graph.reader) == snapshot(other.reader)


def test_a_build_is_exported_for_the_importer_as_the_loaded_graph_is(
    built: Path, tmp_path: Path
) -> None:
    """Byte for byte, without a database."""
    with Graph(tmp_path / "graph.db") as graph:
        graph.load(built)
        graph.export(tmp_path / "loaded", "csv")
    command = ["export", "--graph", str(built), "--format", "csv", "--out", str(tmp_path / "made")]
    result = CliRunner().invoke(app, command)
    assert result.exit_code == 0, result.output
    told = [
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.*")}
        for folder in (tmp_path / "loaded", tmp_path / "made")
    ]
    assert told[0] == told[1]
    assert len(told[0]) > 20
    for wrong in (["--format", "parquet"], ["--since", "2031-01-01"]):
        result = CliRunner().invoke(app, [*command[:3], *wrong, "--out", str(tmp_path / "x")])
        assert result.exit_code == 2
