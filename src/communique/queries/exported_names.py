"""From a name as a person writes it to the one node of an exported graph that is meant."""

from collections import defaultdict
from collections.abc import Iterable

from communique.errors import DataError, UnknownId
from communique.graph.model import Label
from communique.ontology.iris import id_of, iri_of
from communique.ontology.terms import NAMESPACE
from communique.queries.exported import Exported, Term
from communique.queries.question import ParameterType
from communique.queries.resolution import (
    LABELS,
    Known,
    ambiguous,
    find_alike,
    find_best,
    longest_word,
    unknown,
)


def resolve(dataset: Exported, kind: ParameterType, text: str) -> str:
    """Find the node that a name means, by the rules that hold for a database.

    Args:
        dataset: The graph.
        kind: What is looked for.
        text: An id or a name.

    Returns:
        The node's id.

    Raises:
        AmbiguousName: If several nodes fit.
        UnknownName: If none fits; the nearest names are offered.
        UnknownId: If a fact's id is not one.
    """
    if kind is ParameterType.FACT:
        return _fact(dataset, text)
    everything = [known for label in LABELS[kind] for known in _known(dataset, label)]
    if any(known.id == text for known in everything):
        return text
    named = [known for known in everything if known.named]
    fitting = find_best(_with_word(named, text), text) or find_alike(named, text)
    if len(fitting) > 1:
        raise ambiguous(kind, text, fitting, lambda person: _latest_office(dataset, person))
    if not fitting:
        raise unknown(dataset.where, kind, text, (known.name for known in named))
    return fitting[0].id


def _fact(dataset: Exported, text: str) -> str:
    if not dataset.select(_FACT, {"given_fact": Term(iri_of(text), None)}):
        message = f"No fact {text!r} in {dataset.where}."
        raise UnknownId(
            message, "Other queries name the facts they rest on: see their last column."
        )
    return text


def _known(dataset: Exported, label: Label) -> list[Known]:
    told: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in dataset.select(_NODES, {"given_class": Term(NAMESPACE + label, None)}):
        for key, term in row.items():
            told[row["node"].text][key].add(term.text)
    return [
        Known(
            _id(dataset, iri),
            min(of["name"]),
            tuple(sorted(of["other"])),
            min(of["date"], default=None),
            named="false" not in of["named"],
        )
        for iri, of in sorted(told.items())
    ]


def _id(dataset: Exported, iri: str) -> str:
    try:
        return id_of(iri)
    except ValueError as error:
        message = f"{dataset.where} is no export of a graph: {error}"
        raise DataError(message, "Make it by `communique export`.") from error


def _with_word(known: Iterable[Known], text: str) -> list[Known]:
    word = longest_word(text)
    return [each for each in known if any(word in name.lower() for name in each.names)]


def _latest_office(dataset: Exported, person: str) -> str | None:
    rows = dataset.select(_OFFICES, {"given_person": Term(iri_of(person), None)})
    dated = sorted(row["office"].text for row in rows)
    days = {row["office"].text: row["last"].text for row in rows if "last" in row}
    return max(dated, key=lambda office: days.get(office, ""), default=None)


_PREFIX = f"PREFIX cq: <{NAMESPACE}>\n"
_NODES = (
    f"{_PREFIX}SELECT ?node ?name ?other ?date ?named $given_class WHERE {{ "
    "?node a $given_class ; cq:name ?name . OPTIONAL { ?node cq:alternateName ?other } "
    "OPTIONAL { ?node cq:date ?date } OPTIONAL { ?node cq:named ?named } }"
)
_OFFICES = (
    f"{_PREFIX}SELECT ?office ?last $given_person WHERE {{ ?tenure cq:holder $given_person ; "
    "cq:inOffice/cq:name ?office . OPTIONAL { ?tenure cq:lastSeen ?last } }"
)
_FACT = f"{_PREFIX}SELECT $given_fact WHERE {{ ?told cq:fact $given_fact ; cq:subject ?x }} LIMIT 1"
