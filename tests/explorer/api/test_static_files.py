"""The page's own files, and no others."""

import http.client
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

import communique.explorer
from communique.explorer.static_files import page_files

FOLDER = Path(communique.explorer.__file__).parent / "static"


def ask(client: httpx.Client, path: str) -> int:
    """Ask for an address as it is written: httpx would tidy it."""
    told = urlsplit(str(client.base_url))
    connection = http.client.HTTPConnection(str(told.hostname), told.port or 80, timeout=30)
    try:
        connection.putrequest("GET", path)
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read()
        assert b"def " not in body, path
        return answer.status
    finally:
        connection.close()


def test_every_file_is_given_as_what_it_is(client: httpx.Client) -> None:
    """A script as a script, whatever the machine takes its ending for."""
    media = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
             ".svg": "image/svg+xml", ".html": "text/html; charset=utf-8"}  # fmt: skip
    there = {str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*") if path.is_file()}
    assert set(page_files()) == there
    for name in sorted(there):
        answer = client.get(f"/static/{name}")
        assert answer.content == (FOLDER / name).read_bytes()
        assert answer.headers["cache-control"] == "no-cache"
        if Path(name).suffix in media:
            assert answer.headers["content-type"] == media[Path(name).suffix]


def test_the_page_is_at_the_top(client: httpx.Client) -> None:
    """Whatever view an address names."""
    for path in ("/", "/?view=network&around=person:x"):
        answer = client.get(path)
        assert answer.content == (FOLDER / "index.html").read_bytes()
        assert answer.headers["content-type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    "path",
    [
        "/static/", "/static", "/static/../app.py", "/static/..%2fapp.py", "/static/%2e%2e/app.py",
        "/static/vendor/../../app.py", "/static//etc/passwd", "/static/%2fetc%2fpasswd",
        "/static/..\\app.py", "/static/%00", "/static/app.js%00", "/static/app.js/", "/static/vendor",
        "/static/./app.js", "/static/APP.JS", "/static/%ff", "/static/" + "x" * 5000, "/app.js", "//",
        "/static/con", "/static/*", "/index.html", "/static/__init__.py", "/..", "/%2e%2e/%2e%2e/",
    ],
)  # fmt: skip
def test_nothing_else_is_given(client: httpx.Client, path: str) -> None:
    """A file is known by its name: no address leads out of the folder."""
    assert ask(client, path) == 404
