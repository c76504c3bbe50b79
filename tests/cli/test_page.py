"""`communique page`: one file to send."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from communique import examples
from communique.cli.app import app


def run(*arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(app, ["page", *arguments])


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder with the graph of the examples."""
    folder = str(tmp_path_factory.mktemp("page") / "g.db")
    loaded = CliRunner().invoke(app, ["load", str(examples.folder()), "--graph", folder])
    assert loaded.exit_code == 0
    return folder


def test_a_page_is_written(graph: str, tmp_path: Path) -> None:
    """Without a word, and alone in its folder; the same on standard output."""
    out = tmp_path / "solheim.html"
    result = run("--person", "Ingrid Solheim", "--out", str(out), "--graph", graph)
    assert (result.exit_code, result.output) == (0, "")
    assert list(tmp_path.iterdir()) == [out]
    page = out.read_text("utf-8")
    assert "<title>Ingrid Solheim</title>" in page
    assert run("--person", "Ingrid Solheim", "--out", "-", "--graph", graph).stdout == page


@pytest.mark.parametrize("named", [(), ("--person", "Ingrid Solheim", "--place", "Lisbon")])
def test_just_one_subject_is_given(graph: str, tmp_path: Path, named: tuple[str, ...]) -> None:
    """Else it can't be asked that way."""
    result = run(*named, "--out", str(tmp_path / "p.html"), "--graph", graph)
    assert result.exit_code == 2
    assert "Give one of --person, --organization, --place, --office." in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_name_ends_in_its_message(graph: str, tmp_path: Path) -> None:
    """With the nearest, and nothing is written."""
    result = run("--person", "Ingrid Solhem", "--out", str(tmp_path / "p.html"), "--graph", graph)
    assert result.exit_code == 1
    assert "Ingrid Solheim" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("out", ["", "none/p.html"])
def test_a_place_that_can_not_be_written_is_refused_at_once(tmp_path: Path, out: str) -> None:
    """Before any graph is opened: here there is none."""
    result = run("--person", "X", "--out", str(tmp_path / out), "--graph", str(tmp_path / "no.db"))
    assert result.exit_code == 2
    assert "folder" in result.stderr


def test_an_old_page_stays_when_the_disk_is_full(
    graph: str, tmp_path: Path, small_files: object
) -> None:
    """A page is written whole or not at all."""
    out = tmp_path / "p.html"
    out.write_text("old")
    with small_files(20_000):  # type: ignore[operator]
        result = run("--person", "Ingrid Solheim", "--out", str(out), "--graph", graph)
    assert result.exit_code == 3
    assert out.read_text() == "old"
    assert list(tmp_path.iterdir()) == [out]
