"""The shapes that follow from the ontology."""

from importlib.resources import files

import pytest
from rdflib import SH, XSD, URIRef
from rdflib.collection import Collection

from communique.graph.model import EDGES, NODE_PROPERTIES, EdgeType, Label, Role
from communique.ontology.terms import ASSERTIONS, REFERS, property_of
from communique.ontology.validation.aim import shape_graph
from communique.ontology.validation.shapes import allowed, concrete_classes, shapes
from communique.ontology.vocabulary import CQ, property_terms, values_of
from communique.reading.model import Status

SHAPE = "https://w3id.org/communique/shapes#"


def test_the_file_is_what_follows_from_the_ontology() -> None:
    """`make docs` writes it again."""
    assert (files("communique.ontology") / "shapes.ttl").read_text("utf-8") == shapes()


def test_every_class_has_a_shape() -> None:
    """Nodes, assertions, and what tells of evidence, readings, tenures and decisions."""
    known = {str(label) for label in Label} | set(ASSERTIONS.values())
    known |= {"Evidence", "Reading", "Tenure", "Decision", "Side"}
    assert set(concrete_classes()) == known
    targets = set(shape_graph().objects(None, SH.targetClass))
    assert {CQ[name] for name in known} <= targets


@pytest.mark.parametrize("name", sorted(ASSERTIONS.values()))
def test_an_assertion_can_have_what_the_model_lets_its_edge_carry(name: str) -> None:
    """And its ends, its evidence, and the mentions that it points at."""
    edge_type = next(edge for edge, term in ASSERTIONS.items() if term == name)
    told = {property_of(key) for key in EDGES[edge_type].properties if key in property_terms()}
    told = {each.removeprefix(str(CQ)) for each in told if each.startswith(str(CQ))}
    more = set(REFERS.values()) if edge_type is EdgeType.MENTIONS else {"evidence"}
    assert allowed(name) == told | {"subject", "object"} | more


@pytest.mark.parametrize("label", Label)
def test_a_node_can_have_what_the_model_lets_it_carry(label: Label) -> None:
    """Beside the links that start at it."""
    told = {property_of(key) for key in NODE_PROPERTIES[label] if key in property_terms()}
    assert {each.removeprefix(str(CQ)) for each in told} <= allowed(label)


def test_closed_words_are_those_of_the_model() -> None:
    """A status or a role that the model has is one that RDF may have, and no other."""
    for name, words in (("status", Status), ("role", Role)):
        told = shape_graph().value(URIRef(f"{SHAPE}{name}"), SH["in"])
        assert told is not None
        iris = {str(each) for each in Collection(shape_graph(), told)}
        assert iris == {f"https://w3id.org/communique/id/{name}/{word}" for word in words}


@pytest.mark.parametrize("key", sorted(property_terms()))
def test_a_property_has_the_datatype_that_the_ontology_tells(key: str) -> None:
    """Dates have one of several, by their precision."""
    iri = property_of(key)
    if not iri.startswith(str(CQ)):
        return
    shape = URIRef(f"{SHAPE}{iri.removeprefix(str(CQ))}")
    datatype = shape_graph().value(shape, SH.datatype)
    if (shape, SH.nodeKind, SH.IRI) in shape_graph() or values_of(key) == "date":
        assert datatype is None
    else:
        assert datatype == XSD[values_of(key).replace("text", "string")]
