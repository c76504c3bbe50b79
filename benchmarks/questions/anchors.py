"""What the questions are asked about: people, offices, events, places, drawn from the graph."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from communique.graph.store import Store
from communique.queries.lookups import look_up
from communique.queries.question import Parameter, ParameterType, Question

USUAL, BUSY = "usual", "busy"
_BUSIEST = 20
_LISTS: Mapping[ParameterType, str] = {
    ParameterType.PERSON: "MATCH (x:Person)-[r:ATTENDED]->() RETURN x.id AS id, count(r) AS n",
    ParameterType.OFFICE: "MATCH (x:Office)<-[r:HOLDS]-() RETURN x.id AS id, count(r) AS n",
    ParameterType.ORGANIZATION: (
        "MATCH (x:Organization)-[r:ATTENDED]->() WHERE NOT x.id CONTAINS '@' "
        "RETURN x.id AS id, count(r) AS n"
    ),
    ParameterType.PLACE: "MATCH (x:City)<-[r:HELD_IN]-() RETURN x.id AS id, count(r) AS n",
    ParameterType.EVENT: (
        "MATCH (x:Event {named: true})<-[r:ATTENDED]-() RETURN x.id AS id, count(r) AS n"
    ),
    ParameterType.FACT: (
        "MATCH (e:Event {kind: 'forum'})<-[r:ATTENDED]-() WITH e, collect(r.fact) AS facts "
        "RETURN facts[0] AS id, size(facts) AS n"
    ),
}
_PLAIN: Mapping[ParameterType, object] = {
    ParameterType.STATUS: "occurred",
    ParameterType.INTEGER: 2,
    ParameterType.NUMBER: 0.5,
    ParameterType.STRING: "meeting",
}
_SAME = {ParameterType.PARTY: ParameterType.PERSON}


@dataclass(frozen=True)
class Call:
    """A question with the anchors that are given.

    Attributes:
        question: The question.
        given: The parameters that have a value.
        anchors: Those among them that name something.
    """

    question: Question
    given: tuple[Parameter, ...]
    anchors: tuple[Parameter, ...]

    @property
    def name(self) -> str:
        """The question, and what is given that need not be."""
        return " ".join((self.question.name, *(f"--{p.name}" for p in self.anchors)))


def calls(question: Question) -> Iterator[Call]:
    """List how a question is asked: with what must be given, and with each other anchor too."""
    needed = [p for p in question.parameters if p.required]
    filled = [p for p in question.parameters if not p.required and p.default is not None]
    named = [p for p in question.parameters if p.type in _LISTS or p.type in _SAME]
    for one in (None, *(p for p in named if not p.required)):
        given = (*needed, *filled, *([one] if one else ()))
        yield Call(question, given, tuple(p for p in given if p in named))


class Anchors:
    """Draws anchors, by a seed: any, or one of those about whom there is most.

    Args:
        store: The graph.
        seed: What all chance comes of.
    """

    def __init__(self, store: Store, seed: int = 7) -> None:
        self._chance = Random(seed)  # noqa: S311
        self._any = {
            kind: [
                row["id"]
                for row in sorted(store.run(cypher, {}).rows, key=lambda r: (-r["n"], r["id"]))
            ]
            for kind, cypher in _LISTS.items()
        }

    def draw(self, call: Call, which: str) -> dict[str, object]:
        """Draw a value for each parameter of a call; those that are not given are None."""
        bound: dict[str, object] = {p.name: p.default for p in call.question.parameters}
        bound |= {name: look_up(name) for name in call.question.lookups}
        return bound | {p.name: self._value(p, which) for p in call.given if p.default is None}

    def person(self) -> str:
        """Draw any person."""
        return str(self._chance.choice(self._any[ParameterType.PERSON]))

    def _value(self, parameter: Parameter, which: str) -> object:
        if parameter.type is ParameterType.DATE:
            return f"20{self._chance.randint(2, 29):02d}-06-{self._chance.randint(1, 30):02d}"
        if parameter.type in _PLAIN:
            return _PLAIN[parameter.type]
        known = self._any[_SAME.get(parameter.type, parameter.type)]
        return self._chance.choice(known[:_BUSIEST] if which == BUSY else known)
