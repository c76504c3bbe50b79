"""A release as it was published, with the place of every mention and fact in it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from communique.errors import UnknownId
from communique.graph.attachment import Attached
from communique.graph.model import EdgeType, Label, Role
from communique.graph.rows import Edge, NodeRef
from communique.graph.settlement import fetch_attached
from communique.graph.store import Store, Transaction
from communique.graph.store.write import fetch_nodes


@dataclass(frozen=True)
class Mentioned:
    """A mention of a release.

    Attributes:
        id: Its id.
        node: The id of what is meant.
        label: The label of that.
        name: The name of that.
        form: The name by which the release calls it.
        spans: Where it stands: starts and ends in the text, in code points, in turn.
        inferred: On what it rests that a title there means its holder; None for a name.
    """

    id: str
    node: str
    label: str
    name: str
    form: str
    spans: list[int]
    inferred: str | None


@dataclass(frozen=True)
class Told:
    """A fact of a release.

    Attributes:
        id: Its id.
        predicate: ``met-with``, ``attended``, ``thanked`` and the like.
        subject: The id of who did it.
        subject_name: The name of that.
        object: The id of whom or what it was done with.
        object_name: The name of that.
        event: The id of the event of a meeting; None for other facts.
        status: ``occurred``, ``planned`` or ``cancelled``.
        date: The day, as far as it is known.
        place: Where, as the release calls it.
        start: Where the words that say so start, in code points.
        end: Where they end.
        quote: These words.
        rule: The rule that read them.
        confidence: How sure that is, from 0 to 1.
    """

    id: str
    predicate: str
    subject: str
    subject_name: str
    object: str
    object_name: str
    event: str | None
    status: str
    date: str | None
    place: str | None
    start: int
    end: int
    quote: str
    rule: str
    confidence: float


@dataclass(frozen=True)
class Document:
    """A release of the graph.

    Attributes:
        id: Its id: its address, where it has one.
        title: Its headline.
        url: Its address.
        date: Its day.
        issuer: Who published it.
        language: Its language.
        reader: What read it.
        text: All of it.
        body: Where its body starts, in code points.
        mentions: What it mentions, by place.
        facts: What it tells, by place.
    """

    id: str
    title: str | None
    url: str | None
    date: str | None
    issuer: str | None
    language: str | None
    reader: str | None
    text: str
    body: int
    mentions: tuple[Mentioned, ...]
    facts: tuple[Told, ...]


def fetch_document(store: Store, release: str) -> Document:
    """Fetch a release with all that was read in it.

    Args:
        store: The graph.
        release: Its id.

    Returns:
        The release.

    Raises:
        UnknownId: If the graph has no such release.
    """
    ref = NodeRef(Label.RELEASE, release)

    def work(tx: Transaction) -> tuple[Attached, dict[NodeRef, str]] | None:
        found = fetch_attached(tx, [ref]).get(ref)
        if found is None:
            return None
        ends = {end for edge in found.edges for end in (edge.source, edge.target)} - {ref}
        return found, {node.ref: str(node.properties["name"]) for node in fetch_nodes(tx, ends)}

    if (fetched := store.consult(work)) is None:
        message = f"No release {release!r} in {store.where}."
        raise UnknownId(message, "Its id is its address, where it has one.")
    return _document(*fetched)


def _document(attached: Attached, names: Mapping[NodeRef, str]) -> Document:
    told = attached.release.properties
    mentions = (_mentioned(e, names) for e in attached.edges if e.type is EdgeType.MENTIONS)
    keys = ("title", "url", "date", "issuer", "language", "reader")
    return Document(
        id=attached.release.ref.id,
        **{key: cast("str | None", told.get(key)) for key in keys},
        text=str(told["text"]),
        body=cast("int", told.get("body", 0)),
        mentions=tuple(sorted(mentions, key=lambda one: (one.spans or [0], one.id))),
        facts=tuple(sorted(_facts(attached.edges, names), key=lambda one: (one.start, one.id))),
    )


def _mentioned(edge: Edge, names: Mapping[NodeRef, str]) -> Mentioned:
    told = edge.properties
    return Mentioned(
        id=edge.id,
        node=edge.target.id,
        label=edge.target.label.value,
        name=names[edge.target],
        form=str(told["form"]),
        spans=cast("list[int]", list(told.get("spans", []))),  # type: ignore[arg-type]
        inferred=cast("str | None", told.get("inferred")),
    )


def _facts(edges: Iterable[Edge], names: Mapping[NodeRef, str]) -> Iterator[Told]:
    """Make a fact of its edge, or of the two of a meeting."""
    by_fact: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        if "fact" in edge.properties:
            by_fact[str(edge.properties["fact"])].append(edge)
    for fact, told in by_fact.items():
        one = min(told, key=lambda edge: _ORDER.get(str(edge.properties.get("role")), 0))
        met = [e for e in told if e.properties.get("role") == Role.COUNTERPART]
        other = met[0].source if met else one.target
        predicate = "met-with" if met else one.type.lower().replace("_", "-")
        ends = one.source.id, names[one.source], other.id, names[other]
        yield Told(fact, predicate, *ends, one.target.id if met else None, **_said(one))


def _said(edge: Edge) -> dict[str, Any]:
    told = edge.properties
    keys = ("status", "start", "end", "quote", "rule", "confidence")
    return {"date": told.get("date"), "place": told.get("place"), **{k: told[k] for k in keys}}


_ORDER = {Role.PRINCIPAL.value: 0, Role.COUNTERPART.value: 1}
