"""Web archives."""

import gzip
import io
import random
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from communique.loaders import Failure, Release

Answer = tuple[str, str, str, bytes]


def written(answers: Iterable[Answer], *, packed: bool, info: bool = True) -> bytes:
    """Write answers (address, status, media type, body) as a crawler does."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    if info:
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


def broken(record: bytes, way: str) -> bytes:
    """Damage a record."""
    half = len(record) // 2
    return {
        "emptied": bytes(len(record)),
        "cut": record[:-100],
        "garbled": record[:half] + bytes(byte ^ 0x5A for byte in record[half:]),
        "too long by its own account": record.replace(b"Content-Length: ", b"Content-Length: 9"),
        "without a status": record.replace(b"HTTP/1.1 200 OK", b"HTTP/1.1 \xff00 OK"),
        "without a start": record[20:],
    }[way]


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("way", ["emptied", "cut", "garbled", "without a start"])
def test_damage_in_the_middle_is_told_and_costs_no_other_record(
    load_bytes: Any, answers: list[Answer], packed: bool, way: str
) -> None:
    """Whatever is wrong with it."""
    first, middle, last = (written([page], packed=packed, info=False) for page in answers[1:4])
    data = first + broken(middle, way) + last
    found = load_bytes("a.warc.gz" if packed else "a.warc", data)
    titles = [item.title for item in found if isinstance(item, Release)]
    assert titles == ["Fair 0", "Fair 2"]
    assert any("damaged" in str(item) for item in found if isinstance(item, Failure))


@pytest.mark.parametrize("way", ["too long by its own account", "without a status"])
def test_a_record_that_says_what_can_not_be_costs_no_other(
    load_bytes: Any, answers: list[Answer], way: str
) -> None:
    """A length that goes beyond the end, an answer without a status."""
    first, middle, last = (written([page], packed=False) for page in answers[1:4])
    found = load_bytes("a.warc", first + broken(middle, way) + last)
    assert [item.title for item in found if isinstance(item, Release)] == ["Fair 0", "Fair 2"]
    assert any(isinstance(item, Failure) for item in found)


@pytest.mark.parametrize("packed", [False, True])
def test_zeros_at_the_end_are_no_damage(
    load_bytes: Any, answers: list[Answer], packed: bool
) -> None:
    """They fill up a block of a tape."""
    data = written(answers, packed=packed) + bytes(10_000)
    found = load_bytes("a.warc.gz" if packed else "a.warc", data)
    assert [item.title for item in found] == ["Fair 0", "Fair 1", "Fair 2"]


def test_records_made_to_be_read_again_and_again_are_given_up(
    load_bytes: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each says that it holds all that follow."""
    monkeypatch.setattr("communique.loaders.formats.warc._AGAIN", 1_000_000)
    header = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 50000\r\n\r\n"
    *_, last = found = load_bytes("a.warc", header * 1000)
    assert "Too many of its records are damaged" in str(last)
    assert len(found) < 30


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


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b"", "damaged"),
        (b"WARC-Target-URI: https://[x/1\r\n", None),
    ],
)
def test_a_record_at_no_address_stops_no_other(
    load_bytes: Any, answers: list[Answer], line: bytes, told: str | None
) -> None:
    """Without one it is damaged; with one that is none it has none."""
    first, last = (written([page], packed=False, info=False) for page in answers[1:3])
    one, other = load_bytes(
        "a.warc", first.replace(b"WARC-Target-URI: https://a.example/0\r\n", line) + last
    )
    assert told in str(one) if told else one.url is None
    assert other.title == "Fair 1"


def test_whatever_is_damaged_costs_no_other_record(load_bytes: Any, answers: list[Answer]) -> None:
    """Bytes that are other ones, lost, zeros or there twice, anywhere in it."""
    chance = random.Random(1)  # noqa: S311
    for number in range(60):
        packed = bool(number % 2)
        first, middle, last = (written([page], packed=packed, info=False) for page in answers[1:4])
        start, end = sorted(chance.randrange(len(middle)) for _ in range(2))
        between = chance.choice(
            [b"", bytes(end - start), chance.randbytes(end - start), middle[start:end] * 2]
        )
        data = first + middle[:start] + between + middle[end:] + last
        found = load_bytes("a.warc.gz" if packed else "a.warc", data)
        titles = [item.title for item in found if isinstance(item, Release)]
        assert {"Fair 0", "Fair 2"} <= set(titles)
