"""What is packed: gzip and its kin, ZIP, tar, and what they hold."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from typing import Any

import pytest

from communique.loaders import Failure, Release

FILES = {
    "day/a.txt": b"Fair opens\n\nThe Mayor opened it.",
    "day/b.jsonl": b'{"title": "B", "text": "The Mayor spoke."}\n{"title": "C", "text": "She left."}\n',
    "day/picture.png": b"\x89PNG",
}


def zipped(files: dict[str, bytes]) -> bytes:
    """Write a ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    """Write a tar archive."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped(FILES)),
        ("a.tar", tarred(FILES)),
        ("a.tar.gz", gzip.compress(tarred(FILES))),
        ("a.tgz", gzip.compress(tarred(FILES))),
        ("a.tar.bz2", bz2.compress(tarred(FILES))),
        ("a.tar.xz", lzma.compress(tarred(FILES))),
        ("inner.zip", zipped({"a.zip": zipped(FILES)})),
        ("each.zip", zipped({f"{k}.gz": gzip.compress(v) for k, v in list(FILES.items())[:2]})),
    ],
)
def test_an_archive_gives_the_releases_in_it(load_bytes: Any, name: str, data: bytes) -> None:
    """In its own order; pictures and the like are left alone, as in a folder."""
    found = load_bytes(name, data)
    assert [item.title for item in found if isinstance(item, Release)] == ["Fair opens", "B", "C"]
    assert len(found) == 3


def test_a_failure_says_which_member(load_bytes: Any) -> None:
    """And the line in it."""
    (failure,) = load_bytes("a.zip", zipped({"x/b.jsonl": b"{}\n"}))
    assert failure.where.endswith("a.zip!x/b.jsonl:1")


def test_a_path_that_climbs_is_only_a_name(load_bytes: Any, tmp_path: Any) -> None:
    """Nothing is ever written."""
    for name, make in (("a.zip", zipped), ("a.tar", tarred)):
        (release,) = load_bytes(name, make({"../../../climbed.txt": FILES["day/a.txt"]}))
        assert release.name == "climbed"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.tar", "a.zip"]


def test_links_in_a_tar_lead_nowhere(load_bytes: Any) -> None:
    """A link to a file of this machine is none of the archive's."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        link = tarfile.TarInfo("passwd.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    assert load_bytes("a.tar", out.getvalue()) == []


def test_a_bomb_is_not_unpacked(load_bytes: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """What unpacks to far more than text does is stopped early, in an archive of any kind."""
    monkeypatch.setattr("communique.loaders.streams._PACKED_FREELY", 100_000)
    line = b'{"title": "B", "text": "The Mayor spoke."}\n'
    bomb = line + b"\n" * 30_000_000
    for name, data in (
        ("a.jsonl.gz", gzip.compress(bomb)),
        ("a.jsonl.bz2", bz2.compress(bomb)),
        ("a.zip", zipped({"a.jsonl": bomb})),
        ("many.zip", zipped({f"{n}.jsonl": line + b"\n" * 1_000_000 for n in range(20)})),
    ):
        found = load_bytes(name, data)
        assert isinstance(found[0], Release)
        assert "200 times its size" in str(found[-1]), name


def test_archives_in_archives_have_an_end(load_bytes: Any) -> None:
    """Four are opened, no more."""
    data = FILES["day/a.txt"]
    for depth in range(6):
        (found,) = load_bytes(f"{depth}.gz", data)
        assert isinstance(found, Release) == (depth <= 4)
        data = gzip.compress(data)
    assert "in more than 4 others" in str(found)


def test_damage_is_said_and_what_came_before_stands(load_bytes: Any) -> None:
    """A cut archive gives what is whole."""
    many = {f"{n}.txt": f"Fair {n}\n\nThe Mayor spoke {n * 7919}.".encode() for n in range(200)}
    for name, data in (
        ("a.tar", tarred(many)[:50_000]),
        ("a.tar.gz", gzip.compress(tarred(many))[:2000]),
    ):
        *found, failure = load_bytes(name, data)
        assert len(found) > 10
        assert all(isinstance(item, Release) for item in found)
        assert isinstance(failure, Failure)
        assert "damaged" in str(failure)
    (failure,) = load_bytes("a.zip", zipped(many)[:3000])
    assert "damaged ZIP" in str(failure)


def test_a_damaged_member_stops_no_other(load_bytes: Any) -> None:
    """A ZIP archive tells where each one is."""
    data = bytearray(zipped({"a.txt": FILES["day/a.txt"] * 50, "b.txt": FILES["day/a.txt"]}))
    data[60] ^= 0xFF
    damaged, good = load_bytes("a.zip", bytes(data))
    assert "damaged ZIP" in str(damaged)
    assert good.title == "Fair opens"


def test_locked_archives_and_office_documents_are_told_apart(load_bytes: Any) -> None:
    """The message says what to do."""
    data = bytearray(zipped({"a.txt": FILES["day/a.txt"]}))
    data[6] |= 1
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    (locked,) = load_bytes("a.zip", bytes(data))
    assert "locked by a password" in str(locked)
    (office,) = load_bytes("a.docx", zipped({"[Content_Types].xml": b"<x/>", "word/a.xml": b""}))
    assert "office document" in str(office)
