"""Gzip member by member: where one is damaged, what follows is still there, after a mark."""

import zlib
from typing import Any

_MAGIC = b"\x1f\x8b\x08"
_GZIP = 31
_AT_ONCE = 1 << 16


class Members:
    """Unpacks gzip members one after the other; of a damaged one comes what could be unpacked.

    Args:
        packed: Gives the packed bytes.
        mark: What stands in the place of what could not be.
    """

    def __init__(self, packed: Any, mark: bytes) -> None:  # noqa: ANN401 - any readable object
        self._packed = packed
        self._mark = mark
        self._member: Any = None
        self._rest = b""

    def read(self, size: int) -> bytes:
        """Unpack at most so many bytes; none at the end."""
        while True:
            data = self._rest or self._packed.read(_AT_ONCE)
            if not data:
                cut, self._member = self._member, None
                return self._mark if cut else b""
            if made := self._unpack(data, size):
                return made

    def _unpack(self, data: bytes, size: int) -> bytes:
        if self._member is None:
            start = data.find(_MAGIC)
            if start < 0:
                self._rest = b""
                return b""
            data, self._member = data[start:], zlib.decompressobj(_GZIP)
        try:
            made: bytes = self._member.decompress(data, size)
        except zlib.error:
            self._member, self._rest = None, data[1:]
            return self._mark
        ended = self._member.eof
        self._rest = self._member.unused_data if ended else self._member.unconsumed_tail
        self._member = None if ended else self._member
        return made
