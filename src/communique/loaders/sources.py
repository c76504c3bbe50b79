"""Where bytes come from: files, folders, standard input, plain or gzipped."""

import gzip
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from communique.errors import MissingFile, ReleaseError

STDIN = "-"
LARGEST = 64 * 1024 * 1024
"""Bytes: no release is larger, nor a line of JSON Lines."""

_ENDINGS = (".txt", ".md", ".htm", ".html", ".jsonl", ".jsonl.gz", ".json.gz", ".ndjson")
_GZIP = b"\x1f\x8b"


Source: TypeAlias = "io.BufferedReader[Any] | gzip.GzipFile"
"""Bytes that can be looked at before they are read."""


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
            found = (p for p in place.rglob("*") if p.name.lower().endswith(_ENDINGS))
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
        raise MissingFile(message, f"Files in it end in {', '.join(_ENDINGS)}.")
    return files


@contextmanager
def open_source(path: str) -> Iterator[Source]:
    """Open a file or standard input; what is gzipped, by its first bytes, is unpacked.

    Args:
        path: The file, or ``-``.

    Yields:
        Its bytes.
    """
    if path == STDIN:
        stream: io.BufferedReader[Any] = io.BufferedReader(sys.stdin.buffer)
        try:
            yield _unpack(stream)
        finally:
            stream.detach()
    else:
        with Path(path).open("rb") as file:
            yield _unpack(file)


def _unpack(stream: "io.BufferedReader[Any]") -> Source:
    if stream.peek(2).startswith(_GZIP):
        return gzip.GzipFile(fileobj=stream)
    return stream


def read_whole(source: Source) -> bytes:
    """Read all bytes of a source.

    Raises:
        ReleaseError: If it is larger than `LARGEST`.
    """
    data = source.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise too_large()
    return data


def too_large() -> ReleaseError:
    """Say that something is larger than `LARGEST`."""
    message = f"It is larger than {LARGEST // 1024 // 1024} MB: no release is."
    return ReleaseError(message)
