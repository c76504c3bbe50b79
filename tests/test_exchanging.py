"""Graphs exported and taken back, on both databases."""

import io
import json
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import communique
from communique.cli.app import app
from communique.errors import DataError, MissingFile, NoRoom, ParameterError, UnknownId
from communique.graph.ledger import load_several
from communique.graph.store import connect
from communique.ontology.export import FORMATS
from communique.ontology.parsing.parser import ENDINGS
from communique.pipeline import Graph

EXAMPLES = Path(communique.__file__).parent / "examples"
SUFFIX = {form: ending for ending, form in ENDINGS.items()}


def taken(graph: Graph, form: str = "nquads", **more: Any) -> str:
    """Export into a string."""
    out = io.StringIO(newline="")
    graph.write(out, form, **more)
    return out.getvalue()


def imported(text: str, tmp_path: Path, form: str = "nquads") -> str:
    """Import into an empty embedded graph and export that."""
    path = tmp_path / f"taken{SUFFIX[form]}"
    path.write_text(text, encoding="utf-8", newline="\n")
    with communique.open(tmp_path / "again.db") as graph:
        graph.import_rdf(path)
        return taken(graph)


@pytest.fixture
def graph(where: str) -> Iterator[Graph]:
    """The examples, and two decisions about them."""
    with communique.open(where) as opened:
        opened.load(EXAMPLES)
        fact = opened.cypher("MATCH ()-[t:THANKED]->() RETURN t.fact AS fact ORDER BY fact")[0]
        opened.wrong(fact["fact"], note="it does not say so")
        yield opened


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """The examples in the embedded engine, for tests that only read them."""
    with communique.open(tmp_path_factory.mktemp("local") / "graph.db") as opened:
        opened.load(EXAMPLES)
        yield opened


@pytest.mark.parametrize("form", ["nquads", "trig"])
def test_a_graph_comes_back_byte_by_byte(
    graph: Graph, form: str, where: str, tmp_path: Path
) -> None:
    """Exported, imported into an empty database of the same sort, exported again."""
    first, path = taken(graph, form), tmp_path / f"taken{SUFFIX[form]}"
    graph.export(path, form)
    assert path.read_text("utf-8") == first
    assert "Withheld" in first
    if "://" in where:
        graph.close()
        _empty(where)
        again = communique.open(where)
    else:
        again = communique.open(tmp_path / "again.db")
    with again:
        report = again.import_rdf(path)
        assert (report.releases, report.added, report.decisions, report.left_out) == (10, 10, 1, 0)
        assert taken(again, form) == first


def _empty(where: str) -> None:
    with connect(where, write=True) as store:
        store.run("MATCH (n) DETACH DELETE n", {})


def test_every_format_of_rdf_brings_the_graph_back(local: Graph, tmp_path: Path) -> None:
    """Without graphs, too: each assertion tells its release."""
    first = taken(local)
    for form in sorted(FORMATS):
        folder = tmp_path / form
        folder.mkdir()
        assert imported(taken(local, form), folder, form) == first


def test_dropping_a_graph_is_taking_the_release_back(graph: Graph, tmp_path: Path) -> None:
    """And deriving again: the file without it comes to the graph without it."""
    release = sorted(graph.cypher("MATCH (r:Release) RETURN r.id AS id"), key=str)[2]["id"]
    rest = [line for line in taken(graph).splitlines() if not line.endswith(f" <{release}> .")]
    graph.retract(release)
    assert imported("\n".join(rest), tmp_path) == taken(graph)


def test_importing_beside_what_is_there_is_like_loading(graph: Graph, tmp_path: Path) -> None:
    """The same releases change nothing; a part, then the whole, comes to the whole."""
    first, path = taken(graph), tmp_path / "whole.nq"
    graph.export(path)
    report = graph.import_rdf(path)
    assert (report.added, report.unchanged) == (0, 10)
    assert taken(graph) == first
    with communique.open(tmp_path / "part.db") as part:
        part.load([min(EXAMPLES.iterdir())])
        assert part.import_rdf(path).unchanged == 1
        assert taken(part) == first


def test_nothing_is_written_of_a_file_that_is_not_whole(local: Graph, tmp_path: Path) -> None:
    """Not even what stands before the fault."""
    path = tmp_path / "broken.nq"
    lines = taken(local).splitlines(keepends=True)
    last = max(n for n, line in enumerate(lines) if "#char=" in line and "#evidence>" in line)
    path.write_text("".join([*lines[:last], *lines[last + 1 :]]), encoding="utf-8")
    with communique.open(tmp_path / "none.db") as other, pytest.raises(DataError):
        other.import_rdf(path)
    assert not (tmp_path / "none.db").exists()


def test_some_releases_alone_can_be_exported(graph: Graph, tmp_path: Path) -> None:
    """With what follows from them: the part, imported, is the part."""
    rows = graph.cypher("MATCH (r:Release) RETURN r.id AS id, r.date AS date ORDER BY date, id")
    wanted = [row["id"] for row in rows][:2]
    part = taken(graph, releases=wanted)
    assert set(_graphs(part)) >= set(wanted)
    assert not set(_graphs(part)) & {row["id"] for row in rows[2:]}
    assert 0 < len(part) < len(taken(graph))
    assert taken(graph, releases=[row["id"] for row in rows]) == taken(graph)
    later = [row["id"] for row in rows if row["date"] >= rows[5]["date"]]
    assert taken(graph, since=rows[5]["date"]) == taken(graph, releases=later)
    assert taken(graph, since="1900") == taken(graph)
    (tmp_path / "one").mkdir()
    one = taken(graph, releases=wanted[:1])
    assert _asserted(imported(one, tmp_path / "one"), wanted[0]) == _asserted(one, wanted[0])


def _graphs(text: str) -> Iterable[str]:
    return {line.rpartition(" <")[2].removesuffix("> .") for line in text.splitlines()}


def _asserted(text: str, release: str) -> int:
    return sum(line.endswith(f" <{release}> .") for line in text.splitlines())


def test_what_can_not_be_exported_is_told(local: Graph, tmp_path: Path) -> None:
    """An unknown release, a day that is none, a folder as a stream, a place that is none."""
    with pytest.raises(UnknownId, match="No release"):
        taken(local, releases=["https://news.example/none"])
    with pytest.raises(ParameterError, match="'since' must be a date"):
        taken(local, since="soon")
    with pytest.raises(ParameterError, match="--out DIR"):
        taken(local, "parquet")
    with pytest.raises(MissingFile, match="can't be written"):
        local.export(tmp_path / "none" / "file.nq")


@pytest.mark.parametrize("form", [*FORMATS, "graphml", "gexf", "json", "csv", "parquet", "dataset"])
def test_without_room_nothing_is_half_written(
    local: Graph, form: str, tmp_path: Path, small_files: Any
) -> None:
    """It is said where there is none and what to do, and with room it is written."""
    (tmp_path / "full").mkdir()
    out = tmp_path / "full" / "out"
    export = local.export_dataset if form == "dataset" else partial(local.export, form=form)
    with small_files(2000), pytest.raises(NoRoom, match=f"no room left for {out}: .*Make room"):
        export(out)
    assert list(out.parent.iterdir()) == []
    export(out)
    assert out.exists()


def test_a_device_that_is_full_is_told(local: Graph) -> None:
    """As a disk is."""
    with pytest.raises(NoRoom, match="no room left for /dev/full: the disk is full"):
        local.export("/dev/full")


@pytest.mark.parametrize("form", ["graphml", "gexf", "json", "csv", "parquet"])
def test_other_tools_get_their_formats(local: Graph, form: str, tmp_path: Path) -> None:
    """A file or a folder, the same each time."""
    for name in ("one", "two"):
        local.export(tmp_path / name, form)
    for path in sorted((tmp_path / "one").rglob("*")) or [tmp_path / "one"]:
        if path.is_file():
            other = Path(str(path).replace("/one", "/two", 1))
            assert path.read_bytes() == other.read_bytes()


def test_several_releases_in_one_transaction_come_to_what_one_by_one_does(
    local: Graph, tmp_path: Path
) -> None:
    """The latest text of an address wins; the same text twice changes nothing."""
    path = tmp_path / "whole.nq"
    local.export(path)
    from communique.ontology.importing import contents_of

    with (
        contents_of(path) as contents,
        connect(str(tmp_path / "x.db"), write=True, create=True) as store,
    ):
        batches = list(contents.batches())
        assert set(load_several(store, batches[:3])) == {"added"}
        assert load_several(store, batches[2:5]) == ["unchanged", "added", "added"]


def test_the_commands_export_and_import(where: str, tmp_path: Path) -> None:
    """As a person would; a broken file ends in a sentence and a code."""
    run = CliRunner().invoke
    with communique.open(where) as graph:
        graph.load(EXAMPLES)
    target, other = str(tmp_path / "out.trig"), str(tmp_path / "other.db")
    assert (
        run(app, ["export", "--graph", where, "--format", "trig", "--out", target]).exit_code == 0
    )
    done = run(app, ["import", target, "--graph", other])
    assert json.loads(done.stdout)["added"] == 10
    first = run(app, ["export", "--graph", where]).stdout
    assert run(app, ["export", "--graph", other]).stdout == first


def test_the_commands_write_a_dataset(tmp_path: Path) -> None:
    """Quotes and no texts, unless asked; options of a dataset want one."""
    run = CliRunner().invoke
    where, folder = str(tmp_path / "graph.db"), tmp_path / "data"
    with communique.open(where) as graph:
        graph.load(EXAMPLES)
    told = ["--title", "Talks", "--license", "https://creativecommons.org/licenses/by/4.0/"]
    done = run(app, ["export", "--graph", where, "--dataset", str(folder), *told])
    assert done.exit_code == 0, done.output
    assert {"README.md", "SHA256SUMS", "data.nq.gz", "dataset.ttl"} <= {
        f.name for f in folder.iterdir()
    }
    done = run(app, ["import", str(folder / "data.nq.gz"), "--graph", str(tmp_path / "again.db")])
    assert json.loads(done.stdout)["added"] == 10
    assert run(app, ["export", "--graph", where, *told]).exit_code == 2
    assert run(app, ["export", "--graph", where, "--dataset", "x", "--out", "y"]).exit_code == 2
