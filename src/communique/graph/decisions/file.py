"""The file of decisions: JSON Lines that people can read, compare and keep beside their work.

The first line tells the format; each further line is one decision, sorted by id. Nothing in it
depends on when, where or in which order the decisions were made: equal decisions give equal bytes.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from communique.errors import DataError, MissingFile
from communique.graph.decisions.decision import Decision
from communique.graph.decisions.entry import parse_object, read_entry, write_entry

STDIN = "-"
VERSION = 1
HEADER = f'{{"communique": "decisions", "version": {VERSION}}}'
LARGEST = 256 * 1024 * 1024
"""Bytes: no file of decisions is larger."""
LONGEST = 1_000_000
"""Characters: no line is longer."""


def write_decisions(decisions: Iterable[Decision]) -> str:
    """Write decisions as the text of a file.

    Args:
        decisions: In any order; the same decision twice is one.

    Returns:
        The text, which ends in a line feed and has no lone surrogate.
    """
    entries = sorted(((decision.id, write_entry(decision)) for decision in decisions), reverse=True)
    return "\n".join((HEADER, *(line for _, line in sorted(dict(entries).items())), ""))


def read_decisions(text: str | bytes, where: str) -> tuple[Decision, ...]:
    """Read the decisions of a file.

    Args:
        text: The text of the file, or its bytes in UTF-8.
        where: What to call it in errors.

    Returns:
        The decisions, sorted by id; the same decision twice is one. Whether they can all hold is
        for `check` to say.

    Raises:
        DataError: If a line is not what it should be; it names the line.
    """
    lines = _decoded(text, where).split("\n")
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    _check_header(numbered[0] if numbered else (1, ""), where)
    read = [_read(number, line, where) for number, line in numbered[1:]]
    first = {decision.id: decision for decision in reversed(read)}
    return tuple(first[key] for key in sorted(first))


def load_decisions(path: str | Path) -> tuple[Decision, ...]:
    """Read the decisions of a file on disk, or of standard input.

    Args:
        path: The file; ``-`` is standard input.

    Returns:
        The decisions, sorted by id.

    Raises:
        MissingFile: If there is no such file, or it can't be read.
        DataError: If it is no file of decisions.
    """
    where = "standard input" if str(path) == STDIN else str(path)
    data = sys.stdin.buffer.read(LARGEST + 1) if str(path) == STDIN else _bytes(path)
    if len(data) > LARGEST:
        message = f"{where} is larger than {LARGEST // 1024 // 1024} MB."
        raise DataError(message, "No file of decisions is; divide it.")
    return read_decisions(data, where)


def _bytes(path: str | Path) -> bytes:
    try:
        with Path(path).open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        message = f"There is no file {str(path)!r} that can be read."
        raise MissingFile(message, "`communique review --export FILE` writes one.") from error


def _decoded(text: str | bytes, where: str) -> str:
    if isinstance(text, str):
        return text.removeprefix("\ufeff")
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = text.count(b"\n", 0, error.start) + 1
        message = f"Line {line} of {where} is not UTF-8."
        raise DataError(message, "Save it as UTF-8.") from None


def _check_header(first: tuple[int, str], where: str) -> None:
    number, line = first
    try:
        told = parse_object(line[:LONGEST])
    except DataError:
        told = {}
    version = told.get("version")
    if told.get("communique") != "decisions" or type(version) is not int or version < 1:
        message = f"Line {number} of {where} does not say that it is a file of decisions."
        raise DataError(message, f"Its first line is {HEADER}.")
    if version > VERSION:
        message = f"{where} has version {version} of the format; this communique reads {VERSION}."
        raise DataError(message, "Bring communique up to date.")


def _read(number: int, line: str, where: str) -> Decision:
    try:
        if len(line) > LONGEST:
            message = f"It has more than {LONGEST:,} characters."
            raise DataError(message, "No decision has; each stands on a line of its own.")
        return read_entry(line)
    except DataError as error:
        message = f"Line {number} of {where}: {error.message}"
        raise DataError(message, error.hint) from None
