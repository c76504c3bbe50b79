"""Gzip member by member."""

import gzip
import io
import random

import pytest

from communique.loaders.formats import members
from communique.loaders.formats.members import Members


def unpacked(data: bytes) -> bytes:
    """Unpack, with a mark that is easy to see."""
    stream, made = Members(io.BytesIO(data), b"|"), b""
    while some := stream.read(10):
        made += some
    return made


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64])
def test_no_member_is_lost_where_pieces_meet(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    """Its first bytes may come in two pieces."""
    monkeypatch.setattr(members, "_AT_ONCE", size)
    texts = [f"Fair {number} opens." * (number % 4) for number in range(40)]
    packed = [gzip.compress(text.encode()) for text in texts]
    assert unpacked(b"".join(packed)) == "".join(texts).encode()
    lost = [*packed[:20], b"\x1f\x8b\x1f" * 5, *packed[20:]]
    assert unpacked(b"".join(lost)) == "|".join(map("".join, (texts[:20], texts[20:]))).encode()


def test_each_gap_is_marked_once() -> None:
    """At the start, in the middle, at the end; zeros at the end are none."""
    one, other = gzip.compress(b"one"), gzip.compress(b"other")
    assert unpacked(b"xxxx" + one + bytes(5) + other + b"yyyy") == b"|one|other|"
    assert unpacked(one + other + bytes(5)) == b"oneother"
    assert unpacked(one + other[:-9]) == b"oneother|"
    assert unpacked(b"") == b""


def test_whatever_stands_between_members_they_are_found() -> None:
    """However long it is."""
    chance = random.Random(1)  # noqa: S311
    for _ in range(50):
        noise = chance.randbytes(chance.randrange(1, 100_000)).replace(b"\x1f\x8b\x08", b"")
        made = unpacked(gzip.compress(b"one") + noise + gzip.compress(b"other"))
        assert made.startswith(b"one|")
        assert made.endswith(b"other")
