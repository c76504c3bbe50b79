"""The README of a dataset."""

import gzip
import io
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.ontology.dataset import write_dataset
from communique.ontology.dataset.page import plain


def readme(folder: Path) -> str:
    """Read the README of a dataset."""
    return (folder / "README.md").read_text("utf-8")


def test_it_tells_what_there_is(dataset: Path) -> None:
    """Counts, period, publishers, licence, and how to cite."""
    text = readme(dataset)
    for row in (
        "| people | `cq:Person` | 3 |", "| withheld, among the above | `cq:Withheld` | 1 |",
        "| facts that two met, each two attendances | `cq:role` | 2 |",
        "| period | 2031-03-04 to 2031-03-04 |", "- City of Oslo: 1\n",
        "<https://creativecommons.org/licenses/by/4.0/>",
        "The Solvik Institute (2034). *Solvik's releases*. Version ",
    ):  # fmt: skip
        assert row in text
    assert re.findall(r"@[a-z]+@", text) == []


@pytest.mark.parametrize("library", ["rdflib", "pyoxigraph"])
def test_it_can_be_read_as_the_page_says(
    dataset: Path, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The code of the page is run in the folder."""
    pytest.importorskip(library)
    monkeypatch.chdir(dataset)
    blocks = re.findall(r"```python\n(.*?)```", readme(dataset), re.DOTALL)
    (code,) = [block for block in blocks if library in block]
    names: dict[str, Any] = {"opened": _open}
    exec(code.replace("gzip.open(", "opened("), names)  # noqa: S102
    assert len(names["data"]) > 600


def _open(name: str) -> Any:
    # The page leaves closing to the end of the program, of which tests make an error.
    return io.BytesIO(gzip.decompress(Path(name).read_bytes()))


def test_hostile_texts_are_shown_and_do_nothing(hostile: tuple[str, Path]) -> None:
    """No tag, no link, no row, no heading of theirs; the page has its own lines and no others."""
    _, folder = hostile
    text = readme(folder)
    assert "<script" not in text
    assert "<b>" not in text
    assert re.search(r"(?<!\\)\[x\]\(", text) is None
    headings = [line for line in text.splitlines() if line.startswith("#")]
    assert len(headings) == 6
    (issuers,) = re.findall(r"## Whose releases\n\n(.*?)\n\n## Rights", text, re.DOTALL)
    assert issuers.count("\n") == 0
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert all(len(re.findall(r"(?<!\\)\|", row)) in (3, 4) for row in rows)


@given(st.text())
def test_plain_text_has_no_markup_left(text: str) -> None:
    """No sign of Markdown or HTML without its escape, and one line."""
    written = plain(text)
    assert len(written.splitlines()) <= 1
    assert re.search(r"[<>\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", written) is None
    assert re.search(r"[`*_\[\]|~#$]", re.sub(r"\\.", "", written)) is None


def test_many_publishers_are_not_all_listed(tmp_path: Path) -> None:
    """Those with most releases are."""
    lines = [line for number in range(60) for line in _release(number)]
    write_dataset(tmp_path / "set", lambda out: out.writelines(sorted(lines)))
    listed = readme(tmp_path / "set").partition("## Whose releases")[2].partition("## Rights")[0]
    assert listed.count("- Body") == 50
    assert "- and 10 more, in `dataset.ttl`" in listed


def _release(number: int) -> list[str]:
    iri, ours = f"<https://n.example/{number}>", "https://w3id.org/communique/ontology#"
    kind = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    return [
        f"{iri} {kind} <{ours}Release> {iri} .\n",
        f'{iri} <{ours}issuer> "Body {number}" {iri} .\n',
    ]
