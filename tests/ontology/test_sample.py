"""The sample: what the mapping makes of two invented releases, and a use of every term."""

from importlib.resources import files
from types import ModuleType

from rdflib import OWL, RDF, RDFS, Graph, Namespace, URIRef

from communique.ontology.iris import id_of
from communique.ontology.terms import NAMESPACE
from communique.ontology.vocabulary import CQ, vocabulary

OA = Namespace("http://www.w3.org/ns/oa#")
SAMPLE = Graph().parse(
    data=(files("communique.ontology") / "sample.ttl").read_text("utf-8"), format="turtle"
)
CLASSES = set(vocabulary().subjects(RDF.type, OWL.Class))
LINKS = set(vocabulary().subjects(RDF.type, OWL.ObjectProperty))
VALUES = set(vocabulary().subjects(RDF.type, OWL.DatatypeProperty))


def test_the_sample_is_what_the_mapping_makes(sample: ModuleType) -> None:
    """If not, tests/ontology/sample.py writes it again."""
    assert set(sample.graph()) == set(SAMPLE)


def test_the_sample_uses_no_term_that_the_ontology_lacks() -> None:
    """Neither a class nor a property."""
    classes = {str(found) for found in SAMPLE.objects(None, RDF.type)}
    assert {URIRef(c) for c in classes if c.startswith(NAMESPACE)} <= CLASSES
    predicates = {str(found) for found in SAMPLE.predicates()}
    assert {URIRef(p) for p in predicates if p.startswith(NAMESPACE)} <= LINKS | VALUES


def test_every_term_of_the_ontology_is_in_the_sample() -> None:
    """A class by itself or by one below it."""
    typed = set(SAMPLE.objects(None, RDF.type))
    above = {each for c in typed for each in vocabulary().transitive_objects(c, RDFS.subClassOf)}
    assert {c for c in CLASSES if isinstance(c, URIRef)} <= above
    assert set(SAMPLE.predicates()) >= LINKS | VALUES


def test_every_quote_stands_where_the_sample_says() -> None:
    """In the text of its release, between start and end."""
    words = list(SAMPLE.subjects(RDF.type, CQ.Evidence))
    assert words
    for each in words:
        text = str(SAMPLE.value(SAMPLE.value(each, OA.hasSource), CQ.text))
        selector = SAMPLE.value(each, OA.hasSelector)
        start, end = (int(str(SAMPLE.value(selector, place))) for place in (OA.start, OA.end))
        assert text[start:end] == str(SAMPLE.value(selector, OA.exact))


def test_every_resource_of_the_sample_has_an_id() -> None:
    """Whatever is a subject of a class of ours is named as a graph names it."""
    for subject, kind in SAMPLE.subject_objects(RDF.type):
        if kind in CLASSES:
            assert id_of(str(subject))
