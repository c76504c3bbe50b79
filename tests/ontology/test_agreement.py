"""The ontology is the one source: the model of the code, the mapping and the docs agree with it."""

from pathlib import Path
from typing import Any

import pytest
from rdflib import OWL, RDF, RDFS, Literal, URIRef
from rdflib.collection import Collection

from communique.graph.model import EDGES, NODE_PROPERTIES, EdgeType, Label, Layer, PlaceLabel
from communique.ontology.tables import CQ, edge_term, page, vocabulary
from communique.ontology.terms import ASSERTIONS, LINKS, property_of

TERMS = sorted(
    {
        term
        for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
        for term in vocabulary().subjects(RDF.type, kind)
        if isinstance(term, URIRef)
    }
)
ROOT = Path(__file__).parent.parent.parent


def labels_of(term: Any) -> set[str]:
    """Name the node labels that a class, or a union of classes, stands for."""
    graph = vocabulary()
    union: Any = graph.value(term, OWL.unionOf)
    members: list[Any] = list(Collection(graph, union)) if union is not None else [term]
    return {str(graph.value(member, CQ.nodeLabel)) for member in members}


@pytest.mark.parametrize("term", TERMS, ids=lambda t: t.rpartition("#")[2])
def test_every_term_is_labelled_in_two_languages_and_explained(term: URIRef) -> None:
    """A researcher finds out what a term means from the ontology alone."""
    labels = list(vocabulary().objects(term, RDFS.label))
    languages = {label.language for label in labels if isinstance(label, Literal)}
    assert languages == {"en", "zh"}
    assert str(vocabulary().value(term, RDFS.comment)).endswith(".")


def test_the_labels_are_those_of_the_model() -> None:
    """No class without a label, no label without a class."""
    told = {str(label) for label in vocabulary().objects(None, CQ.nodeLabel)}
    assert told == {*map(str, Label), *map(str, PlaceLabel)}
    for place in PlaceLabel:
        assert (CQ[place], RDFS.subClassOf, CQ.Place) in vocabulary()


def test_the_edge_types_are_those_of_the_model() -> None:
    """Every edge type is a class or a property, in the layer the model says."""
    told = {str(edge) for edge in vocabulary().objects(None, CQ.edgeType)}
    assert told == set(map(str, EdgeType))
    assert {*ASSERTIONS, *LINKS} == set(EdgeType)
    for edge_type, spec in EDGES.items():
        term = edge_term(edge_type)
        assert (term, CQ.layer, Literal(spec.layer.value)) in vocabulary()
        assert term == CQ[ASSERTIONS.get(edge_type) or LINKS[edge_type]]


@pytest.mark.parametrize("edge_type", list(LINKS))
def test_domain_and_range_of_a_link_are_those_of_the_model(edge_type: EdgeType) -> None:
    """From what to what a link may run is said in the ontology too."""
    term, spec = edge_term(edge_type), EDGES[edge_type]
    assert labels_of(vocabulary().value(term, RDFS.domain)) == set(map(str, spec.sources))
    assert labels_of(vocabulary().value(term, RDFS.range)) == set(map(str, spec.targets))


@pytest.mark.parametrize("edge_type", list(ASSERTIONS))
def test_the_ends_of_an_assertion_are_those_of_the_model(edge_type: EdgeType) -> None:
    """Subject and object of each class of assertion are restricted as in the model."""
    ends = {}
    for parent in vocabulary().objects(edge_term(edge_type), RDFS.subClassOf):
        on = vocabulary().value(parent, OWL.onProperty)
        if on is not None:
            ends[on] = labels_of(vocabulary().value(parent, OWL.allValuesFrom))
    spec = EDGES[edge_type]
    assert ends == {
        CQ.subject: set(map(str, spec.sources)),
        CQ.object: set(map(str, spec.targets)),
    }


def test_the_property_keys_are_those_of_the_model() -> None:
    """No property without a term, no term without a property."""
    told = {str(key) for key in vocabulary().objects(None, CQ.propertyKey)}
    keys = {key for carried in NODE_PROPERTIES.values() for key in carried}
    asserted = (spec for spec in EDGES.values() if spec.layer is Layer.ASSERTED)
    keys |= {key for spec in asserted for key in spec.properties}
    assert told == keys - {"id"}
    for key in told:
        assert (CQ[property_of(key)], CQ.propertyKey, Literal(key)) in vocabulary()


def test_no_two_keys_share_a_term() -> None:
    """The mapping can be read backwards."""
    terms = [property_of(str(key)) for key in vocabulary().objects(None, CQ.propertyKey)]
    terms += LINKS.values()
    assert len(terms) == len(set(terms))


def test_the_page_of_the_model_is_up_to_date() -> None:
    """`make docs` was run after the last change."""
    assert (ROOT / "docs" / "model.md").read_text("utf-8") == page()
