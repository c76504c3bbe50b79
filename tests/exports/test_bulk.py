"""CSV for Neo4j's importer: what is in the folder."""

import csv
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from communique.errors import ParameterError
from communique.exports.bulk import ARRAY_DELIMITER, Kept, write_bulk
from communique.graph.decisions import Verb
from communique.graph.decisions.decision import Decision
from communique.graph.model import EdgeType, Label, PlaceLabel
from communique.graph.registry.entry import Entry
from communique.graph.registry.profile import Profile
from communique.graph.rows import Edge, Node, NodeRef
from communique.graph.store.schema import AWAIT, constraints, indexes

ADA, OSLO = NodeRef(Label.PERSON, "person:ada-oduya"), NodeRef(Label.PLACE, "place:oslo")
Graph = tuple[list[Node], list[Edge]]


def rows(path: Path) -> list[dict[str, str]]:
    """Read a table as any program does."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def options(folder: Path, **environment: str) -> list[str]:
    """Run the script with `echo` in the importer's place: each option on a line."""
    admin = folder.parent / "admin"
    admin.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    admin.chmod(0o755)
    env = {"NEO4J_ADMIN": str(admin), "PATH": "/usr/bin:/bin", **environment}
    command = [str(folder / "import.sh"), "--overwrite-destination"]
    done = subprocess.run(command, env=env, check=True, capture_output=True, text=True)  # noqa: S603
    return done.stdout.splitlines()


def test_a_label_is_a_table_with_typed_columns(tmp_path: Path) -> None:
    """The further labels of a place stand in its row; what is unknown is empty."""
    told = {"id": OSLO.id, "name": 'The "O", Oslo', "names": ["O;slo", "Oslo"], "latitude": 59.9}
    city = Node(OSLO, told, (PlaceLabel.CITY, PlaceLabel.COUNTRY))  # type: ignore[arg-type]
    write_bulk([city], [], tmp_path / "out")
    (row,) = rows(tmp_path / "out" / "nodes" / "Place.csv")
    assert row == {
        "id:ID(Place)": OSLO.id,
        ":LABEL": ARRAY_DELIMITER.join(("Place", "City", "Country")),
        "name:string": 'The "O", Oslo',
        "names:string[]": ARRAY_DELIMITER.join(("O;slo", "Oslo")),
        "kind:string": "",
        "latitude:double": "59.9",
        "longitude:double": "",
        "country:string": "",
        "gazetteer:string": "",
    }


def test_no_item_of_a_list_is_taken_for_two(tmp_path: Path) -> None:
    """The sign between items is replaced where it stands in one; elsewhere it stays."""
    told = {"id": ADA.id, "name": "a\x1fb", "names": ["a\x1fb", "c"]}
    write_bulk([Node(ADA, told)], [], tmp_path / "out")  # type: ignore[arg-type]
    (row,) = rows(tmp_path / "out" / "nodes" / "Person.csv")
    assert (row["name:string"], row["names:string[]"]) == ("a\x1fb", "a\ufffdb\x1fc")


def test_a_lone_surrogate_does_not_stop_an_export(tmp_path: Path) -> None:
    """It is replaced, one code point for one."""
    write_bulk([Node(ADA, {"id": ADA.id, "name": "a\ud800b"})], [], tmp_path / "out")
    (row,) = rows(tmp_path / "out" / "nodes" / "Person.csv")
    assert row["name:string"] == "a\ufffdb"


def test_an_edge_type_is_a_table_for_each_pair_of_labels(tmp_path: Path) -> None:
    """Ids are those of their labels."""
    refs = (ADA, OSLO)
    edges = [
        Edge(EdgeType.MET_WITH, f"m{n}", ADA, ref, {"id": f"m{n}", "named": n == 0, "facts": ["f"]})
        for n, ref in enumerate(refs)
    ]
    write_bulk([Node(ref, {"id": ref.id}) for ref in refs], edges, tmp_path / "out")
    found = sorted(path.name for path in (tmp_path / "out" / "edges").iterdir())
    assert found == ["MET_WITH.Person.Person.csv", "MET_WITH.Person.Place.csv"]
    (row,) = rows(tmp_path / "out" / "edges" / found[1])
    assert row == {
        ":START_ID(Person)": ADA.id, ":END_ID(Place)": OSLO.id, ":TYPE": "MET_WITH",
        "id:string": "m1", "event:string": "", "date:string": "", "place:string": "",
        "facts:string[]": "f", "named:boolean": "false",
    }  # fmt: skip


def test_the_script_hands_every_file_to_the_importer(tmp_path: Path, full: Graph) -> None:
    """From wherever it is called, into the database that is asked for."""
    folder = tmp_path / "an 'odd' name"
    write_bulk(*full, folder)
    told = options(folder, NEO4J_DATABASE="talks")
    assert told[:4] == ["database", "import", "full", "talks"]
    assert told[-1] == "--overwrite-destination"
    assert {"--array-delimiter=U+001F", "--multiline-fields=true"} <= set(told)
    files = {o.partition("=")[2] for o in told if o.startswith(("--nodes=", "--relationships="))}
    assert files == {str(path.relative_to(folder)) for path in folder.rglob("*.csv")}
    assert ord(ARRAY_DELIMITER) == 0x1F


def test_the_buffer_holds_the_longest_row(tmp_path: Path) -> None:
    """The importer's own is four megabytes; a release may be longer."""
    ref = NodeRef(Label.RELEASE, "r")
    for length, least in ((10, 4 << 20), (5 << 20, 20 << 20)):
        folder = tmp_path / str(length)
        write_bulk([Node(ref, {"id": "r", "text": "x" * length})], [], folder)
        (told,) = (o for o in options(folder) if o.startswith("--read-buffer-size="))
        assert int(told.partition("=")[2]) >= least


def test_the_constraints_and_indexes_are_those_of_the_store(tmp_path: Path) -> None:
    """One a line, to be run when the data is in."""
    write_bulk([], [], tmp_path / "out")
    lines = (tmp_path / "out" / "constraints.cypher").read_text().splitlines()
    made = [*constraints("neo4j"), *indexes("neo4j"), AWAIT]
    assert [line.rstrip(";") for line in lines[:-1]] == made


@pytest.mark.parametrize("whole", [False, True])
def test_the_script_says_what_the_database_is_good_for(tmp_path: Path, whole: bool) -> None:
    """For asking only, where profiles and decisions did not come with it."""
    write_bulk([], [], tmp_path / "out", Kept() if whole else None)
    assert ("for asking only" in (tmp_path / "out" / "import.sh").read_text()) is not whole


def test_profiles_come_with_their_blocks_and_links(tmp_path: Path) -> None:
    """A block in which two stand is one; decisions come as they are kept."""
    body = Profile("organization:1", Label.ORGANIZATION, ("WHO",), "WHO")
    office = Profile("office:1", Label.OFFICE, ("Head",), "Head", of=body.id)
    entries = [Entry(p, "n", frozenset(("b", p.id))) for p in (office, body)]
    wrong = Decision(Verb.WRONG, fact="https://news.example/1#attended.0-3.5-9", note='No; "no".')
    write_bulk([], [], tmp_path / "out", Kept(entries, [wrong]))
    nodes, edges = tmp_path / "out" / "nodes", tmp_path / "out" / "edges"
    assert [r["id:ID(Profile)"] for r in rows(nodes / "Profile.csv")] == [office.id, body.id]
    assert [r["id:ID(Block)"] for r in rows(nodes / "Block.csv")] == ["b", office.id, body.id]
    assert len(rows(edges / "KEYED.Profile.Block.csv")) == 4
    (link,) = rows(edges / "RESTS_ON.Profile.Profile.csv")
    assert [*link.values()] == [office.id, body.id, "RESTS_ON"]
    (kept,) = rows(nodes / "Decision.csv")
    assert (kept["id:ID(Decision)"], kept["releases:string[]"]) == (
        wrong.id,
        "https://news.example/1",
    )


def test_a_folder_with_anything_in_it_is_refused(tmp_path: Path) -> None:
    """And stays as it is."""
    (tmp_path / "mine.txt").touch()
    with pytest.raises(ParameterError, match="is not empty"):
        write_bulk([], [], tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_equal_graphs_give_equal_bytes(
    tmp_path: Path, full: Graph, shuffled: Callable[[Graph], Graph]
) -> None:
    """In whatever order the properties come."""

    def written(graph: Graph, name: str) -> dict[Any, bytes]:
        folder = tmp_path / name
        write_bulk(*graph, folder)
        return {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()}

    assert written(full, "one") == written(shuffled(full), "two")
