"""The ontology as OWL: without contradiction, and at home among other vocabularies."""

from collections.abc import Callable
from typing import Any, cast

import owlrl
import pytest
import rdflib.term
from rdflib import DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS, VANN, XSD, URIRef
from rdflib import Graph as Triples
from rdflib.namespace import DefinedNamespace

from communique.graph.rows import Batch
from communique.graph.whole import settle
from communique.ontology.mapping import quads_of_edge, quads_of_node
from communique.ontology.terms import NAMESPACE, OA
from communique.ontology.validation.shacl import term
from communique.ontology.vocabulary import CQ, concepts, vocabulary

ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")
CLOSED: tuple[type[DefinedNamespace], ...] = (
    DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS, VANN, XSD,
)  # fmt: skip
"""Vocabularies that rdflib knows term by term."""

OPEN = {
    OA: (
        "Annotation", "SpecificResource", "TextPositionSelector", "TextQuoteSelector", "end",
        "exact", "hasSelector", "hasSource", "hasTarget", "start",
    ),
    "http://linkedevents.org/ontology/": ("Event", "atPlace"),
    "http://semanticweb.cs.vu.nl/2009/11/sem/": (
        "Event", "Place", "Role", "hasEndTimeStamp", "hasPlace", "hasTimeStamp", "subEventOf",
    ),
}  # fmt: skip
"""Terms of vocabularies that rdflib does not know, looked up in what their authors publish."""

OUTSIDE = """
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
prov:Activity owl:disjointWith prov:Entity .
foaf:Person owl:disjointWith foaf:Organization, foaf:Document .
foaf:Organization owl:disjointWith foaf:Document .
org:Organization owl:equivalentClass foaf:Organization .
foaf:topic rdfs:domain foaf:Document .
org:holds rdfs:domain foaf:Agent ; rdfs:range org:Post .
prov:used rdfs:domain prov:Activity ; rdfs:range prov:Entity .
prov:wasGeneratedBy rdfs:domain prov:Entity ; rdfs:range prov:Activity .
prov:wasDerivedFrom rdfs:domain prov:Entity ; rdfs:range prov:Entity .
prov:wasAssociatedWith rdfs:domain prov:Activity ; rdfs:range prov:Agent .
"""
"""What those vocabularies say of the terms that ours build on, as far as it can contradict."""


def closed(*graphs: Triples) -> Triples:
    """Everything that OWL 2 RL makes of some graphs, our ontology and its neighbours."""
    every = Triples().parse(data=OUTSIDE, format="turtle")
    for graph in (vocabulary(), concepts(), *graphs):
        every += graph
    known = dict(rdflib.term._toPythonMapping)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(every)
    rdflib.term._toPythonMapping.update(known)  # it teaches rdflib its own reading of literals
    for datatype in set(rdflib.term._toPythonMapping) - set(known):
        del rdflib.term._toPythonMapping[datatype]
    return every


def faults(graph: Triples) -> list[Any]:
    """What contradicts itself in a closure."""
    return [*graph.subjects(RDF.type, ERROR), *graph.subjects(RDF.type, OWL.Nothing)]


@pytest.fixture
def example(draft: Any) -> Triples:
    """Two releases of a meeting in Oslo and of the mayor by title alone, in RDF."""
    made = draft(1)
    oslo = made.place("Oslo")
    ada = made.person("Ada Oduya", made.office("Mayor of Oslo", "Mayor", oslo))
    made.meet(ada, made.person("Ben Cole"), made.meeting(place=oslo))
    title = draft(2)
    mayor = title.title(title.office("Mayor of Oslo", "Mayor", title.place("Oslo")))
    title.attend(mayor, title.event("Herring Fair"))
    whole = settle([cast("Batch", each.batch()) for each in (made, title)])
    quads = [quad for node in whole.nodes.values() for quad in quads_of_node(node)]
    quads += [quad for edge in whole.edges.values() for quad in quads_of_edge(edge)]
    graph = Triples()
    for subject, predicate, found, _ in quads:
        graph.add((term(subject), URIRef(predicate[1:-1]), term(found)))
    return graph


def test_the_ontology_does_not_contradict_itself_nor_its_neighbours() -> None:
    """OWL 2 RL finds no error, and no class of ours that nothing could be in."""
    graph = closed()
    assert not faults(graph)
    assert set(graph.subjects(RDFS.subClassOf, OWL.Nothing)) <= {OWL.Nothing}


def test_what_is_exported_does_not_contradict_the_ontology(example: Triples) -> None:
    """And people follow from it who are agents to FOAF and PROV."""
    graph = closed(example)
    assert not faults(graph)
    people = set(example.subjects(RDF.type, CQ.Person))
    assert people
    assert people <= set(graph.subjects(RDF.type, FOAF.Person))
    assert people <= set(graph.subjects(RDF.type, PROV.Agent))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda graph, person: graph.add((person, RDF.type, CQ.Release)),
        lambda graph, person: graph.add((person, RDF.type, CQ.Organization)),
        lambda graph, _: graph.add((next(graph.subjects(RDF.type, CQ.Event)), CQ.evidence, CQ.x)),
        lambda graph, _: graph.add((next(graph.subjects(RDF.type, CQ.Event)), CQ.reports, CQ.x)),
    ],
)
def test_what_contradicts_would_be_found(
    example: Triples, spoil: Callable[[Triples, Any], None]
) -> None:
    """A person is no document, an event no entity: the search does find such things."""
    spoil(example, next(example.subjects(RDF.type, CQ.Person)))
    assert faults(closed(example))


def test_every_term_of_another_vocabulary_is_one_of_its_terms() -> None:
    """None is made up or misspelled, in the ontology or in what is exported."""
    selectors = {URIRef(f"{OA}Text{sort}Selector") for sort in ("Position", "Quote")}
    triples = (*vocabulary(), *concepts())
    used = {each for triple in triples for each in triple if isinstance(each, URIRef)} | selectors
    known = {URIRef(space + name) for space, names in OPEN.items() for name in names}
    ours = (NAMESPACE.removesuffix("ontology#"), "https://www.apache.org/licenses/")
    theirs = {each for each in used - known if not str(each).startswith(ours)}
    assert {each for each in theirs if not any(each in space for space in CLOSED)} == set()
    assert URIRef(f"{FOAF}topik") not in FOAF
