"""Releases from files, folders and records."""

import gzip
import io
import json
from pathlib import Path

import pytest

from communique.errors import MissingFile, ParameterError
from communique.loaders import Defaults, Failure, Release, load_releases

RECORD = {"url": "https://news.example/a/fair-opens/", "title": "Fair opens", "date": "2031-03-04"}
HAN = "市長主持海港展覽會\n\n市長今日（三月四日）在海港主持展覽會開幕禮，並感謝各界人士出席。\n" * 3
PAGE = """<!DOCTYPE html><html><head><title>x</title></head><body>
<div class="fontSize1" style="display:none">Fair opens</div>
<span id="PRHeadlineSpan">Fair opens (with photo)</span>
<span id="pressrelease">&nbsp;&nbsp; The Mayor, Ms Ada Oduya, opened the <b>Harbour</b> Fair.<br />
<br />&nbsp;&nbsp; She thanked the guests.<script>alert(1)</script>
<table><tr><td>Stands</td><td>12</td></tr></table>
<div class="controlDisplay2">doubled</div></span>
<div class="mB15 f15">Ends/Tuesday, March 4, 2031<br />Issued at HKT 18:42<br />NNNN</div></body></html>"""


def load(*paths: Path | str, **defaults: str) -> list[Release | Failure]:
    """Load everything."""
    return list(load_releases([str(p) for p in paths], Defaults(**defaults)))


def one(path: Path) -> Release:
    """Load the only release of a file."""
    (item,) = load(path)
    assert isinstance(item, Release), str(item)
    return item


def why(path: Path) -> str:
    """Tell why a file is no release."""
    (item,) = load(path)
    assert isinstance(item, Failure)
    assert str(path) in item.where
    return str(item.error)


def test_a_page_gives_headline_body_and_trailer(tmp_path: Path) -> None:
    """Nothing twice, no script, a blank line between paragraphs, table rows as lines."""
    path = tmp_path / "P2031030400123.htm"
    path.write_text(PAGE)
    release = one(path)
    assert release.title == "Fair opens"
    assert (release.date, release.issued) == ("2031-03-04", "2031-03-04T10:42:00Z")
    body = release.text[release.body : release.end].strip()
    assert body == (
        "The Mayor, Ms Ada Oduya, opened the Harbour Fair.\n\nShe thanked the guests.\n\nStands 12"
    )
    assert release.name == "P2031030400123"


def test_a_page_of_something_else_is_no_release(tmp_path: Path) -> None:
    """It says what was missed."""
    path = tmp_path / "index.html"
    path.write_text("<html><body><p>Welcome</p></body></html>")
    assert "no release" in why(path)


@pytest.mark.parametrize("ending", [".jsonl", ".jsonl.gz"])
def test_records_are_releases_plain_or_gzipped(tmp_path: Path, ending: str) -> None:
    """Text or HTML; the name is the record's, else the end of its address, else FILE:LINE."""
    records = [
        {**RECORD, "text": "The Mayor opened the fair."},
        {**RECORD, "url": None, "html": "<p>One.</p><ul><li>A</li><li>B</li></ul>", "name": "n"},
        {"text": "Fair opens\n\nThe Mayor opened the fair.", "tags": ["x"]},
    ]
    data = "\n".join(json.dumps(r) for r in records).encode()
    path = tmp_path / f"r{ending}"
    path.write_bytes(gzip.compress(data) if ending.endswith("gz") else data)
    first, second, third = load(path)
    assert isinstance(first, Release)
    assert isinstance(second, Release)
    assert isinstance(third, Release)
    assert (first.name, first.text, first.body) == ("fair-opens", "The Mayor opened the fair.", 0)
    assert (second.name, second.text) == ("n", "One.\n\n• A\n\n• B")
    assert (third.name, third.title) == (f"{path}:3", "Fair opens")
    assert third.extra == {}


def test_a_bad_record_among_good_ones_is_named_by_its_line(tmp_path: Path) -> None:
    """The others are read all the same."""
    path = tmp_path / "r.jsonl"
    good = json.dumps({**RECORD, "text": "x"})
    path.write_text(f'{good}\n{{"a": \n[1]\n{{"title": "no body"}}\n\n{good}\n')
    items = load(path)
    assert [isinstance(item, Release) for item in items] == [True, False, False, False, True]
    assert [i.where.rpartition(":")[2] for i in items if isinstance(i, Failure)] == ["2", "3", "4"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "big5", "gb18030"])
def test_chinese_is_read_in_any_usual_encoding(tmp_path: Path, encoding: str) -> None:
    """With a byte order mark or without."""
    path = tmp_path / "han.txt"
    path.write_bytes(HAN.encode(encoding))
    assert one(path).text == HAN


def test_utf_16_without_a_mark_is_read(tmp_path: Path) -> None:
    """By the zero bytes of its ASCII."""
    path = tmp_path / "wide.txt"
    path.write_bytes("Fair opens\n\nThe Mayor opened it.".encode("utf-16-le"))
    assert one(path).title == "Fair opens"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        (b" \n\n ", "empty"),
        (bytes(range(256)) * 8, "no text"),
        (b"\x7fELF\x00\x01\x02\x00" * 50, "no text"),
        (gzip.compress(b"x" * 5000)[:20], "damaged gzip"),
    ],
)
def test_what_is_no_text_is_a_failure_with_a_reason(
    tmp_path: Path, data: bytes, told: str
) -> None:
    """Empty, binary, truncated: a sentence, never a traceback."""
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    assert told in why(path)


def test_a_folder_is_read_in_order_and_leaves_other_files_alone(tmp_path: Path) -> None:
    """Sorted by name, folders within it too."""
    for name in ("b.txt", "a.md", "c/d.txt", "e.png"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{name}\n\nThe Mayor opened it.")
    assert [r.title for r in load(tmp_path) if isinstance(r, Release)] == ["a.md", "b.txt", "c/d.txt"]


def test_a_missing_file_is_told_before_anything_is_read(tmp_path: Path) -> None:
    """Nothing is half done."""
    with pytest.raises(MissingFile, match="nowhere"):
        load_releases([str(tmp_path), "nowhere"], Defaults())


@pytest.mark.parametrize("defaults", [{"date": "2031-02-30"}, {"url": "nonsense"}])
def test_an_impossible_default_is_an_error_of_the_option(defaults: dict[str, str]) -> None:
    """Whoever gave it is told."""
    with pytest.raises(ParameterError):
        load_releases([], Defaults(**defaults))


def test_standard_input_is_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """``-`` reads it."""
    stdin = io.TextIOWrapper(io.BytesIO(b"Fair opens\n\nThe Mayor opened it."))
    monkeypatch.setattr("sys.stdin", stdin)
    (release,) = load("-")
    assert isinstance(release, Release)
    assert release.title == "Fair opens"


def test_halves_of_characters_are_replaced(tmp_path: Path) -> None:
    """JSON can write what no database can hold."""
    path = tmp_path / "r.jsonl"
    path.write_text(json.dumps({**RECORD, "text": "a\ud800b"}))
    assert one(path).text == "a\ufffdb"


@pytest.mark.shared
def test_every_release_of_the_real_archive_has_title_day_issuer_and_text(shared: Path) -> None:
    """1,912 records of the State Department, HTML bodies and RFC 2822 dates."""
    items = load(shared / "corpus" / "us-state-2021-2022.jsonl.gz")
    assert len(items) == 1912
    for item in items:
        assert isinstance(item, Release)
        assert item.title
        assert item.date is not None
        assert len(item.date) == len("2031-03-04")
        assert item.issuer == "US Department of State"
        assert item.text.strip()


@pytest.mark.shared
def test_every_real_page_is_read(shared: Path) -> None:
    """Pages of info.gov.hk: dated by their trailers, nothing of the page around them."""
    items = load(shared / "html")
    assert len(items) == 6
    for item in items:
        assert isinstance(item, Release)
        assert item.date is not None
        assert item.date.replace("-", "")[:6] in item.name
        assert "NNNN" not in item.text[: item.end]
