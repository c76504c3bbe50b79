"""Decisions into quads, in a graph of their own, and back."""

from collections.abc import Iterator

from communique.errors import DataError
from communique.graph.decisions import Decision, Side, Verb
from communique.graph.model import Label
from communique.ontology.description import Resource
from communique.ontology.iris import place_of, span_of
from communique.ontology.literals import string
from communique.ontology.mapping import Quad, iri
from communique.ontology.terms import COMMENT, DECISIONS, DERIVED, NAMESPACE, PROV, TYPE

_GRAPH, _DERIVED = f"<{DECISIONS}>", f"<{DERIVED}>"


def quads_of_decision(decision: Decision) -> Iterator[Quad]:
    """Say what somebody decided, and that what is derived follows it.

    Args:
        decision: The decision.

    Yields:
        Its quads, in the graph of decisions.
    """
    subject = iri(f"decision:{decision.id}")
    yield subject, f"<{TYPE}>", _cq("Decision"), _GRAPH
    yield subject, _cq("verb"), iri(f"verb:{decision.verb}"), _GRAPH
    yield _DERIVED, f"<{PROV}wasInfluencedBy>", subject, _GRAPH
    if decision.fact:
        yield subject, _cq("fact"), iri(decision.fact), _GRAPH
    if decision.note is not None:
        yield subject, f"<{COMMENT}>", string(decision.note), _GRAPH
    for number, side in enumerate(decision.sides, 1):
        about = iri(f"decision:{decision.id}#{number}")
        yield subject, _cq("side"), about, _GRAPH
        yield from _quads_of_side(about, side)


def decision_of(resource: Resource, sides: dict[str, Resource]) -> Decision:
    """Make a decision again of what is said of it.

    Args:
        resource: The decision.
        sides: Its sides, by IRI.

    Returns:
        The decision.

    Raises:
        DataError: If that is no decision, or its IRI is another's.
    """
    try:
        verb = Verb(resource.word("verb"))
        fact = resource.one_id("fact") if verb is Verb.WRONG else None
        made = Decision(
            verb,
            tuple(_side_of(sides[each]) for each in resource.iris("side")),
            fact,
            resource.text(COMMENT),
        )
        unlike = f"decision:{made.id}" != resource.id or (fact is None and len(made.sides) != 2)
    except (KeyError, ValueError):
        unlike = True
    if unlike or made.fault:
        message = f"{resource.iri} is no whole decision."
        raise DataError(message, "Its IRI ends in a hash of what it says; export it again.")
    return made


def _quads_of_side(subject: str, side: Side) -> Iterator[Quad]:
    yield subject, f"<{TYPE}>", _cq("Side"), _GRAPH
    yield subject, _cq("inRelease"), iri(side.release), _GRAPH
    yield subject, _cq("ofClass"), _cq(side.label), _GRAPH
    yield subject, _cq("span"), iri(span_of(side.release, side.start, side.end)), _GRAPH
    yield subject, _cq("form"), string(side.name), _GRAPH


def _side_of(resource: Resource) -> Side:
    release, start, end = place_of(resource.one_id("span"))
    label = Label(resource.one("ofClass").removeprefix(f"<{NAMESPACE}").removesuffix(">"))
    return Side(release, label, start, end, str(resource.value(resource.one("form"))))


def _cq(name: str) -> str:
    return f"<{NAMESPACE}{name}>"
