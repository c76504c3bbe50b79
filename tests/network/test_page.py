"""The page on networks says what is so: its commands and its Python are run, and the output compared."""

import contextlib
import io
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import communique
from communique import examples, network
from communique.cli.app import app
from communique.network import Measure
from communique.network.measures import FUNCTIONS

PAGE = (Path(__file__).parents[2] / "docs" / "network.md").read_text("utf-8")
COMMANDS = re.findall(r"```console\n\$ communique (.*?)\n```\n\n```text\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the graph that the page speaks of."""
    folder = tmp_path_factory.mktemp("page")
    with communique.open(folder / "demo.db") as graph:
        graph.load(examples.paths())
    return folder


def squeezed(text: str) -> list[str]:
    """Leave out what a table pads with."""
    return [line.rstrip() for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize(("command", "shown"), COMMANDS)
def test_commands_print_what_the_page_shows(
    demo: Path, monkeypatch: pytest.MonkeyPatch, command: str, shown: str
) -> None:
    """Line by line."""
    monkeypatch.chdir(demo)
    result = CliRunner().invoke(app, command.split())
    assert squeezed(result.stdout) == squeezed(shown)


def test_the_python_prints_what_the_page_shows(demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run as it stands."""
    monkeypatch.chdir(demo)
    found = re.search(r"```python\n(.*?)```\n\n```text\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(found[1], {})  # noqa: S102
    assert printed.getvalue() == found[2]


def test_the_page_tells_of_every_measure() -> None:
    """With the function that makes it; and all that the package exports is there."""
    assert len(COMMANDS) == 2
    for measure in Measure:
        assert f"`{measure}`" in PAGE
    for measure, function in FUNCTIONS.items():
        assert f"| `{measure}` | `{function.__name__}` |" in PAGE
        assert getattr(network, function.__name__) is function
    assert network.__all__ == sorted(network.__all__)
    assert all(getattr(network, name) for name in network.__all__)
