"""Feeds: RSS and Atom."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from communique.errors import MissingExtra, ReleaseError
from communique.loaders.details import make_release
from communique.loaders.html import text_of_fragment
from communique.loaders.options import Options
from communique.loaders.piece import Failure, Found, Link, Piece
from communique.loaders.streams import read_whole

_START = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>|<\?[^>]{0,500}\?>|<!--.{0,2000}?-->|<!DOCTYPE[^>]{0,500}>|\s)*"
    rb"<(?:rss|feed|rdf:RDF)[\s>]",
    re.DOTALL,
)
_MOST = 500_000
"""Tags: what reads feeds takes some 300 MB and a quarter of a minute for so many."""


class Feed:
    """An RSS or Atom feed."""

    name = "feed"
    rank = 55
    endings = (".rss", ".atom")

    def takes(self, piece: Piece) -> bool:
        """Take what starts as one does."""
        return _START.match(piece.head.removeprefix(b"\xef\xbb\xbf")) is not None

    def open(self, piece: Piece, options: Options) -> Iterator[Found]:
        """Give each entry: the whole text where the feed has it, else its address.

        Raises:
            MissingExtra: If what reads feeds is not installed.
            ReleaseError: If it is no feed, or longer than any.
        """
        data = read_whole(piece.stream)
        if data.count(b"<") > _MOST:
            message = f"It has more than {_MOST:,} tags: no feed has."
            raise ReleaseError(message, "Split it.")
        feed = _parse(data)
        if not feed.entries and feed.bozo:
            message = f"It is a damaged feed: {feed.bozo_exception}."
            raise ReleaseError(message)
        for number, entry in enumerate(feed.entries, start=1):
            where = f"{piece.where}:{number}"
            if options.wants(entry.get("link", "")):
                yield _open(entry, where, options)


def _parse(data: bytes) -> Any:  # noqa: ANN401 - feedparser's own
    try:
        import feedparser
    except ImportError as error:
        message = "What reads feeds is not installed."
        raise MissingExtra(message, "Run: pip install 'communique[archives]'") from error
    return feedparser.parse(data, resolve_relative_uris=False, sanitize_html=False)


def _open(entry: Any, where: str, options: Options) -> Found:  # noqa: ANN401 - feedparser's own
    details = _details(entry)
    content = next((c.value for c in entry.get("content", ()) if c.value.strip()), None)
    if content is None and details["url"]:
        return Link(details["url"], where, date=details["date"] or None)
    try:
        text = text_of_fragment(content or "")
        return make_release(text, {**details, "name": where}, options.defaults)
    except ReleaseError as error:
        return Failure(where, error)


def _details(entry: Any) -> Mapping[str, str]:  # noqa: ANN401 - feedparser's own
    return {
        "url": entry.get("link", ""),
        "title": entry.get("title", ""),
        "date": entry.get("published", "") or entry.get("updated", ""),
    }
