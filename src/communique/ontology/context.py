"""The context of JSON-LD: a short name for every term of the ontology.

Run as ``python -m communique.ontology.context``: it prints ontology/context.jsonld.
"""

import json
import sys
from functools import cache
from importlib.resources import files
from typing import Any

from communique.ontology.literals import XSD
from communique.ontology.terms import NAMESPACE, OA, PROV

PREFIXES = {
    "cq": NAMESPACE,
    "oa": OA,
    "prov": PROV,
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": XSD,
}
"""The short names of namespaces that the context declares."""

_BORROWED = {
    "oa": (("TextPositionSelector", "TextQuoteSelector"), ("hasSource", "hasSelector")),
    "prov": (
        ("SoftwareAgent",),
        ("used", "wasAssociatedWith", "wasDerivedFrom", "wasGeneratedBy", "wasInfluencedBy"),
    ),
}
"""Classes and links of others that an export uses, beside those that carry a key of ours."""


@cache
def _packaged() -> str:
    return (files("communique.ontology") / "context.jsonld").read_text("utf-8")


def context() -> dict[str, Any]:
    """Give the context: what stands under ``@context``."""
    told: dict[str, Any] = json.loads(_packaged())["@context"]
    return told


def make_context() -> dict[str, Any]:
    """Make the context of the ontology.

    Returns:
        Prefixes; then a name for each class, and for each property with the datatype that its
        values have, ``@id`` where they are IRIs, none where they have several.
    """
    terms = {**_borrowed(), **_own()}
    return {"@version": 1.1, **PREFIXES, **dict(sorted(terms.items()))}


def page() -> str:
    """Write ontology/context.jsonld: a term a line."""
    rows = (f"    {json.dumps(k)}: {json.dumps(v)}" for k, v in make_context().items())
    return '{\n  "@context": {\n' + ",\n".join(rows) + "\n  }\n}\n"


def _borrowed() -> dict[str, Any]:
    terms: dict[str, Any] = {"comment": "rdfs:comment"}
    for prefix, (classes, links) in _BORROWED.items():
        terms |= {name: f"{prefix}:{name}" for name in classes}
        terms |= {name: {"@id": f"{prefix}:{name}", "@type": "@id"} for name in links}
    return terms


def _own() -> dict[str, Any]:
    from rdflib import OWL, RDF, URIRef

    from communique.ontology.vocabulary import property_terms, vocabulary

    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    iris = {URIRef(str(term)) for kind in kinds for term in vocabulary().subjects(RDF.type, kind)}
    iris |= {term.iri for term in property_terms().values()}
    named = (iri for iri in iris if str(iri).startswith((NAMESPACE, OA)))
    return {iri.rpartition("#")[2]: _word(iri) for iri in named}


def _word(iri: Any) -> Any:  # noqa: ANN401 - an IRI of rdflib, and what JSON holds
    from rdflib import OWL, RDF, RDFS

    from communique.ontology.vocabulary import vocabulary

    told = vocabulary()
    short = told.namespace_manager.curie(iri)
    if (iri, RDF.type, OWL.ObjectProperty) in told:
        return {"@id": short, "@type": "@id"}
    datatype = str(told.value(iri, RDFS.range) or "")
    if (iri, RDF.type, OWL.Class) in told or datatype in {"", f"{XSD}string"}:
        return short
    return {"@id": short, "@type": datatype.replace(XSD, "xsd:")}


if __name__ == "__main__":
    sys.stdout.write(page())
