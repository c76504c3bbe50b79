"""What makes a folder a build: a file that says how it is read, and one of what could not be."""

import json

from communique.builds.work import Work
from communique.errors import ParameterError
from communique.loaders.piece import Failure

MARK = "build.json"
FAILURES = "failures.jsonl"
_SCHEMA = 2


def write_mark(work: Work) -> str:
    """Write how a build is read."""
    told = {"schema": _SCHEMA, "reader": work.reader, "least": work.min_confidence}
    return json.dumps(told) + "\n"


def check_mark(folder: str, mark: str | None, work: Work, *, bare: bool) -> None:
    """Refuse a folder that is something else, or that is read in another way.

    Args:
        folder: The folder, for the message.
        mark: What its file says; None where there is none.
        work: How it is to be read.
        bare: Whether there is nothing in it.

    Raises:
        ParameterError: If it can't be the build.
    """
    if mark is None and not bare:
        message = f"{folder} is there, but it is no build."
        raise ParameterError(message, "Choose another folder with --out.")
    if mark is not None and mark != write_mark(work):
        message = f"{folder} was begun with another reader or other options."
        raise ParameterError(message, "Use those, or choose another folder with --out.")


def write_failure(failure: Failure) -> str:
    """Write why something could not be read, as a line of JSON."""
    told = {"where": failure.where, "why": failure.error.message, "do": failure.error.hint}
    return json.dumps(told, ensure_ascii=False) + "\n"
