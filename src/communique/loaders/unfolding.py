"""From what a source gives to releases: what holds others is opened, until releases are left."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from communique.errors import MissingExtra, ReleaseError
from communique.loaders.formats import find_format
from communique.loaders.options import Options
from communique.loaders.piece import Failure, Found, Link, Piece
from communique.loaders.release import Release

_DEEPEST = 4
"""Archives in archives; a sitemap of sitemaps of gzipped ones is three."""


Fetch = Callable[[Link], Piece]
"""Gets what stands at an address; a ReleaseError tells why it can't."""


def unfold(
    found: Found, options: Options, fetch: Fetch | None, depth: int = 0
) -> Iterator[Release | Failure]:
    """Open what is found until releases and failures are left.

    Args:
        found: What a source gave.
        options: How releases are to be found.
        fetch: Gets what stands at an address; None where nothing may be fetched.
        depth: How many addresses led here.

    Yields:
        Releases and failures, in the order of what holds them; one bad release stops nothing.
    """
    if isinstance(found, Release | Failure):
        yield found
    elif isinstance(found, Link):
        yield from _follow(found, options, fetch, depth)
    else:
        yield from _guarded(found.where, lambda: _open(found, options, fetch, depth))


def _open(
    piece: Piece, options: Options, fetch: Fetch | None, depth: int
) -> Iterator[Release | Failure]:
    if piece.depth > _DEEPEST:
        message = f"It is an archive in more than {_DEEPEST} others."
        raise ReleaseError(message, "Unpack it first.")
    for found in find_format(piece).open(piece, options):
        yield from unfold(found, options, fetch, depth)


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
    link: Link, options: Options, fetch: Fetch | None, depth: int
) -> Iterator[Release | Failure]:
    if fetch is None:
        message = f"It stands at {link.url}, and nothing is fetched unless asked."
        yield Failure(link.where, ReleaseError(message, "Add --fetch."))
        return
    if depth > _DEEPEST:
        message = "Too many lists lead to it."
        yield Failure(link.where, ReleaseError(message))
        return
    try:
        piece = fetch(link)
    except ReleaseError as error:
        yield Failure(link.url, error)
        return
    known = replace(options.defaults, date=link.date or options.defaults.date)
    yield from unfold(piece, replace(options, defaults=known), fetch, depth + 1)
