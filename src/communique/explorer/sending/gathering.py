"""What a page tells: asked of the graph by the questions that the explorer asks, too."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from communique.errors import DataError
from communique.explorer.sending.subject import Subject
from communique.graph.identity import ref_of
from communique.graph.model import Label
from communique.pipeline import Graph
from communique.queries import asking
from communique.queries.period import Period

if TYPE_CHECKING:
    import networkx as nx

AROUND = 60
"""So many actors are drawn at most."""

_LONGEST_NAME, _LONGEST_SENTENCE, _NAMES = 300, 1500, 12
_QUESTIONS = {
    Label.PERSON: ("timeline", "person"),
    Label.ORGANIZATION: ("organization-timeline", "organization"),
    Label.PLACE: ("place-timeline", "place"),
    Label.OFFICE: ("office-timeline", "office"),
}


@dataclass(frozen=True)
class Gathered:
    """What is told of a subject.

    Attributes:
        head: Who it is, the period, notes, and what is around it.
        facts: What happened, the latest first, each as the page takes it, with the ids of the
            releases that tell it.
        releases: What is told of releases, by id.
        total: How many facts there are.
    """

    head: Mapping[str, Any]
    facts: tuple[Mapping[str, Any], ...]
    releases: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    total: int = 0


def gather(graph: Graph, subject: Subject, period: Period) -> Gathered:
    """Ask a graph for all that a page tells.

    Args:
        graph: The graph.
        subject: Whom it is about.
        period: When.

    Returns:
        What is told.

    Raises:
        DataError: If nothing is.
    """
    rows, notes = _ask(graph, subject, period)
    told = graph.describe(subject.id)
    if not rows:
        message = f"Nothing is told of {told.name} in {period}."
        raise DataError(message, "Ask for other days, or somebody else.")
    ends = graph.ends(one["id"] for row in rows for one in row["evidence"])
    facts = [_fact(row, ends) for row in rows]
    facts.sort(key=lambda fact: _day(fact["date"]), reverse=True)
    network = graph.excerpt(**_scope(subject, facts), since=period.since, until=period.until)
    head = {
        "subject": {"id": told.id, "name": _cut(told.name), "label": told.label,
                    "names": [_cut(name) for name in told.names[:_NAMES]]},
        "since": period.since, "until": period.until, "notes": [*subject.notes, *notes],
        "network": _network(network),
    }  # fmt: skip
    return Gathered(head, tuple(facts), _releases(rows), len(facts))


def _ask(
    graph: Graph, subject: Subject, period: Period
) -> tuple[list[dict[str, Any]], tuple[str, ...]]:
    """Ask what happened; of a country that acts as of a place."""
    name, taken = _QUESTIONS[ref_of(subject.id).label]
    given = {taken: subject.id, "since": period.since, "until": period.until}
    told = {key: value for key, value in given.items() if value is not None}
    cited = asking.prepare(graph.reader, name, told).cite()
    return cited.dicts(), tuple(cited.answer.notes)


def _scope(subject: Subject, facts: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Say what is drawn: those next to somebody, or those who met in a place."""
    label = ref_of(subject.id).label
    if label is Label.PLACE:
        return {"places": [subject.id], "top": AROUND}
    if label is not Label.OFFICE:
        return {"around": [subject.id], "top": AROUND}
    holders = {end["id"] for fact in facts for end in fact["ends"] if end["name"] == fact["who"]}
    people = sorted(one for one in holders if ref_of(one).label is Label.PERSON)
    return {"around": people, "top": AROUND}


def _fact(row: Mapping[str, Any], ends: Mapping[str, Iterable[Any]]) -> dict[str, Any]:
    """Make one form of the rows of all four questions."""
    found = {end for one in row["evidence"] for end in ends.get(one["id"], ())}
    who = row.get("who", row.get("person"))
    return {
        "date": row["date"],
        "what": row["what"],
        "who": ", ".join(who) if isinstance(who, list) else who,
        "whom": row.get("whom"),
        "place": row.get("place"),
        "ends": [{"id": end.id, "name": _cut(end.name)} for end in sorted(found)],
        "told": [{"release": one["release"], "sentence": _cut(one["sentence"], _LONGEST_SENTENCE)}
                 for one in row["evidence"]],
    }  # fmt: skip


def _releases(rows: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    keys = {"title": "title", "date": "issued", "issuer": "issuer"}
    return {
        one["release"]: {**{k: _cut(one[v]) for k, v in keys.items()}, "address": one["release"]}
        for row in rows
        for one in row["evidence"]
    }


def _network(network: "nx.Graph[str]") -> dict[str, Any]:
    ends = ("weight", "first", "last")
    return {
        "nodes": [
            {"id": node, "name": _cut(data["name"]), "kind": data["label"],
             "office": _cut(data["office"])}
            for node, data in network.nodes(data=True)
        ],
        "edges": [
            {"source": one, "target": other, **{key: data[key] for key in ends}}
            for one, other, data in network.edges(data=True)
        ],
    }  # fmt: skip


def _day(date: str | None) -> str:
    """Put what is of no year last."""
    return "" if date is None or date.startswith("-") else date


def _cut(text: str | None, most: int = _LONGEST_NAME) -> str | None:
    return text if text is None or len(text) <= most else f"{text[:most]}…"
