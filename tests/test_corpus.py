"""The real archive, from the file to the graph."""

import filecmp
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

import communique
from communique.graph.assertion import assert_release
from communique.graph.whole import settle
from communique.loaders import Release
from communique.ontology.export import export
from communique.pipeline import LoadReport, releases

pytestmark = pytest.mark.shared


@pytest.fixture
def archive(shared: Path) -> Path:
    """1,912 releases of the US State Department."""
    return shared / "corpus" / "us-state-2021-2022.jsonl.gz"


def load(chosen: list[Release], where: Path) -> None:
    """Load releases; see that each is a node, all are evidence, and it is what settling at once makes."""
    whole = settle(assert_release(release, communique.read(release)) for release in chosen)
    report = LoadReport()
    with communique.open(where) as graph:
        for _ in graph.load_releases(chosen, report):
            pass
        assert (report.added, report.failed) == (len(chosen), 0)
        orphans = graph.cypher(
            "MATCH (n) WHERE n.name IS NOT NULL AND NOT EXISTS { MATCH (:Release)-[:MENTIONS]->(n) } "
            "RETURN count(n) AS n"
        )
        assert orphans[0] == {"n": 0}
        assert {node.ref.id: node for node in graph.nodes()} == whole.nodes
        assert {edge.id: edge for edge in graph.edges()} == whole.edges
        assert len(graph.who_met(limit=20)) == 20


def test_real_releases_come_one_by_one_to_what_they_are_at_once(
    archive: Path, tmp_path: Path
) -> None:
    """With or without engagements; none fails."""
    found = [item for item in islice(releases([archive]), 300) if isinstance(item, Release)]
    load(found, tmp_path / "g.db")


@pytest.mark.long
def test_the_whole_archive_comes_one_by_one_to_what_it_is_at_once(
    archive: Path, tmp_path: Path
) -> None:
    """The same for all of it."""
    found = [item for item in releases([archive]) if isinstance(item, Release)]
    assert len(found) == 1912
    load(found, tmp_path / "g.db")


@pytest.mark.long
@pytest.mark.parametrize("form", ["nq", "trig"])
def test_the_whole_archive_comes_back_from_rdf(archive: Path, tmp_path: Path, form: str) -> None:
    """Exported, imported into an empty database, exported again: the same bytes."""
    name = {"nq": "nquads"}.get(form, form)
    found = [item for item in releases([archive]) if isinstance(item, Release)]
    whole = settle(assert_release(release, communique.read(release)) for release in found)
    first, again = tmp_path / f"first.{form}", tmp_path / f"again.{form}"
    with first.open("w", encoding="utf-8", newline="\n") as out:
        export(whole.nodes.values(), whole.edges.values(), name, out)
    with communique.open(tmp_path / "g.db") as graph:
        report = graph.import_rdf(first)
        assert (report.added, report.left_out) == (1912, 0)
        graph.export(again, name)
    assert filecmp.cmp(first, again, shallow=False)


def test_every_quote_of_the_archive_is_verbatim_and_every_span_within_the_text(
    archive: Path,
) -> None:
    """Whatever the reader makes of a release, it can be looked up."""
    facts = 0
    for release in releases([archive]):
        assert isinstance(release, Release)
        reading = communique.read(release)
        spans = [span for entity in reading.entities for span in entity.mentions]
        spans += [
            span for f in reading.facts for span in (f.evidence, f.subject_span, f.object_span)
        ]
        assert all(0 <= s.start < s.end <= len(release.text) for s in spans)
        assert all(entity.mentions for entity in reading.entities)
        facts += len(reading.facts)
    assert facts > 1000


def test_a_real_release_taken_back_leaves_no_trace(archive: Path, tmp_path: Path) -> None:
    """Load eighty, retract every other: byte for byte the graph of the forty."""
    eighty = [item for item in islice(releases([archive]), 80) if isinstance(item, Release)]
    exports = []
    for name, chosen, retracted in (("a", eighty, eighty[1::2]), ("b", eighty[::2][::-1], [])):
        with communique.open(tmp_path / f"{name}.db") as graph:
            for _ in graph.load_releases(chosen, LoadReport()):
                pass
            for release in retracted:
                graph.retract(release.id)
            graph.export(tmp_path / f"{name}.nq")
        exports.append((tmp_path / f"{name}.nq").read_bytes())
    assert exports[0].count(b"\n") > 1000
    assert len(exports[0]) == len(exports[1])
    assert exports[0] == exports[1]


@pytest.mark.long
def test_the_archive_gives_the_same_graph_in_a_folder_and_on_a_server(
    archive: Path, tmp_path: Path, neo4j_server: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Node for node and edge for edge."""
    neo4j_server.empty()
    monkeypatch.setenv("NEO4J_USERNAME", neo4j_server.user)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    with communique.open(neo4j_server.uri) as one, communique.open(tmp_path / "g.db") as other:
        for graph in (one, other):
            assert graph.load(archive).added == 1912
        assert list(one.nodes()) == list(other.nodes())
        assert list(one.edges()) == list(other.edges())
    neo4j_server.empty()
