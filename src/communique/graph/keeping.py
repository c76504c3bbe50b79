"""Work whose results all stay."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def keeping() -> Iterator[None]:
    """Look for no unreachable cycles meanwhile.

    Where a million objects are made and kept, Python looks through all of them again and again,
    which takes as long as to make them.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
