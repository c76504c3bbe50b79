"""The commands by which a person decides: what they ask of a graph, what they print and refuse."""

import dataclasses
import json
from pathlib import Path
from typing import Any, Self

import pytest
from click.testing import CliRunner, Result

from communique.cli.app import app
from communique.errors import Contradiction
from communique.graph.decisions import write_decisions, wrong
from communique.queries.doubts import Decided, Doubt, Reason
from communique.queries.table import Table

FILE = write_decisions([wrong("https://news.example/1#met-with.10-19.25-33")])
DOUBT = Doubt("person:ada", "Ada", ["Ada, 1"], "person:a", "A.", ["A., 2"], "Person", 5, 0.6, "?")
DECIDED = Decided("same-1", "same", "r#1", "Ada", "r#2", "A.", "in force", None)
REASON = Reason("r#mentions.person.1-2", "Ada", ["Mayor of Oslo"], "r", "the same name")


def table(row: Any) -> Table[Any]:
    """An answer of one row."""
    told = dataclasses.asdict(row)
    return Table(tuple(told), [told], type(row))


class Asked:
    """A graph that answers always the same, and remembers what it was asked."""

    calls: list[tuple[Any, ...]]

    def __init__(self, where: str | None = None, *, database: str | None = None) -> None:
        self.calls.append((where, database))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return

    def __getattr__(self, name: str) -> Any:
        def answer(*given: object, **named: object) -> Any:
            self.calls.append((name, *given, *sorted(named.items())))
            rows = {"review": DOUBT, "decisions": DECIDED, "why": REASON}
            if name == "export_decisions":
                return FILE
            return table(rows[name]) if name in rows else {"decision": "same-1", "verb": name}

        return answer


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """What the graph was asked."""
    asked: list[tuple[Any, ...]] = []
    monkeypatch.setattr(Asked, "calls", asked, raising=False)
    monkeypatch.setattr("communique.pipeline.Graph", Asked)
    return asked


def run(*arguments: str) -> Result:
    """Run the command as a pipe would."""
    return CliRunner().invoke(app, list(arguments))


@pytest.mark.parametrize(
    ("arguments", "call"),
    [
        (("same", "Ada", "person:a"), ("same", "Ada", "person:a", ("note", None))),
        (("same", "A", "B", "--note", "seen"), ("same", "A", "B", ("note", "seen"))),
        (("different", "A", "B", "--note", "x"), ("different", "A", "B", ("note", "x"))),
        (("wrong", "r#met-with.1-2.3-4"), ("wrong", "r#met-with.1-2.3-4", ("note", None))),
        (("decide", "--file", "d.jsonl"), ("decide", "d.jsonl", ("ahead", False))),
        (("decide", "--file", "-", "--ahead"), ("decide", "-", ("ahead", True))),
        (("undo", "same-1"), ("undo", "same-1")),
    ],
)
def test_a_decision_is_one_line_of_json(
    calls: list[tuple[Any, ...]], arguments: tuple[str, ...], call: tuple[Any, ...]
) -> None:
    """What was done, as the graph tells it."""
    result = run(*arguments, "--graph", "g.db", "--database", "d")
    assert result.exit_code == 0, result.stderr
    assert calls == [("g.db", "d"), call]
    assert json.loads(result.stdout) == {"decision": "same-1", "verb": arguments[0]}
    assert result.stdout.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "call", "row"),
    [
        (("review",), ("review", ("limit", None)), DOUBT),
        (("review", "--limit", "5"), ("review", ("limit", 5)), DOUBT),
        (("review", "--decided"), ("decisions",), DECIDED),
        (("why", "Ada"), ("why", "Ada"), REASON),
    ],
)
def test_an_answer_is_json_lines_a_table_or_csv(
    calls: list[tuple[Any, ...]], arguments: tuple[str, ...], call: tuple[Any, ...], row: Any
) -> None:
    """The same row in each, under the columns that its type tells."""
    told = dataclasses.asdict(row)
    assert json.loads(run(*arguments).stdout) == told
    assert run(*arguments, "--csv").stdout.splitlines()[0] == ",".join(told)
    assert run(*arguments, "--table").stdout.split()[: len(told)] == list(told)
    assert calls.count(call) == 3


def test_the_decisions_are_written_to_a_file_or_to_standard_output(
    calls: list[tuple[Any, ...]], tmp_path: Path
) -> None:
    """Byte by byte the same, and whole or not at all."""
    path = tmp_path / "decisions.jsonl"
    assert run("review", "--export", str(path)).exit_code == 0
    assert path.read_text("utf-8") == run("review", "--export", "-").stdout == FILE
    result = run("review", "--export", str(tmp_path / "none" / "d.jsonl"))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "can't be written" in result.stderr
    assert calls[1] == ("export_decisions",)


def test_a_contradiction_ends_in_its_sentence_and_code_1(
    calls: list[tuple[Any, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what to undo."""

    def refuse(*_: object, **__: object) -> None:
        message = "They are told apart by different-1."
        raise Contradiction(message, "Run `communique undo different-1`.")

    monkeypatch.setattr(Asked, "same", refuse, raising=False)
    result = run("same", "A", "B")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "Error: They are told apart by different-1. Run `communique undo different-1`.\n"
    )
    assert len(calls) == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("same",), "Missing argument 'A'"),
        (("same", "A"), "Missing argument 'B'"),
        (("same", "A", "A"), "it is the same as A"),
        (("different", "A", "A"), "it is the same as A"),
        (("same", "", "A"), "it is empty"),
        (("same", "A", " "), "it is empty"),
        (("different", "A", "\udcff"), "it is not UTF-8"),
        (("same", "A", "B", "--note", "\udcff"), "it is not UTF-8"),
        (("wrong",), "Missing argument 'FACT'"),
        (("wrong", ""), "it is empty"),
        (("decide",), "Missing option '--file'"),
        (("decide", "d.jsonl", "--file", "-"), "unexpected extra argument"),
        (("undo",), "Missing argument 'DECISION'"),
        (("undo", "same-1", "same-2"), "unexpected extra argument"),
        (("why",), "Missing argument 'ID'"),
        (("why", ""), "it is empty"),
        (("review", "--limit", "0"), "0 is not in the range"),
        (("review", "--limit", "1", "--decided"), "--limit goes with doubts alone"),
        (("review", "--decided", "--export", "-"), "--export with nothing else"),
        (("review", "--json", "--export", "-"), "--export with nothing else"),
        (("reveiw",), "Did you mean review?"),
    ],
)
def test_what_cannot_be_asked_ends_in_a_sentence_and_code_2(
    calls: list[tuple[Any, ...]], arguments: tuple[str, ...], told: str
) -> None:
    """Before any graph is opened."""
    result = run(*arguments)
    assert (result.exit_code, result.stdout, calls) == (2, "", [])
    assert told in result.stderr
    assert "Traceback" not in result.output
