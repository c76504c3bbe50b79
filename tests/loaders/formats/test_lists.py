"""What names releases that stand elsewhere: feeds, sitemaps, the lists of a day."""

import io
from typing import Any

import pytest

from communique.errors import ReleaseError
from communique.loaders import Failure, Release
from communique.loaders.formats import find_format
from communique.loaders.options import make_options
from communique.loaders.piece import Link, Piece

TEXT = "&lt;p&gt;The Mayor of Oslo, Ms Ada Oduya, met the Mayor of Lagos.&lt;/p&gt;"
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<!-- of today -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News</title>
<item><title>Fair opens</title><link>https://a.example/1</link>
<pubDate>Tue, 04 Mar 2031 10:00:00 GMT</pubDate><description>Short</description></item>
<item><title>Mayors meet</title><link>https://a.example/2</link>
<pubDate>Tue, 04 Mar 2031 10:00:00 GMT</pubDate><content:encoded>{TEXT}</content:encoded></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>
<entry><title>Fair opens</title><link href="https://a.example/1"/><id>1</id>
<updated>2031-03-04T10:00:00Z</updated></entry></feed>"""
SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://a.example/press/1</loc></url><url><loc> https://a.example/about </loc></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://a.example/map-1.xml.gz</loc></sitemap></sitemapindex>"""
DAY = "https://www.info.gov.hk/gia/general/203103/04.htm"
LIST = """<html><body><ul><li><a href="/gia/general/203103/04/P2031030400123.htm">Fair opens</a></li>
<li><a href="04/P2031030400124.htm">Mayors meet</a></li>
<li><a href="/gia/general/203103/04/P2031030400123.htm">Fair opens</a></li>
<li><a href="/gia/general/203103/03.htm">yesterday</a></li>
<li><a href="https://elsewhere.example/gia/about.htm">About</a></li></ul></body></html>"""


def opened(text: str, url: str = "", **finding: Any) -> list[Any]:
    """Open what stands in a text."""
    stream = io.BufferedReader(io.BytesIO(text.encode()))
    piece = Piece("x", "x", stream, {"url": url} if url else {})
    return list(find_format(piece).open(piece, make_options(**finding)))


def test_an_entry_with_its_text_is_a_release_and_one_without_an_address() -> None:
    """A summary is no release."""
    link, release = opened(RSS)
    assert link == Link("https://a.example/1", "x:1", date="Tue, 04 Mar 2031 10:00:00 GMT")
    assert isinstance(release, Release)
    assert (release.id, release.title, release.date) == (
        "https://a.example/2",
        "Mayors meet",
        "2031-03-04",
    )
    assert release.text == "The Mayor of Oslo, Ms Ada Oduya, met the Mayor of Lagos."


def test_atom_is_a_feed_too() -> None:
    """With its own words for the same."""
    assert opened(ATOM) == [Link("https://a.example/1", "x:1", date="2031-03-04T10:00:00Z")]


def test_a_sitemap_gives_addresses_that_match() -> None:
    """One sitemap can list others, which change; what they list stays."""
    assert [link.url for link in opened(SITEMAP)] == [
        "https://a.example/press/1",
        "https://a.example/about",
    ]
    assert opened(SITEMAP, match="/press/") == [Link("https://a.example/press/1", "x:1")]
    assert opened(INDEX, match="/press/") == [
        Link("https://a.example/map-1.xml.gz", "x:1", lasting=False)
    ]


def test_the_list_of_a_day_gives_its_releases_once() -> None:
    """Not other days, not other pages."""
    folder = "https://www.info.gov.hk/gia/general/203103/04/"
    assert [link.url for link in opened(LIST, DAY)] == [
        f"{folder}P2031030400123.htm",
        f"{folder}P2031030400124.htm",
    ]


def test_a_feed_of_more_tags_than_any_has_is_not_read(
    load_bytes: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would take minutes, and memory without bound."""
    monkeypatch.setattr("communique.loaders.formats.feed._MOST", 1000)
    (failure,) = load_bytes("a.rss", b"<rss version='2.0'><channel>" + b"<item>" * 1000)
    assert "more than 1,000 tags" in str(failure)


def test_a_list_of_nothing_is_a_failure() -> None:
    """An empty answer must not look like a day without news."""
    with pytest.raises(ReleaseError, match="no release in it"):
        opened("<html><body>Sorry</body></html>", DAY)


def test_nothing_is_fetched_unless_asked(load_bytes: Any) -> None:
    """The failure names the address and the option."""
    for name, data in (("a.xml", ATOM), ("b.xml", SITEMAP)):
        failure, *_ = load_bytes(name, data.encode())
        assert isinstance(failure, Failure)
        assert "https://a.example/" in str(failure)
        assert "--fetch" in str(failure)


BOMB = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">%s]>
<urlset><url><loc>https://a.example/&i;</loc></url></urlset>"""


def test_entities_are_not_expanded(load_bytes: Any) -> None:
    """Neither those that grow, nor those that read files."""
    grown = "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    file = '<!ENTITY i SYSTEM "file:///etc/passwd">'
    for inner in (grown, file):
        for text in (
            BOMB % inner,
            (BOMB % inner).replace("urlset", "rss").replace("url>", "item>"),
        ):
            found = load_bytes("a.xml", text.encode())
            assert all("root:" not in str(item) for item in found)
            assert all(len(str(item)) < 2000 for item in found)


@pytest.mark.parametrize("text", [RSS, ATOM, SITEMAP])
def test_a_damaged_list_stops_nothing(load_bytes: Any, text: str) -> None:
    """What can be read of it is; the rest is said or left."""
    for cut in range(60, len(text), 37):
        assert all(
            isinstance(item, Release | Failure) for item in load_bytes("a.xml", text[:cut].encode())
        )
