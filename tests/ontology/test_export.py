"""The graph as RDF text, read back by rdflib."""

import io
import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, XSD, Dataset, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

from communique.errors import ParameterError
from communique.graph.model import Label
from communique.graph.rows import Edge, Node, NodeRef
from communique.ontology.export import FORMATS, export
from communique.ontology.iris import id_of, iri_of
from communique.ontology.terms import DERIVED
from communique.ontology.vocabulary import CQ
from communique.ontology.writers.turtle import PREFIXES

OA = Namespace("http://www.w3.org/ns/oa#")


def written(nodes: list[Node], edges: list[Edge], form: str) -> str:
    """Export into a string."""
    out = io.StringIO(newline="")
    export(nodes, edges, form, out)
    return out.getvalue()


def parsed(text: str, form: str) -> Graph:
    """Read the triples of an export with rdflib, from bytes as from a file."""
    graph = Dataset(default_union=True) if form in {"nquads", "trig"} else Graph()
    name = {"ntriples": "nt", "jsonld": "json-ld", "rdfxml": "xml"}.get(form, form)
    return graph.parse(source=io.BytesIO(text.encode()), format=name)


def test_nquads_are_sorted_bytes_without_repetition(nodes: list[Node], edges: list[Edge]) -> None:
    """One line a quad, each ended by one line feed."""
    text = written([*nodes, *nodes], [*edges, *edges], "nquads")
    lines = text.encode().split(b"\n")
    assert lines.pop() == b""
    assert lines == sorted(set(lines))
    assert all(line.endswith(b"> .") for line in lines)
    assert "\r" not in text


@pytest.mark.parametrize("form", FORMATS)
@settings(deadline=None)
@given(seed=st.integers())
def test_equal_graphs_give_equal_bytes(form: str, seed: int) -> None:
    """In whatever order nodes, edges, properties and list items come."""
    names = ["Ada Oduya", "A. Oduya", "Oduya, Ada"]
    ref = [NodeRef(Label.PERSON, f"person:p{n}") for n in range(5)]
    nodes = [Node(r, {"id": r.id, "name": names[0], "names": names}) for r in ref]
    mixed = random.Random(seed)  # noqa: S311
    again = [
        Node(n.ref, {"names": mixed.sample(names, 3), "name": names[0], "id": n.ref.id})
        for n in mixed.sample(nodes, len(nodes))
    ]
    assert written(nodes, [], form) == written(again, [], form)


def test_rdflib_reads_every_quad_in_its_graph(nodes: list[Node], edges: list[Edge]) -> None:
    """As many as there are lines, in the release's graph and in the derived one."""
    text = written(nodes, edges, "nquads")
    dataset = Dataset().parse(data=text, format="nquads")
    assert len(list(dataset.quads())) == text.count("\n")
    release = URIRef(iri_of(nodes[0].ref.id))
    assert {graph for *_, graph in dataset.quads()} == {release, URIRef(DERIVED)}


@pytest.mark.parametrize("form", sorted(FORMATS.keys() - {"nquads"}))
def test_all_formats_say_the_same(nodes: list[Node], edges: list[Edge], form: str) -> None:
    """Only the graphs are left out, and what XML can't hold."""
    nodes[0] = Node(nodes[0].ref, {**nodes[0].properties, "text": 'Tabs\tand \\ and <&>\r\n".'})
    turtle = parsed(written(nodes, edges, form), form)
    quads = parsed(written(nodes, edges, "nquads"), "nquads")
    triples = Graph()
    for triple in quads.triples((None, None, None)):
        triples.add(triple)
    plain = Graph()
    for triple in turtle.triples((None, None, None)):
        plain.add(triple)
    assert isomorphic(plain, triples)
    assert len(plain) == len(triples) == 106


def test_turtle_is_written_for_people(nodes: list[Node], edges: list[Edge]) -> None:
    """With prefixes for every sort of id, and no others."""
    text = written(nodes, edges, "turtle")
    assert "person:ada-oduya a cq:Person" in text
    assert "cq:metWith person:bruno-毛" in text
    assert 'cq:date "2031-03"^^xsd:gYearMonth' in text
    named = [line.split()[1] for line in text.splitlines() if line.startswith("@prefix")]
    assert named == [f"{prefix}:" for prefix in PREFIXES]


@pytest.mark.parametrize("form", FORMATS)
def test_what_hangs_on_edges_survives(nodes: list[Node], edges: list[Edge], form: str) -> None:
    """Roles, offices and evidence are found from the event, in either format."""
    graph = parsed(written(nodes, edges, form), form)
    fact = next(e for e in edges if e.properties.get("role") == "principal")
    told = URIRef(iri_of(fact.id))
    assert (told, RDF.type, CQ.Attendance) in graph
    assert graph.value(told, CQ.subject) == URIRef(iri_of("person:ada-oduya"))
    selector = graph.value(graph.value(told, CQ.evidence), OA.hasSelector)
    assert str(graph.value(selector, OA.exact)) == fact.properties["quote"]
    assert graph.value(selector, OA.end) == Literal(55)
    assert graph.value(told, CQ.date) == Literal("--03-04", datatype=XSD.gMonthDay)
    release = graph.value(told, CQ.inRelease)
    if form == "rdfxml":  # it can't hold the text's control character
        return
    assert id_of(str(release)) == nodes[0].ref.id
    assert str(graph.value(release, CQ.text)) == nodes[0].properties["text"]
    assert graph.value(release, CQ.date) == Literal(date(2031, 3, 4))


@pytest.mark.parametrize("form", sorted(FORMATS.keys() - {"rdfxml"}))
@settings(deadline=None)
@given(text=st.text(st.characters(codec="utf-8")), key=st.text())
def test_hostile_strings_survive(form: str, text: str, key: str) -> None:
    """Quotes, controls, backslashes and line ends of all kinds, in values and in ids."""
    ref = NodeRef(Label.PERSON, f"person:{key}")
    graph = parsed(written([Node(ref, {"id": ref.id, "name": text})], [], form), form)
    assert set(graph.triples((None, CQ.name, None))) == {
        (URIRef(iri_of(ref.id)), CQ.name, Literal(text))
    }


def test_a_lone_surrogate_does_not_stop_an_export() -> None:
    """It is replaced, one code point for one."""
    node = Node(NodeRef(Label.PERSON, "person:x"), {"id": "person:x", "name": "a\ud800b"})
    for form in FORMATS:
        assert "a\ufffdb" in written([node], [], form)


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_graph_is_an_empty_document(form: str) -> None:
    """And no error."""
    assert len(parsed(written([], [], form), form)) == 0


def test_xml_replaces_what_it_can_not_hold() -> None:
    """One character for one."""
    node = Node(
        NodeRef(Label.PERSON, "person:x"), {"id": "person:x", "name": "a\x00\x0b\ufffe]]>b"}
    )
    assert "a\ufffd\ufffd\ufffd]]&gt;b" in written([node], [], "rdfxml")


def test_trig_and_nquads_have_the_same_graphs(nodes: list[Node], edges: list[Edge]) -> None:
    """A graph for the release, one for what is derived."""
    found = [
        {quad[3] for quad in Dataset().parse(data=written(nodes, edges, form), format=form).quads()}
        for form in ("trig", "nquads")
    ]
    assert found[0] == found[1]


def test_texts_can_be_left_out(nodes: list[Node], edges: list[Edge]) -> None:
    """The quotes stay."""
    out = io.StringIO()
    export(nodes, edges, "nquads", out, texts=False)
    whole = written(nodes, edges, "nquads").splitlines()
    assert [line for line in whole if "ontology#text>" not in line] == out.getvalue().splitlines()


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    """A sentence, and nothing written."""
    out = io.StringIO()
    with pytest.raises(ParameterError, match="jsonld, nquads, ntriples, rdfxml, trig, turtle"):
        export([], [], "word", out)
    assert out.getvalue() == ""
