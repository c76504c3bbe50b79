"""The shapes that follow from the ontology; the module, run, prints shapes.ttl.

Each property has one shape, for its range and for how many values there can be; each class has one,
for its properties, for who stands at either end, and for the properties that it can't have. What
the ontology does not say is in ``constraints.ttl``, by hand.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from rdflib import OWL, PROV, RDF, RDFS, SKOS, XSD, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from communique.ontology.iris import BASE
from communique.ontology.terms import NAMESPACE
from communique.ontology.vocabulary import CQ, concepts, vocabulary

_HEAD = """\
# The shapes that follow from communique.ttl and concepts.ttl, made by `make docs`: change those.
# What else must hold is in constraints.ttl, by hand. Whoever checks needs both files.

@prefix cq:    <https://w3id.org/communique/ontology#> .
@prefix oa:    <http://www.w3.org/ns/oa#> .
@prefix owl:   <http://www.w3.org/2002/07/owl#> .
@prefix rdf:   <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs:  <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh:    <http://www.w3.org/ns/shacl#> .
@prefix shape: <https://w3id.org/communique/shapes#> .
@prefix xsd:   <http://www.w3.org/2001/XMLSchema#> .

<https://w3id.org/communique/shapes> a owl:Ontology ;
    rdfs:label "shapes of communique"@en ;
    rdfs:comment "What RDF of this vocabulary has to be like."@en .
"""
_DATES = ("date", "gYearMonth", "gYear", "gMonthDay", "gMonth")
_INSTANTS = frozenset({"issued"})
_OPEN = frozenset({"kind", "reader"})
"""Words of which there may be more than the concepts that are known."""

_ELSEWHERE = frozenset({("Side", "inRelease")})
"""What may name a thing that is not here: a decision outlives the release that it is about."""


def shapes() -> str:
    """Make the shapes, as Turtle."""
    parts = [_HEAD, "# -- properties --\n"]
    parts += [_property_shape(term) for term in _properties()]
    parts += [_property_shape(term, of) for of, term in sorted(_ELSEWHERE)]
    parts += ["# -- classes --\n", *(_class_shape(term) for term in concrete_classes())]
    parts.append(_typed_shape())
    return "\n".join(parts)


def concrete_classes() -> list[str]:
    """Name the classes that things are of, not those that only gather others, sorted.

    A city is a cq:City and a cq:Place; the shape of places is for it too.
    """
    graph = vocabulary()
    every = {c for c in graph.subjects(RDF.type, OWL.Class) if isinstance(c, URIRef)}
    ours = {c for c in every if c.startswith(NAMESPACE)}
    gathering = {CQ.Assertion, CQ.FactAssertion, CQ.Withheld}
    places = set(graph.subjects(RDFS.subClassOf, CQ.Place))
    return sorted(_name(term) for term in ours - gathering - places)


@cache
def allowed(name: str) -> frozenset[str]:
    """Tell which properties of ours a thing of a class can have."""
    above = set(vocabulary().transitive_objects(CQ[name], RDFS.subClassOf))
    return frozenset(p for p in _properties() if above & set(_union(_value(p, RDFS.domain))))


@cache
def _properties() -> tuple[str, ...]:
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty)
    found = {p for kind in kinds for p in vocabulary().subjects(RDF.type, kind)}
    return tuple(sorted(_name(p) for p in found if str(p).startswith(NAMESPACE)))


def _property_shape(name: str, of: str | None = None) -> str:
    """Write the shape of a property; its range, and how many there can be."""
    own = f"{of}-{name}" if of else name
    lines = [f"shape:{own} a sh:PropertyShape", f"sh:path cq:{name}"]
    said = [_sort_of(name)]
    if (CQ[name], CQ.propertyKey, None) in vocabulary() and not _is_many(name):
        lines.append("sh:maxCount 1")
        said.append("and there is one at most")
    lines += [*_range(name, elsewhere=bool(of))]
    label = str(_value(name, RDFS.label))
    lines += [f'sh:name "{label}"@en', f'sh:message "cq:{name} should be {", ".join(said)}."@en']
    return _block(lines)


def _class_shape(name: str) -> str:
    lines = [f"shape:{name} a sh:NodeShape", f"sh:targetClass cq:{name}"]
    lines.append(f'rdfs:label "{_value(name, RDFS.label)}"@en')
    ends = [end for end in ("subject", "object") if _end(name, end)]
    special = {*ends, *(prop for of, prop in _ELSEWHERE if of == name)}
    own = [f"{name}-{p}" if p in special else p for p in sorted(allowed(name))]
    lines += [f"sh:property {', '.join(f'shape:{p}' for p in [*own, f'{name}-other'])}"]
    blocks = [_block(lines), _other_shape(name), *(_end_shape(name, end) for end in ends)]
    return "\n".join(blocks)


def _typed_shape() -> str:
    """Want to know what everything is of which our properties tell."""
    return _block(
        [
            "shape:Typed a sh:NodeShape",
            f"sh:targetSubjectsOf {', '.join(f'cq:{p}' for p in _properties())}",
            'rdfs:label "of some class"@en',
            "sh:property shape:Typed-type",
        ]
    ) + "\n" + _block(
        [
            "shape:Typed-type a sh:PropertyShape",
            "sh:path rdf:type",
            "sh:minCount 1",
            'sh:message "It has properties of this vocabulary, but nothing says what it is."@en',
        ]
    )  # fmt: skip


def _other_shape(name: str) -> str:
    """Bar the properties of other classes: a single path, which costs less than a shape each."""
    barred = " ".join(f"cq:{p}" for p in _properties() if p not in allowed(name))
    label = _value(name, RDFS.label)
    return _block(
        [
            f"shape:{name}-other a sh:PropertyShape",
            f"sh:path [ sh:alternativePath ( {barred} ) ]",
            "sh:maxCount 0",
            f'sh:message "{_article(str(label))} {label} has no such property."@en',
        ]
    )


def _end_shape(name: str, end: str) -> str:
    classes = _end(name, end)
    label = _value(name, RDFS.label)
    told = f"The {end} of {_article(str(label)).lower()} {label} should be {_either(classes)}"
    return _block(
        [
            f"shape:{name}-{end} a sh:PropertyShape",
            f"sh:path cq:{end}",
            "sh:maxCount 1",
            *_of_classes(classes),
            f'sh:message "{told}, and there is one at most."@en',
        ]
    )


def _range(name: str, *, elsewhere: bool) -> Iterator[str]:
    """Write what the values of a property are."""
    told = list(_union(_value(name, RDFS.range)))
    if (CQ[name], RDF.type, OWL.DatatypeProperty) in vocabulary():
        yield from (_datatype(told[0]),) if told else _dates(name)
        return
    yield "sh:nodeKind sh:IRI"
    if told == [SKOS.Concept] and name not in _OPEN:
        yield f"sh:in ( {' '.join(f'<{c}>' for c in _members(name))} )"
    elif told in ([SKOS.Concept], [PROV.SoftwareAgent]):
        yield f'sh:pattern "^{BASE}{name}/."'
    elif told == [OWL.Class]:
        labelled = vocabulary().subjects(CQ.nodeLabel)
        yield f"sh:in ( {' '.join(sorted(f'cq:{_name(c)}' for c in labelled))} )"
    elif told and not elsewhere:
        yield from _of_classes([_name(c) for c in told])


def _sort_of(name: str) -> str:
    """Say in words what the values of a property are."""
    told = [str(each) for each in _union(_value(name, RDFS.range))]
    if (CQ[name], RDF.type, OWL.DatatypeProperty) in vocabulary():
        sort = told[0].removeprefix(str(XSD)) if told else "date"
        words = {"string": "a text", "date": "a date of its precision", "integer": "an integer"}
        return words.get(sort, f"a {sort}")
    if told == [str(SKOS.Concept)] and name not in _OPEN:
        return f"one of {', '.join(_last(c) for c in _members(name))}"
    ours = [_name(URIRef(each)) for each in told if each.startswith(NAMESPACE)]
    return _either(ours) if ours else "an IRI of its sort"


def _of_classes(names: list[str]) -> Iterator[str]:
    if len(names) == 1:
        yield f"sh:class cq:{names[0]}"
    else:
        yield f"sh:or ( {' '.join(f'[ sh:class cq:{each} ]' for each in names)} )"


def _dates(name: str) -> Iterator[str]:
    """Write what dates are; checkers know few of their datatypes by more than the name."""
    instant = name in _INSTANTS
    sorts = (*_DATES, "dateTime") if instant else _DATES
    yield f"sh:or ( {' '.join(f'[ sh:datatype xsd:{sort} ]' for sort in sorts)} )"
    month, day = "(0[1-9]|1[0-2])", "(-(0[1-9]|[12][0-9]|3[01]))?"
    time = "(T.+)?" if instant else ""
    yield f'sh:pattern "^([0-9]{{4}}(-{month}{day})?{time}|--{month}{day})$"'


def _datatype(term: Node) -> str:
    return f"sh:datatype xsd:{str(term).removeprefix(str(XSD))}"


def _members(name: str) -> list[str]:
    return sorted(str(c) for c in concepts().subjects(SKOS.inScheme, URIRef(BASE + name)))


def _end(name: str, end: str) -> list[str]:
    graph = vocabulary()
    for above in graph.objects(CQ[name], RDFS.subClassOf):
        if (above, OWL.onProperty, CQ[end]) in graph:
            return [_name(c) for c in _union(graph.value(above, OWL.allValuesFrom))]
    return []


def _is_many(name: str) -> bool:
    """Tell whether there may be several; a tenure is attested on several days."""
    graph = vocabulary()
    return name == "attested" or any(str(v) == "true" for v in graph.objects(CQ[name], CQ.many))


def _union(classes: Node | None) -> Iterable[Node]:
    members = vocabulary().value(classes, OWL.unionOf) if classes is not None else None
    if members is not None:
        return Collection(vocabulary(), members)
    return () if classes is None else (classes,)


def _value(name: str, annotation: URIRef) -> Node | None:
    found = vocabulary().objects(CQ[name], annotation)
    return next((each for each in found if getattr(each, "language", None) in (None, "en")), None)


def _name(term: Node) -> str:
    return str(term).removeprefix(NAMESPACE)


def _last(iri: str) -> str:
    return iri.rpartition("/")[2]


def _either(names: list[str]) -> str:
    return " or ".join(f"cq:{each}" for each in names)


def _article(word: str) -> str:
    return "An" if word[0] in "aeio" else "A"


def _block(lines: list[str]) -> str:
    return " ;\n    ".join(lines) + " .\n"


if __name__ == "__main__":
    print(shapes(), end="")
