"""The graph as RDF text."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, Dataset, Graph, Literal, URIRef

from communique.errors import ParameterError
from communique.graph.model import EdgeType, Label, PlaceLabel
from communique.graph.rows import Edge, Node, NodeRef, Value
from communique.loaders.address import normalise_url
from communique.ontology.export import FORMATS, export
from communique.ontology.tables import CQ
from communique.ontology.terms import DERIVED, id_of, iri_of

RELEASE = NodeRef(Label.RELEASE, "https://news.example/1?a=b")
ADA, OSLO = NodeRef(Label.PERSON, "person:ada-oduya"), NodeRef(Label.PLACE, "place:oslo")
VISIT = f"{RELEASE.id}#visited.0-3.9-13"


def visit(**more: Value) -> Edge:
    """One asserted edge."""
    told: dict[str, Value] = {
        "id": VISIT, "release": RELEASE.id, "fact": VISIT, "date": "--03-04", "start": 0, "end": 13,
        "quote": "Ada went to\nOslo \\ \"there\"", "confidence": 0.9, "offices": ["office:envoy"],
    }  # fmt: skip
    return Edge(EdgeType.VISITED, VISIT, ADA, OSLO, {**told, **more})


NODES = (
    Node(RELEASE, {"id": RELEASE.id, "title": "Visit", "date": "2031-03-04", "body": 0}),
    Node(ADA, {"id": ADA.id, "name": "Ada Oduya", "names": ["Ada Oduya", "ADA"]}),
    Node(OSLO, {"id": OSLO.id, "name": "Oslo", "latitude": 59.9}, (PlaceLabel.CITY,)),
)
MENTION = Edge(
    EdgeType.MENTIONS, f"{RELEASE.id}#mentions.person.0-3", RELEASE, ADA,
    {"id": f"{RELEASE.id}#mentions.person.0-3", "release": RELEASE.id, "spans": [0, 3, 7, 9]},
)  # fmt: skip
HOLDS = Edge(EdgeType.HOLDS, "x", ADA, NodeRef(Label.OFFICE, "office:envoy"), {"id": "x"})


def written(form: str, *edges: Edge) -> str:
    """Export the small graph."""
    out = io.StringIO()
    export(NODES, edges or (visit(), MENTION, HOLDS), form, out)
    return out.getvalue()


def test_nquads_keep_asserted_and_derived_apart() -> None:
    """What a release says is in its own graph, what follows in another."""
    data = Dataset()
    data.parse(data=written("nquads"), format="nquads")
    names = {str(graph.identifier) for graph in data.graphs() if len(graph)}
    assert names == {RELEASE.id, DERIVED}
    derived = data.graph(URIRef(DERIVED))
    assert (URIRef(iri_of(ADA.id)), CQ.holds, URIRef(iri_of("office:envoy"))) in derived
    assert (URIRef(iri_of(OSLO.id)), RDF.type, CQ.City) in derived


def test_everything_on_an_edge_survives() -> None:
    """Quote, offsets, offices, confidence: each is said of the edge's own resource."""
    graph = Graph().parse(data=written("turtle"), format="turtle")
    edge = URIRef(VISIT)
    assert (edge, RDF.type, CQ.Visit) in graph
    assert (edge, CQ.subject, URIRef(iri_of(ADA.id))) in graph
    assert (edge, CQ.object, URIRef(iri_of(OSLO.id))) in graph
    assert (edge, CQ.inOffice, URIRef(iri_of("office:envoy"))) in graph
    assert str(graph.value(edge, CQ.quote)) == 'Ada went to\nOslo \\ "there"'
    assert str(graph.value(edge, CQ.date)) == "--03-04"
    assert str(graph.value(edge, CQ.confidence)) == "0.9"
    mention = URIRef(MENTION.id)
    assert {str(span) for span in graph.objects(mention, CQ.span)} == {"0-3", "7-9"}


def test_both_formats_say_the_same() -> None:
    """Turtle leaves out the graphs and nothing else."""
    data = Dataset()
    data.parse(data=written("nquads"), format="nquads")
    turtle = Graph().parse(data=written("turtle"), format="turtle")
    assert {quad[:3] for quad in data.quads()} == set(turtle)


def test_equal_graphs_give_equal_bytes_whatever_their_order() -> None:
    """N-Quads are sorted and say nothing twice."""
    out = io.StringIO()
    export(reversed(NODES), (HOLDS, MENTION, visit(), visit()), "nquads", out)
    assert out.getvalue() == written("nquads")
    assert out.getvalue().splitlines() == sorted(out.getvalue().splitlines())


@given(st.text(st.characters(codec="utf-8")))
def test_any_text_survives(quote: str) -> None:
    """Control characters, quotes and line ends come back as they were."""
    text = written("nquads", visit(quote=quote))
    data = Dataset()
    data.parse(data=text, format="nquads")
    (found,) = data.graph(URIRef(RELEASE.id)).objects(URIRef(VISIT), CQ.quote)
    assert found == Literal(quote)


@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(lambda t: "#" not in t))
def test_every_id_has_an_address_and_back(name: str) -> None:
    """Addresses of things are made of their ids, and give them back."""
    node_id = f"person:{name}"
    assert id_of(iri_of(node_id)) == node_id
    assert not set(iri_of(node_id)) & set('<>"{}|\\^` \n')


@pytest.mark.parametrize(
    "address", ["https://news.example/a b", 'https://news.example/"<x>"', "https://news.example/é|{}"]
)
def test_the_address_of_a_release_is_an_iri(address: str) -> None:
    """What may not stand in an IRI is encoded when the release is made."""
    url = normalise_url(address)
    assert url is not None
    assert not set(url) & set('<>"{}|\\^` \n')
    assert iri_of(url) == url


def test_an_unknown_format_is_told_apart() -> None:
    """The formats that are there are named."""
    with pytest.raises(ParameterError, match="nquads, turtle"):
        export((), (), "word", io.StringIO())
    assert set(FORMATS) == {"nquads", "turtle"}
