"""What other packages bring: readers, sources and formats, found by entry point."""

from importlib.metadata import EntryPoint
from typing import Any

from communique.errors import ParameterError


def make_extension(point: EntryPoint, what: str) -> Any:  # noqa: ANN401 - whatever the point names
    """Import what an entry point names, and make one.

    Args:
        point: The entry point.
        what: What it is, for the message: reader, source, format.

    Returns:
        What was made.

    Raises:
        ParameterError: If its package is broken.
    """
    try:
        return point.load()()
    except Exception as error:  # whatever another package raises
        message = f"The {what} {point.name!r} can't be made: {type(error).__name__}: {error}."
        raise ParameterError(message, f"It is {point.value}; install its package again.") from error
