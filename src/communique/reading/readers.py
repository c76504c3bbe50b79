"""Readers, found by entry point: the built-in one, and any that another package brings."""

from difflib import get_close_matches
from importlib.metadata import entry_points

from communique.errors import ParameterError
from communique.extensions import make_extension
from communique.reading.model import Reader

GROUP = "communique.readers"
BUILT_IN = "rules"


def reader_names() -> tuple[str, ...]:
    """Name the readers that are installed, sorted."""
    return tuple(sorted({BUILT_IN, *entry_points(group=GROUP).names}))


def find_reader(name: str = BUILT_IN) -> Reader:
    """Make a reader.

    Args:
        name: The name of its entry point in the group ``communique.readers``.

    Returns:
        The reader.

    Raises:
        ParameterError: If no reader of that name is installed, the nearest being offered, or if
            its package is broken.
    """
    if name == BUILT_IN:
        from communique.reading.rules import RulesReader

        return RulesReader()
    for point in entry_points(group=GROUP, name=name):
        made: Reader = make_extension(point, "reader")
        return made
    near = get_close_matches(name, reader_names(), n=1)
    hint = f"Did you mean {near[0]}?" if near else f"Installed: {', '.join(reader_names())}."
    message = f"There is no reader {name!r}."
    raise ParameterError(message, hint)
