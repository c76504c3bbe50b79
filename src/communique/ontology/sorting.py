"""Lines in order and without repetition, however many: what memory can't hold waits on disk."""

import heapq
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import count, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from communique.writing import writing

HELD = 32_000_000
"""Characters of lines that are held in memory before they are put on disk."""
RUNS = 100
"""Files of sorted lines that are merged at once; systems allow some 250 open files and more."""


def sort_lines(lines: Iterable[str], held: int = HELD, runs: int = RUNS) -> Iterator[str]:
    """Sort lines by code point, which is the order of their bytes in UTF-8.

    Args:
        lines: Each ended by its only line feed, without lone surrogates.
        held: How many characters to hold in memory, at most; a line more than that is held, too.
        runs: How many sorted files to merge at once, two or more.

    Yields:
        Each line once.

    Raises:
        NoRoom: If there is no room on disk for what memory can't hold.
    """
    taking = iter(lines)
    first = _take(taking, held)
    second = _take(taking, held)
    if not second:
        yield from sorted(first)
        return
    with TemporaryDirectory(prefix="communique-") as folder:
        yield from _merge(_spill(Path(folder), taking, [first, second], held, runs))


def _take(lines: Iterator[str], held: int) -> set[str]:
    """Take as many lines as may be held."""
    taken: set[str] = set()
    characters = 0
    while characters < held:
        some = list(islice(lines, 1000 if characters + 1000 * 1000 < held else 1))
        if not some:
            break
        taken.update(some)
        characters += sum(map(len, some))
    return taken


def _spill(
    folder: Path, lines: Iterator[str], taken: list[set[str]], held: int, runs: int
) -> list[Path]:
    """Write all lines to sorted files, as few as can be merged at once."""
    names = (folder / str(number) for number in count())
    files: list[Path] = []
    while taken or (more := _take(lines, held)):
        files.append(_write(next(names), sorted(taken.pop() if taken else more)))
        if len(files) == runs:
            merged = _write(next(names), _merge(files))
            for file in files:
                file.unlink()
            files = [merged]
    return files


def _write(path: Path, lines: Iterable[str]) -> Path:
    with writing(path.parent), path.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(lines)
    return path


def _merge(files: Iterable[Path]) -> Iterator[str]:
    last = ""
    with ExitStack() as opened:
        open_files = [opened.enter_context(f.open(encoding="utf-8", newline="\n")) for f in files]
        for line in heapq.merge(*open_files):
            if line != last:
                yield line
                last = line
