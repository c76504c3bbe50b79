"""Work spread over processes."""

import os
import signal
from collections.abc import Iterator

import pytest

from communique.builds.engines.processes import Processes
from communique.errors import EngineError


@pytest.fixture
def processes() -> Iterator[Processes]:
    """Two of them."""
    made = Processes(2)
    yield made
    made.end()


def who(number: int) -> list[tuple[int, int]]:
    """Tell who works on a number."""
    return [(number, os.getpid())]


def end(number: int) -> list[int]:
    """End the process that works on a number, as a system without memory does."""
    os.kill(os.getpid(), signal.SIGKILL)
    return [number]


def test_results_keep_their_order_whoever_worked(processes: Processes) -> None:
    """A few are worked on here, the rest elsewhere; items are taken as they are needed."""
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(50):
            taken.append(number)
            yield number

    spread = processes.spread(who, items(), few=3)
    first = [next(spread)[0] for _ in range(3)]
    assert {worker for _, worker in first} == {os.getpid()}
    assert taken == [0, 1, 2]
    rest = [told for some in spread for told in some]
    assert [number for number, _ in (*first, *rest)] == list(range(50))
    assert os.getpid() not in {worker for _, worker in rest}


def test_a_process_that_is_ended_is_told(processes: Processes) -> None:
    """In a sentence, with what to do."""
    with pytest.raises(EngineError, match="--processes 1"):
        list(processes.spread(end, range(3), few=0))
