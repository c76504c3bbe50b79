"""The made graph that questions are timed on is one as releases would make it."""

import json
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from communique.graph.held import Settling
from communique.graph.model import EDGES, EdgeType, Label
from communique.graph.rows import Edge, Node
from communique.graph.soundness import check_graph
from communique.graph.whole import Whole

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.skipif(
    not (ROOT / "benchmarks").is_dir(), reason="benchmarks are not in the archive"
)


@pytest.fixture(autouse=True)
def _importable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT))


@pytest.fixture
def made() -> list[Node | Edge]:
    """A graph of two hundred people."""
    from benchmarks.questions.rows import rows

    return list(rows(200, 2000))


def test_a_made_graph_is_as_the_model_wants_it(made: list[Node | Edge]) -> None:
    """Every quote stands in its text, and all that is derived follows from what is asserted."""
    nodes = {row.ref.id: row for row in made if isinstance(row, Node)}
    edges = {row.id: row for row in made if isinstance(row, Edge)}
    assert len(nodes) + len(edges) == len(made)
    whole = Whole(nodes, edges, {}, {}, (), {})
    assert not list(islice(check_graph(Settling(whole)), 5))


def test_a_made_graph_has_every_sort_of_node_and_edge(made: list[Node | Edge]) -> None:
    """Each that the model has; where bodies are based no made release tells."""
    assert {row.ref.label for row in made if isinstance(row, Node)} == set(Label)
    told = {row.type for row in made if isinstance(row, Edge)}
    assert told == EDGES.keys() - {EdgeType.BASED_IN}
    statuses = {row.properties.get("status") for row in made if isinstance(row, Edge)}
    assert {"occurred", "planned", "cancelled"} <= statuses


def test_a_made_graph_is_a_function_of_its_seed() -> None:
    """The same rows in the same order; others of another seed."""
    from benchmarks.questions.rows import rows

    assert list(rows(50, 200, 1)) == list(rows(50, 200, 1))
    assert list(rows(50, 200, 1)) != list(rows(50, 200, 2))


def test_questions_are_timed_in_the_embedded_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A row for each way to ask; the peer of the same run beside."""
    from benchmarks.questions import __main__ as command
    from benchmarks.questions.loading import in_process

    def small(people: int) -> Any:
        return in_process(people, tmp_path)

    monkeypatch.setattr(command, "in_process", small)
    options = ["--people", "200", "--runs", "2", "--embedded", "--json", "succession", "timeline"]
    result = CliRunner().invoke(command.main, options)
    assert result.exit_code == 0, result.output
    rows = [json.loads(line) for line in result.output.splitlines()]
    assert [row["question"] for row in rows] == ["succession --office", "timeline --person"]
    assert all(row["peer p50"] > 0 and row["busy rows"] > 0 for row in rows)


def test_anchors_are_given_one_at_a_time() -> None:
    """What must be given, and each other anchor with it."""
    from benchmarks.questions.anchors import calls

    from communique.queries.library import get

    names = [call.name for call in calls(get("who-met-whom"))]
    assert names == [
        "who-met-whom" + tail for tail in ("", " --person", " --counterpart", " --city")
    ]


@pytest.fixture(scope="module", autouse=True)
def _forget() -> Iterator[None]:
    """Leave no module of the benchmarks behind."""
    yield
    for name in [name for name in sys.modules if name.startswith("benchmarks")]:
        del sys.modules[name]
