"""Where releases come from: each source is a small class, found by entry point.

A source tells by the way a place is written whether it is one of its kind, and gives what stands
there: bytes, addresses, releases. Another package adds one by an entry point in the group
``communique.sources``.
"""

from collections.abc import Iterator
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Protocol

from communique.extensions import make_extension
from communique.loaders.options import Options
from communique.loaders.piece import Found

GROUP = "communique.sources"
BUILT_IN = tuple(
    EntryPoint(name, f"communique.loaders.sources.{value}", GROUP)
    for name, value in (("hkgov", "hkgov:HkGov"), ("paths", "paths:Paths"), ("web", "web:Web"))
)


class Source(Protocol):
    """A kind of place.

    Attributes:
        name: As its entry point.
        rank: The lower, the sooner it is asked; those of this package are 10 to 90.
        fetches: Whether it asks the network.
    """

    name: str
    rank: int
    fetches: bool

    def takes(self, place: str) -> bool:
        """Tell whether a place is of this kind."""
        ...

    def find(self, place: str, options: Options) -> Iterator[Found]:
        """Find what stands at a place; that it is none is raised at once, not when it is read.

        Raises:
            UsageError: If there is no such place.
        """
        ...


@cache
def all_sources() -> tuple[Source, ...]:
    """Make all sources that are installed, the one to ask first in front.

    Raises:
        ParameterError: If that of another package is broken.
    """
    made: list[Source] = [
        make_extension(point, "source") for point in (*BUILT_IN, *entry_points(group=GROUP))
    ]
    return tuple(sorted(made, key=lambda each: (each.rank, each.name)))


def find_source(place: str) -> Source:
    """Find the source of a place; what is nothing else is a path."""
    return next(each for each in all_sources() if each.takes(place))
