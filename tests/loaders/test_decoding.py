"""Bytes into text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import ReleaseError
from communique.loaders.decoding import decode

TRADITIONAL = "市長主持海港展覽會\n\n市長今日在海港主持開幕禮，並感謝各界人士出席。\n"
SIMPLIFIED = "市长主持海港展览会\n\n市长今日在海港主持开幕礼，并感谢各界人士出席。\n"
ENGLISH = "Fair opens\n\nThe Mayor “opened” it – in a café.\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((TRADITIONAL, e) for e in ("utf-8", "utf-8-sig", "utf-16", "utf-32", "big5", "gb18030")),
        *((SIMPLIFIED, e) for e in ("gb18030", "gbk", "utf-16", "utf-8")),
        *((ENGLISH, e) for e in ("cp1252", "utf-8-sig", "utf-16")),
    ],
)
def test_any_usual_encoding_is_recognised(text: str, encoding: str) -> None:
    """With a byte order mark or without, even in a short text."""
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("text", [TRADITIONAL, SIMPLIFIED, ENGLISH])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_recognised(text: str, encoding: str) -> None:
    """By its zero bytes, or by what the bytes look like."""
    assert decode(text.encode(encoding)) == text


def test_a_long_text_is_recognised_by_its_beginning() -> None:
    """Though the sample must not end within a character."""
    assert decode((TRADITIONAL * 2000).encode("big5")) == TRADITIONAL * 2000


def test_what_is_declared_wins() -> None:
    """Unless it is wrong, or nothing a page can be in."""
    assert decode("Škoda".encode("cp1250"), "windows-1250") == "Škoda"
    for wrong in ("ascii", "utf-16", "hex", "rot13", "punycode", "idna", "no-such-charset"):
        assert decode(TRADITIONAL.encode(), wrong) == TRADITIONAL


def test_one_bad_byte_does_not_spoil_a_text() -> None:
    """The rest of it is UTF-8 all the same."""
    head, tail = TRADITIONAL[:15], TRADITIONAL[15:]
    assert decode(head.encode() + b"\xff" + tail.encode()) == f"{head}\ufffd{tail}"


def test_line_ends_become_line_feeds() -> None:
    """All three kinds."""
    assert decode(b"a\r\nb\rc\nd") == "a\nb\nc\nd"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        (b"\n \n", "empty"),
        (b"\x89PNG\r\n", "picture"),
        (b"PK\x03\x04...", "office document"),
        (b"a\x00b" * 9, "no text"),
        (b"\x01\x02\x03abc" * 9, "no text"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, told: str) -> None:
    """With a reason."""
    with pytest.raises(ReleaseError, match=told):
        decode(data)


@given(st.binary(), st.sampled_from(["", *(m.decode("latin-1") for m in (codecs.BOM_UTF16_LE,))]))
def test_whatever_the_bytes_are_there_is_text_or_an_error(data: bytes, mark: str) -> None:
    """Never another exception, never a carriage return."""
    try:
        text = decode(mark.encode("latin-1") + data)
    except ReleaseError:
        return
    assert "\r" not in text
