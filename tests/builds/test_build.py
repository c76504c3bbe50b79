"""Builds: an archive read into parts, gone on with, and loaded."""

import json
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
from communique.builds.built import batches_of, parts_of
from communique.builds.parts import read_part, write_part
from communique.builds.work import Work
from communique.cli.app import app
from communique.errors import DataError, MissingFile, ParameterError
from communique.graph.rows import Batch
from communique.loaders import Failure, Release, load_releases, make_options
from communique.pipeline import Graph

Texts = Callable[..., Path]


@pytest.fixture
def texts(tmp_path: Path) -> Texts:
    """Write records of some numbers into a file, each with a day and what is said of it."""

    def write(*numbers: int, word: str = "talks", issued: str = "2031-03-04") -> Path:
        path = tmp_path / f"{word}-{issued}.jsonl"
        told = "The Minister for Trade, Ms Ada Oduya, met Mr Ben Cole in Oslo today for {} {}."
        records = (
            {"url": f"https://news.example/{n}", "date": issued, "text": told.format(word, n)}
            for n in numbers
        )
        path.write_text("".join(json.dumps(record) + "\n" for record in records))
        return path

    return write


def build(folder: Path, *places: Path) -> BuildReport:
    """Read places into a build."""
    report = BuildReport()
    found = load_releases(map(str, places), make_options())
    for _ in Build(folder, Work()).read(found, report, 1):
        pass
    return report


@pytest.fixture(scope="module")
def batches() -> list[Batch]:
    """What the examples assert."""
    found = load_releases(map(str, examples.paths()), make_options())
    made = [Work().do(item) for item in found if isinstance(item, Release)]
    return [item for item in made if isinstance(item, Batch)]


def test_a_part_gives_back_what_was_written(batches: list[Batch], tmp_path: Path) -> None:
    """Every release, mention and fact, with every property."""
    write_part(batches, tmp_path / "part")
    assert list(read_part(tmp_path / "part")) == [(batch, "part") for batch in batches]


def test_a_damaged_part_is_said(batches: list[Batch], tmp_path: Path) -> None:
    """With what to do about it."""
    write_part(batches, tmp_path / "part")
    for table in (tmp_path / "part").iterdir():
        data = table.read_bytes()
        table.write_bytes(data[: len(data) // 2])
        with pytest.raises(DataError, match="no table of a build"):
            list(read_part(tmp_path / "part"))
        table.write_bytes(data)


def test_what_was_read_is_passed_over(texts: Texts, tmp_path: Path) -> None:
    """By address, text, details and reader; what is new is a part of its own."""
    folder = tmp_path / "build"
    assert build(folder, texts(1, 2, 3)).counts() == {
        "releases": 3, "read": 3, "engaged": 3, "known": 0, "failed": 0,
    }  # fmt: skip
    report = build(folder, texts(2, 3, 4))
    assert (report.known, report.read) == (2, 1)
    assert [part.name for part in parts_of(folder)] == ["000001", "000002"]


def test_of_one_address_the_latest_counts(texts: Texts, tmp_path: Path) -> None:
    """In whatever order they were read."""
    folder = tmp_path / "build"
    build(folder, texts(1, 2, word="fair", issued="2031-03-05"))
    build(folder, texts(1, 3))
    told = {b.release.ref.id[-1]: b.release.properties["date"] for b in batches_of(folder)}
    assert told == {"1": "2031-03-05", "2": "2031-03-05", "3": "2031-03-04"}


def test_another_reader_version_reads_again(
    texts: Texts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what it made counts."""
    folder, path = tmp_path / "build", texts(1, 2)
    build(folder, path)
    version = "communique.reading.rules.RulesReader.version"
    monkeypatch.setattr(version, "9.9.9")
    assert build(folder, path).read == 2
    assert len({b.release.ref.id for b in batches_of(folder)}) == len(list(batches_of(folder))) == 2


def test_loading_a_build_is_loading_its_releases(
    batches: list[Batch], where: str, tmp_path: Path
) -> None:
    """The same graph, and nothing new when they are loaded again."""
    folder = tmp_path / "build"
    paths = list(examples.paths())
    build(folder, *map(Path, paths))
    with Graph(where) as graph, Graph(tmp_path / "other.db") as other:
        assert graph.load(folder).added == other.load(paths).added > 0
        assert graph.load(paths).added == 0
        assert graph.stats().dicts() == other.stats().dicts()


def test_failures_are_in_a_file(texts: Texts, tmp_path: Path) -> None:
    """Where, why, and what to do; the rest is read."""
    path = texts(1, 2)
    path.write_text(path.read_text() + "{}\n")
    report = build(tmp_path / "build", path)
    (line,) = (tmp_path / "build" / "failures.jsonl").read_text().splitlines()
    assert json.loads(line)["where"] == f"{path}:3"
    assert (report.read, report.failed) == (2, 1)


def test_only_a_build_of_the_same_making_is_gone_on_with(texts: Texts, tmp_path: Path) -> None:
    """Nothing is written over anything else."""
    (tmp_path / "letter").mkdir()
    (tmp_path / "letter" / "a.txt").write_text("x")
    with pytest.raises(ParameterError, match="it is no build"):
        Build(tmp_path / "letter", Work())
    build(tmp_path / "build", texts(1))
    with pytest.raises(ParameterError, match="other options"):
        Build(tmp_path / "build", Work(min_confidence=0.5))
    with pytest.raises(MissingFile, match="no build"):
        list(batches_of(tmp_path / "letter"))


def test_the_command_builds_and_the_graph_is_loaded_of_it(texts: Texts, tmp_path: Path) -> None:
    """It tells what came of it; a bad release has exit code 1."""
    run, folder = CliRunner(), str(tmp_path / "build")
    path = texts(1, 2)
    result = run.invoke(app, ["build", str(path), "--out", folder])
    assert result.exit_code == 0
    assert json.loads(result.stdout)["engaged"] == 2
    loaded = run.invoke(app, ["load", folder, "--graph", str(tmp_path / "g.db")])
    assert json.loads(loaded.stdout)["added"] == 2
    path.write_text("{}\n")
    result = run.invoke(app, ["build", str(path), "--out", folder])
    assert result.exit_code == 1
    assert "neither 'text' nor 'html'" in result.stderr


KILLED = """
import sys
from communique.builds import build
from communique.builds.work import Work
from communique.loaders import load_releases, make_options
build._AT_ONCE = 5
found = load_releases([sys.argv[1]], make_options())
print("begins", flush=True)
for _ in build.Build(build.Path(sys.argv[2]), Work()).read(found, build.BuildReport(), int(sys.argv[3])):
    pass
"""


@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_build_that_is_killed_is_gone_on_with(
    texts: Texts, tmp_path: Path, processes: str
) -> None:
    """At any moment: what is in parts is whole, and in the end everything is there once."""
    path, folder = texts(*range(150)), tmp_path / "build"
    command: list[Any] = [sys.executable, "-c", KILLED, str(path), str(folder), processes]
    counts = []
    for wait in (0.0, 0.15, 0.4):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as going:  # noqa: S603
            assert going.stdout is not None
            assert going.stdout.readline() == "begins\n"
            time.sleep(wait)
            going.send_signal(signal.SIGKILL)
        counts.append(
            sum(1 for _ in batches_of(folder)) if (folder / "build.json").is_file() else 0
        )
    assert counts == sorted(counts)
    assert all(count % 5 == 0 for count in counts)
    report = build(folder, path)
    assert report.known == counts[-1]
    assert sorted(b.release.ref.id for b in batches_of(folder)) == sorted(
        f"https://news.example/{n}" for n in range(150)
    )
    assert not list((folder / "read").glob(".*"))


def test_a_failure_is_no_release(texts: Texts, tmp_path: Path) -> None:
    """It is handed on as it happens."""
    path = texts(1)
    path.write_text("{}\n")
    found = load_releases([str(path)], make_options())
    assert [type(each) for each in Build(tmp_path / "b", Work()).read(found, BuildReport(), 1)] == [
        Failure
    ]
