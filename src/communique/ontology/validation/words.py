"""Whether RDF has words of our namespace that are none, or that are out of place.

The latter is what the shapes named after a class and ``-other`` say; pyshacl takes as long for them
as for all others, and so it is not given them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from rdflib import SH, URIRef

from communique.graph.properties import Violation
from communique.ontology.iris import id_of
from communique.ontology.terms import NAMESPACE, TYPE
from communique.ontology.validation.aim import shape_graph
from communique.ontology.vocabulary import vocabulary

_TYPE, _OURS = f"<{TYPE}>", f"<{NAMESPACE}"
_SHAPE = "https://w3id.org/communique/shapes#"


def check_words(triples: Collection[tuple[str, str, str]]) -> Iterator[Violation]:
    """Find words of our namespace that the vocabulary does not have, and those out of place.

    Args:
        triples: All that is said of some things.

    Yields:
        Each violation; those of words out of place as the shape of that class would tell it.
    """
    classes: dict[str, list[str]] = defaultdict(list)
    for subject, predicate, found in triples:
        if predicate == _TYPE and found in _barred():
            classes[subject].append(found)
    for subject, predicate, found in triples:
        if not predicate.startswith(_OURS):
            if predicate == _TYPE and found.startswith(_OURS) and found not in _known():
                yield _unknown(subject, found)
        elif predicate not in _known():
            yield _unknown(subject, predicate)
        for each in classes.get(subject, ()):
            if predicate in _barred()[each]:
                rule = f"{each[len(_OURS) : -1]}-other"
                yield Violation(id_in(subject), rule, _message(rule))


def _unknown(subject: str, word: str) -> Violation:
    message = f"The vocabulary has no cq:{word[len(_OURS) : -1]}."
    return Violation(id_in(subject), "unknown-term", message)


@cache
def _barred() -> Mapping[str, frozenset[str]]:
    """List the properties that the things of each class can't have, as their shapes do."""
    graph = shape_graph()
    barred: dict[str, frozenset[str]] = {}
    for owner, name in graph.subject_objects(SH.targetClass):
        path = graph.value(URIRef(f"{owner}-other"), SH.path)
        if path is not None:
            listed = graph.value(path, SH.alternativePath)
            barred[f"<{name}>"] = frozenset(f"<{each}>" for each in graph.items(listed))  # type: ignore[arg-type]
    return barred


def _message(rule: str) -> str:
    return str(shape_graph().value(URIRef(f"{_SHAPE}{rule}"), SH.message))


@cache
def _known() -> frozenset[str]:
    return frozenset(f"<{each}>" for each in vocabulary().subjects())


def id_in(told: str) -> str:
    """Give the id of a thing of ours by its IRI, in angle brackets; of any other thing the IRI."""
    try:
        return id_of(told[1:-1])
    except ValueError:
        return told[1:-1]
