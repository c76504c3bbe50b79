"""The ontology, read: what its terms are in the property graph."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rdflib import OWL, RDF, RDFS, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from communique.graph.model import EdgeType
from communique.ontology.literals import XSD
from communique.ontology.terms import NAMESPACE

CQ = Namespace(NAMESPACE)


@dataclass(frozen=True)
class Term:
    """A class or property of the ontology.

    Attributes:
        iri: Its IRI.
        comment: What it means, in English.
    """

    iri: URIRef
    comment: str

    @property
    def short(self) -> str:
        """Its name behind the prefix: ``cq:Person``."""
        return vocabulary().namespace_manager.curie(self.iri)


@cache
def vocabulary() -> Graph:
    """Parse the ontology."""
    return _parse("communique.ttl")


@cache
def concepts() -> Graph:
    """Parse the concepts that kinds, statuses, roles and verbs are."""
    return _parse("concepts.ttl")


def label_terms() -> dict[str, Term]:
    """Find the class of each node label, the second labels of places among them."""
    return _mirrors(CQ.nodeLabel)


def edge_terms() -> dict[str, Term]:
    """Find the class or property of each edge type."""
    return _mirrors(CQ.edgeType)


def property_terms() -> dict[str, Term]:
    """Find the property of each property key that RDF carries."""
    return _mirrors(CQ.propertyKey)


def comment_of(term: Node, language: str = "en") -> str:
    """Tell what a term means.

    Args:
        term: A term of the ontology.
        language: ``en`` or ``zh``.

    Returns:
        Its comment in that language.
    """
    comments = vocabulary().objects(term, RDFS.comment)
    return next(str(c) for c in comments if isinstance(c, Literal) and c.language == language)


def layer_of(edge_type: EdgeType) -> str:
    """Tell the layer of an edge type."""
    return str(vocabulary().value(edge_terms()[edge_type].iri, CQ.layer))


def ends_of(edge_type: EdgeType) -> tuple[frozenset[str], frozenset[str]]:
    """Tell which labels may stand at the source and at the target of an edge type."""
    term = edge_terms()[edge_type].iri
    if (term, RDF.type, OWL.Class) in vocabulary():
        return _restricted(term, CQ.subject), _restricted(term, CQ.object)
    return _ends(term, RDFS.domain), _ends(term, RDFS.range)


def keys_of(label_or_edge_type: str) -> frozenset[str]:
    """Tell which keys, but `id`, a node of a label or an edge of a type can carry."""
    term = {**label_terms(), **edge_terms()}[label_or_edge_type].iri
    above = set(vocabulary().transitive_objects(term, RDFS.subClassOf))
    carried = {key for key, found in property_terms().items() if above & _carriers(found.iri)}
    return frozenset(carried | {str(key) for key in vocabulary().objects(term, CQ.graphKey)})


def is_many(key: str) -> bool:
    """Tell whether a node or edge carries a list under a key."""
    return (property_terms()[key].iri, CQ.many, Literal(True)) in vocabulary()


def is_coded(key: str) -> bool:
    """Tell whether the values under a key are words, and in RDF resources that end in them."""
    return (property_terms()[key].iri, CQ.coded, Literal(True)) in vocabulary()


def values_of(key: str) -> str:
    """Tell of what sort the values under a key are: text, date, integer, id of Office."""
    term = property_terms()[key].iri
    if is_coded(key):
        return "text"
    if key == "spans":
        return "integer"
    if (term, RDF.type, OWL.ObjectProperty) in vocabulary():
        labels = ", ".join(sorted(_ends(term, RDFS.range)))
        return f"id of {labels}" if labels else "id"
    datatype = vocabulary().value(term, RDFS.range)
    told = str(datatype).removeprefix(XSD) if datatype else "date"
    return "text" if told == "string" else told


def refer_terms() -> dict[str, Term]:
    """Find the property by which a mention points at another, for each word of `refers`."""
    return _mirrors(CQ.referKey)


def members_of(classes: Node | None) -> Iterator[Node]:
    """List the classes that an expression stands for: itself, or the members of its union."""
    if classes is None:
        return
    members = vocabulary().value(classes, OWL.unionOf)
    yield from (classes,) if members is None else Collection(vocabulary(), members)


def _parse(name: str) -> Graph:
    text = (files("communique.ontology") / name).read_text("utf-8")
    return Graph(bind_namespaces="none").parse(data=text, format="turtle")


def _carriers(term: Node) -> set[Node]:
    """List the classes and links that carry a property in the property graph."""
    told = set(vocabulary().objects(term, CQ.carrier))
    return told | set(members_of(vocabulary().value(term, RDFS.domain)))


def _mirrors(annotation: URIRef) -> dict[str, Term]:
    found = vocabulary().subject_objects(annotation)
    return {str(name): _term(URIRef(str(term))) for term, name in found}


def _term(iri: URIRef) -> Term:
    return Term(iri, comment_of(iri))


def _ends(term: Node, annotation: URIRef) -> frozenset[str]:
    return _labels(vocabulary().value(term, annotation))


def _restricted(term: Node, end: URIRef) -> frozenset[str]:
    for above in vocabulary().objects(term, RDFS.subClassOf):
        if (above, OWL.onProperty, end) in vocabulary():
            return _labels(vocabulary().value(above, OWL.allValuesFrom))
    return frozenset()


def _labels(classes: Node | None) -> frozenset[str]:
    found = (vocabulary().value(term, CQ.nodeLabel) for term in members_of(classes))
    return frozenset(str(label) for label in found if label is not None)
