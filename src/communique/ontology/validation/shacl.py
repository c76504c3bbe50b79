"""RDF of this vocabulary held against its shapes, some thousands of triples at a time.

All that SHACL wants to see of a thing is said of resources of one document, that is of one IRI and
its fragments, but for one: of which class a thing of another document is. So documents are checked
in any order and any number, with the classes of what they point at beside them.
"""

import logging
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from rdflib import RDF, RDFS, SH, Graph, Literal, URIRef
from rdflib.term import BNode, Node

from communique.errors import MissingExtra
from communique.graph.properties import Violation, shown
from communique.ontology.literals import lexical_and_datatype
from communique.ontology.mapping import Quad
from communique.ontology.terms import NAMESPACE, TYPE
from communique.ontology.validation.aim import WHOLE, aimed, shape_graph, unions
from communique.ontology.validation.words import check_words, id_in

SIZE = 20_000
"""How many triples are checked at a time, more where one document has more."""

_TYPE = f"<{TYPE}>"
_RELEASE = f"<{NAMESPACE}Release>"

_HERE = URIRef("https://w3id.org/communique/here")

Types = Mapping[str, Collection[str]]
"""The classes of things, by IRI, both in angle brackets."""


@dataclass(frozen=True)
class Part:
    """Some documents, whole.

    Attributes:
        quads: All that is said of them.
        types: The classes of what they point at; more does no harm.
    """

    quads: Collection[Quad]
    types: Types = field(default_factory=dict)


@dataclass
class Counts:
    """What has been checked so far."""

    releases: int = 0
    triples: int = 0
    violations: int = 0

    def __str__(self) -> str:
        told = (self.releases, "release"), (self.triples, "triple"), (self.violations, "violation")
        releases, triples, violations = (f"{n:,} {what}{'s'[: n != 1]}" for n, what in told)
        return f"{releases}, {triples}: {violations}"


def validate(parts: Iterable[Part], counts: Counts, size: int = SIZE) -> Iterator[Violation]:
    """Check RDF against the shapes and the words of the vocabulary.

    Args:
        parts: What to check, document by document.
        counts: Where to count releases and triples.
        size: How many triples to check at a time.

    Yields:
        Each violation, sorted within what is checked at a time.

    Raises:
        MissingExtra: If pyshacl is not installed.
    """
    check = _checker()
    for quads, types in _gathered(parts, size):
        triples = {quad[:3] for quad in quads}
        counts.triples += len(triples)
        counts.releases += sum(p == _TYPE and o == _RELEASE for _, p, o in triples)
        with quiet():
            found = [*check_words(triples), *check(_graph(triples, types))]
        yield from sorted(set(found), key=lambda v: (v.where, v.rule, v.message))


def documents(quads: Iterable[Quad]) -> Iterator[Part]:
    """Take RDF that came in any order apart into its documents.

    Args:
        quads: All of it; it is held in memory.

    Yields:
        Its documents, sorted. What they point at by a fragment has to be in the same document.
    """
    kept: dict[str, list[Quad]] = defaultdict(list)
    types: dict[str, set[str]] = defaultdict(set)
    for quad in quads:
        kept[_document(quad[0])].append(quad)
        if quad[1] == _TYPE:
            types[quad[0]].add(quad[2])
    for name in sorted(kept):
        near = {quad[2] for quad in kept[name] if "#" not in quad[2]}
        yield Part(kept[name], {each: types[each] for each in near if each in types})


def term(told: str) -> Node:
    """Make a term of rdflib of one that N-Quads write."""
    if told.startswith("<"):
        return URIRef(told[1:-1])
    if told.startswith("_:"):
        return BNode(told[2:])
    quoted, mark, rest = told.rpartition('"')
    lexical, _ = lexical_and_datatype(quoted + mark)
    if rest.startswith("@"):
        return Literal(lexical, lang=rest[1:])
    return Literal(lexical, datatype=URIRef(rest[3:-1]) if rest else None)


def _gathered(parts: Iterable[Part], size: int) -> Iterator[tuple[list[Quad], Types]]:
    quads: list[Quad] = []
    types: dict[str, Collection[str]] = {}
    for part in parts:
        quads += part.quads
        types.update(part.types)
        if len(quads) >= size:
            yield quads, types
            quads, types = [], {}
    if quads:
        yield quads, types


def _graph(triples: Iterable[tuple[str, str, str]], types: Types) -> Graph:
    """Fill a graph, and say what in it is whole."""
    graph = Graph(bind_namespaces="none")
    for member, union in unions():
        graph.add((member, RDFS.subClassOf, union))
    for subject, predicate, found in triples:
        thing = term(subject)
        graph.add((thing, URIRef(predicate[1:-1]), term(found)))
        if predicate == _TYPE:
            graph.add((_HERE, URIRef(f"{WHOLE}{found[1:-1]}"), thing))
    for named, classes in types.items():
        for each in classes:
            graph.add((term(named), RDF.type, term(each)))
    return graph


def _checker() -> Any:  # noqa: ANN401 - a function of a graph
    try:
        import pyshacl
    except ImportError as error:
        message = "Checking RDF needs pyshacl."
        raise MissingExtra(message, "Run: pip install 'communique[validate]'") from error

    def check(graph: Graph) -> Iterator[Violation]:
        conforms, results, _ = pyshacl.validate(
            graph,
            shacl_graph=aimed(),
            inference="none",
            advanced=False,
            js=False,
            inplace=True,
            do_owl_imports=False,
        )
        if not conforms:
            for result in results.subjects(RDF.type, SH.ValidationResult):
                yield _violation(results, result)

    return check


def _violation(results: Graph, result: Node) -> Violation:
    focus, value = (results.value(result, p) for p in (SH.focusNode, SH.value))
    shape = results.value(result, SH.sourceShape)
    message = str(results.value(result, SH.resultMessage) or "It breaks a shape.")
    if value is not None and value != focus:
        message = f"{message} Here: {shown(str(value))}."
    return Violation(id_in(f"<{focus}>"), _rule(shape), message)


def _rule(shape: Node | None) -> str:
    """Name a shape: by its own name, or by that of the shape that it is part of and its own."""
    if isinstance(shape, URIRef):
        return shape.rpartition("#")[2]
    graph = shape_graph()
    owner = graph.value(None, SH.property, shape)
    part = graph.value(shape, SH.name) if shape is not None else None
    return f"{str(owner).rpartition('#')[2]}-{part}"


def _document(subject: str) -> str:
    return subject.partition("#")[0].removesuffix(">")


@contextmanager
def quiet() -> Iterator[None]:
    """Keep rdflib from printing about values that are told of anyway."""
    logger = logging.getLogger("rdflib")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)
