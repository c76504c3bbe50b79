"""Files that are written whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TextIO


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """Open a file that takes its place when all is written; until then the old one stays.

    Args:
        path: Where to. A link stays a link: what it leads to is written. What is no plain file,
            such as a device or a pipe, is never replaced but written to.

    Yields:
        The stream to write UTF-8 to.

    Raises:
        OSError: If it can't be written.
    """
    with (
        whole_bytes(path) as stream,
        TextIOWrapper(stream, encoding="utf-8", newline="\n") as text,
    ):
        yield text


@contextmanager
def whole_bytes(path: Path) -> Iterator[BinaryIO]:
    """Open a file as `whole_file` does, to write bytes to.

    Args:
        path: Where to.

    Yields:
        The stream.

    Raises:
        OSError: If it can't be written.
    """
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            yield stream
        return
    target = path.resolve()
    partial = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with partial.open("wb") as stream:
            yield stream
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
