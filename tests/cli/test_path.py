"""The whole path on the command line: load, ask, export, retract."""

import csv
import io
import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from rdflib import Dataset

from communique import examples
from communique.cli.app import app

BAD = "date: 2031-02-30\n\nFair\n\nThe Mayor opened the fair.\n"
GOOD = (
    "title: Talks\ndate: 2031-03-04\nsource: https://news.example/1\n\n"
    "The Minister for Trade, Ms Ada Oduya, met with the Mayor of Oslo, Mr Ben Cole, today.\n"
)


def run(*arguments: str, stdin: str | None = None) -> Result:
    """Run the command as a pipe would."""
    return CliRunner().invoke(app, list(arguments), input=stdin)


def lines(result: Result) -> list[Any]:
    """Parse an answer as JSON Lines."""
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def graph(tmp_path: Path) -> str:
    """A folder with the graph of the examples."""
    folder = str(tmp_path / "g.db")
    assert lines(run("load", *map(str, examples.paths()), "--graph", folder)) == [
        {"releases": 10, "added": 10, "unchanged": 0, "replaced": 0, "failed": 0}
    ]
    return folder


def test_loading_again_says_that_nothing_changed(graph: str) -> None:
    """One line of counts."""
    (counts,) = lines(run("load", str(examples.folder()), "--graph", graph))
    assert counts == {"releases": 10, "added": 0, "unchanged": 10, "replaced": 0, "failed": 0}


def test_an_answer_is_json_lines_a_table_or_csv(graph: str) -> None:
    """The same rows in each; standard output carries nothing else."""
    query = ("query", "who-met-whom", "--person", "solheim", "--graph", graph)
    rows = lines(run(*query))
    assert rows[0].keys() == {"person", "counterpart", "meetings", "first", "last"}
    assert rows == lines(run(*query, "--json"))
    parsed = list(csv.DictReader(io.StringIO(run(*query, "--csv").stdout)))
    assert [row["counterpart"] for row in parsed] == [row["counterpart"] for row in rows]
    table = run(*query, "--table").stdout
    assert all(row["counterpart"] in table for row in rows)


def test_no_rows_is_no_error(graph: str) -> None:
    """Exit code 0 and an empty answer."""
    result = run("query", "who-met-whom", "--since", "2099", "--graph", graph)
    assert (result.exit_code, result.stdout) == (0, "")


def test_an_unknown_name_is_an_error_with_the_nearest(graph: str) -> None:
    """Exit code 1."""
    result = run("query", "meetings-of", "--person", "Ingrid Solheym", "--graph", graph)
    assert result.exit_code == 1
    assert "Did you mean Ingrid Solheim?" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("query", "who-met-whom", "--since", "2031-02-30"), 2),
        (("query", "who-met-whom", "--limit", "many"), 2),
        (("query", "--cypher", "CREATE (n:X)"), 2),
        (("query", "--cypher", "MATCH (n"), 2),
        (("query", "evidence", "--fact", "nothing"), 1),
        (("retract", "https://news.example/none"), 1),
    ],
)
def test_what_cannot_be_answered_has_its_exit_code(
    graph: str, arguments: tuple[str, ...], code: int
) -> None:
    """A sentence on standard error, nothing on standard output."""
    result = run(*arguments, "--graph", graph)
    assert result.exit_code == code
    assert result.stderr.startswith("Error: ")
    assert result.stdout == ""


def test_a_graph_can_be_named_by_the_environment_and_the_option_wins(
    graph: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``--graph`` before ``COMMUNIQUE_GRAPH``."""
    monkeypatch.setenv("COMMUNIQUE_GRAPH", graph)
    assert len(lines(run("stats"))) > 10
    assert run("stats", "--graph", str(tmp_path / "none.db")).exit_code == 2


def test_export_writes_rdf_to_a_file_or_to_standard_output(graph: str, tmp_path: Path) -> None:
    """Equal graphs give equal bytes; rdflib reads them back."""
    out = tmp_path / "g.nq"
    assert run("export", "--graph", graph, "--out", str(out)).exit_code == 0
    assert run("export", "--graph", graph).stdout == out.read_text("utf-8")
    data = Dataset()
    data.parse(out, format="nquads")
    assert len({g.identifier for g in data.graphs() if len(g)}) == 11
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []
    assert run("export", "--graph", graph, "--out", str(tmp_path / "no" / "g.nq")).exit_code == 2


def shell(command: str, graph: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command as a shell does; ``communique`` is the command."""
    script = (
        f'set -o pipefail; communique() {{ "{sys.executable}" -m communique "$@"; }}; {command}'
    )
    environment = {**os.environ, "COMMUNIQUE_GRAPH": graph}
    return subprocess.run(  # noqa: S603
        ["bash", "-c", script],  # noqa: S607
        capture_output=True, text=True, check=False, cwd=folder, env=environment, timeout=60,
    )  # fmt: skip


@pytest.mark.parametrize(
    "command",
    [
        "communique query who-met-whom | head -n 1",
        "communique export | head -n 1",
        "communique export --format turtle | head -n 1",
        "communique queries | true",
    ],
)
def test_who_reads_only_the_first_lines_has_had_enough(
    graph: str, tmp_path: Path, command: str
) -> None:
    """A broken pipe is no error: exit code 0, nothing on standard error."""
    done = shell(command, graph, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_stream_that_the_shell_closed_or_that_is_full(graph: str, tmp_path: Path) -> None:
    """Closed: nothing is said, and no file takes its place. Full: a sentence and exit code 3."""
    done = shell("communique stats >&-", graph, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    done = shell("communique load - <&-", graph, tmp_path)
    assert (done.returncode, done.stderr) == (1, "Error: -: It is empty.\n")
    done = shell("communique stats >/dev/full", graph, tmp_path)
    assert done.returncode == 3
    assert "The system can't do that" in done.stderr
    assert "Make room" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_is_no_number_is_null_in_json(graph: str) -> None:
    """JSON has no word for infinity."""
    (row,) = lines(
        run("query", "--cypher", "RETURN [1.0 / 0] AS a, {b: 1.5} AS c", "--graph", graph)
    )
    assert row == {"a": [None], "c": {"b": 1.5}}


def test_retracting_everything_leaves_an_empty_graph(graph: str) -> None:
    """As if nothing had ever been loaded."""
    for row in lines(
        run("query", "--cypher", "MATCH (r:Release) RETURN r.id AS id", "--graph", graph)
    ):
        assert lines(run("retract", row["id"], "--graph", graph)) == [{"retracted": row["id"]}]
    assert {row["count"] for row in lines(run("stats", "--graph", graph))} == {0}


def test_a_bad_release_is_named_and_the_rest_go_on(tmp_path: Path) -> None:
    """Exit code 1; ``--strict`` stops there."""
    for name, text in (("1.txt", GOOD), ("2.txt", BAD), ("3.txt", GOOD.replace("/1", "/3"))):
        (tmp_path / name).write_text(text)
    (tmp_path / "4.txt").write_bytes(b"")
    graph = str(tmp_path / "g.db")
    paths = [str(tmp_path / f"{n}.txt") for n in (1, 2, 3, 4)]
    result = run("load", *paths, "--graph", graph)
    assert result.exit_code == 1
    assert json.loads(result.stdout) == {
        "releases": 4, "added": 2, "unchanged": 0, "replaced": 0, "failed": 2,
    }  # fmt: skip
    assert f"{paths[1]}: '2031-02-30' is no date of issue." in result.stderr
    assert f"{paths[3]}: It is empty." in result.stderr
    strict = run("load", *paths, "--graph", str(tmp_path / "s.db"), "--strict")
    assert strict.exit_code == 1
    assert json.loads(strict.stdout)["releases"] == 2


def test_a_bad_release_alone_makes_no_graph(tmp_path: Path) -> None:
    """Nothing is half-written."""
    bad = tmp_path / "bad.txt"
    bad.write_text(BAD)
    assert run("load", str(bad), "--graph", str(tmp_path / "g.db")).exit_code == 1
    assert not (tmp_path / "g.db").exists()


def test_read_prints_one_object_a_release(tmp_path: Path) -> None:
    """In the form of the gold annotations, with offsets into the text."""
    (record,) = lines(run("read", "-", "--text", "--issuer", "City", stdin=GOOD))
    assert record["name"] == "stdin"
    assert record["release"] == {
        "title": "Talks", "date": "2031-03-04", "issuer": "City", "language": "en",
    }  # fmt: skip
    assert {"name": "Ben Cole", "offices": ["Mayor of Oslo"]} in record["people"]
    (fact,) = [f for f in record["facts"] if f["predicate"] == "met-with"]
    assert (fact["subject"], fact["object"], fact["date"]) == (
        "Ada Oduya",
        "Ben Cole",
        "2031-03-04",
    )
    assert record["text"][fact["start"] : fact["end"]] == fact["evidence"]
    assert 0 < fact["confidence"] <= 1
    assert fact["rule"]


def test_every_quote_of_the_examples_stands_at_its_offsets() -> None:
    """Verbatim, every one."""
    records = lines(run("read", "--text", str(examples.folder())))
    assert len(records) == 10
    for record in records:
        for fact in record["facts"]:
            assert record["text"][fact["start"] : fact["end"]] == fact["evidence"]
    assert sum(len(record["facts"]) for record in records) > 30


def test_a_server_that_does_not_answer_is_exit_code_3() -> None:
    """With what to look at."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    result = run("stats", "--graph", f"bolt://127.0.0.1:{port}")
    assert result.exit_code == 3
    assert "Is the server running" in result.stderr


def test_a_wrong_password_is_exit_code_3(
    neo4j_server: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the password is not shown."""
    monkeypatch.setenv("NEO4J_PASSWORD", "open-sesame")
    result = run("stats", "--graph", neo4j_server.uri)
    assert result.exit_code == 3
    assert "open-sesame" not in result.stderr


def test_ctrl_c_leaves_whole_releases_and_no_traceback(tmp_path: Path) -> None:
    """Interrupted in the middle of a load: what is there is whole, and was written together.

    Reading runs ahead of writing: when 250 are sent, a hundred at least are being written. A run in
    the background ignores the signal and lets its children do so: the load must not.
    """
    graph = str(tmp_path / "g.db")
    text = "The Minister for Trade, Ms Ada Oduya, met with the Mayor of Oslo, Mr Ben Cole, today."
    record = {"title": "Talks", "date": "2031-03-04", "text": text, "pad": "x" * 4096}
    first = tmp_path / "first.jsonl"
    first.write_text(json.dumps({"url": "https://news.example/first", **record}))
    assert run("load", str(first), "--graph", graph).exit_code == 0
    command = [sys.executable, "-m", "communique", "load", "-", "--graph", graph]
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    load = subprocess.Popen(  # noqa: S603
        command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    signal.signal(signal.SIGINT, before)
    with load:
        assert load.stdin is not None
        assert load.stderr is not None
        for n in range(250):
            print(json.dumps({"url": f"https://news.example/{n}", **record}), file=load.stdin)
        load.stdin.flush()
        load.send_signal(signal.SIGINT)
        told = load.stderr.read()
    assert load.returncode == 130, told
    assert told == "Interrupted: every release loaded so far is whole.\n"
    cypher = "MATCH (r:Release) WHERE NOT EXISTS { MATCH (r)-[:MENTIONS]->(:Person) } RETURN r.id"
    assert lines(run("query", "--cypher", cypher, "--graph", graph)) == []
    assert lines(run("stats", "--graph", graph))[5]["count"] in (1, 101, 201)
