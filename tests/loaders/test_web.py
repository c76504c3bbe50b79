"""Releases from a real web server: pages, feeds, sitemaps, archives."""

import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from communique.errors import MissingExtra, ParameterError
from communique.loaders import Failure, Release, load_releases, make_options
from communique.loaders.sources.hkgov import HkGov

Loads = Callable[..., list[Release | Failure]]


@pytest.fixture
def load(tmp_path: Path) -> Loads:
    """Load from this machine, quickly, with a cache that a test has for itself."""

    def load(*places: str, **finding: Any) -> list[Release | Failure]:
        usual: Any = {"private": True, "rate": 1000.0, "cache": tmp_path / "cache"}
        return list(load_releases(places, make_options(**{**usual, **finding})))

    return load


def feed(*links: str) -> str:
    """Write a feed of pages."""
    items = "".join(f"<item><title>x</title><link>{link}</link></item>" for link in links)
    return f"<rss version='2.0'><channel><title>News</title>{items}</channel></rss>"


def paths(web: Any) -> list[str]:
    """List what was asked for, robots.txt left out."""
    return [asked.path for asked in web.asked() if asked.path != "/robots.txt"]


def test_a_page_is_a_release_at_its_address(load: Loads, web: Any, webpage: Any) -> None:
    """Where it was found in the end, after redirects."""
    web.page("/press/1", webpage("Mayors meet"))
    web.leads("/1", "/press/1")
    (release,) = load(web.url("/1"))
    assert isinstance(release, Release)
    assert (release.title, release.url) == ("Mayors meet", web.url("/press/1"))


def test_a_feed_loaded_again_asks_only_for_what_is_new(load: Loads, web: Any, webpage: Any) -> None:
    """So that cron can call it: the feed itself, and pages never seen."""
    for number in range(3):
        web.page(f"/{number}", webpage(f"Fair {number}"))
    web.page("/feed", feed(web.url("/0"), web.url("/1")))
    assert [item.title for item in load(web.url("/feed")) if isinstance(item, Release)] == [
        "Fair 0",
        "Fair 1",
    ]
    web.page("/feed", feed(web.url("/2"), web.url("/0"), web.url("/1")))
    before = len(paths(web))
    assert len(load(web.url("/feed"))) == 3
    assert paths(web)[before:] == ["/feed", "/2"]
    before = len(paths(web))
    load(web.url("/feed"), refresh=True)
    assert paths(web)[before:] == ["/feed", "/2", "/0", "/1"]


def test_a_page_that_is_gone_stops_no_other(
    load: Loads, web: Any, webpage: Any, answer: Any
) -> None:
    """Nor does one that is none; each failure has its address."""
    web.page("/0", webpage("Fair"))
    web.answers("/1", answer(404))
    web.page("/2", "<html><body>Sorry</body></html>")
    web.leads("/3", "/4")
    web.leads("/4", "/3")
    web.page("/feed", feed(*(web.url(f"/{n}") for n in (1, 2, 3, 0)), "file:///etc/passwd"))
    gone, none, loop, good, file = load(web.url("/feed"))
    assert isinstance(good, Release)
    for failure, url, told in (
        (gone, "/1", "404"),
        (none, "/2", "no running text"),
        (loop, "/3", "circle"),
    ):
        assert isinstance(failure, Failure)
        assert failure.where == web.url(url)
        assert told in str(failure.error)
    assert "http" in str(file)


def test_sitemaps_of_sitemaps_are_followed(
    load: Loads, web: Any, webpage: Any, answer: Any
) -> None:
    """Gzipped ones too; of their addresses those that match."""
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    urls = "".join(f"<url><loc>{web.url(path)}</loc></url>" for path in ("/press/1", "/about"))
    packed = gzip.compress(f"<urlset {space}>{urls}</urlset>".encode())
    web.answers("/map.xml.gz", answer(body=packed, headers={"Content-Type": "application/x-gzip"}))
    web.page(
        "/map.xml",
        f"<sitemapindex {space}><sitemap><loc>{web.url('/map.xml.gz')}</loc></sitemap></sitemapindex>",
    )
    web.page("/press/1", webpage("Fair"))
    (release,) = load(web.url("/map.xml"), match="/press/")
    assert isinstance(release, Release)
    assert "/about" not in paths(web)


def test_lists_that_lead_to_each_other_have_an_end(load: Loads, web: Any) -> None:
    """A sitemap can list itself."""
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    web.page(
        "/map.xml",
        f"<sitemapindex {space}><sitemap><loc>{web.url('/map.xml')}</loc></sitemap></sitemapindex>",
    )
    (failure,) = load(web.url("/map.xml"))
    assert "in a circle" in str(failure)
    assert paths(web) == ["/map.xml"]


def sitemaps(web: Any, path: str, *listed: str) -> None:
    """Answer a path by a list of sitemaps."""
    inside = "".join(f"<sitemap><loc>{web.url(each)}</loc></sitemap>" for each in listed)
    web.page(path, f"<sitemapindex>{inside}</sitemapindex>")


def test_lists_that_lead_on_for_ever_have_an_end(load: Loads, web: Any, webpage: Any) -> None:
    """Five are followed, one after the other; the rest of the first one comes, too."""
    web.page("/good", webpage("Fair"))
    for number in range(20):
        sitemaps(web, f"/{number}", f"/{number + 1}", *(["/good"] if number == 0 else []))
    failure, good = load(web.url("/0"))
    assert "Too many lists" in str(failure)
    assert isinstance(good, Release)
    assert paths(web) == ["/0", "/1", "/2", "/3", "/4", "/good"]


def test_lists_that_branch_for_ever_have_an_end(
    load: Loads, web: Any, webpage: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said once, and what was named beside them comes."""
    monkeypatch.setattr("communique.loaders.unfolding._MOST", 7)
    web.page("/good", webpage("Fair"))
    for level, other in ((0, 1), (1, 2), (2, 3)):
        for number in range(5):
            sitemaps(web, f"/{level}/{number}", *(f"/{other}/{each}" for each in range(5)))
    for number in range(5):
        web.page(f"/3/{number}", feed(web.url("/good")))
    *found, failure, good = load(web.url("/0/0"), web.url("/good"))
    assert all(isinstance(item, Release) for item in (*found, good))
    assert isinstance(failure, Failure)
    assert failure.where == web.url("/0/0")
    assert "More than 7 lists" in str(failure)
    assert len(paths(web)) < 20


def test_a_feed_that_never_ends_is_given_up(
    load: Loads, web: Any, answer: Any, webpage: Any
) -> None:
    """When it is larger than any; what was named beside it comes."""
    item = b"<item><title>Fair</title><link>https://a.example/</link></item>" * 10_000
    web.answers("/feed", answer(body=b"<rss version='2.0'><channel>", more=item))
    web.page("/good", webpage("Fair"))
    failure, good = load(web.url("/feed"), web.url("/good"))
    assert "/feed is larger than" in str(failure)
    assert isinstance(good, Release)


def test_an_archive_at_an_address(load: Loads, web: Any, answer: Any) -> None:
    """Its releases are not at the archive's address."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "Fair opens\n\nThe Mayor opened it.")
    web.answers("/a.zip", answer(body=out.getvalue(), headers={"Content-Type": "application/zip"}))
    (release,) = load(web.url("/a.zip"))
    assert isinstance(release, Release)
    assert (release.title, release.url) == ("Fair opens", None)


def test_a_wrong_charset_does_not_spoil_a_page(
    load: Loads, web: Any, webpage: Any, answer: Any
) -> None:
    """What can't be decoded as the server says is decoded as it is."""
    body = webpage("Fair at Malmö").encode()
    web.answers("/1", answer(body=body, headers={"Content-Type": "text/html; charset=ascii"}))
    (release,) = load(web.url("/1"))
    assert isinstance(release, Release)
    assert release.title == "Fair at Malmö"


def test_days_of_a_government(
    load: Loads, web: Any, webpage: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list of each day, then its releases; a day without a list is a failure."""
    site = HkGov(web.url("/"))
    monkeypatch.setattr("communique.loaders.loading.find_source", lambda _: site)
    day = "/gia/general/203103/04"
    web.page(
        f"{day}.htm", f"<a href='{day}/P2031030400123.htm'>Fair</a><a href='/about.htm'>About</a>"
    )
    body = "<span id='pressrelease'>The Mayor spoke.</span>"
    web.page(
        f"{day}/P2031030400123.htm", f"<html><span id='PRHeadlineSpan'>Fair</span>{body}</html>"
    )
    release, failure = load("hkgov:2031-03-04..2031-03-05")
    assert isinstance(release, Release)
    assert (release.title, release.date) == ("Fair", "2031-03-04")
    assert isinstance(failure, Failure)
    assert failure.where.endswith("/gia/general/203103/05.htm")


def test_addresses_in_a_file_are_fetched_if_asked(
    load: Loads, web: Any, webpage: Any, tmp_path: Path
) -> None:
    """Else each is a failure, and nobody is asked."""
    web.page("/1", webpage("Fair"))
    path = tmp_path / "feed.xml"
    path.write_text(feed(web.url("/1")))
    (failure,) = load(str(path))
    assert "--fetch" in str(failure)
    assert web.asked() == []
    (release,) = load(str(path), fetch=True)
    assert isinstance(release, Release)


def test_private_addresses_are_refused_unless_asked(load: Loads, web: Any, webpage: Any) -> None:
    """A feed of somebody else's could name what only this machine can reach."""
    web.page("/1", webpage("Fair"))
    (failure,) = load(web.url("/1"), private=False)
    assert isinstance(failure, Failure)
    assert web.asked() == []


@pytest.mark.parametrize("place", ["http://", "https://[::1", "http://a b/"])
def test_what_is_no_address_is_said_before_anything_is_read(load: Loads, place: str) -> None:
    """As a usage error."""
    with pytest.raises(ParameterError, match="no address"):
        load(place)


def test_without_the_extra_it_is_said_how_to_get_it(
    load: Loads, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before anything is read."""
    monkeypatch.setattr("communique.loaders.fetching.fetcher.find_spec", lambda _: None)
    with pytest.raises(MissingExtra, match=r"communique\[fetch\]"):
        load("https://a.example/feed")
