"""Work spread over all cores, its results in order."""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from communique.builds.reading import begin_process, count_cores
from communique.errors import EngineError

_AHEAD = 2
"""Items that wait for each process, so that none is idle and memory is bounded."""

T = TypeVar("T")
Item = TypeVar("Item")


class Processes:
    """Processes that are started when there is enough to do.

    Args:
        number: How many; None for as many as there are cores.
    """

    def __init__(self, number: int | None = None) -> None:
        self._number = number or count_cores()
        self._pool: ProcessPoolExecutor | None = None

    def spread(
        self, work: Callable[[Item], list[T]], items: Iterable[Item], few: int = 1
    ) -> Iterator[list[T]]:
        """Do work on items.

        Args:
            work: What is done to each: a function of a module.
            items: The items; they are taken as they are needed.
            few: How many are worked on in this process before others are started.

        Yields:
            What comes of each, in their order.

        Raises:
            EngineError: If a process ends before its work is done.
        """
        try:
            yield from self._spread(work, items, few)
        except BrokenProcessPool as error:
            message = (
                "A process that worked on a build was ended: it may have had too little memory."
            )
            raise EngineError(message, "Run the same again, perhaps with --processes 1.") from error

    def _spread(
        self, work: Callable[[Item], list[T]], items: Iterable[Item], few: int
    ) -> Iterator[list[T]]:
        waiting: deque[Future[list[T]]] = deque()
        for number, item in enumerate(items):
            if self._number == 1 or number < few:
                yield work(item)
                continue
            waiting.append(self._started().submit(work, item))
            if len(waiting) > _AHEAD * self._number:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def end(self) -> None:
        """End the processes; what waits is left."""
        if self._pool:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # A fork would take a running Java along.
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._number, context, initializer=begin_process)
        return self._pool
