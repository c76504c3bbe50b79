"""Releases read on all cores: in order, a few in flight, one process for each core."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing.connection import wait
from threading import Thread

from more_itertools import chunked

from communique.builds.work import Work
from communique.errors import ReleaseError
from communique.graph.rows import Batch
from communique.loaders.piece import Failure
from communique.loaders.release import Release
from communique.reading.readers import find_reader

Item = Release | Failure
Made = Batch | Failure

_FEW = 64
"""Releases: starting processes takes about as long as reading so many."""

_AT_ONCE = 8
_AHEAD = 4


def read_batches(found: Iterable[Item], work: Work, processes: int | None = None) -> Iterator[Made]:
    """Read releases as they come, in several processes where there are many.

    Args:
        found: Releases and failures.
        work: How they are to be read.
        processes: How many at a time; None for as many as there are cores.

    Yields:
        What each release asserts, or why it can't be read, in the order they came.

    Raises:
        ParameterError: If there is no such reader.
    """
    find_reader(work.reader)
    items = iter(found)
    number = processes or count_cores()
    few = islice(items, _FEW if number > 1 else None)
    yield from (_do(item, work) for item in few)
    first = next(items, None) if number > 1 else None
    if first is not None:
        yield from _Pool(work, number).read(chain([first], items))


def count_cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _do(item: Item, work: Work) -> Made:
    return item if isinstance(item, Failure) else work.do(item)


def _do_some(items: Sequence[Item], work: Work) -> list[Made]:
    return [_do(item, work) for item in items]


class _Pool:
    """Processes that read; when one dies, what it was reading is tried again one by one."""

    def __init__(self, work: Work, processes: int) -> None:
        self._work = work
        self._processes = processes
        self._executor = self._start(processes)

    def read(self, items: Iterable[Item]) -> Iterator[Made]:
        waiting: deque[tuple[Sequence[Item], Future[list[Made]]]] = deque()
        try:
            for some in chunked(items, _AT_ONCE):
                waiting.append((some, self._submit(some)))
                if len(waiting) >= _AHEAD * self._processes:
                    yield from self._take(waiting)
            while waiting:
                yield from self._take(waiting)
        finally:
            self._executor.shutdown(wait=True, cancel_futures=True)

    def _take(self, waiting: deque[tuple[Sequence[Item], Future[list[Made]]]]) -> list[Made]:
        some, future = waiting.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            self._executor = self._start(self._processes)
            made = [self._alone(item) for item in some]
            again = [(items, self._submit(items)) for items, _ in waiting]
            waiting.clear()
            waiting.extend(again)
            return made

    def _alone(self, item: Item) -> Made:
        """Read one by itself, so that what kills a process is known."""
        with self._start(1) as executor:
            try:
                return executor.submit(_do, item, self._work).result()
            except BrokenProcessPool:
                where = item.where if isinstance(item, Failure) else item.url or item.name
                error = ReleaseError("Reading it ended the process: it may need too much memory.")
                return Failure(where, error)

    def _submit(self, some: Sequence[Item]) -> Future[list[Made]]:
        try:
            return self._executor.submit(_do_some, some, self._work)
        except BrokenProcessPool:
            self._executor = self._start(self._processes)
            return self._executor.submit(_do_some, some, self._work)

    @staticmethod
    def _start(processes: int) -> ProcessPoolExecutor:
        # A fork would take a running Java along.
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(processes, context, initializer=begin_process)


def begin_process() -> None:
    """Leave it to the main process what to do when somebody presses Ctrl-C, and end with it.

    One that waits for work would wait for ever when the main process is killed.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
