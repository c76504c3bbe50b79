"""The ontology as a page: every class and property with an example, and the concepts.

Run as ``python -m communique.ontology.reference``: it prints docs/ontology.md.
"""

import sys
from collections.abc import Iterable, Iterator
from importlib.resources import files

from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from communique.ontology.examples import Examples
from communique.ontology.terms import NAMESPACE
from communique.ontology.vocabulary import CQ, comment_of, concepts, members_of, vocabulary

_MATCHES = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.relatedMatch)
_SECTIONS = {
    "@classes@": OWL.Class,
    "@links@": OWL.ObjectProperty,
    "@values@": OWL.DatatypeProperty,
    "@annotations@": OWL.AnnotationProperty,
}
_SCHEMES = ("kind", "status", "role", "verb")
_ONTOLOGY = URIRef(NAMESPACE.removesuffix("#"))


def page() -> str:
    """Write docs/ontology.md."""
    examples = Examples()
    made = {
        "@namespace@": NAMESPACE,
        "@version@": str(vocabulary().value(_ONTOLOGY, OWL.versionInfo)),
        "@versionIRI@": str(vocabulary().value(_ONTOLOGY, OWL.versionIRI)),
        "@license@": str(vocabulary().value(_ONTOLOGY, URIRef("http://purl.org/dc/terms/license"))),
        "@size@": _size(),
        "@prefixes@": examples.prefixes(),
        "@concepts@": "\n".join(_concepts()),
        "@codes@": "\n".join(_codes()),
        "@borrowed@": "\n".join(_sections(_borrowed(), examples)),
    }
    made |= {mark: "\n".join(_sections(terms_of(k), examples)) for mark, k in _SECTIONS.items()}
    prose = (files("communique.ontology") / "reference.md").read_text("utf-8")
    for mark, text in made.items():
        prose = prose.replace(mark, text.rstrip("\n"))
    return prose


def terms_of(kind: URIRef) -> list[URIRef]:
    """List the terms of a kind, in the order of their names.

    Args:
        kind: ``owl:Class`` or the like.

    Returns:
        Their IRIs; expressions, which have none, are left out.
    """
    return sorted(t for t in vocabulary().subjects(RDF.type, kind) if isinstance(t, URIRef))


def _borrowed() -> list[URIRef]:
    keyed = vocabulary().subjects(CQ.propertyKey)
    return sorted(t for t in keyed if isinstance(t, URIRef) and NAMESPACE not in t)


def _size() -> str:
    counted = [len(terms_of(kind)) for kind in _SECTIONS.values()]
    words = sum(len(list(concepts().subjects(SKOS.inScheme, _scheme(s)))) for s in _SCHEMES)
    return "{} classes, {} + {} properties, {} annotations, {} concepts".format(*counted, words)


def _sections(terms: Iterable[URIRef], examples: Examples) -> Iterator[str]:
    for term in terms:
        labels = ", ".join(_texts(vocabulary(), term, RDFS.label))
        yield f"### {_name(term)}" + (f": {labels}" if labels else "")
        yield ""
        yield comment_of(term)
        yield ""
        yield comment_of(term, "zh")
        yield ""
        yield f"- IRI: `{term}`"
        yield from (f"- {what}: {told}" for what, told in _facets(term) if told)
        yield ""
        yield f"```turtle\n{examples.of(term)}\n```"
        yield ""


def _facets(term: URIRef) -> Iterator[tuple[str, str]]:
    """Tell what is to be told of a term, what does not apply being empty."""
    told = vocabulary()
    yield "sub-class of", _names(told.objects(term, RDFS.subClassOf))
    yield "sub-property of", _names(told.objects(term, RDFS.subPropertyOf))
    yield "subject", _restricted(term, CQ.subject)
    yield "object", _restricted(term, CQ.object)
    yield "domain", _names(members_of(told.value(term, RDFS.domain)))
    yield "range", _names(members_of(told.value(term, RDFS.range)))
    for match in _MATCHES:
        yield f"`skos:{match.fragment}`", _names(told.objects(term, match))
    yield "in the property graph", ", ".join(_mirrored(term))


def _mirrored(term: URIRef) -> Iterator[str]:
    told = vocabulary()
    for label in told.objects(term, CQ.nodeLabel):
        yield f"label `{label}`"
    for edge in told.objects(term, CQ.edgeType):
        yield f"edge `{edge}`, {told.value(term, CQ.layer)}"
    for key in told.objects(term, CQ.propertyKey):
        many = " (a list)" if (term, CQ.many, Literal(True)) in told else ""
        coded = ", the word that the IRI ends in" if told.value(term, CQ.coded) else ""
        carriers = _names(told.objects(term, CQ.carrier))
        yield f"key `{key}`{many}{coded}" + (f", on {carriers}" if carriers else "")
    for key in told.objects(term, CQ.referKey):
        yield f"key `refers`, rows that begin with `{key}`"
    if keys := sorted(map(str, told.objects(term, CQ.graphKey))):
        yield "there alone " + ", ".join(f"`{key}`" for key in keys)


def _restricted(term: URIRef, end: URIRef) -> str:
    for above in vocabulary().objects(term, RDFS.subClassOf):
        if (above, OWL.onProperty, end) in vocabulary():
            return _names(members_of(vocabulary().value(above, OWL.allValuesFrom)))
    return ""


def _concepts() -> Iterator[str]:
    yield "| scheme | word | label | means | broader | matches |"
    yield "|---|---|---|---|---|---|"
    told = concepts()
    for scheme in _SCHEMES:
        for concept in told.subjects(SKOS.inScheme, _scheme(scheme)):
            word, meant = (told.value(concept, each) for each in (SKOS.notation, SKOS.definition))
            labels = ", ".join(_texts(told, concept, SKOS.prefLabel))
            broader = told.value(concept, SKOS.broader)
            above = f"`{told.value(broader, SKOS.notation)}`" if broader else ""
            matches = "; ".join(_matched(concept))
            yield f"| {scheme} | `{word}` | {labels} | {meant} | {above} | {matches} |"


def _codes() -> Iterator[str]:
    yield "| code | label | IRI that stands for it |"
    yield "|---|---|---|"
    told = concepts()
    for concept in sorted(map(str, told.subjects(SKOS.notation))):
        scheme, code, label = (
            told.value(URIRef(concept), each)
            for each in (SKOS.inScheme, SKOS.notation, SKOS.prefLabel)
        )
        if str(scheme).endswith(("/cameo", "/plover")):
            yield f"| {str(scheme).rpartition('/')[2].upper()} {code} | {label} | `{concept}` |"


def _matched(concept: Node) -> Iterator[str]:
    for match in _MATCHES:
        if names := _names(concepts().objects(concept, match)):
            yield f"{match.fragment} {names}"


def _scheme(name: str) -> URIRef:
    return URIRef(f"https://w3id.org/communique/id/{name}")


def _names(terms: Iterable[Node]) -> str:
    named = (term for term in terms if isinstance(term, URIRef))
    return ", ".join(sorted(f"`{_name(term)}`" for term in named))


def _name(term: URIRef) -> str:
    """Shorten an IRI as the ontology does; the stand-ins for codes by their own prefixes."""
    head, _, tail = term.rpartition("/")
    if head in ("https://w3id.org/communique/cameo", "https://w3id.org/communique/plover"):
        return f"{head.rpartition('/')[2]}:{tail}"
    return vocabulary().namespace_manager.curie(term)


def _texts(graph: Graph, term: Node, annotation: URIRef) -> list[str]:
    """List labels, English before Chinese."""
    found = [text for text in graph.objects(term, annotation) if isinstance(text, Literal)]
    return [str(text) for text in sorted(found, key=lambda text: text.language or "")]


if __name__ == "__main__":
    sys.stdout.write(page())
