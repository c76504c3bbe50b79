"""What a system says when something can't be written, in our words: a full disk is no bad path."""

from collections.abc import Iterator
from contextlib import contextmanager
from errno import EDQUOT, EFBIG, ENOSPC
from pathlib import Path

from communique.errors import CommuniqueError, MissingFile, NoRoom

FULL = {
    ENOSPC: "the disk is full",
    EDQUOT: "what the system allows you is used up",
    EFBIG: "no file may be that large there",
}
"""Numbers of the errors of a system that has no room, and what they mean."""


@contextmanager
def writing(place: str | Path) -> Iterator[None]:
    """Say which place it is that has no room left; other errors pass.

    Args:
        place: Where something is written.

    Raises:
        NoRoom: If there is none.
    """
    try:
        yield
    except OSError as error:
        if error.errno not in FULL:
            raise
        raise unwritten(place, error) from error


def unwritten(place: str | Path, error: OSError) -> CommuniqueError:
    """Say why something can't be written.

    Args:
        place: Where to.
        error: What the system says.

    Returns:
        NoRoom where there is none, else MissingFile.
    """
    why = FULL.get(error.errno or 0)
    if why is None:
        return MissingFile(f"{place} can't be written: {error.strerror or error}.")
    message = f"There is no room left for {place}: {why}."
    return NoRoom(message, "Nothing is left half written. Make room, and run the same again.")
