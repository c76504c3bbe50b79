"""Two builds at once on one folder."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from communique.builds.built import batches_of
from communique.builds.lock import held
from communique.cli.app import app
from communique.errors import Locked, MissingExtra

HOLDING = """
import sys, time
from communique.builds.lock import Path, held
with held(Path(sys.argv[1])):
    print("holds", flush=True)
    time.sleep(60)
"""


@contextmanager
def holding(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Have another process hold a folder."""
    command = [sys.executable, "-c", HOLDING, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as going:  # noqa: S603
        assert going.stdout is not None
        assert going.stdout.readline() == "holds\n"
        try:
            yield going
        finally:
            going.kill()


@pytest.fixture
def records(tmp_path: Path) -> str:
    """A file of one release."""
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": "The Mayor of Oslo, Ms Ada Oduya, met Mr Ben Cole."}))
    return str(path)


def test_the_second_of_two_builds_is_told_who_holds_the_folder(
    records: str, tmp_path: Path
) -> None:
    """At once, with the number of the process and what to do; nothing of the first is touched."""
    folder = tmp_path / "build"
    assert CliRunner().invoke(app, ["build", records, "--out", str(folder)]).exit_code == 0
    with holding(folder) as first:
        partial = folder / "read" / ".000002.part"
        partial.mkdir()
        result = CliRunner().invoke(app, ["build", records, "--out", str(folder)])
        assert result.exit_code == Locked.exit_code == 3
        assert f"{folder} is being built by process {first.pid} on " in result.stderr
        assert "another folder: --out" in result.stderr
        assert partial.is_dir()


def test_a_build_that_was_killed_holds_nothing(records: str, tmp_path: Path) -> None:
    """Though it stands in the folder yet who it was."""
    folder = tmp_path / "build"
    with holding(folder) as first:
        first.send_signal(signal.SIGKILL)
        first.wait()
    assert (folder / ".holder").read_text().startswith(f"{first.pid} ")
    result = CliRunner().invoke(app, ["build", records, "--out", str(folder)])
    assert result.exit_code == 0, result.stderr
    assert len(list(batches_of(folder))) == 1
    assert not (folder / ".holder").exists()


def test_a_process_keeps_its_own_builds_apart(tmp_path: Path) -> None:
    """Two at once are refused, one after the other are not."""
    for _ in range(2):
        with held(tmp_path), pytest.raises(Locked, match=f"process {os.getpid()} "), held(tmp_path):
            pass


def test_what_is_not_installed_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the line that installs it."""
    monkeypatch.setitem(sys.modules, "filelock", None)
    with pytest.raises(MissingExtra, match=r"pip install 'communique\[parquet\]'"), held(tmp_path):
        pass
