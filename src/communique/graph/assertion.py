"""What one release asserts: its reading as rows, ready for any database."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from communique.graph.identity import entity_ref
from communique.graph.model import EdgeType, Label, Role, allows
from communique.graph.rows import Batch, Edge, Node, NodeRef, Properties, Value
from communique.loaders.release import Release
from communique.reading.model import Entity, Fact, Kind, Predicate, Reading, Span

PREDICATES = {
    Predicate.ATTENDED: EdgeType.ATTENDED,
    Predicate.SPOKE_AT: EdgeType.SPOKE_AT,
    Predicate.HOSTED: EdgeType.HOSTED,
    Predicate.VISITED: EdgeType.VISITED,
    Predicate.THANKED: EdgeType.THANKED,
    Predicate.CONGRATULATED: EdgeType.CONGRATULATED,
    Predicate.ACCOMPANIED: EdgeType.ACCOMPANIED,
    Predicate.SIGNED: EdgeType.SIGNED,
}
"""Which edge type each predicate becomes; met-with becomes two ATTENDED."""


def assert_release(release: Release, reading: Reading) -> Batch:
    """Turn a release and its reading into the rows that it alone owns.

    Args:
        release: The release.
        reading: What it says.

    Returns:
        The Release node and its asserted edges, sorted; a pure function of the arguments.
    """
    rows = _Rows(release, reading)
    facts = list(rows.facts())
    kept = [edge for edge in facts if _fits(edge)]
    edges = sorted(
        (*rows.mentions(), *rows.reports(), *kept), key=lambda edge: (edge.type, edge.id)
    )
    dropped = sorted(
        {str(e.properties["fact"]) for e in facts} - {str(e.properties["fact"]) for e in kept}
    )
    notes = tuple(f"The model has no such edge: {fact}." for fact in dropped)
    return Batch(release_node(release, reading, notes), tuple(edges))


def release_node(release: Release, reading: Reading, notes: tuple[str, ...] = ()) -> Node:
    """Make the Release node: the text as published, which reader read it, what it left out."""
    properties: dict[str, Value | None] = {
        "id": release.id,
        "title": release.title or None,
        "url": release.url,
        "date": release.date or reading.date,
        "issued": release.issued,
        "issuer": release.issuer,
        "language": release.language or reading.language,
        "sha256": release.sha256,
        "text": release.text,
        "body": release.body,
        "reader": reading.reader,
        "notes": sorted({*reading.notes, *notes}) or None,
    }
    return Node(NodeRef(Label.RELEASE, release.id), _present(properties))


@dataclass
class _Rows:
    release: Release
    reading: Reading
    taken: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.source = NodeRef(Label.RELEASE, self.release.id)
        self.refs = tuple(entity_ref(e, self.release.id) for e in self.reading.entities)

    def mentions(self) -> Iterator[Edge]:
        for entity, ref in zip(self.reading.entities, self.refs, strict=True):
            first = entity.mentions[0]
            tail = ".implied" if entity.implied else ""
            edge_id = self._id(f"mentions.{ref.label.lower()}.{_range(first)}{tail}")
            properties = self._mention(entity, edge_id)
            yield Edge(EdgeType.MENTIONS, edge_id, self.source, ref, properties)

    def reports(self) -> Iterator[Edge]:
        seen = set()
        for entity, ref in zip(self.reading.entities, self.refs, strict=True):
            if entity.kind is Kind.EVENT and ref not in seen:
                seen.add(ref)
                edge_id = self._id(f"reports.{_range(entity.mentions[0])}")
                properties = {"id": edge_id, "release": self.release.id}
                yield Edge(EdgeType.REPORTS, edge_id, self.source, ref, properties)

    def facts(self) -> Iterator[Edge]:
        for fact in self.reading.facts:
            spans = f"{_range(fact.subject_span)}.{_range(fact.object_span)}"
            fact_id = self._id(f"{fact.predicate}.{spans}")
            if fact.predicate is Predicate.MET_WITH:
                yield from self._meeting(fact, fact_id)
            else:
                yield self._edge(fact, fact_id, PREDICATES[fact.predicate])

    def _meeting(self, fact: Fact, fact_id: str) -> Iterator[Edge]:
        if fact.event is None:
            message = f"the met-with fact {fact_id} names no event"
            raise ValueError(message)
        event = self.refs[fact.event]
        sides = ((Role.PRINCIPAL, fact.subject), (Role.COUNTERPART, fact.object))
        for role, party in sides:
            properties = self._properties(fact, fact_id, f"{fact_id}/{role}", party)
            properties["role"] = role.value
            yield Edge(EdgeType.ATTENDED, f"{fact_id}/{role}", self.refs[party], event, properties)

    def _edge(self, fact: Fact, fact_id: str, edge_type: EdgeType) -> Edge:
        properties = self._properties(fact, fact_id, fact_id, fact.subject)
        if edge_type is EdgeType.ATTENDED:
            properties["role"] = Role.ATTENDEE.value
        if fact.for_what is not None:
            properties["for_what"] = fact.for_what.of(self.release.text)
        return Edge(edge_type, fact_id, self.refs[fact.subject], self.refs[fact.object], properties)

    def _properties(self, fact: Fact, fact_id: str, edge_id: str, party: int) -> dict[str, Value]:
        place = None if fact.place is None else self.reading.entities[fact.place].name
        return _present(
            {
                "id": edge_id,
                "release": self.release.id,
                "fact": fact_id,
                "status": fact.status.value,
                "date": fact.date,
                "place": place,
                "quote": fact.evidence.of(self.release.text),
                "start": fact.evidence.start,
                "end": fact.evidence.end,
                "rule": fact.rule,
                "confidence": fact.confidence,
                "offices": self._offices(self.reading.entities[party]),
            }
        )

    def _mention(self, entity: Entity, edge_id: str) -> Properties:
        kind = "group" if entity.kind is Kind.GROUP else entity.sort
        is_event = entity.kind is Kind.EVENT
        return _present(
            {
                "id": edge_id,
                "release": self.release.id,
                "form": entity.name,
                "forms": sorted({entity.name, *entity.forms}),
                "spans": [offset for s in entity.mentions for offset in (s.start, s.end)],
                "implied": entity.implied or None,
                "attested": self.release.date or self.reading.date,
                "offices": self._offices(entity),
                "title": entity.title,
                "of": self._at(entity.of),
                "within": self._at(entity.place),
                "part_of": self._at(entity.part_of),
                "kind": kind,
                "named": entity.named if is_event else None,
                "date": entity.date,
                "end_date": entity.end_date,
                "status": entity.status.value if entity.status else None,
                "latitude": entity.latitude,
                "longitude": entity.longitude,
                "country": entity.country,
                "gazetteer": entity.gazetteer,
            }
        )

    def _offices(self, entity: Entity) -> list[str] | None:
        return sorted({self.refs[o].id for o in entity.offices}) or None

    def _at(self, position: int | None) -> str | None:
        return None if position is None else self.refs[position].id

    def _id(self, fragment: str) -> str:
        """Number what would otherwise share an id: two facts between the same two spans."""
        count = self.taken[fragment] = self.taken.get(fragment, 0) + 1
        return f"{self.release.id}#{fragment}" + (f".{count}" if count > 1 else "")


def _fits(edge: Edge) -> bool:
    return edge.source != edge.target and allows(edge.type, edge.source.label, edge.target.label)


def _range(span: Span) -> str:
    return f"{span.start}-{span.end}"


def _present(properties: Mapping[str, Value | None]) -> dict[str, Value]:
    return {key: value for key, value in properties.items() if value is not None}


def precedence(release: Node) -> tuple[str, str, str]:
    """Rank the texts of one address: the latest issue wins, a tie goes by hash, then by headline.

    Args:
        release: A Release node.

    Returns:
        A key to compare by; equal keys are the same release.
    """
    told = release.properties
    issued = str(told.get("issued") or told.get("date") or "")
    rest = [told.get(key) for key in ("title", "date", "issuer", "language")]
    return issued, str(told["sha256"]), json.dumps(rest)
