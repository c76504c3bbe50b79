"""Web archives."""

import gzip
import io
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from communique.loaders import Failure, Release

Answer = tuple[str, str, str, bytes]


def written(answers: Iterable[Answer], *, packed: bool) -> bytes:
    """Write answers (address, status, media type, body) as a crawler does."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "x"}))
    for url, status, media_type, body in answers:
        headers = StatusAndHeaders(status, [("Content-Type", media_type)], protocol="HTTP/1.1")
        payload = io.BytesIO(body)
        writer.write_record(
            writer.create_warc_record(
                url, "response", payload=payload, length=len(body), http_headers=headers
            )
        )
    return out.getvalue()


@pytest.fixture
def answers(webpage: Callable[..., str]) -> list[Answer]:
    """Three pages, among what else a site answers."""
    html = "text/html; charset=utf-8"
    pages = [
        (f"https://a.example/{n}", "200 OK", html, webpage(f"Fair {n}").encode()) for n in range(3)
    ]
    return [
        ("https://a.example/logo", "200 OK", "image/png", b"\x89PNG"),
        *pages,
        ("https://a.example/gone", "404 Not Found", html, webpage("Not found").encode()),
        ("https://a.example/empty", "200 OK", html, b""),
    ]


@pytest.mark.parametrize("packed", [False, True])
def test_the_pages_of_an_archive_are_releases(
    load_bytes: Any, answers: list[Answer], packed: bool
) -> None:
    """At their addresses; pictures and errors are left alone."""
    found = load_bytes("a.warc.gz" if packed else "a.warc", written(answers, packed=packed))
    assert [item.title for item in found] == ["Fair 0", "Fair 1", "Fair 2"]
    assert [item.id for item in found] == [f"https://a.example/{n}" for n in range(3)]
    assert all("All rights" not in item.text for item in found)


def test_only_addresses_that_match_are_taken(load_bytes: Any, answers: list[Answer]) -> None:
    """A regular expression says which."""
    found = load_bytes("a.warc", written(answers, packed=False), match="/[12]$")
    assert [item.title for item in found] == ["Fair 1", "Fair 2"]


@pytest.mark.parametrize("packed", [False, True])
def test_a_damaged_record_stops_no_other(
    load_bytes: Any, answers: list[Answer], packed: bool
) -> None:
    """The next one is looked for."""
    first = written(answers[1:2], packed=packed)
    rest = written(answers[2:4], packed=packed)
    damaged = first[:-100] + b"\xff" * 50 + rest
    *found, last = load_bytes("a.warc.gz" if packed else "a.warc", damaged)
    assert isinstance(last, Release)
    assert last.title == "Fair 2"
    assert any(isinstance(item, Failure) for item in found)


def test_a_record_that_is_cut_off_is_said(load_bytes: Any, answers: list[Answer]) -> None:
    """It is not taken for the whole."""
    data = written(answers[1:2], packed=False)
    (failure,) = load_bytes("a.warc", data[:-200])
    assert isinstance(failure, Failure)
    assert "cut off" in str(failure)


def test_a_web_archive_in_an_archive(load_bytes: Any, answers: list[Answer]) -> None:
    """Packed as a whole rather than record by record, it is the same."""
    data = gzip.compress(gzip.compress(written(answers, packed=False)))
    assert len(load_bytes("a.gz", data)) == 3
