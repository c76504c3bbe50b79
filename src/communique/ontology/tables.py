"""The model as a page of tables, made of the ontology and the model of the code.

Run as ``python -m communique.ontology.tables``: it prints docs/model.md.
"""

import sys
from collections.abc import Iterable, Iterator
from importlib.resources import files

from communique.graph.model import EDGES, NODE_PROPERTIES, EdgeType, Layer
from communique.ontology.terms import ASSERTIONS
from communique.ontology.vocabulary import (
    Term,
    edge_terms,
    is_many,
    label_terms,
    property_terms,
    values_of,
)


def page() -> str:
    """Write docs/model.md: labels, edge types and properties, with their meanings."""
    prose = (files("communique.ontology") / "model.md").read_text("utf-8")
    for mark, rows in (
        ("@labels@", _labels()),
        ("@asserted@", _edges(Layer.ASSERTED)),
        ("@derived@", _edges(Layer.DERIVED)),
        ("@properties@", _properties()),
    ):
        prose = prose.replace(mark, "\n".join(rows))
    return prose


def _labels() -> Iterator[str]:
    yield "| label | is | carries | RDF |"
    yield "|---|---|---|---|"
    own = [str(label) for label in NODE_PROPERTIES]
    keys = {str(label): _code(keys) for label, keys in NODE_PROPERTIES.items()}
    for label, term in sorted(label_terms().items(), key=lambda item: _rank(item[0], own)):
        carried = keys.get(label, "as `Place`, beside which it stands")
        yield f"| `{label}` | {term.comment} | {carried} | {_rdf(term)} |"


def _rank(label: str, own: list[str]) -> tuple[int, str]:
    return (own.index(label) if label in own else len(own), label)


def _edges(layer: Layer) -> Iterator[str]:
    yield "| edge | from → to | says | carries | RDF |"
    yield "|---|---|---|---|---|"
    terms = edge_terms()
    for edge_type, spec in EDGES.items():
        if spec.layer is layer:
            ends = f"{', '.join(spec.sources)} → {', '.join(spec.targets)}"
            term = terms[edge_type]
            carried = _code(spec.properties)
            yield f"| `{edge_type}` | {ends} | {term.comment} | {carried} | {_rdf(term)} |"


def _properties() -> Iterator[str]:
    yield "| property | of | values | means | RDF |"
    yield "|---|---|---|---|---|"
    for key, term in sorted(property_terms().items()):
        values = values_of(key) + (", several" if is_many(key) else "")
        yield f"| `{key}` | {_carriers(key)} | {values} | {term.comment} | {_rdf(term)} |"


def _carriers(key: str) -> str:
    labels = [str(label) for label, keys in NODE_PROPERTIES.items() if key in keys]
    edges = [edge for edge in ASSERTIONS if key in EDGES[edge].properties]
    edges = edges or [edge for edge, spec in EDGES.items() if key in spec.properties]
    facts = [edge for edge in ASSERTIONS if edge is not EdgeType.MENTIONS]
    if not set(facts) <= set(edges):
        return _code([*labels, *edges])
    rest = [edge for edge in edges if edge not in facts]
    return ", ".join(filter(None, [_code([*labels, *rest]), "every fact"]))


def _code(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _rdf(term: Term) -> str:
    return f"`{term.short}`"


if __name__ == "__main__":
    sys.stdout.write(page())
