"""Releases from files, folders and standard input."""

import zlib
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from gzip import BadGzipFile
from pathlib import Path

from communique.errors import ReleaseError
from communique.loaders.decoding import decode, is_wide
from communique.loaders.details import Defaults
from communique.loaders.html import declared_charset, release_from_page
from communique.loaders.records import release_from_record
from communique.loaders.release import Release
from communique.loaders.sources import (
    LARGEST,
    STDIN,
    Source,
    expand_path,
    open_source,
    read_whole,
    too_large,
)
from communique.loaders.text import release_from_text

_RECORDS = (".json", ".jsonl", ".ndjson")
_PAGES = (".htm", ".html")
_HEAD = 4096


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
    """Find releases, one after the other; only one is in memory at a time.

    Args:
        paths: Files, folders, or ``-`` for standard input.
        defaults: What fills in for details that releases lack.

    Returns:
        Releases and failures, in the order of the paths; within a folder sorted by name.

    Raises:
        MissingFile: If a path does not exist or a folder has no releases; before anything is read.
        ParameterError: If a default is not what it should be.
    """
    defaults.check()
    files = [file for path in paths for file in expand_path(path)]
    return (item for file in files for item in _load(file, defaults))


def _load(path: str, defaults: Defaults) -> Iterator[Release | Failure]:
    """Load one file; errors of the system become failures here."""
    try:
        with open_source(path) as source:
            yield from _load_source(source, path, defaults)
    except ReleaseError as error:
        yield Failure(path, error)
    except (BadGzipFile, EOFError, zlib.error) as error:
        yield Failure(path, ReleaseError(f"It is a damaged gzip file: {error}."))
    except OSError as error:
        yield Failure(path, ReleaseError(f"It can't be read: {error.strerror or error}."))


def _load_source(source: Source, path: str, defaults: Defaults) -> Iterator[Release | Failure]:
    name = "stdin" if path == STDIN else Path(path).name.removesuffix(".gz")
    head = source.peek(_HEAD)[:_HEAD]
    if _is_records(head, name):
        yield from _load_records(source, head, path, defaults)
        return
    data = read_whole(source)
    stem = Path(name).stem
    if _is_page(head, name):
        text = decode(data, declared_charset(data))
        yield release_from_page(text, name=stem, defaults=defaults)
    else:
        yield release_from_text(decode(data), name=stem, defaults=defaults)


def _load_records(
    source: Source, head: bytes, path: str, defaults: Defaults
) -> Iterator[Release | Failure]:
    empty = True
    for number, line in enumerate(_split_lines(source, head), start=1):
        if not line.strip():
            continue
        if empty and line.strip() in (b"{", b"["):
            message = "It is JSON, but not JSON Lines."
            raise ReleaseError(message, "Write one record a line.")
        empty = False
        yield _load_record(line, f"{path}:{number}", defaults)
    if empty:
        message = "It is empty."
        raise ReleaseError(message)


def _load_record(line: bytes, where: str, defaults: Defaults) -> Release | Failure:
    try:
        return release_from_record(decode(line), where=where, defaults=defaults)
    except ReleaseError as error:
        return Failure(where, error)


def _split_lines(source: Source, head: bytes) -> Iterator[bytes]:
    if is_wide(head) or b"\x00" in head:
        yield from decode(read_whole(source)).encode().split(b"\n")
        return
    mark = BOM_UTF8
    while line := source.readline(LARGEST + 1):
        if len(line) > LARGEST:
            raise too_large()
        yield line.removeprefix(mark)
        mark = b""


def _is_records(head: bytes, name: str) -> bool:
    return name.lower().endswith(_RECORDS) or head.removeprefix(BOM_UTF8).lstrip()[:2] in (
        b'{"',
        b"{ ",
    )


def _is_page(head: bytes, name: str) -> bool:
    start = head.removeprefix(BOM_UTF8).lstrip().lower()
    return name.lower().endswith(_PAGES) or start.startswith((b"<!doctype html", b"<html"))
