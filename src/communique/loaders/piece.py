"""What a source gives: bytes that may be a release or hold some, and addresses where some stand."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from communique.errors import ReleaseError
from communique.loaders.release import Release
from communique.loaders.streams import Stream

_HEAD = 4096


@dataclass(frozen=True)
class Failure:
    """Something that was to be a release and is none.

    Attributes:
        where: FILE, FILE:LINE, ARCHIVE!MEMBER or an address.
        error: Why.
    """

    where: str
    error: ReleaseError

    def __str__(self) -> str:
        return f"{self.where}: {self.error}"


@dataclass(frozen=True)
class Piece:
    """Bytes that may be a release, or hold some.

    Attributes:
        where: As a failure tells it: FILE, FILE:LINE, ARCHIVE!MEMBER or an address.
        name: What its source calls it, with its ending: the name of the file or member.
        stream: The bytes; they can be read once.
        details: What its source says of it, in the words of a header block.
        media_type: Its media type, where its source says; such as ``text/html``.
        charset: Its charset, where its source says.
        depth: How many archives it was taken out of.
    """

    where: str
    name: str
    stream: "Stream[Any]" = field(repr=False)
    details: Mapping[str, str] = field(default_factory=dict, hash=False)
    media_type: str | None = None
    charset: str | None = None
    depth: int = 0

    @property
    def head(self) -> bytes:
        """Its first bytes, at most 4,096, which stay to be read."""
        return self.stream.peek(_HEAD)[:_HEAD]

    @property
    def stem(self) -> str:
        """Its name without the ending."""
        stem, dot, _ = self.name.rpartition(".")
        return stem if dot and stem else self.name

    def ends_in(self, *endings: str) -> bool:
        """Tell whether its name has one of some endings."""
        return self.name.lower().endswith(endings)

    def unpack(self, stream: "Stream[Any]", name: str) -> "Piece":
        """Make the piece that it holds, where that is one and the same thing packed."""
        depth = self.depth + 1
        return replace(self, stream=stream, name=name, media_type=None, charset=None, depth=depth)


@dataclass(frozen=True)
class Link:
    """The address of something that may be a release, or hold some.

    Attributes:
        url: The address.
        where: What names it.
        date: When it was issued, as that says.
        lasting: Whether what stood there once is still good: a release is, a list is not.
    """

    url: str
    where: str
    date: str | None = None
    lasting: bool = True


Found = Piece | Link | Release | Failure
"""What opening a piece or a place can give."""
