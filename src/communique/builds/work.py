"""What is done to each release, in whichever process: what it says is read and asserted."""

from dataclasses import dataclass
from functools import cache

from communique.errors import CommuniqueError, ReleaseError
from communique.graph.assertion import assert_release
from communique.graph.rows import Batch
from communique.loaders.piece import Failure
from communique.loaders.release import Release
from communique.reading.model import Reader
from communique.reading.readers import BUILT_IN, find_reader
from communique.reading.selection import keep_sure


@dataclass(frozen=True)
class Work:
    """How releases are to be read.

    Attributes:
        reader: The name of the reader.
        min_confidence: Facts of less are left out, between 0 and 1.
    """

    reader: str = BUILT_IN
    min_confidence: float = 0.0

    def do(self, release: Release) -> Batch | Failure:
        """Read a release and make what it asserts.

        Args:
            release: A release.

        Returns:
            What it asserts, or why it can't be read: a reader of another package can fail, too.
        """
        where = release.url or release.name or release.id
        try:
            reading = keep_sure(_reader(self.reader).read(release), self.min_confidence)
            return assert_release(release, reading)
        except CommuniqueError as error:
            return Failure(where, ReleaseError(error.message, error.hint))
        except Exception as error:  # a bad release never stops the others
            message = f"The reader {self.reader!r} fails on it: {type(error).__name__}: {error}."
            return Failure(where, ReleaseError(message, "Report it, with the release."))


@cache
def _reader(name: str) -> Reader:
    return find_reader(name)
