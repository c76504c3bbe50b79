"""Files, folders and standard input."""

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from communique.errors import MissingFile, ReleaseError
from communique.loaders.formats import all_endings
from communique.loaders.options import Options
from communique.loaders.piece import Failure, Found, Piece
from communique.loaders.streams import STDIN, Stream


class Paths:
    """A file, a folder, or ``-`` for standard input."""

    name = "paths"
    rank = 90
    fetches = False

    def takes(self, place: str) -> bool:
        """Take anything."""
        return True

    def find(self, place: str, options: Options) -> Iterator[Found]:
        """Find the file; of a folder the files in it and below that may be releases, sorted.

        Raises:
            MissingFile: If nothing is there, or nothing in the folder could be a release.
        """
        files = expand_path(place)
        return (found for file in files for found in _open(file))


def expand_path(path: str) -> list[str]:
    """List the files a path stands for.

    Args:
        path: A file, a folder, or ``-`` for standard input.

    Returns:
        The path itself; of a folder the files in it and below that may be releases, sorted.

    Raises:
        MissingFile: If nothing is there, or nothing in the folder could be a release.
    """
    if path == STDIN:
        return [path]
    place = Path(path)  # of nothing it is the current folder, which nobody asked for
    try:
        if path and place.is_dir():
            endings = all_endings()
            found = (p for p in place.rglob("*") if p.name.lower().endswith(endings))
            return _some([str(p) for p in sorted(found) if p.is_file()], path)
        missing = not (path and place.exists())
    except (OSError, ValueError):
        missing = True
    if missing:
        message = f"There is no file or folder {path!r}."
        raise MissingFile(message)
    return [path]


def _some(files: list[str], folder: str) -> list[str]:
    if not files:
        message = f"There is nothing in the folder {folder!r} that could be a release."
        raise MissingFile(message, f"Files in it end in {', '.join(all_endings())}.")
    return files


def _open(path: str) -> Iterator[Found]:
    """Open one file for as long as it is read."""
    if path == STDIN:
        stream: Stream[Any] = io.BufferedReader(cast("Any", sys.stdin.buffer))
        try:
            yield Piece(path, "stdin", stream)
        finally:
            stream.detach()
        return
    try:
        with Path(path).open("rb") as file:
            yield Piece(path, Path(path).name, file)
    except OSError as error:
        yield Failure(path, ReleaseError(f"It can't be read: {error.strerror or error}."))
