"""What one release asserts: its reading as rows, ready for any database."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from communique.graph.identity import LABELS
from communique.graph.model import EdgeType, Label, Role, allows
from communique.graph.rows import Assertion, Batch, Mention, Node, NodeRef, Properties, Value
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
        The Release node, its mentions and the edges of its facts between them; a pure function of
        the arguments.
    """
    rows = _Rows(release, reading)
    labels = {mention.id: mention.label for mention in rows.mentions}
    told = list(rows.facts())
    dropped = sorted({str(a.properties["fact"]) for a in told if not _fits(a, labels)})
    kept = [a for a in told if a.properties["fact"] not in dropped]
    notes = tuple(f"The model has no such edge: {fact}." for fact in dropped)
    return Batch(
        release_node(release, reading, notes),
        tuple(sorted(rows.mentions, key=lambda mention: mention.id)),
        tuple(sorted(kept, key=lambda each: (each.type, each.id))),
    )


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
        "body_end": release.end,
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
        self.ids = tuple(self._mention_id(entity) for entity in self.reading.entities)
        pairs = zip(self.reading.entities, self.ids, strict=True)
        self.mentions = [self._mention(entity, mention_id) for entity, mention_id in pairs]

    def facts(self) -> Iterator[Assertion]:
        for fact in self.reading.facts:
            spans = f"{_range(fact.subject_span)}.{_range(fact.object_span)}"
            fact_id = self._id(f"{fact.predicate}.{spans}")
            if fact.predicate is Predicate.MET_WITH:
                yield from self._meeting(fact, fact_id)
            else:
                yield self._edge(fact, fact_id, PREDICATES[fact.predicate])

    def _meeting(self, fact: Fact, fact_id: str) -> Iterator[Assertion]:
        if fact.event is None:
            message = f"the met-with fact {fact_id} names no event"
            raise ValueError(message)
        event = self.ids[fact.event]
        sides = ((Role.PRINCIPAL, fact.subject), (Role.COUNTERPART, fact.object))
        for role, party in sides:
            edge_id = f"{fact_id}/{role}"
            told = {**self._properties(fact, fact_id, edge_id), "role": role.value}
            yield Assertion(EdgeType.ATTENDED, edge_id, self.ids[party], event, told)

    def _edge(self, fact: Fact, fact_id: str, edge_type: EdgeType) -> Assertion:
        told = self._properties(fact, fact_id, fact_id)
        if edge_type is EdgeType.ATTENDED:
            told["role"] = Role.ATTENDEE.value
        if fact.for_what is not None:
            told["for_what"] = fact.for_what.of(self.release.text)
        return Assertion(edge_type, fact_id, self.ids[fact.subject], self.ids[fact.object], told)

    def _properties(self, fact: Fact, fact_id: str, edge_id: str) -> dict[str, Value]:
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
            }
        )

    def _mention(self, entity: Entity, mention_id: str) -> Mention:
        refers = {
            "offices": tuple(sorted({self.ids[office] for office in entity.offices})),
            "of": self._at(entity.of),
            "within": self._at(entity.place),
            "part_of": self._at(entity.part_of),
        }
        return Mention(
            mention_id,
            LABELS[entity.kind],
            self._told(entity, mention_id),
            {key: ids for key, ids in refers.items() if ids},
        )

    def _told(self, entity: Entity, mention_id: str) -> Properties:
        is_event = entity.kind is Kind.EVENT
        return _present(
            {
                "id": mention_id,
                "release": self.release.id,
                "form": entity.name,
                "forms": sorted({entity.name, *entity.forms}),
                "spans": [offset for s in entity.mentions for offset in (s.start, s.end)],
                "implied": entity.implied or None,
                "attested": self.release.date or self.reading.date,
                "title": entity.title,
                "kind": "group" if entity.kind is Kind.GROUP else entity.sort,
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

    def _mention_id(self, entity: Entity) -> str:
        tail = ".implied" if entity.implied else ""
        label = LABELS[entity.kind].lower()
        return self._id(f"mentions.{label}.{_range(entity.mentions[0])}{tail}")

    def _at(self, position: int | None) -> tuple[str, ...]:
        return () if position is None else (self.ids[position],)

    def _id(self, fragment: str) -> str:
        """Number what would otherwise share an id: two facts between the same two spans."""
        count = self.taken[fragment] = self.taken.get(fragment, 0) + 1
        return f"{self.release.id}#{fragment}" + (f".{count}" if count > 1 else "")


def _fits(told: Assertion, labels: Mapping[str, Label]) -> bool:
    differ = told.source != told.target
    return differ and allows(told.type, labels[told.source], labels[told.target])


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
