"""The made graph in a database, by the fastest way there is: kept in a folder and made once."""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import TypeVar

from benchmarks.questions.rows import rows

from communique.exports.bulk import write_rows
from communique.graph.rows import Edge, Node, NodeRef
from communique.graph.store import Store, connect, embedded

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "build" / "made"
EVENTS = 10
"""Events for each person."""
_AT_ONCE = 20_000
_HEAP = "4g"
_PATIENCE = 3600
_DONE = "communique-made"

T = TypeVar("T")


@contextmanager
def on_server(people: int, folder: Path = BUILD) -> Iterator[Store]:
    """Open the made graph in a Neo4j of its own, imported by Neo4j's importer when there is none.

    Args:
        people: How many people it has.
        folder: Where made graphs are kept.

    Yields:
        The store.
    """
    servers, home = neo4j_jars(), folder / f"neo4j-{people}"
    done = home / _DONE
    if not done.is_file():
        home.mkdir(parents=True)
        csv = folder / f"csv-{people}"
        if not csv.exists():
            write_rows(rows(people, people * EVENTS), csv)
        told = {**os.environ, **servers.neo4j_admin(home)}
        subprocess.run([str(csv / "import.sh")], env=told, check=True, capture_output=True)  # noqa: S603
    for kept in ("databases", "transactions"):  # each run has its own password
        shutil.rmtree(home / "data" / kept / "system", ignore_errors=True)
    with servers.started_server(home, heap=_HEAP) as server:
        with server.driver() as driver:
            if not done.is_file():
                for line in (
                    (folder / f"csv-{people}" / "constraints.cypher").read_text().split("\n")
                ):
                    if line:
                        driver.execute_query(line.rstrip(";"))
            driver.execute_query(f"CALL db.awaitIndexes({_PATIENCE})")
            done.touch()
        os.environ |= {"NEO4J_USERNAME": server.user, "NEO4J_PASSWORD": server.password}
        with connect(server.uri) as store:
            yield store


@contextmanager
def in_process(people: int, folder: Path = BUILD) -> Iterator[Store]:
    """Open the made graph in the embedded engine, filled by the engine's own batches.

    Args:
        people: How many people it has.
        folder: Where made graphs are kept.

    Yields:
        The store.
    """
    home = folder / f"embedded-{people}.db"
    done = home / _DONE
    if not done.is_file():
        home.parent.mkdir(parents=True, exist_ok=True)
        with connect(str(home), write=True, create=True) as store:
            fill(store, home, list(rows(people, people * EVENTS)))
        done.touch()
    with connect(str(home)) as store:
        yield store


def fill(store: Store, home: Path, made: list[Node | Edge]) -> None:
    """Fill an empty embedded database past its Cypher, some twenty times as fast.

    Args:
        store: The database, opened for writing.
        home: Its folder.
        made: All its rows.
    """
    engine = embedded._running[home.resolve()]
    database = engine._server.get_database(embedded.DATABASE)
    ids: dict[NodeRef, str] = {}
    nodes, edges = defaultdict(list), defaultdict(list)
    for row in made:
        if isinstance(row, Node):
            nodes[":".join((row.ref.label, *row.place_labels))].append(row)
        else:
            edges[str(row.type)].append(row)
    for labels in nodes:  # one of each, so that the engine has its types
        store.run(f"CREATE (n:{labels} {{id: ''}}) DELETE n", {})
    schema = database.get_java_database().getSchema()
    for edge_type in edges:
        schema.getOrCreateEdgeType(edge_type)
    with database.graph_batch(use_wal=False, batch_size=_AT_ONCE) as batch:
        for labels, some in nodes.items():
            name = "~".join(sorted(labels.split(":")))
            made_ids = batch.create_vertices(name, [dict(node.properties) for node in some])
            ids |= zip((node.ref for node in some), made_ids, strict=True)
        for edge_type, all_edges in edges.items():
            for first in range(0, len(all_edges), _AT_ONCE):
                told = all_edges[first : first + _AT_ONCE]
                sources, targets = [ids[e.source] for e in told], [ids[e.target] for e in told]
                batch.new_edges(sources, edge_type, targets, [dict(e.properties) for e in told])


def neo4j_jars() -> ModuleType:
    """Import what starts a Neo4j from jars for the tests."""
    path = ROOT / "tests" / "servers" / "neo4j.py"
    spec = importlib.util.spec_from_file_location("communique_servers", path)
    assert spec is not None  # noqa: S101
    assert spec.loader is not None  # noqa: S101
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
