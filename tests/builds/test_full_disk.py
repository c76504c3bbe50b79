"""A disk that fills while a build writes."""

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from communique.builds.built import batches_of, parts_of
from communique.cli.app import app

Texts = Callable[[int], str]

SCRIPT = """
disk=$1 few=$2 many=$3 python=$4
mount -t tmpfs -o size=1m none "$disk"
"$python" -m communique build "$few" --out "$disk/build"
code=0; "$python" -m communique build "$many" --out "$disk/build" || code=$?
echo "$code" $(ls -A "$disk/build/read")
mount -o remount,size=64m none "$disk"
"$python" -m communique build "$many" --out "$disk/build"
"""


@pytest.fixture
def texts(tmp_path: Path) -> Texts:
    """Write so many releases, which pack to some 4 KB each."""

    def write(many: int) -> str:
        chance, path = random.Random(1), tmp_path / f"{many}.jsonl"  # noqa: S311
        with path.open("w") as file:
            for number in range(many):
                words = ("".join(chance.choices("aeioubdglmnrst", k=9)) for _ in range(800))
                text = f"The Mayor of Oslo, Ms Ada Oduya, met Mr Ben Cole. {' '.join(words)}."
                told = {"url": f"https://news.example/{number}", "date": "2031-03-04", "text": text}
                file.write(json.dumps(told) + "\n")
        return str(path)

    return write


def run(*arguments: str) -> tuple[int, str]:
    """Run the command; give its exit code and what it says."""
    result = CliRunner().invoke(app, ["build", "--processes", "1", *arguments])
    return result.exit_code, result.output


def test_a_build_without_room_says_so_and_is_gone_on_with(
    texts: Texts, tmp_path: Path, small_files: Any
) -> None:
    """What is in parts stays, nothing is half written, and with room the rest is read."""
    folder = tmp_path / "build"
    assert run(texts(2), "--out", str(folder))[0] == 0
    many = texts(50)
    with small_files(100_000):
        code, told = run(many, "--out", str(folder))
    assert code == 3
    assert f"There is no room left for {folder}: no file may be that large there." in told
    assert "Make room, and run the same again." in told
    assert [path.name for path in (folder / "read").iterdir()] == ["000001"]
    assert run(many, "--out", str(folder))[0] == 0
    assert len(parts_of(folder)) == 2
    assert len(list(batches_of(folder))) == 50


@pytest.mark.parametrize("size", [0, 10])
def test_a_build_that_can_not_even_begin_leaves_room_for_the_next(
    texts: Texts, tmp_path: Path, small_files: Any, size: int
) -> None:
    """Though nothing but its name can be written."""
    folder = tmp_path / "build"
    few = texts(2)
    with small_files(size):
        code, told = run(few, "--out", str(folder))
    assert code == 3
    assert f"There is no room left for {folder}" in told
    assert run(texts(2), "--out", str(folder))[0] == 0


def test_a_build_on_a_disk_that_fills(texts: Texts, tmp_path: Path) -> None:
    """On a real one, of 1 MB, which is made larger then."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if not shutil.which("unshare"):
        pytest.skip("no disk can be mounted here: there is no unshare")
    alone = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-e", "-c"]
    mount = [*alone, 'mount -t tmpfs none "$0"', str(disk)]
    tried = subprocess.run(mount, capture_output=True, text=True, check=False)  # noqa: S603
    if tried.returncode:
        pytest.skip(f"no disk can be mounted here: {tried.stderr}")
    given = [str(disk), texts(2), texts(400), sys.executable]
    script = [*alone, SCRIPT, "sh", *given]
    done = subprocess.run(script, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr
    assert f"There is no room left for {disk}/build: the disk is full." in done.stderr
    first, middle, last = done.stdout.splitlines()
    assert json.loads(first)["read"] == 2
    assert middle == "3 000001"
    assert {key: json.loads(last)[key] for key in ("known", "read", "failed")} == {
        "known": 2, "read": 398, "failed": 0,
    }  # fmt: skip
