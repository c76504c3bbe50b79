"""A Spark cluster: the same rows as one machine."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from communique import examples
from communique.builds.build import Build, BuildReport
from communique.builds.built import batches_of
from communique.builds.cluster import ClusterBuild
from communique.builds.engines.hadoop import HadoopFiles
from communique.builds.engines.local import LocalEngine
from communique.builds.engines.session import read_settings, spark_border, spark_session
from communique.builds.files import Files, LocalFiles
from communique.builds.work import Work
from communique.cli.app import app
from communique.errors import EngineError, ParameterError
from communique.loaders import Failure, load_releases, make_options
from communique.pipeline import Graph

FEW = {"spark.sql.shuffle.partitions": "2", "spark.default.parallelism": "2"}


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    """Spark, in two threads of this machine."""
    with spark_session("local[2]", FEW) as started:
        yield started


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The examples, one of them twice, and a record that is no release."""
    bad = tmp_path_factory.mktemp("bad") / "bad.jsonl"
    bad.write_text('{"title": "Nothing"}\n')
    listed = [str(path) for path in examples.paths()]
    return [*listed, listed[0], str(bad)]


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory, paths: list[str]) -> tuple[Path, BuildReport]:
    """The build of one machine."""
    folder, report = tmp_path_factory.mktemp("local") / "build", BuildReport()
    build = Build(folder, Work())
    for _ in build.read(load_releases(paths, make_options()), report, 1):
        pass
    build.resolve(report, lambda tables, given: LocalEngine(tables, given, 1))
    return folder, report


@pytest.fixture(scope="module")
def clustered(
    session: Any, tmp_path_factory: pytest.TempPathFactory, paths: list[str]
) -> tuple[Path, BuildReport]:
    """The same by Spark, in two goes, of which the second finds all but one known."""
    folder, report = tmp_path_factory.mktemp("spark") / "build", BuildReport()
    for some in (paths[1:-1], paths):
        report = BuildReport()
        build = ClusterBuild(session, str(folder), Work())
        for failure in build.read(load_releases(some, make_options()), report):
            assert isinstance(failure, Failure)
    build.resolve(report)
    return folder, report


def test_a_cluster_gives_the_rows_of_one_machine(
    local: tuple[Path, BuildReport], clustered: tuple[Path, BuildReport]
) -> None:
    """One digest over all rows, and the same releases in parts."""
    assert local[1].graph is not None
    assert clustered[1].graph is not None
    assert clustered[1].graph.digest == local[1].graph.digest
    assert clustered[1].graph.nodes == local[1].graph.nodes
    one, other = (
        {batch.release.ref.id: batch for batch in batches_of(folder)}
        for folder in (local[0], clustered[0])
    )
    assert one == other


def test_a_cluster_passes_over_what_was_read(
    paths: list[str], clustered: tuple[Path, BuildReport]
) -> None:
    """By any of its parts; what is no release is told of, and stands in the file of failures."""
    folder, report = clustered
    assert report.releases == len(list(load_releases(paths, make_options())))
    assert (report.read, report.failed) == (0, 1)
    assert report.known == report.releases - 1
    (line,) = (folder / "failures.jsonl").read_text().splitlines()
    assert json.loads(line)["where"].endswith("bad.jsonl:1")


def test_the_graph_of_a_cluster_fills_a_database(
    local: tuple[Path, BuildReport], clustered: tuple[Path, BuildReport], tmp_path: Path
) -> None:
    """As that of one machine does."""
    with Graph(tmp_path / "one.db") as one, Graph(tmp_path / "other.db") as other:
        assert one.load(local[0]).added == other.load(clustered[0]).added > 0
        assert one.stats().dicts() == other.stats().dicts()


def test_hadoop_files_are_as_local_ones(session: Any, tmp_path: Path) -> None:
    """Whatever a build does with files."""
    told = [_use(files, str(tmp_path / name)) for name, files in _kinds(session)]
    assert told[0] == told[1]


def _kinds(session: Any) -> list[tuple[str, Files]]:
    return [("local", LocalFiles()), ("hadoop", HadoopFiles(session))]


def _use(files: Files, place: str) -> list[Any]:
    told: list[Any] = [files.children(place), files.read(f"{place}/a")]
    files.write(f"{place}/b/a.parquet", "é")
    files.write(f"{place}/b/a.parquet", "éé")
    files.write(f"{place}/b/c/d.parquet", "")
    told += [files.children(f"{place}/b"), files.sizes(place), files.read(f"{place}/b/a.parquet")]
    files.move(f"{place}/b", f"{place}/e")
    told += [files.children(place)]
    files.remove(f"{place}/e")
    files.remove(f"{place}/e")
    return [*told, files.children(place)]


def test_a_folder_that_is_no_build_is_left_alone(session: Any, tmp_path: Path) -> None:
    """As on one machine."""
    (tmp_path / "letter.txt").write_text("Dear all")
    with pytest.raises(ParameterError, match="it is no build"):
        ClusterBuild(session, str(tmp_path), Work())


def test_settings_are_names_and_values() -> None:
    """All of them Spark's."""
    assert read_settings(("spark.executor.memory=2g",)) == {"spark.executor.memory": "2g"}
    for bad in ("spark.executor.memory", "memory=2g"):
        with pytest.raises(ParameterError, match="no setting of Spark"):
            read_settings((bad,))


def test_what_spark_says_is_told_in_a_sentence(session: Any) -> None:
    """Its first line, and what to do."""
    with pytest.raises(EngineError, match="What is made stays"), spark_border("local[2]"):
        session.sql("SELECT nothing FROM nowhere")


def test_the_command_takes_a_cluster_for_spark_alone(tmp_path: Path) -> None:
    """Else it says so."""
    command = ["build", "x", "--out", str(tmp_path / "b"), "--master", "local[2]"]
    result = CliRunner().invoke(app, command)
    assert result.exit_code == 2
    assert "--engine spark" in result.stderr
