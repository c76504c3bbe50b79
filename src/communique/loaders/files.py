"""Releases from files, folders and standard input."""

import gzip
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from communique.errors import MissingFile, ReleaseError
from communique.loaders.decoding import decode
from communique.loaders.details import Defaults
from communique.loaders.html import declared_charset, release_from_page
from communique.loaders.records import release_from_record
from communique.loaders.release import Release
from communique.loaders.text import release_from_text

_ENDINGS = (".txt", ".md", ".htm", ".html", ".jsonl", ".jsonl.gz", ".json.gz", ".ndjson")
_GZIP = b"\x1f\x8b"
_STDIN = "-"


@dataclass(frozen=True)
class Failure:
    """Something that was to be a release and is none.

    Attributes:
        where: FILE, or FILE:LINE.
        error: Why.
    """

    where: str
    error: ReleaseError

    def __str__(self) -> str:
        return f"{self.where}: {self.error}"


def load_releases(paths: Iterable[str], defaults: Defaults) -> Iterator[Release | Failure]:
    """Find releases, one after the other.

    Args:
        paths: Files, folders, or ``-`` for standard input.
        defaults: What fills in for details that releases lack.

    Returns:
        Releases and failures, in the order of the paths; within a folder sorted by name.

    Raises:
        MissingFile: If a path does not exist; before anything is read.
        ParameterError: If a default is not what it should be.
    """
    defaults.check()
    files = [file for path in paths for file in _expand(path)]
    return (item for file in files for item in _load(file, defaults))


def _expand(path: str) -> list[str]:
    if path == _STDIN:
        return [path]
    place = Path(path)
    if place.is_dir():
        found = [p for p in place.rglob("*") if p.is_file() and p.name.endswith(_ENDINGS)]
        return [str(p) for p in sorted(found)]
    if not place.exists():
        message = f"There is no file or folder {path}."
        raise MissingFile(message)
    return [path]


def _load(path: str, defaults: Defaults) -> Iterator[Release | Failure]:
    try:
        data = sys.stdin.buffer.read() if path == _STDIN else Path(path).read_bytes()
        data = _unpack(data)
    except OSError as error:
        yield Failure(path, ReleaseError(f"It can't be read: {error.strerror or error}."))
        return
    except ReleaseError as error:
        yield Failure(path, error)
        return
    name = "stdin" if path == _STDIN else Path(path).name
    yield from _releases(data, path, name, defaults)


def _releases(data: bytes, path: str, name: str, defaults: Defaults) -> Iterator[Release | Failure]:
    if _is_records(data, name):
        yield from _records(data, path, defaults)
        return
    stem = name.partition(".")[0] if name.startswith("P") else Path(name).stem
    try:
        if _is_page(data, name):
            text = decode(data, declared_charset(data))
            yield release_from_page(text, name=stem, defaults=defaults)
        else:
            yield release_from_text(decode(data), name=stem, defaults=defaults)
    except ReleaseError as error:
        yield Failure(path, error)


def _records(data: bytes, path: str, defaults: Defaults) -> Iterator[Release | Failure]:
    try:
        lines = decode(data).split("\n")
    except ReleaseError as error:
        yield Failure(path, error)
        return
    for number, line in enumerate(lines, start=1):
        if line.strip():
            where = f"{path}:{number}"
            try:
                yield release_from_record(line, where=where, defaults=defaults)
            except ReleaseError as error:
                yield Failure(where, error)


def _unpack(data: bytes) -> bytes:
    if not data.startswith(_GZIP):
        return data
    try:
        return gzip.decompress(data)
    except (OSError, EOFError, zlib.error) as error:
        message = f"It is a damaged gzip file: {error}."
        raise ReleaseError(message) from None


def _is_records(data: bytes, name: str) -> bool:
    return ".json" in name or name.endswith(".ndjson") or data.lstrip()[:2] in (b'{"', b"{ ")


def _is_page(data: bytes, name: str) -> bool:
    head = data[:512].lstrip().lower()
    return name.endswith((".htm", ".html")) or head.startswith((b"<!doctype html", b"<html"))
