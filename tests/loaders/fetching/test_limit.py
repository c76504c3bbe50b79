"""Pages that are too large."""

import gzip
import tracemalloc
import zlib
from collections.abc import Callable
from typing import Any

import pytest

from communique.errors import FetchError
from communique.loaders.fetching import Fetcher

Make = Callable[..., Fetcher]
MB = 1024 * 1024


def test_a_page_of_just_the_limit_comes(web: Any, fetcher: Make, answer: Any) -> None:
    """One byte more is too much."""
    url = web.answers("/a", answer(body=b"a" * 1000))
    assert len(fetcher().fetch(url, limit=1000).body) == 1000
    with pytest.raises(FetchError, match=r"/a is larger than 999 bytes"):
        fetcher().fetch(url, limit=999)
    assert len(web.asked("/a")) == 2


def test_a_large_page_is_not_read_on(web: Any, fetcher: Make, answer: Any) -> None:
    """What would take minutes to come is given up when it is too large."""
    url = web.answers("/a", answer(body=b"a" * 10_000, drip=0.01))
    with pytest.raises(FetchError, match="larger than 5 bytes"):
        fetcher().fetch(url, limit=5)


def test_the_limit_is_of_what_is_unpacked(web: Any, fetcher: Make, answer: Any) -> None:
    """However little travelled."""
    packed = gzip.compress(b"a" * 2 * MB)
    url = web.answers("/a", answer(body=packed, headers={"Content-Encoding": "gzip"}))
    with pytest.raises(FetchError, match="larger than 1 MB"):
        fetcher().fetch(url, limit=MB)


def test_a_bomb_takes_little_memory(web: Any, fetcher: Make, answer: Any) -> None:
    """A gigabyte in a megabyte is given up at the limit."""
    engine = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(engine.compress(bytes(MB)) for _ in range(256)) + engine.flush()
    url = web.answers("/a", answer(body=bomb, headers={"Content-Encoding": "gzip"}))
    tracemalloc.start()
    with pytest.raises(FetchError, match="larger than 2 MB"):
        fetcher().fetch(url, limit=2 * MB)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8 * MB
