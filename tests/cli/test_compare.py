"""`communique compare`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from communique.cli.app import app


def run(*arguments: str, given: bytes | None = None) -> tuple[int, list[dict[str, object]], str]:
    """The exit code, the answers, and what was said."""
    result = CliRunner().invoke(app, ["compare", *arguments], input=given)
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    return result.exit_code, answers, result.stderr


def test_two_names_are_compared() -> None:
    """One JSON object with all that is known."""
    code, answers, _ = run("Zhou Mingyuan", "Mingyuan Zhou")
    assert code == 0
    assert answers == [
        {
            "same": True,
            "score": 0.96,
            "reason": "the same surname, the same given name",
            "name1": "Zhou Mingyuan",
            "name2": "Mingyuan Zhou",
            "verdict": "same",
        }
    ]


def test_doubt_is_no() -> None:
    """`same` is false, the verdict says doubt, and that is no error."""
    code, answers, _ = run("Lin Yang", "Yang Lin")
    assert (code, answers[0]["same"], answers[0]["verdict"]) == (0, False, "doubt")


def test_a_file_is_compared_line_by_line(tmp_path: Path) -> None:
    """In its order; a bad line is told and ends in code 1."""
    path = tmp_path / "pairs.csv"
    path.write_text("name1,name2\n周明远,Zhou Mingyuan\nA,\nPeter Leung,Philip Leung\n", "utf-8")
    code, answers, said = run("--file", str(path))
    assert [answer["same"] for answer in answers] == [True, False]
    assert (code, "name2 is empty in line 3" in said) == (1, True)


def test_standard_input_is_a_file_too() -> None:
    """With -."""
    code, answers, _ = run("--file", "-", given="name1,name2\n周明远,周明遠\n".encode())
    assert (code, answers[0]["same"]) == (0, True)


def test_a_table_is_for_people() -> None:
    """As the other commands have it."""
    result = CliRunner().invoke(app, ["compare", "--table", "Zhou Mingyuan", "Zhou Mingyan"])
    assert result.stdout.split()[:3] == ["same", "score", "reason"]
    assert "different given names" in result.stdout


@pytest.mark.parametrize("name", ["李", "x", "😀", "a" * 10_000, "\u202e\u0000", "🇭🇰 陳"])
def test_what_is_hardly_a_name_gets_a_sensible_verdict(name: str) -> None:
    """Not the same as a name, and no error."""
    code, answers, _ = run(name, "Zhou Mingyuan")
    assert (code, answers[0]["same"]) == (0, False)


@pytest.mark.parametrize(
    ("arguments", "given", "told", "exit_code"),
    [
        (["", "Zhou Mingyuan"], None, "name1 is empty", 1),
        (["Zhou Mingyuan", " "], None, "name2 is empty", 1),
        (["\udcff", "Zhou Mingyuan"], None, "name1 is not UTF-8", 1),
        (["--file", "-"], b"name1,other\na,b\n", "no column name2", 1),
        (["--file", "-"], b"name1,name2\n\xff,b\n", "Line 2 of standard input is not UTF-8", 1),
        (["--file", "-"], b"", "no column name1", 1),
        (["Zhou Mingyuan"], None, "Give two names, or --file", 2),
        (["a", "b", "c"], None, "Give two names, or --file", 2),
        ([], None, "Give two names, or --file", 2),
        (["--file", "-", "a", "b"], b"", "Give two names, or --file", 2),
        (["--file", "no-such.csv"], None, "no-such.csv", 2),
    ],
)
def test_what_cannot_be_compared_ends_in_a_sentence(
    arguments: list[str], given: bytes | None, told: str, exit_code: int
) -> None:
    """With the exit code that the rest of the command has for it."""
    code, answers, said = run(*arguments, given=given)
    assert (code, answers) == (exit_code, [])
    assert told in said
    assert "Traceback" not in said
