"""Pages that were fetched before."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from communique.errors import FetchError, ParameterError
from communique.loaders.fetching import Fetcher, Politeness

Make = Callable[..., Fetcher]
MODIFIED = "Tue, 04 Mar 2031 10:00:00 GMT"


@pytest.mark.parametrize("validators", [{"etag": '"1"'}, {"modified": MODIFIED}])
def test_what_has_not_changed_comes_from_the_cache(
    web: Any, fetcher: Make, tmp_path: Path, validators: dict[str, str]
) -> None:
    """The server is asked by ETag or Last-Modified and answers 304, also in another run."""
    url = web.page("/a", "old", **validators)
    first = fetcher(tmp_path).fetch(url)
    again = fetcher(tmp_path).fetch(url)
    assert [page.cached for page in (first, again)] == [False, True]
    assert first.body == again.body == b"old"
    assert (again.media_type, again.charset) == ("text/html", "utf-8")
    assert len(web.asked("/a")) == 2


def test_what_has_changed_comes_anew(web: Any, fetcher: Make, tmp_path: Path) -> None:
    """And is what the cache has from then on."""
    reader = fetcher(tmp_path)
    for text in ("one", "two", "three"):
        url = web.page("/a", text, etag=f'"{text}"')
        page = reader.fetch(url)
        assert (page.body, page.cached) == (text.encode(), False)
        assert reader.fetch(url, kept=True).body == text.encode()
    assert reader.fetch(url).cached


def test_what_came_last_is_newest_whatever_the_server_says(
    web: Any, fetcher: Make, answer: Any, tmp_path: Path
) -> None:
    """The clocks of two servers behind one name need not agree."""
    dates = [f"Tue, 04 Mar 2031 10:00:0{second} GMT" for second in (7, 3, 5)]
    bodies = [
        answer(body=date.encode(), headers={"Date": date, "ETag": f'"{date}"'}) for date in dates
    ]
    url = web.answers("/a", *bodies)
    reader = fetcher(tmp_path)
    for date in dates:
        assert reader.fetch(url).body == date.encode()
        assert reader.fetch(url, kept=True).body == date.encode()


def test_a_page_without_validators_comes_anew(web: Any, fetcher: Make, tmp_path: Path) -> None:
    """Nobody can tell whether it has changed."""
    url = web.page("/a", "a")
    reader = fetcher(tmp_path)
    assert not reader.fetch(url).cached
    assert not reader.fetch(url).cached
    assert reader.fetch(url, kept=True).cached


def test_fresh_pages_are_asked_for_too(
    web: Any, fetcher: Make, answer: Any, tmp_path: Path
) -> None:
    """A list of releases that may be an hour old would hide the newest."""
    headers = {"Cache-Control": "max-age=3600", "ETag": '"1"'}
    url = web.answers("/a", answer(body=b"a", headers=headers))
    reader = fetcher(tmp_path)
    reader.fetch(url)
    assert reader.fetch(url).cached
    assert len(web.asked("/a")) == 2
    assert web.asked("/a")[1].headers["Cache-Control"] is None


def test_what_is_kept_is_taken_without_a_request(web: Any, fetcher: Make, tmp_path: Path) -> None:
    """Robots.txt isn't asked for either."""
    url = web.page("/a", "a")
    fetcher(tmp_path).fetch(url)
    page = fetcher(tmp_path, robots=True).fetch(url, kept=True)
    assert (page.body, page.cached, page.url) == (b"a", True, url)
    assert len(web.asked()) == 1


def test_what_is_not_kept_is_asked_for(web: Any, fetcher: Make, tmp_path: Path) -> None:
    """And then kept."""
    url = web.page("/a", "a")
    assert not fetcher(tmp_path).fetch(url, kept=True).cached
    assert fetcher(tmp_path).fetch(url, kept=True).cached


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_the_way_to_a_page_is_kept_too(
    web: Any, fetcher: Make, tmp_path: Path, status: int
) -> None:
    """A redirect of any kind needs no second request."""
    url = web.leads("/a", "/b", status)
    web.page("/b", "b")
    fetcher(tmp_path).fetch(url)
    page = fetcher(tmp_path).fetch(url, kept=True)
    assert (page.body, page.cached, page.url) == (b"b", True, web.url("/b"))
    assert len(web.asked()) == 2


def test_what_may_not_be_stored_is_not(
    web: Any, fetcher: Make, answer: Any, tmp_path: Path
) -> None:
    """No-store means no-store, also to one who would take it kept."""
    headers = {"Cache-Control": "no-store", "ETag": '"1"'}
    url = web.answers("/a", answer(body=b"secret-to-be", headers=headers))
    reader = fetcher(tmp_path)
    reader.fetch(url)
    assert not reader.fetch(url, kept=True).cached
    assert len(web.asked("/a")) == 2
    assert not any(b"secret-to-be" in path.read_bytes() for path in tmp_path.iterdir())


def test_what_broke_off_is_not_kept(web: Any, fetcher: Make, answer: Any, tmp_path: Path) -> None:
    """Nor is an error, nor what was too large."""
    broken = answer(body=b"half", headers={"Content-Length": "9"})
    url = web.answers("/a", broken, answer(500), answer(body=b"too large"), answer(body=b"a"))
    reader = fetcher(tmp_path, retries=0)
    for _ in range(3):
        with pytest.raises(FetchError):
            reader.fetch(url, kept=True, limit=8)
    assert reader.fetch(url, kept=True).body == b"a"


def test_without_a_folder_nothing_is_kept(web: Any, fetcher: Make) -> None:
    """Each page is asked for each time."""
    url = web.page("/a", "a", etag='"1"')
    reader = fetcher()
    reader.fetch(url)
    assert not reader.fetch(url, kept=True).cached


def test_a_large_page_is_kept_whole(web: Any, fetcher: Make, answer: Any, tmp_path: Path) -> None:
    """All of its parts."""
    body = bytes(range(256)) * 4096
    url = web.answers("/a", answer(body=body))
    fetcher(tmp_path).fetch(url)
    assert fetcher(tmp_path).fetch(url, kept=True).body == body


def test_what_is_kept_heeds_the_limit(web: Any, fetcher: Make, tmp_path: Path) -> None:
    """Though it was allowed before."""
    url = web.page("/a", "a" * 100)
    reader = fetcher(tmp_path)
    reader.fetch(url)
    with pytest.raises(FetchError, match="larger than 99 bytes"):
        reader.fetch(url, kept=True, limit=99)


@pytest.mark.parametrize("damage", ["nonsense", "middle", "other tables"])
def test_a_damaged_cache_is_begun_anew(
    web: Any, fetcher: Make, tmp_path: Path, damage: str
) -> None:
    """Nothing is lost but time."""
    url = web.page("/a", "a" * 50_000)
    with Fetcher(tmp_path, Politeness(private=True, robots=False)) as before:
        before.fetch(url)
    _spoil(next(tmp_path.glob("*.db")), damage)
    reader = fetcher(tmp_path)
    assert reader.fetch(url).body == b"a" * 50_000
    assert reader.fetch(url, kept=True).cached


def _spoil(path: Path, damage: str) -> None:
    if damage == "nonsense":
        path.write_bytes(b"nonsense" * 1000)
    elif damage == "middle":
        data = bytearray(path.read_bytes())
        data[4096:] = b"\xa5" * (len(data) - 4096)
        path.write_bytes(data)
    else:
        path.unlink()
        file = sqlite3.connect(path)
        file.execute("CREATE TABLE entries (something)")
        file.close()


def test_damage_while_it_is_used_costs_only_the_cache(
    web: Any, fetcher: Make, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The page is asked for instead, and no traceback is shown."""
    url = web.page("/a", "a" * 50_000, etag='"1"')
    reader = fetcher(tmp_path)
    reader.fetch(url)
    _empty(next(tmp_path.glob("*.db")))
    assert reader.fetch(url, kept=True).body == b"a" * 50_000
    assert reader.fetch(url).body == b"a" * 50_000
    assert reader.fetch(web.page("/b", "b")).body == b"b"
    assert caplog.records
    assert not any(record.exc_info for record in caplog.records)


def _empty(path: Path) -> None:
    """Take the parts of pages away, but not the pages."""
    file = sqlite3.connect(path)
    with file:
        file.execute("DROP TABLE streams")
    file.close()


def test_a_folder_that_can_not_be_used_is_told(fetcher: Make, tmp_path: Path) -> None:
    """Before anything is asked for."""
    (tmp_path / "file").write_text("here already")
    with pytest.raises(ParameterError, match="can't keep pages"):
        fetcher(tmp_path / "file")


LOAD = """
import sys, pathlib
from communique.loaders.fetching import Fetcher, Politeness
with Fetcher(pathlib.Path(sys.argv[1]), Politeness(private=True, robots=False, rate=1000)) as reader:
    for url in sys.argv[2:]:
        assert reader.fetch(url).body
"""


def test_two_processes_may_share_a_folder(web: Any, fetcher: Make, tmp_path: Path) -> None:
    """Begun by both at once."""
    urls = [web.page(f"/{number}", f"page {number}" * 1000) for number in range(20)]
    command = [sys.executable, "-c", LOAD, str(tmp_path), *urls]
    both = [subprocess.Popen(command) for _ in range(2)]  # noqa: S603
    assert [one.wait() for one in both] == [0, 0]
    reader = fetcher(tmp_path)
    assert all(reader.fetch(url, kept=True).cached for url in urls)
