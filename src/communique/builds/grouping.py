"""How many releases are written at once: many into an empty graph, then some; none waits long."""

import time
from collections.abc import Callable, Iterable, Iterator

from communique.graph.rows import Batch
from communique.loaders.piece import Failure

_FIRST = 2000
_MORE = 100
_FIRST_WAIT = 30.0
_WAIT = 5.0


def group(
    made: Iterable[Batch | Failure],
    *,
    is_blank: Callable[[], bool],
    strict: bool = False,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[list[Batch] | Failure]:
    """Group what is to be written, no two of one address together.

    Into an empty graph many are written at once, which is faster by far; a graph is the same
    however they are grouped.

    Args:
        made: What releases assert, and failures.
        is_blank: Tells, once there is something to write, whether the graph is empty.
        strict: Whether what came before a failure is written first; else failures are handed on
            at once.
        clock: Gives seconds; what comes slowly is not held back for long.

    Yields:
        Groups and failures.
    """
    waiting, most, wait, since = _Waiting(), 0, 0.0, 0.0
    for item in made:
        if isinstance(item, Failure):
            while strict and len(waiting):
                yield waiting.take()
            yield item
            continue
        if most == 0:
            most, wait = (_FIRST, _FIRST_WAIT) if is_blank() else (_MORE, _WAIT)
            since = clock()
        waiting.add(item)
        if len(waiting) >= most or clock() - since > wait:
            yield waiting.take()
            most, wait, since = _MORE, _WAIT, clock()
    while len(waiting):
        yield waiting.take()


class _Waiting:
    """What waits to be written; of one address the first, and the rest behind it."""

    def __init__(self) -> None:
        self._first: dict[str, Batch] = {}
        self._later: list[Batch] = []

    def __len__(self) -> int:
        return len(self._first) + len(self._later)

    def add(self, batch: Batch) -> None:
        if batch.release.ref.id in self._first:
            self._later.append(batch)
        else:
            self._first[batch.release.ref.id] = batch

    def take(self) -> list[Batch]:
        taken, later = list(self._first.values()), self._later
        self._first, self._later = {}, []
        for batch in later:
            self.add(batch)
        return taken
