"""What all tests share: real releases, real databases."""

import importlib.util
import os
import resource
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import strategies as st

from communique.graph.model import EdgeType, Label
from communique.graph.rows import Batch
from communique.graph.store import Store, all_edges, all_nodes

ROOT = Path(__file__).parent.parent
SHARED = ROOT / os.environ.get("SHARED", "../shared")


def _module(name: str, path: Path) -> ModuleType:
    """Import a module of the tests by its path: nothing puts the tests on sys.path."""
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


invented = _module("communique_test_invented", Path(__file__).parent / "graph" / "invented.py")
st.register_type_strategy(Batch, invented.batches())
servers = _module("communique_test_servers", Path(__file__).parent / "servers" / "neo4j.py")
webs = _module("communique_test_webs", Path(__file__).parent / "servers" / "web.py")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out, with one line that says so, what needs real releases where there are none."""
    needing = [item for item in items if item.get_closest_marker("shared")]
    if SHARED.is_dir() or not needing:
        return
    if os.environ.get("CI"):
        pytest.exit(f"No real releases at {SHARED}; set SHARED.", returncode=1)
    config.hook.pytest_deselected(items=needing)
    items[:] = [item for item in items if item not in needing]
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if reporter is not None:
        reporter.write_line(f"{len(needing)} tests left out: no real releases at {SHARED}.")


def pytest_make_parametrize_id(val: object) -> str | None:
    """Bytes are named by their size: what gzip packs holds the time, and workers must agree."""
    return f"{len(val)} bytes" if isinstance(val, bytes) and len(val) > 20 else None


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real releases."""
    return SHARED


@pytest.fixture(scope="session")
def draft() -> Any:
    """Makes releases, mention by mention."""
    return invented.Draft


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    """A real Neo4j, started once."""
    with servers.running_server(tmp_path_factory.mktemp("neo4j")) as server:
        yield server


@pytest.fixture(scope="session")
def neo4j_jars() -> ModuleType:
    """What imports into a Neo4j of its own and starts it."""
    return servers


@pytest.fixture
def small_files() -> Any:
    """Lets no file of this process become larger than so many bytes, as on a disk that is full."""

    @contextmanager
    def limited(size: int) -> Iterator[None]:
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    return limited


@pytest.fixture
def web() -> Iterator[Any]:
    """A web server on this machine that answers what it is told; see tests/servers/web.py."""
    with webs.running_web() as running:
        yield running


@pytest.fixture(scope="session")
def running_web() -> Any:
    """Starts a web server, with a certificate or without."""
    return webs.running_web


@pytest.fixture(scope="session")
def answer() -> Any:
    """Makes an answer of the web server."""
    return webs.Answer


@pytest.fixture(params=["embedded", "neo4j"])
def where(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An empty graph in each database in turn: what `--graph` takes."""
    if request.param == "embedded":
        return str(tmp_path / "graph.db")
    server = request.getfixturevalue("neo4j_server")
    server.empty()
    monkeypatch.setenv("NEO4J_USERNAME", server.user)
    monkeypatch.setenv("NEO4J_PASSWORD", server.password)
    return str(server.uri)


@pytest.fixture(scope="session")
def snapshot() -> Callable[[Store], dict[str, object]]:
    """Take the whole graph, ids, properties and bookkeeping included, as a value to compare."""

    def take(store: Store) -> dict[str, object]:
        nodes = {n.ref.id: n for label in Label for n in all_nodes(store, label)}
        edges = {e.id: e for edge_type in EdgeType for e in all_edges(store, edge_type)}
        kept = "MATCH (n) WHERE n:Profile OR n:Block RETURN n ORDER BY n.id"
        entries = {f"kept {row['n']['id']}": row["n"] for row in store.run(kept, {}).rows}
        return {**nodes, **edges, **entries}

    return take
