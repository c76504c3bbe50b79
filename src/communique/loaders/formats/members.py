"""Gzip member by member: where one is damaged, what follows is still there, after a mark."""

import zlib
from typing import Any

_MAGIC = b"\x1f\x8b\x08"
_GZIP = 31
_AT_ONCE = 1 << 16
_AGAIN = 1 << 30
"""Packed bytes that may be read again, looking for a member within a damaged one."""


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
        self._behind = bytearray()
        self._again = 0
        self._gap = self._garbage = self._told = False

    def read(self, size: int) -> bytes:
        """Unpack at most so many bytes; none at the end.

        Raises:
            zlib.error: If so much is damaged that an archive made for it would be read for ever.
        """
        while True:
            if len(self._rest) < (1 if self._member else len(_MAGIC)):
                more = self._packed.read(_AT_ONCE)
                if not more:
                    return self._go_back() if self._member else self._finish()
                self._rest += more
            elif made := self._unpack(size) if self._member else self._begin():
                return made

    def _begin(self) -> bytes:
        """Go to the next member, or as far as there is none; a mark if anything stood before it."""
        start = self._rest.find(_MAGIC)
        end = start if start >= 0 else len(self._rest) - len(_MAGIC) + 1
        self._pass_over(self._rest[:end])
        self._rest = self._rest[end:]
        if start < 0:
            return b""
        self._member = zlib.decompressobj(_GZIP)
        return self._tell(self._gap)

    def _pass_over(self, data: bytes) -> None:
        self._gap = self._gap or bool(data)
        self._garbage = self._garbage or bool(data.strip(b"\x00"))

    def _tell(self, lost: bool) -> bytes:
        """Give the mark if something is lost, unless that was told."""
        mark = self._mark if lost and not self._told else b""
        self._gap = self._garbage = self._told = False
        return mark

    def _unpack(self, size: int) -> bytes:
        try:
            made: bytes = self._member.decompress(self._rest, size)
        except zlib.error:
            return self._go_back()
        ended = self._member.eof
        left = self._member.unused_data if ended else self._member.unconsumed_tail
        self._behind += self._rest[: len(self._rest) - len(left)]
        if len(self._behind) > 2 * _AT_ONCE:
            del self._behind[:-_AT_ONCE]
        self._rest = left
        if ended:
            self._member = None
            self._behind.clear()
        return made

    def _go_back(self) -> bytes:
        """Look for the next member from the start of this one, which may seem to go on into it."""
        self._rest = bytes(self._behind + self._rest)[1:]
        self._behind.clear()
        self._member, self._told = None, True
        self._again += len(self._rest)
        if self._again > _AGAIN:
            message = "too many of its members are damaged"
            raise zlib.error(message)
        return self._mark

    def _finish(self) -> bytes:
        """Zeros alone at the end fill up a block of a tape or a disk, and are no damage."""
        self._pass_over(self._rest)
        self._rest = b""
        return self._tell(self._garbage)
