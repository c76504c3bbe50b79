"""The examples behind the interface, asked in this process."""

import importlib.util
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx
import pytest

import communique
from communique import examples
from communique.pipeline import Graph

TOKEN = "a-token-of-the-tests"  # noqa: S105 - of no other use

spec = importlib.util.spec_from_file_location(
    "communique_test_explorer_api_serving", Path(__file__).parent / "serving.py"
)
assert spec is not None
assert spec.loader is not None
serving = importlib.util.module_from_spec(spec)
sys.modules[spec.name] = serving
spec.loader.exec_module(serving)


@pytest.fixture(scope="session")
def example_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An embedded graph of the examples, which nobody changes."""
    folder = tmp_path_factory.mktemp("explorer") / "examples.db"
    with communique.open(folder) as graph:
        graph.load(examples.paths())
    return folder


@pytest.fixture(scope="module")
def examples_graph(example_folder: Path) -> Iterator[Graph]:
    """The graph of the examples, opened for reading."""
    with communique.open(example_folder) as graph:
        yield graph


@pytest.fixture(scope="module")
def client(examples_graph: Graph) -> Iterator[httpx.Client]:
    """Who asks a page that only reads."""
    with serving.asker(examples_graph) as asking:
        yield asking


@pytest.fixture
def decider(where: str) -> Iterator[httpx.Client]:
    """Who asks a page that can decide, on the examples, in each database in turn."""
    with communique.open(where) as graph:
        graph.load(examples.paths())
        with serving.asker(graph, token=TOKEN) as asking:
            yield asking


@pytest.fixture
def serve() -> Any:
    """What serves the explorer; see serving.py."""
    return serving


@pytest.fixture
def ask_of() -> Iterator[Callable[..., httpx.Client]]:
    """Serves a graph and makes somebody who asks."""
    with ExitStack() as stack:
        yield lambda graph, **told: stack.enter_context(serving.asker(graph, **told))


@pytest.fixture
def known() -> dict[str, str]:
    """What whoever knows the token sends."""
    return {"Authorization": f"Bearer {TOKEN}"}
