"""`communique plot`: pictures of the graph."""

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

pytest.importorskip("matplotlib")

from communique import examples
from communique.cli.app import app

PICTURES = (
    ("network",),
    ("network", "--kind", "thanks", "--weight", "days", "--top", "5"),
    ("network", "--place", "Lisbon", "--since", "2031", "--until", "2032-06"),
    ("timeline", "--person", "Ingrid Solheim"),
    ("timeline", "--person", "Ingrid Solheim", "--rows", "kind", "--top", "2"),
    ("timeline", "--office", "Mayor of Lisbon"),
    ("timeline", "--place", "Lisbon"),
    ("heatmap",),
    ("heatmap", "--columns", "time", "--place", "Lisbon"),
    ("map", "--person", "Ingrid Solheim"),
)


def run(*arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(app, ["plot", *arguments])


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder with the graph of the examples."""
    folder = str(tmp_path_factory.mktemp("plot") / "g.db")
    assert (
        CliRunner().invoke(app, ["load", str(examples.folder()), "--graph", folder]).exit_code == 0
    )
    return folder


@pytest.mark.parametrize("picture", PICTURES)
def test_every_picture_is_written(picture: tuple[str, ...], graph: str, tmp_path: Path) -> None:
    """Without a word, and alone in its folder."""
    out = tmp_path / "picture.svg"
    result = run(*picture, "--out", str(out), "--graph", graph)
    assert (result.exit_code, result.output) == (0, "")
    ET.parse(out)  # noqa: S314 - our own file
    assert list(tmp_path.iterdir()) == [out]


def test_a_picture_can_be_png(graph: str, tmp_path: Path) -> None:
    """The ending tells."""
    out = tmp_path / "picture.png"
    assert run("map", "--out", str(out), "--graph", graph).exit_code == 0
    assert out.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("network", "--out", "a.jpg"), 2, "A picture is .svg or .png, not jpg: a.jpg."),
        (("network", "--out", "a"), 2, "this name has no ending"),
        (("network", "--out", "no/such/a.svg"), 2, "there is no folder no/such"),
        (("network",), 2, "Missing option '--out'"),
        (("network", "--out", "a.svg", "--kind", "met"), 2, "Invalid value for '--kind'"),
        (("network", "--out", "a.svg", "--top", "0"), 2, "Invalid value for '--top'"),
        (("network", "--out", "a.svg", "--since", "2032", "--until", "2031"), 2, "comes after"),
        (("network", "--out", "a.svg", "--since", "2099"), 1, "There is nobody to draw"),
        (("timeline", "--out", "a.svg"), 2, "Give one of --person"),
        (("timeline", "--out", "a.svg", "--person", "Solheym"), 1, "Did you mean Ingrid Solheim?"),
        (("map", "--out", "a.svg", "--until", "2001"), 1, "There is nothing to draw"),
    ],
)
def test_what_can_not_be_drawn_is_a_sentence_and_leaves_no_file(
    arguments: tuple[str, ...],
    code: int,
    said: str,
    graph: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With an exit code."""
    monkeypatch.chdir(tmp_path)
    result = run(*arguments, "--graph", graph)
    assert (result.exit_code, said in result.stderr) == (code, True), result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_place_to_write_is_checked_before_a_graph_is_looked_for(tmp_path: Path) -> None:
    """Else a user would wait for nothing."""
    result = run("network", "--out", str(tmp_path / "a.bmp"), "--graph", str(tmp_path / "no.db"))
    assert "A picture is .svg or .png" in result.stderr


def test_help_needs_no_matplotlib() -> None:
    """It is imported when a picture is drawn."""
    code = (
        "import sys; from click.testing import CliRunner; from communique.cli.app import app;"
        "assert CliRunner().invoke(app, ['plot', 'network', '--help']).exit_code == 0;"
        "assert not {'matplotlib', 'numpy', 'networkx'} & set(sys.modules), sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603


def test_without_matplotlib_the_hint_is_how_to_install_it(graph: str, tmp_path: Path) -> None:
    """And nothing is asked of the graph."""
    code = (
        "import sys; sys.modules['matplotlib'] = None;"
        "from communique.cli import main; main(sys.argv[1:])"
    )
    out = str(tmp_path / "a.svg")
    command = [sys.executable, "-c", code, "plot", "map", "--out", out, "--graph", graph]
    result = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603
    assert result.returncode == 2
    assert "pip install 'communique[plot]'" in result.stderr
