"""Releases from places of every kind, all by one way."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack

from communique.loaders.fetching import Fetcher, check_installed
from communique.loaders.options import Options
from communique.loaders.piece import Failure, Found, Link, Piece
from communique.loaders.release import Release
from communique.loaders.sources import find_source
from communique.loaders.streams import stream_of
from communique.loaders.unfolding import Fetch, unfold


def load_releases(places: Iterable[str], options: Options) -> Iterator[Release | Failure]:
    """Find releases, one after the other; only one is in memory at a time.

    Args:
        places: Files, folders, ``-`` for standard input, and what other sources take.
        options: How they are to be found.

    Returns:
        Releases and failures, in the order of the places; within a folder sorted by name.

    Raises:
        UsageError: If a place does not exist, a folder has no releases or what fetches is not
            installed; before anything is read.
        ParameterError: If an option is not what it should be.
    """
    options.check()
    sources = [(find_source(place), place) for place in places]
    found = [source.find(place, options) for source, place in sources]
    fetches = options.fetching or any(source.fetches for source, _ in sources)
    if fetches:
        check_installed()
    return _load(found, options, fetches=fetches)


def _load(
    found: Iterable[Iterator[Found]], options: Options, *, fetches: bool
) -> Iterator[Release | Failure]:
    with ExitStack() as stack:
        fetch = _fetch(stack, options) if fetches else None
        for each in found:
            for one in each:
                yield from unfold(one, options, fetch)


def _fetch(stack: ExitStack, options: Options) -> Fetch:
    import platformdirs

    cache = options.cache or platformdirs.user_cache_path("communique") / "pages"
    fetcher = stack.enter_context(Fetcher(cache, options.politeness))

    def fetch(link: Link) -> Piece:
        page = fetcher.fetch(link.url, kept=link.lasting and not options.refresh)
        name = page.url.rstrip("/").rpartition("/")[2]
        stream, details = stream_of(page.body), {"url": page.url}
        return Piece(page.url, name, stream, details, page.media_type, page.charset)

    return fetch
