"""Files of RDF as quads."""

import gzip
from pathlib import Path

import pytest

from communique.errors import DataError, MissingFile, ParameterError
from communique.graph.rows import Edge, Node
from communique.ontology.export import export
from communique.ontology.parsing.parser import parse

SAID = ("<https://a.example/1>", "<https://a.example/says>")
TURTLE = '<https://a.example/1> <https://a.example/says> "a\\"b\\n"@en, 7, "x" .'
XML = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:a="https://a.example/">
<rdf:Description rdf:about="https://a.example/1"><a:says>x</a:says></rdf:Description></rdf:RDF>"""


def test_what_is_exported_comes_back_quad_by_quad(
    nodes: list[Node], edges: list[Edge], tmp_path: Path
) -> None:
    """Packed or not; each value and each graph is as it was written."""
    path, packed = tmp_path / "g.nq", tmp_path / "g.nq.gz"
    with path.open("w", encoding="utf-8", newline="") as out:
        export(nodes, edges, "nquads", out)
    packed.write_bytes(gzip.compress(path.read_bytes()))
    lines = path.read_text("utf-8").splitlines()
    for each in (path, packed):
        assert sorted(f"{' '.join(quad)} ." for quad in parse(each)) == sorted(lines)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("g.ttl", TURTLE),
        ("g.trig", TURTLE),
        ("g.nt", f'{SAID[0]} {SAID[1]} "x" .'),
        ("g.rdf", XML),
        ("g.xml", XML),
        ("g.jsonld", '{"@id": "https://a.example/1", "https://a.example/says": "x"}'),
    ],
)
def test_each_ending_tells_its_format(tmp_path: Path, name: str, text: str) -> None:
    """Outside every named graph the graph is empty."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    quads = list(parse(path))
    assert (*SAID, '"x"', "") in quads
    if text == TURTLE:
        assert (*SAID, '"a\\"b\\n"@en', "") in quads
        assert (*SAID, '"7"^^<http://www.w3.org/2001/XMLSchema#integer>', "") in quads


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("none.ttl", None, MissingFile),
        ("g.csv", b"a,b", ParameterError),
        ("g", b"", ParameterError),
        ("g.ttl", b"hello", DataError),
        ("g.nq", b"<a> <b> .", DataError),
        ("g.rdf", b"<html>", DataError),
        ("g.jsonld", b"{", DataError),
        ("g.ttl", b"\xff\xfe", DataError),
        ("g.ttl.gz", b"hello", DataError),
        ("g.ttl.gz", gzip.compress(b"hello", mtime=0)[:-3], DataError),
    ],
)
def test_what_is_no_rdf_is_told_with_its_path(
    tmp_path: Path, name: str, data: bytes | None, error: type[Exception]
) -> None:
    """In a sentence that says what to do."""
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(error, match=name) as told:
        list(parse(path))
    assert told.value.hint  # type: ignore[attr-defined]
