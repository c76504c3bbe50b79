"""The shapes, and what pyshacl is given in their place: the same, aimed so that it is fast."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from rdflib import RDF, SH, Graph, URIRef
from rdflib.term import Node

WHOLE = "https://w3id.org/communique/whole/"
"""Before the IRI of a class: a property whose objects are the things of it that are whole here."""


@cache
def shape_graph() -> Graph:
    """Parse the shapes: those that follow from the ontology, and those by hand."""
    graph = Graph(bind_namespaces="none")
    for name in ("shapes.ttl", "constraints.ttl"):
        text = (files("communique.ontology") / name).read_text("utf-8")
        graph.parse(data=text, format="turtle")
    return graph


@cache
def aimed() -> Graph:
    """Give the shapes other aims, which mean the same and are checked much faster.

    What aims at a class aims at things of it that are whole here, not at those of which only the
    class is told: they are objects of a property made for that. And what aims at the things of a
    node shape is each of its property shapes itself, so that it is checked for all of them at once.
    And a choice of classes is one class of which they are subclasses.
    """
    graph = Graph(bind_namespaces="none")
    for subject, predicate, found in shape_graph():
        if predicate == SH.targetClass:
            graph.add((subject, SH.targetObjectsOf, URIRef(f"{WHOLE}{found}")))
        else:
            graph.add((subject, predicate, found))
    for aim in (SH.targetObjectsOf, SH.targetSubjectsOf):
        for owner, target in list(graph.subject_objects(aim)):
            for part in graph.objects(owner, SH.property):
                if str(part).endswith("-other"):
                    continue  # those are checked without pyshacl
                graph.add((part, aim, target))
                graph.add((part, RDF.type, SH.PropertyShape))
    for owner in [*graph.subjects(SH.targetObjectsOf), *graph.subjects(SH.targetSubjectsOf)]:
        graph.remove((owner, SH.property, None))
    for shape, listed in list(graph.subject_objects(SH["or"])):
        if union := _union_of(graph, listed):
            graph.remove((shape, SH["or"], listed))
            graph.add((shape, SH["class"], _joined(union)))
    return graph


@cache
def unions() -> tuple[tuple[Node, Node], ...]:
    """List which classes are in which unions that shapes want: a class for each union."""
    listed = shape_graph().objects(None, SH["or"])
    unions = {_union_of(shape_graph(), each) for each in listed}
    return tuple((each, _joined(union)) for union in unions for each in union)


def _union_of(graph: Graph, listed: Node) -> frozenset[Node]:
    """Give the classes of a list of shapes that want a class each; none for any other list."""
    wanted = [set(graph.predicate_objects(each)) for each in graph.items(listed)]
    pairs = [pair for told in wanted for pair in told]
    if len(pairs) > len(wanted) or any(predicate != SH["class"] for predicate, _ in pairs):
        return frozenset()
    return frozenset(found for _, found in pairs)


def _joined(union: Iterable[Node]) -> URIRef:
    return URIRef(WHOLE + "+".join(sorted(str(each).rpartition("#")[2] for each in union)))
