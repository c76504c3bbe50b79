"""Folders that are written whole or not at all."""

from pathlib import Path

import pytest

from communique.errors import ParameterError
from communique.exports.folders import whole_folder


@pytest.mark.parametrize("there", [False, True])
def test_a_folder_is_there_when_it_is_whole(tmp_path: Path, there: bool) -> None:
    """Where nothing was, or an empty folder."""
    path = tmp_path / "out"
    if there:
        path.mkdir()
    with whole_folder(path) as partial:
        (partial / "a.csv").write_text("a")
        assert not list(path.glob("*"))
    assert [p.name for p in path.iterdir()] == ["a.csv"]
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_what_fails_leaves_nothing(tmp_path: Path) -> None:
    """Neither half a folder nor one beside it."""
    with pytest.raises(ZeroDivisionError), whole_folder(tmp_path / "out") as partial:
        (partial / "a.csv").write_text(str(1 / 0))
    assert not list(tmp_path.iterdir())


def test_nothing_is_written_over(tmp_path: Path) -> None:
    """A folder with anything in it is refused before a row is read, and so is a file."""
    (tmp_path / "mine.txt").write_text("mine")
    for path, why in ((tmp_path, "is not empty"), (tmp_path / "mine.txt", "is no folder")):
        with pytest.raises(ParameterError, match=why), whole_folder(path):
            pytest.fail("It was opened.")
    assert [p.read_text() for p in tmp_path.iterdir()] == ["mine"]


def test_what_came_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    """It stays as it is."""
    mine = tmp_path / "out" / "mine.txt"
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "mine.txt").write_text("mine")
    with pytest.raises(OSError, match="not empty"), whole_folder(mine.parent):
        (tmp_path / "mine").rename(mine.parent)
    assert [p.name for p in tmp_path.rglob("*")] == ["out", "mine.txt"]


def test_a_folder_that_can_not_be_made_is_an_error(tmp_path: Path) -> None:
    """As with files."""
    with pytest.raises(FileNotFoundError), whole_folder(tmp_path / "none" / "out"):
        pytest.fail("It was opened.")
