"""The importer of a real Neo4j makes of the CSV the graph that was exported."""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from communique.exports.bulk import Kept, write_bulk
from communique.graph import ledger
from communique.graph.deciding import decide
from communique.graph.decisions import wrong
from communique.graph.model import EdgeType, Label, PlaceLabel
from communique.graph.rows import Batch, Edge, Node, NodeRef
from communique.graph.store import Store, all_edges, all_nodes, connect
from communique.graph.store.decisions import all_decisions
from communique.graph.store.registry import all_entries

pytestmark = pytest.mark.long

Graph = tuple[list[Node], list[Edge]]
Import = Callable[[Path], AbstractContextManager[Store]]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where a Neo4j keeps its data."""
    (tmp_path / "neo4j").mkdir()
    return tmp_path / "neo4j"


@pytest.fixture
def run_import(neo4j_jars: ModuleType, home: Path) -> Callable[[Path], None]:
    """Run the script of a folder as a user does."""
    environment = {**os.environ, **neo4j_jars.neo4j_admin(home)}

    def run(folder: Path) -> None:
        command = [str(folder / "import.sh")]
        done = subprocess.run(  # noqa: S603
            command, env=environment, cwd=home, check=False, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout + done.stderr

    return run


@pytest.fixture
def imported(
    neo4j_jars: ModuleType,
    home: Path,
    run_import: Callable[[Path], None],
    monkeypatch: pytest.MonkeyPatch,
) -> Import:
    """Import a folder, start a server on what came of it, and run the constraints."""

    @contextmanager
    def opened(folder: Path) -> Iterator[Store]:
        run_import(folder)
        with neo4j_jars.started_server(home) as server:
            monkeypatch.setenv("NEO4J_USERNAME", server.user)
            monkeypatch.setenv("NEO4J_PASSWORD", server.password)
            with server.driver() as driver:
                for statement in (folder / "constraints.cypher").read_text().splitlines():
                    driver.execute_query(statement.rstrip(";"))
            with connect(server.uri, write=True) as store:
                yield store

    return opened


def graph_of(store: Store) -> Graph:
    """Take the whole graph."""
    nodes = [node for label in Label for node in all_nodes(store, label)]
    return nodes, [edge for edge_type in EdgeType for edge in all_edges(store, edge_type)]


def kept_of(store: Store) -> Kept:
    """Take what the database keeps besides."""
    return Kept(list(all_entries(store)), all_decisions(store))


def whole_of(store: Store) -> dict[str, Any]:
    """Take all that is in a database, as a value to compare."""
    nodes, edges = graph_of(store)
    joined = "MATCH (p:Profile)-[r]->(q) RETURN p.id AS one, type(r) AS how, q.id AS other"
    links = store.run(joined, {}).rows
    return {
        "nodes": {node.ref: node for node in nodes},
        "edges": {edge.id: edge for edge in edges},
        "kept": kept_of(store),
        "links": sorted((row["one"], row["how"], row["other"]) for row in links),
        "blocks": store.run("MATCH (b:Block) RETURN b.id AS id ORDER BY id", {}).rows,
    }


def test_every_value_of_every_key_is_imported(
    tmp_path: Path, full: Graph, imported: Import
) -> None:
    """Hostile strings, numbers, truths and lists, in every file; an empty text is no unknown one."""
    nodes, edges = full
    oslo = NodeRef(Label.PLACE, "place:oslo")
    nodes = [
        *nodes,
        Node(oslo, {"id": oslo.id, "name": "", "names": ["", "Oslo", ""]}, (PlaceLabel.VENUE,)),
        Node(NodeRef(Label.RELEASE, "long"), {"id": "long", "text": "会谈。\n" * 1_500_000}),
    ]
    first = {node.ref.label: node.ref for node in nodes}
    ends = first[Label.PERSON], first[Label.OFFICE]
    edges = [*edges, Edge(EdgeType.HOLDS, "held", *ends, {"id": "held", "attested": []})]
    write_bulk(nodes, edges, tmp_path / "out")
    with imported(tmp_path / "out") as store:
        found, joined = graph_of(store)
    assert len(found) == len(nodes)
    assert {node.ref: node for node in found} == {node.ref: node for node in nodes}
    assert len(joined) == len(edges)
    assert {edge.id: edge for edge in joined} == {edge.id: edge for edge in edges}


def test_an_imported_database_goes_on_as_the_one_exported(
    tmp_path: Path, releases: list[Batch], imported: Import
) -> None:
    """Loading, taking back and deciding come to the same in both."""
    with connect(str(tmp_path / "graph.db"), write=True, create=True) as store:
        for batch in releases[:-1]:
            ledger.load(store, batch)
        first, second = (str(b.assertions[0].properties["fact"]) for b in releases[:2])
        decide(store, [wrong(first, 'A rehearsal; nobody "met".')])
        write_bulk(*graph_of(store), tmp_path / "out", kept_of(store))
        assert all(whole_of(store).values())
        with imported(tmp_path / "out") as other:
            assert whole_of(other) == whole_of(store)
            for each in (store, other):
                ledger.load(each, releases[-1])
                ledger.retract(each, releases[2].release.ref.id)
                decide(each, [wrong(second)])
            assert whole_of(other) == whole_of(store)


def test_an_empty_graph_can_be_imported(tmp_path: Path, run_import: Callable[[Path], None]) -> None:
    """All its tables are there, without rows."""
    write_bulk([], [], tmp_path / "out", Kept())
    run_import(tmp_path / "out")


@pytest.fixture
def releases(draft: Any) -> list[Batch]:
    """Releases that share people, bodies and places, and one whose day nobody knows."""
    found = []
    for number, day in enumerate(("2031-03-04", "2031-03-05", "2031-11-20", None, "2032-02-01"), 1):
        made = draft(number, day, "Harbour Office")
        oslo = made.place("Oslo")
        body = made.body("World Harbour Organization", "WHO")
        mayor, head = made.office("Mayor of Oslo", "Mayor", oslo), made.office("Head", "Head", body)
        ada, ben = made.person("Ada Oduya", mayor), made.person("Ben Cole", head)
        made.meet(ada, ben, made.meeting(place=oslo))
        made.attend(made.title(mayor), made.event("12th Harbour Forum", "HF12"))
        found.append(made.batch())
    return found
