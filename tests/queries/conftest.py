"""The examples, loaded once into each database."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import communique
from communique import examples
from communique.graph.ledger import load_several
from communique.pipeline import Graph


@pytest.fixture(scope="module")
def graphs(
    tmp_path_factory: pytest.TempPathFactory, neo4j_server: Any
) -> Iterator[dict[str, Graph]]:
    """A graph of the examples on the embedded engine and on Neo4j."""
    neo4j_server.empty()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEO4J_USERNAME", neo4j_server.user)
        patch.setenv("NEO4J_PASSWORD", neo4j_server.password)
        folder = tmp_path_factory.mktemp("graphs") / "examples.db"
        with communique.open(folder) as one, communique.open(neo4j_server.uri) as other:
            for graph in (one, other):
                graph.load(examples.paths())
            yield {"embedded": one, "neo4j": other}
    neo4j_server.empty()


@pytest.fixture(params=["embedded", "neo4j"])
def graph(request: pytest.FixtureRequest, graphs: dict[str, Graph]) -> Graph:
    """The graph of the examples in each database in turn."""
    return graphs[request.param]


@pytest.fixture(scope="module")
def seed(shared: Path) -> Path:
    """The real release it all began with."""
    (found,) = (shared / "seed").iterdir()
    assert os.access(found, os.R_OK)
    return found


@pytest.fixture
def told(where: str) -> Iterator[Callable[..., Graph]]:
    """Loads drafts of releases into an empty graph, in each database in turn."""
    with communique.open(where) as graph:

        def load(*drafts: Any) -> Graph:
            load_several(graph.writer(create=True), [made.batch() for made in drafts])
            return graph

        yield load
