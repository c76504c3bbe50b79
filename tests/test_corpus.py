"""The real archive, from the file to the graph."""

from itertools import islice
from pathlib import Path
from typing import Any

import pytest

import communique
from communique.loaders import Release
from communique.pipeline import LoadReport, releases

pytestmark = pytest.mark.shared


@pytest.fixture
def archive(shared: Path) -> Path:
    """1,912 releases of the US State Department."""
    return shared / "corpus" / "us-state-2021-2022.jsonl.gz"


def test_the_whole_archive_loads_and_each_release_is_a_node(archive: Path, tmp_path: Path) -> None:
    """With or without engagements; none fails; again, all are unchanged."""
    with communique.open(tmp_path / "g.db") as graph:
        report = graph.load(archive)
        assert (report.added, report.failed) == (1912, 0)
        (row,) = graph.cypher(
            "MATCH (r:Release) RETURN count(r) AS n, count(DISTINCT r.url) AS urls"
        )
        assert row == {"n": 1912, "urls": 1912}
        orphans = graph.cypher(
            "MATCH (n) WHERE NOT n:Release AND NOT EXISTS { MATCH (:Release)-[:MENTIONS]->(n) } "
            "RETURN count(n) AS n"
        )
        assert orphans[0] == {"n": 0}
        assert len(graph.who_met(limit=20)) == 20


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
