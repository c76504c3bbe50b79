"""Folders that are written whole or not at all."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from communique.errors import ParameterError


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """Make a folder that takes its place when all in it is written.

    Args:
        path: Where to; nothing is there yet, or an empty folder.

    Yields:
        The folder to write in, beside it.

    Raises:
        ParameterError: If something is there.
        OSError: If it can't be written.
    """
    target = path.resolve()
    if target.exists() and not (target.is_dir() and not any(target.iterdir())):
        what = "is not empty" if target.is_dir() else "is no folder"
        message = f"{path} {what}: nothing is written over it."
        raise ParameterError(message, "Name a folder that is not there yet, or an empty one.")
    partial = target.with_name(f".{target.name}.{os.getpid()}.part")
    partial.mkdir()
    try:
        yield partial
        if target.exists():
            target.rmdir()
        partial.rename(target)
    finally:
        shutil.rmtree(partial, ignore_errors=True)
