"""Work spread over processes."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from communique.builds.engines.processes import Processes
from communique.errors import EngineError


@pytest.fixture
def processes() -> Iterator[Processes]:
    """Two of them."""
    made = Processes(2)
    yield made
    made.end()


MODULE = '''
import os, signal

def who(number):
    """Tell who works on a number."""
    return [(number, os.getpid())]

def end(number):
    """End the process that works on a number, as a system without memory does."""
    os.kill(os.getpid(), signal.SIGKILL)
'''


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Functions of a module that other processes can import."""
    (tmp_path / "spread_work.py").write_text(MODULE)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "spread_work", raising=False)
    return import_module("spread_work")


def test_results_keep_their_order_whoever_worked(processes: Processes, work: ModuleType) -> None:
    """A few are worked on here, the rest elsewhere; items are taken as they are needed."""
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(50):
            taken.append(number)
            yield number

    spread = processes.spread(work.who, items(), few=3)
    first = [next(spread)[0] for _ in range(3)]
    assert {worker for _, worker in first} == {os.getpid()}
    assert taken == [0, 1, 2]
    rest = [told for some in spread for told in some]
    assert [number for number, _ in (*first, *rest)] == list(range(50))
    assert os.getpid() not in {worker for _, worker in rest}


def test_a_process_that_is_ended_is_told(processes: Processes, work: ModuleType) -> None:
    """In a sentence, with what to do."""
    assert list(processes.spread(work.who, range(1), few=0))
    with pytest.raises(EngineError, match="--processes 1"):
        list(processes.spread(work.end, range(3), few=0))


WAITING = """
import os, time
from communique.builds.engines.processes import Processes
if __name__ == "__main__":
    pool = Processes(2)._started()
    print(*{pool.submit(os.getpid).result() for _ in range(20)}, flush=True)
    time.sleep(60)
"""


def test_processes_end_with_the_one_that_started_them() -> None:
    """Though that be killed while they wait for work."""
    command = [sys.executable, "-c", WAITING]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as going:  # noqa: S603
        assert going.stdout is not None
        workers = list(map(int, going.stdout.readline().split()))
        going.kill()
    until = time.monotonic() + 10
    while any(map(is_alive, workers)) and time.monotonic() < until:
        time.sleep(0.05)
    assert workers
    assert not any(map(is_alive, workers))


def is_alive(process: int) -> bool:
    """Tell whether a process is there, and no mere name of one that has ended."""
    try:
        told = Path(f"/proc/{process}/stat").read_text("utf-8")
        return told.rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
