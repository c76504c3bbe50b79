"""`communique query --rdf`: the questions of the library asked of an exported file."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import communique
from communique import examples
from communique.cli.app import app
from communique.queries import twins
from communique.queries.exported import open_dataset

DOCS = Path(__file__).parents[2] / "docs" / "sparql.md"


def run(*arguments: str) -> Result:
    """Run the command as a pipe would."""
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the examples, and its export."""
    found = tmp_path_factory.mktemp("rdf")
    with communique.open(found / "demo.db") as graph:
        graph.load(examples.paths())
        graph.export(found / "graph.nq")
    return found


def test_a_file_answers_as_the_graph_does(folder: Path) -> None:
    """Byte for byte, in each form."""
    for form in ("--json", "--table", "--csv"):
        query = ("query", "who-met-whom", "--person", "solheim", "--limit", "3", form)
        answers = [
            run(*query, "--rdf", str(folder / "graph.nq")),
            run(*query, "--graph", str(folder / "demo.db")),
        ]
        assert [answer.exit_code for answer in answers] == [0, 0]
        assert answers[0].stdout == answers[1].stdout != ""


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("timeline", "--person", "Ingrid Solheym"), 1, "Did you mean Ingrid Solheim"),
        (("connection", "--person", "Solheim", "--to", "Haddad"), 2, "shortest"),
        (("timeline",), 2, "--person"),
        (("thanks", "--timeout", "3"), 2, "--timeout is for graphs"),
        (("--cypher", "RETURN 1"), 2, "--cypher is for graphs"),
    ],
    ids=str,
)
def test_what_a_file_can_not_answer_is_told(
    folder: Path, arguments: tuple[str, ...], code: int, told: str
) -> None:
    """In a sentence, without a traceback."""
    result = run("query", *arguments, "--rdf", str(folder / "graph.nq"))
    assert result.exit_code == code
    assert told in result.stderr
    assert "Traceback" not in result.stderr


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """With its path."""
    result = run("query", "thanks", "--rdf", str(tmp_path / "none.nq"))
    assert (result.exit_code, "There is no file" in result.stderr) == (2, True)


def test_the_page_shows_what_is_answered(folder: Path) -> None:
    """Its table and its Python; it tells of every question, and why one has no twin."""
    page = DOCS.read_text("utf-8")
    shown = run(
        "query", "succession", "--office", "Mayor of Lisbon", "--table",
        "--rdf", str(folder / "graph.nq"),
    )  # fmt: skip
    assert all(line.rstrip() in page for line in shown.stdout.splitlines())
    rows = twins.ask(
        open_dataset(folder / "graph.nq"), "who-met-whom", person="Ingrid Solheim", since="2032"
    )
    assert "".join(f"{row['counterpart']} {row['meetings']}\n" for row in rows) in page
    assert all(f"| `{name}` | as in Cypher" in page for name in twins.names())
    assert all(f"| `{name}` | none: " in page for name in twins.WITHOUT)
