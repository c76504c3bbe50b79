"""Bytes as streams that can be looked at before they are read, and bounds on what comes of them."""

import io
import lzma
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from shutil import copyfileobj
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from communique.errors import ReleaseError

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer

STDIN = "-"
LARGEST = 64 * 1024 * 1024
"""Bytes: no release is larger, nor a line of JSON Lines."""

_RATIO = 200
"""Text packs to a tenth or so; what packs to less than a two-hundredth is made to fill a disk."""

_DAMAGE = (OSError, EOFError, RuntimeError, ValueError, zlib.error, lzma.LZMAError, BadZipFile)
_PACKED_FREELY = LARGEST
_AT_ONCE = 1 << 20
_IN_MEMORY = 1 << 24

Stream = io.BufferedReader
"""Bytes that can be looked at by `peek` before they are read."""


def stream_of(data: bytes) -> "Stream[Any]":
    """Make a stream of bytes in memory."""
    return io.BufferedReader(io.BytesIO(data))


def read_whole(stream: "Stream[Any]") -> bytes:
    """Read all bytes of a stream.

    Raises:
        ReleaseError: If they are more than `LARGEST`.
    """
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise too_large()
    return data


def too_large() -> ReleaseError:
    """Say that something is larger than `LARGEST`."""
    message = f"It is larger than {LARGEST // 1024 // 1024} MB: no release is."
    return ReleaseError(message)


def split_lines(
    stream: "Stream[Any]", see: Callable[[bytes], None] | None = None
) -> Iterator[bytes | None]:
    """Split a stream into lines.

    Args:
        stream: The bytes.
        see: Sees what is passed over, some at a time.

    Yields:
        Each with its line end; None for one longer than `LARGEST`, which is passed over.
    """
    while line := stream.readline(LARGEST + 1):
        if len(line) <= LARGEST:
            yield line
            continue
        while line:
            if see:
                see(line)
            line = b"" if line.endswith(b"\n") else stream.readline(_AT_ONCE)
        yield None


@contextmanager
def seekable(stream: "Stream[Any]") -> Iterator[tuple[Any, int]]:
    """Give a file to go about in, and its size: what comes through a pipe is put on the disk."""
    with ExitStack() as stack:
        file: Any = stream
        if not stream.seekable():
            file = stack.enter_context(tempfile.SpooledTemporaryFile(_IN_MEMORY))
            copyfileobj(stream, file)
        size = file.seek(0, io.SEEK_END)
        file.seek(0)
        yield file, size


class Unpacked(io.RawIOBase):
    """What comes out of something packed, up to a bound that no honest archive comes to.

    Args:
        inner: What gives the unpacked bytes.
        packed: Counts the packed bytes.
        kind: What it is packed as, for messages.
    """

    def __init__(self, inner: Any, packed: "Packed", kind: str) -> None:  # noqa: ANN401 - any readable
        super().__init__()
        self._inner = inner
        self._packed = packed
        self._kind = kind

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Read some bytes.

        Raises:
            ReleaseError: If it is damaged, or too much came out of too little.
        """
        view = memoryview(buffer)
        try:
            data = self._inner.read(len(view))
        except _DAMAGE as error:
            message = f"It is a damaged {self._kind} file: {error}."
            raise ReleaseError(message) from None
        view[: len(data)] = data
        self._packed.spend(len(data))
        return len(data)


class Packed(io.RawIOBase):
    """Packed bytes, which counts what is taken of it and what is made of that.

    Args:
        inner: The packed bytes; None where their number is known beforehand.
        size: That number.
    """

    def __init__(self, inner: Any = None, size: int = 0) -> None:  # noqa: ANN401 - any readable
        super().__init__()
        self._inner = inner
        self._taken = size
        self._made = 0

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Read some bytes."""
        view = memoryview(buffer)
        data: ReadableBuffer = self._inner.read(len(view))
        taken = len(memoryview(data))
        view[:taken] = data
        self._taken += taken
        return taken

    def spend(self, made: int) -> None:
        """Count what was made.

        Raises:
            ReleaseError: If it is too much for what was taken.
        """
        self._made += made
        if self._made > _PACKED_FREELY + _RATIO * self._taken:
            message = (
                f"It unpacks to more than {_RATIO} times its size: no archive of releases does."
            )
            raise ReleaseError(message)
