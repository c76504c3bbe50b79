"""Two gigabytes in one line, in little time and memory."""

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

GOOD = b'{"title": "Fair opens", "text": "The Mayor opened it."}\n'
MB = 1 << 20
LOAD = """
import json, resource, sys
from pathlib import Path
from communique.loaders import Failure, load_releases, make_options
for item in load_releases(sys.argv[1:], make_options()):
    print(json.dumps([str(item)] if isinstance(item, Failure) else item.title))
status = Path("/proc/self/status")
told = status.read_text() if status.exists() else ""
most = told.partition("VmHWM:")[2].split()[:1] or [resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]
print(int(most[0]) // 1024)
"""
Loads = Callable[..., list[Any]]


@pytest.fixture
def load(tmp_path: Path) -> Loads:
    """Load from a pipe of some name and from a good file beside it, in a process of its own."""

    def load(name: str, pieces: Iterator[bytes]) -> list[Any]:
        pipe, good = tmp_path / name, tmp_path / "good.txt"
        good.write_text("Next\n\nThe Mayor opened it.")
        os.mkfifo(pipe)
        writer = Thread(target=write, args=(pipe, pieces))
        command = [sys.executable, "-c", LOAD, str(pipe), str(good)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as going:  # noqa: S603
            writer.start()
            assert going.stdout is not None
            *found, most = map(json.loads, going.stdout)
        writer.join()
        assert going.returncode == 0
        assert most < 400
        return found

    return load


def write(pipe: Path, pieces: Iterator[bytes]) -> None:
    """Write into a pipe, as long as somebody reads."""
    try:
        with pipe.open("wb", buffering=0) as file:
            for piece in pieces:
                file.write(piece)
    except BrokenPipeError:
        pass


def line(start: bytes, end: bytes) -> Iterator[bytes]:
    """Give a line of two gigabytes, and what stands before and after it."""
    yield start
    for _ in range(2048):
        yield b"a" * MB
    yield end


@pytest.mark.long
def test_a_line_of_records_is_passed_over(load: Loads) -> None:
    """What stands before and after it is read."""
    first, (failure,), last, other = load("a.jsonl", line(GOOD + b'{"text": "', b'"}\n' + GOOD))
    assert (first, last, other) == ("Fair opens", "Fair opens", "Next")
    assert "a.jsonl:2: It is larger than 64 MB" in failure


@pytest.mark.long
def test_a_line_of_a_table_is_passed_over(load: Loads) -> None:
    """As one of records is."""
    start, end = b"title,text\nA,The Mayor opened it.\nB,", b"\nC,The Mayor opened it.\n"
    first, (failure,), last, other = load("a.csv", line(start, end))
    assert (first, last, other) == ("A", "C", "Next")
    assert "a.csv:3: It is larger than 64 MB" in failure


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("a.txt", b"Fair opens\n\n"),
        ("a.html", b"<!DOCTYPE html><html><body><p>"),
        ("a.rss", b"<rss version='2.0'><channel><title>"),
        ("a.jsonl", b'{"text": "\x00'),
    ],
)
def test_what_is_one_release_is_not_read_on(load: Loads, name: str, start: bytes) -> None:
    """Nor a list, nor what looks like UTF-16."""
    (failure,), other = load(name, line(start, b"\n"))
    assert other == "Next"
    assert "It is larger than 64 MB" in failure


@pytest.mark.parametrize(
    ("name", "start", "told"),
    [
        ("a.txt.gz", b"Fair opens\n\n", "larger than 64 MB"),
        ("a.jsonl.gz", GOOD + b'{"text": "', "200 times its size"),
        ("a.csv.gz", b"title,text\nFair opens,The Mayor opened it.\nB,", "200 times its size"),
    ],
)
def test_a_line_that_is_two_megabytes_packed_is_not_unpacked(
    load: Loads, name: str, start: bytes, told: str
) -> None:
    """What stands before it is read."""
    packed = gzip.compress(b"a" * 64 * MB)
    *before, (failure,), other = load(name, iter([gzip.compress(start), *[packed] * 32]))
    assert before == ([] if name == "a.txt.gz" else ["Fair opens"])
    assert other == "Next"
    assert told in failure
