"""The list of a day's releases on info.gov.hk."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from communique.errors import ReleaseError
from communique.loaders.decoding import decode
from communique.loaders.html import declared_charset, links_of
from communique.loaders.options import Options
from communique.loaders.piece import Found, Link, Piece
from communique.loaders.streams import read_whole

_LIST = re.compile(r"/gia/general/(\d{6})/(\d{2})c?\.htm$")
_RELEASE = re.compile(r"/gia/general/(\d{6})/(\d{2})/P?\d+\w*\.htm$")


class DayList:
    """The page that lists what was issued on a day."""

    name = "day-list"
    rank = 50
    endings = ()

    def takes(self, piece: Piece) -> bool:
        """Take what stands at the address of one."""
        return _LIST.search(_path(piece.details.get("url", ""))) is not None

    def open(self, piece: Piece, options: Options) -> Iterator[Found]:
        """Give the address of each release of that day, once, in the page's order.

        Raises:
            ReleaseError: If it lists none.
        """
        url = piece.details["url"]
        day = _LIST.search(_path(url))
        data = read_whole(piece.stream)
        page = decode(data, piece.charset or declared_charset(data))
        links = dict.fromkeys(links_of(page, url))
        found = [link for link in links if _is_of(link, day) and options.wants(link)]
        if not found:
            message = "It is a list of releases with no release in it."
            raise ReleaseError(message)
        yield from (Link(link, url) for link in found)


def _is_of(link: str, day: re.Match[str] | None) -> bool:
    release = _RELEASE.search(_path(link))
    return release is not None and day is not None and release.groups() == day.groups()


def _path(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""
