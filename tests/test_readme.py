"""The README says what is so: its commands, its Cypher and its Python are run, and their output compared."""

import contextlib
import io
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from communique.cli.app import app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def block(language: str, after: str = "") -> str:
    """Cut the first block of a language out of the README, after some words."""
    found = re.search(rf"```{language}\n(.*?)```", README[README.index(after) :], re.DOTALL)
    assert found is not None
    return found[1]


def squeezed(text: str) -> list[str]:
    """Leave out what a table pads with."""
    return [line.rstrip() for line in text.splitlines() if line.strip()]


@pytest.fixture
def demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """What `make demo` prints, in a folder laid out as a clone is."""
    (tmp_path / "src").symlink_to(ROOT / "src")
    monkeypatch.chdir(tmp_path)
    recipe = (ROOT / "Makefile").read_text("utf-8").partition("\ndemo:")[2].partition("\n\n")[0]
    printed = ""
    for command in re.findall(r"@\$\(BIN\)/communique (.*)", recipe):
        arguments = command.replace("$(DEMO)", "demo.db").split()
        result = CliRunner().invoke(app, arguments)
        assert result.exit_code == 0, result.stderr
        printed += result.stdout
    return printed


def test_the_demo_prints_what_the_readme_shows(demo: str) -> None:
    """Line by line."""
    shown = block("console").partition("$ make demo\n")[2].partition("$ make test")[0]
    assert squeezed(demo) == squeezed(shown)


def test_the_cypher_answers_what_the_readme_shows(demo: str) -> None:
    """As the command prints it."""
    assert demo
    cypher = block("cypher")
    result = CliRunner().invoke(app, ["query", "--cypher", cypher, "--graph", "demo.db", "--table"])
    assert squeezed(result.stdout) == squeezed(block("text", "```cypher"))


def test_the_python_prints_what_the_readme_shows(demo: str) -> None:
    """Run as it stands."""
    assert demo
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(block("python"), {})  # noqa: S102
    assert printed.getvalue() == block("text", "```python")


def test_every_path_the_readme_names_is_there() -> None:
    """No dead link."""
    for path in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / path).exists(), path
