"""The ontology and the model of the code agree, both ways."""

import re

import pytest
from rdflib import OWL, RDF, RDFS, Literal, URIRef

from communique.graph.model import EDGES, NODE_PROPERTIES, EdgeType, Label, PlaceLabel
from communique.graph.store.schema import BOOKKEEPING, constraints
from communique.ontology.terms import ASSERTIONS, LINKS, NAMESPACE, property_of
from communique.ontology.vocabulary import (
    CQ,
    edge_terms,
    ends_of,
    keys_of,
    label_terms,
    layer_of,
    property_terms,
    vocabulary,
)

KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
TERMS = sorted(
    {t for kind in KINDS for t in vocabulary().subjects(RDF.type, kind) if isinstance(t, URIRef)}
)


def test_the_labels_are_those_of_the_model() -> None:
    """A class for each, of the same name."""
    assert set(label_terms()) == {*Label, *PlaceLabel}
    assert all(term.iri == CQ[label] for label, term in label_terms().items())


def test_the_second_labels_of_places_are_places() -> None:
    """So whatever holds of a place holds of a city."""
    for label in PlaceLabel:
        assert (CQ[label], RDFS.subClassOf, CQ.Place) in vocabulary()


def test_the_edge_types_are_those_of_the_model() -> None:
    """A class for each that is a resource, a property for each that is one triple."""
    assert set(edge_terms()) == set(EdgeType)
    named = {edge: CQ[name] for edge, name in {**ASSERTIONS, **LINKS}.items()}
    assert {edge: term.iri for edge, term in edge_terms().items()} == named
    for edge, iri in named.items():
        kind = OWL.Class if edge in ASSERTIONS else OWL.ObjectProperty
        assert (iri, RDF.type, kind) in vocabulary()


@pytest.mark.parametrize("edge", EdgeType)
def test_an_edge_type_has_the_layer_and_the_ends_of_the_model(edge: EdgeType) -> None:
    """Layer, domain and range."""
    spec = EDGES[edge]
    assert layer_of(edge) == spec.layer
    assert ends_of(edge) == (frozenset(spec.sources), frozenset(spec.targets))


@pytest.mark.parametrize("label", Label)
def test_a_label_carries_the_keys_of_the_model(label: Label) -> None:
    """By the domains of the properties; the id is the IRI."""
    assert keys_of(label) == {*NODE_PROPERTIES[label]} - {"id"}


@pytest.mark.parametrize("edge", EdgeType)
def test_an_edge_type_carries_the_keys_of_the_model(edge: EdgeType) -> None:
    """By the domains of the properties, or as keys that RDF leaves out; the id is the IRI."""
    assert keys_of(edge) == {*EDGES[edge].properties} - {"id"}


def test_the_database_guards_what_the_ontology_has() -> None:
    """An id is unique among nodes of each label, and among edges of each asserted type."""
    guarded = set(re.findall(r"FOR \(n:(\w+)\)|\[r:(\w+)\]", " ".join(constraints("neo4j"))))
    labels = {label for label, _ in guarded if label} - {*BOOKKEEPING}
    assert labels == {*label_terms()} - {*PlaceLabel}
    asserted = {edge for edge in edge_terms() if layer_of(EdgeType(edge)) == "asserted"}
    assert {edge for _, edge in guarded if edge} == asserted


def test_a_property_key_has_the_name_that_the_export_gives_it() -> None:
    """And no two keys share one."""
    iris = {key: term.iri for key, term in property_terms().items()}
    assert iris == {key: URIRef(property_of(key)) for key in iris}
    assert len(set(iris.values())) == len(iris)


@pytest.mark.parametrize("term", TERMS)
def test_a_term_is_labelled_and_explained(term: URIRef) -> None:
    """In English and in Chinese."""
    assert term.startswith(NAMESPACE)
    assert {label.language for label in _texts(term, RDFS.label)} == {"en", "zh"}
    told = {comment.language: str(comment) for comment in _texts(term, RDFS.comment)}
    assert told.keys() == {"en", "zh"}
    assert told["en"].endswith(".")
    assert told["zh"].endswith("。")


def test_no_term_is_used_without_being_defined() -> None:
    """Every cq: name anywhere in the ontology."""
    used = {t for triple in vocabulary() for t in triple if str(t).startswith(NAMESPACE)}
    assert used - {URIRef(NAMESPACE)} == set(TERMS) | (used & {Literal(NAMESPACE)})


def test_the_ontology_is_small() -> None:
    """Some 25 classes and 60 properties: a person can read it at a sitting."""
    counts = [len({*vocabulary().subjects(RDF.type, kind)} & {*TERMS}) for kind in KINDS]
    assert counts[0] <= 28
    assert sum(counts[1:3]) <= 65


def _texts(term: URIRef, annotation: URIRef) -> list[Literal]:
    return [text for text in vocabulary().objects(term, annotation) if isinstance(text, Literal)]
