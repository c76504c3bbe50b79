"""`communique query`: questions with their evidence, Cypher of one's own, and what goes wrong."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import communique
from communique import examples
from communique.cli.app import app


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The graph of the examples."""
    found = tmp_path_factory.mktemp("query") / "demo.db"
    with communique.open(found) as graph:
        graph.load(examples.paths())
    return str(found)


def query(folder: str | Path, *arguments: str) -> Result:
    """Run the command as a pipe would."""
    return CliRunner().invoke(app, ["query", *arguments, "--graph", str(folder)])


def test_evidence_in_json_stands_in_each_row(folder: str) -> None:
    """A list of sentences, each with its release and day."""
    result = query(folder, "who-met-whom", "--person", "noor haddad", "--evidence")
    (row,) = map(json.loads, result.stdout.splitlines())
    (citation,) = row["evidence"]
    assert row["person"] == "Noor Haddad"
    assert citation["issued"] == "2032-06-11"
    assert citation["sentence"].startswith("He met with the Director-General")


def test_evidence_in_a_table_is_a_line_a_sentence(folder: str) -> None:
    """The row is said again for each, so that a sheet can be sorted."""
    arguments = ("who-met-whom", "--person", "fontoura", "--counterpart", "solheim", "--evidence")
    rows = list(csv.DictReader(io.StringIO(query(folder, *arguments, "--csv").stdout)))
    assert [row["issued"] for row in rows] == ["2032-02-17", "2032-05-20"]
    assert {row["meetings"] for row in rows} == {"2"}


def test_a_title_is_told_for_whom_it_was_taken(folder: str) -> None:
    """On standard error: it is no answer."""
    result = query(folder, "meetings-of", "--person", "mayor of lisbon", "--since", "2033")
    assert "is taken for Beatriz Fontoura" in result.stderr
    assert "taken" not in result.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("meetings-of", "--person", "Nobody Atall"), 1, "knows no person 'Nobody Atall'"),
        (("meetings-of", "--person", "mayor of lisbon"), 1, "Several held the office"),
        (("thanks", "--since", "2031-13"), 2, "a day that exists"),
        (("thanks", "--since", "soon"), 2, "must be a date"),
        (("thanks", "--since", "2032", "--until", "2031"), 2, "comes after 'until'"),
        (("thanks", "--limit", "0"), 2, "1 or more"),
        (("thanks", "--limit", "-1"), 2, "1 or more"),
        (("thanks", "--limit", "lots"), 2, "a whole number"),
        (("doubtful-facts", "--below", "7"), 2, "between 0 and 1"),
        (("--cypher", "MATCH (n RETURN n"), 2, "line 1:9"),
        (("--cypher", "CREATE (n:Person {id: 'x'})"), 2, "--write"),
        (("--cypher", "RETURN 1", "--evidence"), 2, "--evidence is for questions"),
        (("thanks", "--write"), 2, "--write is for --cypher"),
        (("evidence", "--fact", "x", "--evidence"), 2, "evidence themselves"),
        (("who_met_whom", "--person", "x"), 2, "Did you mean who-met-whom"),
        (("nosuch", "--evidence"), 2, "There is no query 'nosuch'"),
        (("thanks", "--cypher", "RETURN 1"), 2, "not both"),
        (("thanks", "--timeout", "nan"), 2, "a number of seconds"),
        (("thanks", "--timeout", "inf"), 2, "a number of seconds"),
        (("--cypher", "MATCH (n:Person {name: 'Olav Tveit'}) DELETE n"), 2, "DETACH DELETE"),
    ],
    ids=str,
)
def test_what_is_wrong_is_told_in_a_sentence(
    folder: str, arguments: tuple[str, ...], code: int, told: str
) -> None:
    """With its exit code, and nothing on standard output."""
    result = query(folder, *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert told in result.stderr
    assert "Traceback" not in result.stderr


def test_a_million_rows_may_be_asked_for(folder: str) -> None:
    """There are fewer."""
    assert len(query(folder, "thanks", "--limit", "1000000").stdout.splitlines()) > 3


def test_a_question_that_takes_too_long_is_ended(folder: str) -> None:
    """In the time that the user set."""
    many = "UNWIND range(1, 10000) AS"
    endless = f"{many} i {many} j {many} k WITH i WHERE i < 0 RETURN count(i)"
    result = query(folder, "--cypher", endless, "--timeout", "0.2")
    assert result.exit_code == 3
    assert "longer than was allowed" in result.stderr


def test_a_limit_shorter_than_the_clock_s_ticks_is_one(folder: str) -> None:
    """And not the lack of any."""
    many = "UNWIND range(1, 10000) AS"
    endless = f"{many} i {many} j {many} k WITH i WHERE i < 0 RETURN count(i)"
    assert query(folder, "--cypher", endless, "--timeout", "0.0001").exit_code == 3


def test_cypher_writes_when_asked(tmp_path: Path) -> None:
    """And is refused when not: nothing is written then."""
    with communique.open(tmp_path / "w.db") as graph:
        graph.load(examples.paths()[:1])
    refused = query(tmp_path / "w.db", "--cypher", "MATCH (n:Person) SET n.note = 'mine'")
    assert refused.exit_code == 2
    count = ("--cypher", "MATCH (n:Person) WHERE n.note = 'mine' RETURN count(n) AS n")
    assert json.loads(query(tmp_path / "w.db", *count).stdout) == {"n": 0}
    written = query(
        tmp_path / "w.db", "--cypher", "MATCH (n:Person) SET n.note = 'mine'", "--write"
    )
    assert written.exit_code == 0
    assert json.loads(query(tmp_path / "w.db", *count).stdout)["n"] > 0
