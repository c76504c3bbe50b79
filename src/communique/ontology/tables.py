"""The model as a page of tables, made of the ontology and the model of the code.

Run as ``python -m communique.ontology.tables``: it prints docs/model.md.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from rdflib import RDFS, Graph, Literal, Namespace, URIRef

from communique.graph.model import EDGES, NODE_PROPERTIES, EdgeType, Layer
from communique.ontology.terms import LINKS, NAMESPACE, property_of

CQ = Namespace(NAMESPACE)


@cache
def vocabulary() -> Graph:
    """Read the ontology."""
    text = (files("communique.ontology") / "communique.ttl").read_text("utf-8")
    return Graph().parse(data=text, format="turtle")


def page() -> str:
    """Write docs/model.md: labels, edge types and properties, with their meanings."""
    prose = (files("communique.ontology") / "model.md").read_text("utf-8")
    return (
        prose.replace("@labels@", "\n".join(_labels()))
        .replace("@asserted@", "\n".join(_edges(Layer.ASSERTED)))
        .replace("@derived@", "\n".join(_edges(Layer.DERIVED)))
        .replace("@properties@", "\n".join(_properties()))
    )


def _labels() -> Iterator[str]:
    yield "| label | is | RDF | properties |"
    yield "|---|---|---|---|"
    for term in sorted(vocabulary().subjects(CQ.nodeLabel), key=_order):
        label = str(vocabulary().value(term, CQ.nodeLabel))
        keys = next((k for name, k in NODE_PROPERTIES.items() if name == label), ())
        carried = ", ".join(f"`{key}`" for key in keys) or "those of `Place`"
        yield f"| `{label}` | {_told(term)} | {_short(term)} | {carried} |"


def _order(term: object) -> tuple[int, str]:
    label = str(vocabulary().value(URIRef(str(term)), CQ.nodeLabel))
    known = [str(name) for name in NODE_PROPERTIES]
    return (known.index(label) if label in known else len(known), label)


def _edges(layer: Layer) -> Iterator[str]:
    yield "| edge | from → to | means | RDF | properties |"
    yield "|---|---|---|---|---|"
    for edge_type, spec in EDGES.items():
        if spec.layer is layer:
            ends = f"{', '.join(spec.sources)} → {', '.join(spec.targets)}"
            carried = ", ".join(f"`{key}`" for key in spec.properties)
            term = edge_term(edge_type)
            yield f"| `{edge_type}` | {ends} | {_told(term)} | {_short(term)} | {carried} |"


def edge_term(edge_type: EdgeType) -> URIRef:
    """Find the class or property that an edge type is in RDF."""
    return URIRef(str(vocabulary().value(None, CQ.edgeType, Literal(edge_type.value))))


def _properties() -> Iterator[str]:
    yield "| property | means | RDF |"
    yield "|---|---|---|"
    keys = {key for carried in NODE_PROPERTIES.values() for key in carried}
    keys |= {k for e, spec in EDGES.items() if e not in LINKS for k in spec.properties}
    for key in sorted(keys - {"id"}):
        term = CQ[property_of(key)]
        yield f"| `{key}` | {_told(term)} | {_short(term)} |"


def _told(term: object) -> str:
    return str(vocabulary().value(URIRef(str(term)), RDFS.comment))


def _short(term: object) -> str:
    return f"`cq:{str(term).removeprefix(NAMESPACE)}`"


if __name__ == "__main__":
    print(page(), end="")
