"""From what a source gives to releases: what holds others is opened, until releases are left."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from communique.errors import MissingExtra, ReleaseError
from communique.loaders.formats import find_format
from communique.loaders.options import Options
from communique.loaders.piece import Failure, Found, Link, Piece
from communique.loaders.release import Release

_DEEPEST = 4
"""Archives in archives; a sitemap of sitemaps of gzipped ones is three."""

_MOST = 10_000
"""Lists: a sitemap for each day of a quarter of a century is fewer."""


Fetch = Callable[[Link], Piece]
"""Gets what stands at an address; a ReleaseError tells why it can't."""


class _TooMany(Exception):
    """More lists than one place may lead to: nothing that it leads to is followed any further."""


@dataclass(frozen=True)
class _Way:
    """How one came to something.

    Attributes:
        steps: The addresses that led there, one after the other.
        lists: The lists that were fetched from where it began.
    """

    steps: tuple[str, ...] = ()
    lists: list[str] = field(default_factory=list)

    def go(self, url: str) -> "_Way":
        return replace(self, steps=(*self.steps, url))

    def note(self, where: str) -> None:
        self.lists.append(where)
        if len(self.lists) > _MOST:
            raise _TooMany

    def refuse(self, url: str) -> str | None:
        if url in self.steps:
            return "Lists lead to it in a circle."
        return "Too many lists lead to it." if len(self.steps) > _DEEPEST else None


def unfold(found: Found, options: Options, fetch: Fetch | None) -> Iterator[Release | Failure]:
    """Open what is found until releases and failures are left.

    Args:
        found: What a source gave.
        options: How releases are to be found.
        fetch: Gets what stands at an address; None where nothing may be fetched.

    Yields:
        Releases and failures, in the order of what holds them; one bad release stops nothing.
    """
    if isinstance(found, Release | Failure):
        yield found
        return
    try:
        yield from _unfold(found, options, fetch, _Way())
    except _TooMany:
        message = f"More than {_MOST:,} lists lead on from it: the rest is left out."
        yield Failure(found.where, ReleaseError(message, "Name those that you need."))


def _unfold(
    found: Found, options: Options, fetch: Fetch | None, way: _Way
) -> Iterator[Release | Failure]:
    if isinstance(found, Release | Failure):
        yield found
    elif isinstance(found, Link):
        yield from _follow(found, options, fetch, way)
    else:
        yield from _guarded(found.where, lambda: _open(found, options, fetch, way))


def _open(
    piece: Piece, options: Options, fetch: Fetch | None, way: _Way
) -> Iterator[Release | Failure]:
    if piece.depth > _DEEPEST:
        message = f"It is an archive in more than {_DEEPEST} others."
        raise ReleaseError(message, "Unpack it first.")
    known = not way.steps
    for found in find_format(piece).open(piece, options):
        if isinstance(found, Link) and not known:
            known = True
            way.note(piece.where)
        yield from _unfold(found, options, fetch, way)


def _guarded(
    where: str, open_it: Callable[[], Iterator[Release | Failure]]
) -> Iterator[Release | Failure]:
    try:
        yield from open_it()
    except ReleaseError as error:
        yield Failure(where, error)
    except MissingExtra as error:
        yield Failure(where, ReleaseError(error.message, error.hint))
    except OSError as error:
        yield Failure(where, ReleaseError(f"It can't be read: {error.strerror or error}."))


def _follow(
    link: Link, options: Options, fetch: Fetch | None, way: _Way
) -> Iterator[Release | Failure]:
    if fetch is None:
        message = f"It stands at {link.url}, and nothing is fetched unless asked."
        yield Failure(link.where, ReleaseError(message, "Add --fetch."))
        return
    if refusal := way.refuse(link.url):
        yield Failure(link.where, ReleaseError(refusal))
        return
    try:
        piece = fetch(link)
    except ReleaseError as error:
        yield Failure(link.url, error)
        return
    known = replace(options.defaults, date=link.date or options.defaults.date)
    yield from _unfold(piece, replace(options, defaults=known), fetch, way.go(link.url))
