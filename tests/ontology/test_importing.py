"""A file of RDF read back into what releases assert."""

import gzip
import io
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.errors import DataError, MissingFile, ParameterError
from communique.graph.decisions import Decision, Side, different, same, wrong
from communique.graph.model import Label
from communique.graph.rows import Batch
from communique.graph.whole import settle
from communique.ontology.export import FORMATS, export
from communique.ontology.importing import contents_of
from communique.ontology.parsing import inspection
from communique.ontology.parsing.parser import ENDINGS
from communique.ontology.terms import CONTEXT, NAMESPACE
from communique.reading.model import Predicate

SUFFIX = {form: ending for ending, form in ENDINGS.items()}
ROOM = settings(
    deadline=None,
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(params=["pyoxigraph", "rdflib"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each library that reads RDF, in turn."""
    if request.param == "rdflib":
        monkeypatch.setitem(sys.modules, "communique.ontology.parsing.oxigraph", None)
    return str(request.param)


def written(batches: Iterable[Batch], form: str, decisions: Sequence[Decision] = ()) -> str:
    """Settle releases and export what comes of it."""
    whole = settle(batches, decisions)
    out = io.StringIO(newline="")
    export(whole.nodes.values(), whole.edges.values(), form, out, decisions=decisions)
    return out.getvalue()


def imported(path: Path) -> tuple[list[Batch], tuple[Decision, ...]]:
    """Read a file back."""
    with contents_of(path) as contents:
        batches = sorted(contents.batches(), key=lambda batch: batch.release.ref.id)
        return batches, contents.decisions


@pytest.mark.parametrize("form", FORMATS)
@ROOM
@given(found=st.lists(st.from_type(Batch), max_size=4, unique_by=lambda b: b.release.ref.id))
def test_what_releases_assert_comes_back(
    found: list[Batch], form: str, parser: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """From every format, by either parser, all properties and references included."""
    path = tmp_path_factory.mktemp(parser) / f"graph{SUFFIX[form]}"
    path.write_text(written(found, form), encoding="utf-8", newline="\n")
    if found:
        with contents_of(path) as contents:
            assert contents.left_out == 0
        assert imported(path) == (sorted(found, key=lambda b: b.release.ref.id), ())
    else:
        with pytest.raises(DataError, match="tells of no release"):
            imported(path)


@pytest.fixture
def thanks(draft: Any) -> Batch:
    """A release in which one thanks another."""
    made = draft()
    one, other = made.person("Ada Oduya"), made.person("Bruno Lind")
    made.tell(one, Predicate.THANKED, other)
    batch: Batch = made.batch()
    return batch


@pytest.fixture
def decisions(thanks: Batch) -> list[Decision]:
    """One of each sort, with a note; one about a release that is not there."""
    release = thanks.release.ref.id
    ada = Side(release, Label.PERSON, 0, 9, "Ada Oduya")
    far = Side("https://news.example/far", Label.PERSON, 3, 9, 'A "B"\n毛')
    fact = str(thanks.assertions[0].properties["fact"])
    made = [
        same(ada, far, "a note"),
        different(far, Side(release, Label.PERSON, 11, 21, "Bruno Lind")),
    ]
    return sorted([*made, wrong(fact, "")], key=lambda decision: decision.id)


@pytest.mark.parametrize("form", FORMATS)
def test_decisions_come_back(
    form: str, parser: str, thanks: Batch, decisions: list[Decision], tmp_path: Path
) -> None:
    """With their notes; what one of them withholds is in the batch all the same."""
    path = tmp_path / f"{parser}{SUFFIX[form]}"
    path.write_text(written([thanks], form, decisions), encoding="utf-8", newline="\n")
    assert "Withheld" in path.read_text("utf-8")
    assert imported(path) == ([thanks], tuple(decisions))


def test_packed_files_are_read_as_they_are(parser: str, thanks: Batch, tmp_path: Path) -> None:
    """By their second ending."""
    path = tmp_path / f"{parser}.nq.gz"
    path.write_bytes(gzip.compress(written([thanks], "nquads").encode()))
    assert imported(path)[0] == [thanks]
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(DataError, match="no whole gzip file"):
        imported(path)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.nq", "What is this?\n", "no RDF of the format nquads"),
        ("a.ttl", "@prefix x: <http://x.example/> .\nx:a x:b .\n", "no RDF of the format turtle"),
        ("a.trig", "{{{", "no RDF of the format trig"),
        ("a.rdf", "<a><b></a>", "Line 1 of .* is not XML"),
        ("a.rdf", "not xml at all", "is not XML"),
        ("a.jsonld", '{"a":\n nothing}', "Line 2 of .* is not JSON"),
        ("a.jsonld", "[" * 100_000, "nested without end"),
        ("a.nt", "<http://a.example/x> <http://b.example/y> <http://c.example/z> .\n", "no release"),
        ("a.ttl", "<http://a.example/x> a <http://xmlns.com/foaf/0.1/Person> .", "no release"),
        ("a.nt", "<http://a.example/x> <http://b.example/y> \"z .\n", "Line 1 of|is no RDF"),
    ],
)  # fmt: skip
def test_what_is_no_rdf_of_ours_is_refused(
    name: str, text: str, words: str, parser: str, tmp_path: Path
) -> None:
    """In a sentence that names the file, and the line where there is one."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=words) as caught:
        imported(path)
    assert name in str(caught.value)
    assert caught.value.hint


def test_a_line_that_is_no_statement_is_named(thanks: Batch, tmp_path: Path) -> None:
    """Where the parser tells."""
    path = tmp_path / "a.nq"
    text = written([thanks], "nquads")
    path.write_text(text + "<http://a.example/x> nonsense\n", encoding="utf-8")
    with pytest.raises(DataError, match=f"Line {text.count(chr(10)) + 1} of"):
        imported(path)


BOMB = """<?xml version="1.0"?>
<!DOCTYPE rdf:RDF [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused(encoding: str, parser: str, tmp_path: Path) -> None:
    """Before anything is expanded, in whatever encoding."""
    path = tmp_path / f"{parser}.rdf"
    path.write_bytes(BOMB.replace("?>", f' encoding="{encoding}"?>', 1).encode(encoding))
    with pytest.raises(DataError, match=r"Line 2 of .* declares a document type"):
        imported(path)


@pytest.mark.parametrize(
    "context",
    [
        '"https://evil.example/context"',
        '[{"a": "http://a.example/"}, "https://evil.example/context"]',
        '{"@import": "https://evil.example/context"}',
        '{"a": {"@id": "http://a.example/", "@context": "https://evil.example/context"}}',
    ],
)
def test_contexts_of_others_are_never_fetched(context: str, parser: str, tmp_path: Path) -> None:
    """Wherever in the document they stand."""
    path = tmp_path / f"{parser}.jsonld"
    path.write_text(f'{{"@graph": [{{"@context": {context}, "a": "b"}}]}}')
    with pytest.raises(DataError, match="nobody fetches"):
        imported(path)


def test_our_own_context_is_in_the_package(parser: str, thanks: Batch, tmp_path: Path) -> None:
    """A document may name it by its address."""
    path = tmp_path / f"{parser}.jsonld"
    text = written([thanks], "jsonld")
    head, _, rest = text.partition(',\n"@graph"')
    path.write_text(f'{{"@context": "{CONTEXT}",\n"@graph"{rest}', encoding="utf-8")
    assert head.startswith('{"@context": {')
    assert imported(path)[0] == [thanks]


@pytest.mark.parametrize("name", ["a.nq", "a.ttl", "a.rdf", "a.jsonld", "a.nq.gz"])
def test_a_value_without_end_is_refused(
    name: str, parser: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before it fills the memory."""
    monkeypatch.setattr(inspection, "LONGEST", 1_000_000)
    path = tmp_path / name
    starts = {"rdf": "<a>", "jsonld": '{"a": "'}
    text = (
        starts.get(name.split(".")[1], '<http://a.example/x> <http://b.example/y> "')
        + "x" * 5_000_000
    )
    path.write_bytes(gzip.compress(text.encode()) if name.endswith("gz") else text.encode())
    with pytest.raises(DataError, match=r"Line 1 of .* has a value of more than 16 MB"):
        imported(path)


def test_a_statement_without_end_is_refused(tmp_path: Path) -> None:
    """Marks that seem to end a value don't hide how long it is."""
    path = tmp_path / "a.nq"
    path.write_text('<http://a.example/x> <http://b.example/y> "' + '\\"' * 9_000_000 + '" .\n')
    with pytest.raises(DataError, match="more than 16 MB"):
        imported(path)


def test_a_missing_file_and_an_unknown_ending_are_told(tmp_path: Path) -> None:
    """What to do about it, too."""
    with pytest.raises(MissingFile, match="can't be read"):
        imported(tmp_path / "none.nq")
    with pytest.raises(ParameterError, match=r"--format, .* \.nq"):
        imported(tmp_path / "none.docx")


Change = Callable[[str], str]


def dropping(words: str) -> Change:
    """Drop all lines with some words."""
    return lambda text: "".join(x for x in text.splitlines(keepends=True) if words not in x)


def putting(old: str, new: str) -> Change:
    """Put words in the place of others."""
    return lambda text: text.replace(old, new)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (dropping("#Evidence>"), "evidence that the file does not describe"),
        (dropping("oa#exact>"), "rests on evidence|has no value"),
        (dropping("#Release>"), "tells of no release"),
        (dropping("#inRelease>"), "has no value for inRelease"),
        (dropping("hasSource>"), "has no value for .*hasSource"),
        (putting("status/occurred>", "role/occurred>"), "which is no status"),
        (putting(f"<{NAMESPACE}form>", f"<{NAMESPACE}fourm>"), "this ontology does not have"),
        (putting("#char=", "#chars="), "names no characters|evidence"),
        (putting('"0.9"^^<http://www.w3.org/2001/XMLSchema#decimal>', '"x"^^<http://www.w3.org/2001/XMLSchema#decimal>'), "which is no"),
        (putting('"0.9"^^<http://www.w3.org/2001/XMLSchema#decimal>', "<http://a.example/>"), "where a value belongs"),
        (putting("#mentions.", "#mention."), "is the IRI of no mention"),
        (putting("verb/wrong>", "verb/odd>"), "no whole decision"),
        (putting("decision/wrong-", "decision/wrong-0"), "no whole decision"),
    ],
)  # fmt: skip
def test_what_is_not_whole_is_refused(
    change: Change, words: str, thanks: Batch, decisions: list[Decision], tmp_path: Path
) -> None:
    """In a sentence that names the resource."""
    path = tmp_path / "a.nq"
    decided = decisions if words == "no whole decision" else ()
    path.write_text(change(written([thanks], "nquads", decided)), encoding="utf-8")
    with pytest.raises(DataError, match=words):
        imported(path)


def test_what_others_say_is_counted_and_left_out(thanks: Batch, tmp_path: Path) -> None:
    """Resources in other vocabularies, with blank nodes or in languages, do no harm."""
    path = tmp_path / "a.nq"
    more = '_:b <http://x.example/p> "y"@en .\n<http://x.example/s> <http://x.example/p> _:b .\n'
    path.write_text(written([thanks], "nquads") + more, encoding="utf-8")
    with contents_of(path) as contents:
        assert list(contents.batches()) == [thanks]
        assert contents.left_out == 2
