"""One machine: tables bigger than memory, made whole or not at all."""

import json
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from communique import examples
from communique.builds.build import Build, BuildReport
from communique.builds.engines.local import LocalEngine
from communique.builds.stages.stage import Row, Stage
from communique.builds.work import Work
from communique.errors import DataError
from communique.loaders import load_releases, make_options

NUMBERS = (
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < {}) "
    "SELECT CAST(x % 7 AS TEXT) AS id, CAST(x AS TEXT) AS told FROM n"
)


ADDING = '''
from communique.builds.stages.stage import by_key

def add(rows):
    """Add up the numbers of each key."""
    for key, some in by_key(rows, "id"):
        yield {"id": key, "told": str(sum(int(row["told"]) for row in some))}
'''


@pytest.fixture
def add(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """What adds up the numbers of each key, in a module that other processes can import."""
    (tmp_path / "stage_work.py").write_text(ADDING)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "stage_work", raising=False)
    return import_module("stage_work").add


def fail(rows: Iterable[Row]) -> Iterator[Row]:
    """Fail at the second row."""
    for number, row in enumerate(rows):
        if number:
            message = "no more"
            raise ValueError(message)
        yield row


@pytest.mark.parametrize("processes", [1, 2])
def test_all_rows_of_a_key_are_worked_through_together(
    tmp_path: Path, add: Any, processes: int
) -> None:
    """Though there are more of them than are taken at once."""
    many = 40_000
    with LocalEngine(str(tmp_path), {}, processes) as engine:
        engine.run(Stage("sums", ("id", "told"), NUMBERS.format(many), add, "id"))
        found = {row["id"]: int(row["told"]) for row in engine.stream("SELECT * FROM sums")}
    assert found == {str(k): sum(x for x in range(1, many + 1) if x % 7 == k) for k in range(7)}


def test_a_table_that_fails_is_not_there(tmp_path: Path) -> None:
    """And those before it stay, for the next try."""
    with LocalEngine(str(tmp_path), {}, 1) as engine:
        engine.run(Stage("first", ("id", "told"), NUMBERS.format(9)))
        with pytest.raises(ValueError, match="no more"):
            engine.run(Stage("second", ("id", "told"), "SELECT * FROM first", fail))
    with LocalEngine(str(tmp_path), {}, 1) as engine:
        engine.run(Stage("first", ("id", "told"), "SELECT nothing FROM nowhere"))
        engine.run(Stage("second", ("id", "told"), "SELECT * FROM first"))
        assert engine.count("SELECT count(*) FROM second") == 9


def test_damaged_tables_are_said(tmp_path: Path) -> None:
    """With what to do about it."""
    (tmp_path / "tables.sqlite").write_text("no tables" * 1000)
    with pytest.raises(DataError, match="build again"):
        LocalEngine(str(tmp_path), {}, 1)


RESOLVE = """
import sys
from communique.builds.build import Build, BuildReport, Path
from communique.builds.engines.local import LocalEngine
from communique.builds.work import Work
import communique.builds.engines.local as local
report = BuildReport()
told = lambda name, rows: print(name, flush=True)
start = lambda tables, given: LocalEngine(tables, given, int(sys.argv[2]), told)
Build(Path(sys.argv[1]), Work()).resolve(report, start)
"""


@pytest.fixture
def read(tmp_path: Path) -> Path:
    """A build of the examples, without its graph."""
    found = load_releases(map(str, examples.paths()), make_options())
    for _ in Build(tmp_path / "build", Work()).read(found, BuildReport(), 1):
        pass
    return tmp_path / "build"


def test_a_build_that_is_killed_while_it_resolves_is_gone_on_with(read: Path) -> None:
    """At whatever table: those that were whole are not made again, and the graph is the same."""
    chance, made = random.Random(3), 0  # noqa: S311
    command: list[Any] = [sys.executable, "-c", RESOLVE, str(read), "1"]
    for stop in sorted(chance.sample(range(1, 40), 5)):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as going:  # noqa: S603
            assert going.stdout is not None
            for _ in zip(range(stop - made), going.stdout, strict=False):
                made += 1
            time.sleep(chance.random() * 0.005)
            going.send_signal(signal.SIGKILL)
    report = BuildReport()
    seen: list[str] = []

    def start(tables: str, given: Any) -> LocalEngine:
        return LocalEngine(tables, given, 1, lambda name, _rows: seen.append(name))

    Build(read, Work()).resolve(report, start)
    again = BuildReport()
    (read / "graph" / "graph.json").unlink()
    Build(read, Work()).resolve(again, lambda tables, given: LocalEngine(tables, given, 1))
    assert report.graph == again.graph is not None
    assert "releases of part" not in seen, "what was made before the kills was made again"
    assert not (read / "resolve").exists()


def test_a_graph_that_is_there_is_not_made_again(read: Path) -> None:
    """Until there are more parts."""

    def refuse(*_given: Any) -> LocalEngine:
        message = "made again"
        raise AssertionError(message)

    build = Build(read, Work())
    build.resolve(BuildReport(), lambda tables, given: LocalEngine(tables, given, 1))
    report = BuildReport()
    build.resolve(report, refuse)
    told = json.loads((read / "graph" / "graph.json").read_text())
    assert report.counts() == {
        "releases": 0, "read": 0, "engaged": 0, "known": 0, "failed": 0,
        "nodes": told["nodes"], "edges": told["edges"], "digest": told["digest"],
    }  # fmt: skip
