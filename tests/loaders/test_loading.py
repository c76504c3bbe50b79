"""Releases from files, folders and records."""

import gzip
import io
import json
import os
from pathlib import Path

import pytest

from communique.errors import MissingFile, ParameterError
from communique.loaders import Defaults, Failure, Options, Release, load_releases

RECORD = {"url": "https://news.example/a/fair-opens/", "title": "Fair opens", "date": "2031-03-04"}


def load(*paths: Path | str, **defaults: str) -> list[Release | Failure]:
    """Load everything."""
    return list(load_releases([str(p) for p in paths], Options(Defaults(**defaults))))


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
    assert (second.name, second.text) == ("n", "One.\n\n• A\n• B")
    assert (third.name, third.title) == (f"{path}:3", "Fair opens")
    assert third.extra == {"tags": '["x"]'}


def test_records_in_utf_16_are_read(tmp_path: Path) -> None:
    """And those after a byte order mark."""
    line = json.dumps({**RECORD, "text": "x"})
    for encoding in ("utf-16", "utf-16-le", "utf-8-sig"):
        path = tmp_path / "r.jsonl"
        path.write_bytes(f"{line}\n{line}\n".encode(encoding))
        assert [isinstance(item, Release) for item in load(path)] == [True, True]


def test_a_bad_record_among_good_ones_is_named_by_its_line(tmp_path: Path) -> None:
    """The others are read all the same."""
    path = tmp_path / "r.jsonl"
    good = json.dumps({**RECORD, "text": "x"})
    path.write_text(f'{good}\n{{"a": \n[1]\n{{"title": "no body"}}\n\n{good}\n')
    items = load(path)
    assert [isinstance(item, Release) for item in items] == [True, False, False, False, True]
    assert [i.where.rpartition(":")[2] for i in items if isinstance(i, Failure)] == ["2", "3", "4"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        (b" \n\n ", "empty"),
        (bytes(range(256)) * 8, "no text"),
        (b"\x7fELF\x00\x01\x02\x00" * 50, "no text"),
        (b"%PDF-1.7 and so on", "a PDF"),
        (gzip.compress(b"x" * 5000, mtime=0)[:20], "damaged gzip"),
        (gzip.compress(b"", mtime=0), "empty"),
    ],
)
def test_what_is_no_text_is_a_failure_with_a_reason(tmp_path: Path, data: bytes, told: str) -> None:
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
    assert [r.title for r in load(tmp_path) if isinstance(r, Release)] == [
        "a.md",
        "b.txt",
        "c/d.txt",
    ]


def test_a_missing_file_is_told_before_anything_is_read(tmp_path: Path) -> None:
    """Nothing is half done; a path of nothing is not the current folder."""
    (tmp_path / "a.txt").write_text("Fair opens\n\nThe Mayor opened it.")
    for missing in ("nowhere", ""):
        with pytest.raises(MissingFile, match=f"no file or folder '{missing}'"):
            load_releases([str(tmp_path), missing], Options())


def test_a_folder_without_releases_is_told(tmp_path: Path) -> None:
    """It says which files would be some."""
    (tmp_path / "e.png").write_text("x")
    with pytest.raises(MissingFile, match=r"could be a release.*\.jsonl"):
        load_releases([str(tmp_path)], Options())


@pytest.mark.parametrize("defaults", [{"date": "2031-02-30"}, {"url": "nonsense"}])
def test_an_impossible_default_is_an_error_of_the_option(defaults: dict[str, str]) -> None:
    """Whoever gave it is told."""
    with pytest.raises(ParameterError):
        load_releases([], Options(Defaults(**defaults)))


def test_standard_input_is_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """``-`` reads it."""
    stdin = io.TextIOWrapper(io.BytesIO(b"Fair opens\n\nThe Mayor opened it."))
    monkeypatch.setattr("sys.stdin", stdin)
    (release,) = load("-")
    assert isinstance(release, Release)
    assert release.title == "Fair opens"


@pytest.mark.parametrize("unpacked", [b"", b" \n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_of_records_is_a_failure(tmp_path: Path, unpacked: bytes) -> None:
    """Gzipped too."""
    path = tmp_path / "r.jsonl.gz"
    path.write_bytes(gzip.compress(unpacked))
    assert "empty" in why(path)


@pytest.mark.parametrize("start", ["{", "["])
def test_json_that_is_no_json_lines_is_told_once(tmp_path: Path, start: str) -> None:
    """Not once for each of its lines."""
    path = tmp_path / "r.jsonl"
    path.write_text(f'{start}\n  "text": "x",\n  "title": "y"\n')
    assert "JSON Lines" in why(path)


def test_records_before_the_end_of_a_truncated_file_are_read(tmp_path: Path) -> None:
    """The failure names the file."""
    lines = [json.dumps({"title": str(n), "text": os.urandom(99).hex()}) for n in range(400)]
    path = tmp_path / "r.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(lines).encode())[:20000])
    *releases, failure = load(path)
    assert len(releases) > 10
    assert all(isinstance(item, Release) for item in releases)
    assert isinstance(failure, Failure)
    assert failure.where == str(path)
    assert "damaged gzip" in str(failure.error)


def test_a_file_larger_than_any_release_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A small gzip file can hold more than a machine does."""
    monkeypatch.setattr("communique.loaders.streams.LARGEST", 1000)
    for name in ("a.txt.gz", "b.jsonl.gz"):
        path = tmp_path / name
        path.write_bytes(gzip.compress(b"x" * 2000))
        assert "larger" in why(path)


def test_a_line_without_end_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is a failure with its number; the lines after it are read."""
    monkeypatch.setattr("communique.loaders.streams.LARGEST", 1000)
    path = tmp_path / "a.jsonl"
    good = json.dumps({"title": "Fair opens", "text": "The Mayor opened it."})
    path.write_text(f"{good}\n{'x' * 5000}\n{good}\n")
    first, failure, last = load(path)
    assert isinstance(first, Release)
    assert isinstance(failure, Failure)
    assert failure.where == f"{path}:2"
    assert "larger than" in str(failure)
    assert isinstance(last, Release)


def test_the_name_of_a_file_is_its_stem(tmp_path: Path) -> None:
    """With the points that are within it, without the ending that says it is gzipped."""
    for name, stem in (("Press.day.one.txt", "Press.day.one"), ("b.txt.gz", "b")):
        data = b"Fair opens\n\nThe Mayor opened it."
        path = tmp_path / name
        path.write_bytes(gzip.compress(data) if name.endswith("gz") else data)
        assert one(path).name == stem


def test_releases_are_given_as_they_are_found(tmp_path: Path) -> None:
    """What comes first is there before what comes next is opened."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Fair opens\n\nThe Mayor opened it.")
    found = load_releases([str(tmp_path)], Options())
    next(found)
    (tmp_path / "b.txt").unlink()
    (failure,) = found
    assert isinstance(failure, Failure)
    assert "can't be read" in str(failure)


def test_a_path_that_can_be_none_is_a_missing_file() -> None:
    """Whatever the system thinks of it."""
    for path in ("a\0b", "x" * 5000):
        with pytest.raises(MissingFile):
            load_releases([path], Options())


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
