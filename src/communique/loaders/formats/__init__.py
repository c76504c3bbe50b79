"""What bytes can be: each format is a small class, found by entry point.

A format tells by the first bytes and the name whether a piece is of its kind, and opens it: into
releases, into pieces that stand in it, or into addresses. Another package adds one by an entry
point in the group ``communique.formats``.
"""

from collections.abc import Iterator
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Protocol

from communique.extensions import make_extension
from communique.loaders.options import Options
from communique.loaders.piece import Found, Piece

GROUP = "communique.formats"
BUILT_IN = tuple(
    EntryPoint(name, f"communique.loaders.formats.{value}", GROUP)
    for name, value in (
        ("day-list", "daylist:DayList"),
        ("feed", "feed:Feed"),
        ("packed", "packed:PackedFormat"),
        ("page", "page:Page"),
        ("records", "records:Records"),
        ("sitemap", "sitemap:Sitemap"),
        ("table", "table:Table"),
        ("tar", "tar:Tar"),
        ("text", "text:Text"),
        ("warc", "warc:Warc"),
        ("zip", "zip:Zip"),
    )
)


class Format(Protocol):
    """A kind of bytes.

    Attributes:
        name: As its entry point.
        rank: The lower, the sooner it is asked; what has a mark of its own comes before what has
            none. Those of this package are 10 to 90.
        endings: Endings by which files of a folder are taken.
    """

    name: str
    rank: int
    endings: tuple[str, ...]

    def takes(self, piece: Piece) -> bool:
        """Tell whether a piece is of this kind, by its head, name or media type."""
        ...

    def open(self, piece: Piece, options: Options) -> Iterator[Found]:
        """Open a piece.

        Raises:
            ReleaseError: If it is damaged; what came before stands.
        """
        ...


@cache
def all_formats() -> tuple[Format, ...]:
    """Make all formats that are installed, the one to ask first in front.

    Raises:
        ParameterError: If that of another package is broken.
    """
    made: list[Format] = [
        make_extension(point, "format") for point in (*BUILT_IN, *entry_points(group=GROUP))
    ]
    return tuple(sorted(made, key=lambda each: (each.rank, each.name)))


def find_format(piece: Piece) -> Format:
    """Find the format of a piece; what is nothing else is text."""
    return next(each for each in all_formats() if each.takes(piece))


def all_endings() -> tuple[str, ...]:
    """List the endings by which files of a folder are taken, sorted."""
    return tuple(sorted({ending for each in all_formats() for ending in each.endings}))
