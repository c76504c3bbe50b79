"""HTML pages: those whose layout is known, and any other."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from communique.loaders.address import normalise_url
from communique.loaders.decoding import decode
from communique.loaders.html import declared_charset, is_page, release_from_page
from communique.loaders.options import Options
from communique.loaders.piece import Found, Piece
from communique.loaders.release import Release
from communique.loaders.streams import read_whole
from communique.loaders.webpage import release_from_webpage

_STARTS = (b"<!doctype html", b"<html")
_MEDIA = ("text/html", "application/xhtml+xml")


class Page:
    """One release as a page."""

    name = "page"
    rank = 60
    endings = (".htm", ".html", ".xhtml")

    def takes(self, piece: Piece) -> bool:
        """Take what starts as a page does, is called so or was served as one."""
        start = piece.head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
        called = piece.ends_in(*self.endings) or piece.media_type in _MEDIA
        return called or start.startswith(_STARTS)

    def open(self, piece: Piece, options: Options) -> Iterator[Found]:
        """Make the release: by the rules of its layout, or by what pages have in common."""
        data = read_whole(piece.stream)
        text = decode(data, piece.charset or declared_charset(data))
        make = release_from_page if is_page(text) else release_from_webpage
        url = piece.details.get("url")
        details = {key: value for key, value in piece.details.items() if key != "url"}
        defaults = replace(options.defaults, url=url or options.defaults.url)
        release = make(text, name=piece.stem, defaults=defaults, details=details)
        yield release if url is None else _keep_site(release, url)


def _keep_site(release: Release, url: str) -> Release:
    """Take the address that a page says is its own only if it is one of the same site."""
    asked = normalise_url(url)
    own, other = (urlsplit(each or "").hostname for each in (release.url, asked))
    return release if own == other else replace(release, url=asked)
