"""Files that are written whole or not at all."""

import os
import threading
from pathlib import Path

import pytest

from communique.ontology.files import whole_file


def test_a_file_is_there_when_it_is_whole(tmp_path: Path) -> None:
    """Until then the old one stays, and what failed leaves nothing beside it."""
    path = tmp_path / "g.nq"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), whole_file(path) as stream:
        stream.write(str(1 / 0))
    assert path.read_text() == "old"
    with whole_file(path) as stream:
        stream.write("new")
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert [p.name for p in tmp_path.iterdir()] == ["g.nq"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What it leads to is written."""
    (tmp_path / "link").symlink_to(tmp_path / "g.nq")
    with whole_file(tmp_path / "link") as stream:
        stream.write("new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "g.nq").read_text() == "new"


def test_what_is_no_plain_file_is_never_replaced(tmp_path: Path) -> None:
    """A pipe is written to and stays one; a folder is an error."""
    pipe, heard = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: heard.append(pipe.read_text()))
    reader.start()
    with whole_file(pipe) as stream:
        stream.write("new")
    reader.join()
    assert (heard, pipe.is_fifo()) == (["new"], True)
    with pytest.raises(IsADirectoryError), whole_file(tmp_path):
        pass
