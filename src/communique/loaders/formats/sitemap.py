"""Sitemaps: the addresses of a site, and sitemaps of these."""

import re
from collections.abc import Iterator

from communique.errors import ReleaseError
from communique.loaders.options import Options
from communique.loaders.piece import Found, Link, Piece

_START = re.compile(rb"[^<]*(?:<[?!][^>]{0,2000}>\s*)*<(?:\w+:)?(urlset|sitemapindex)[\s>]")


class Sitemap:
    """A sitemap, or an index of some."""

    name = "sitemap"
    rank = 55
    endings = ()

    def takes(self, piece: Piece) -> bool:
        """Take what starts as one does."""
        return _START.match(piece.head) is not None

    def open(self, piece: Piece, options: Options) -> Iterator[Found]:
        """Give each address; those of other sitemaps as lists, which change.

        Raises:
            ReleaseError: If it is damaged.
        """
        from lxml import etree

        try:
            read = etree.iterparse(
                piece.stream,
                tag=("{*}url", "{*}sitemap"),
                resolve_entities=False,
                no_network=True,
                load_dtd=False,
                huge_tree=False,
            )
            for number, (_, element) in enumerate(read, start=1):
                url = (element.findtext("{*}loc") or "").strip()
                listed = str(element.tag).endswith("}sitemap") or element.tag == "sitemap"
                if url and (listed or options.wants(url)):
                    yield Link(url, f"{piece.where}:{number}", lasting=not listed)
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
        except etree.XMLSyntaxError as error:
            message = f"It is a damaged sitemap: {error}."
            raise ReleaseError(message) from None
