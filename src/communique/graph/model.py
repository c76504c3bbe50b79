"""The graph's model: labels, edge types, who may stand at either end, what they carry.

A meeting is a node, never an edge: two people meet often and five people meet once, and an edge
between two people can hold neither. `MET_WITH` is a derived shortcut, one for each meeting and
pair.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Label(StrEnum):
    """What a node is."""

    PERSON = "Person"
    OFFICE = "Office"
    ORGANIZATION = "Organization"
    PLACE = "Place"
    EVENT = "Event"
    RELEASE = "Release"


class PlaceLabel(StrEnum):
    """The second label of a place, where its sort is known."""

    CITY = "City"
    COUNTRY = "Country"
    REGION = "Region"
    VENUE = "Venue"


class Layer(StrEnum):
    """Asserted: what one release says. Derived: a pure function of all that is asserted."""

    ASSERTED = "asserted"
    DERIVED = "derived"


class Role(StrEnum):
    """In which role somebody attended an event."""

    PRINCIPAL = "principal"
    COUNTERPART = "counterpart"
    ATTENDEE = "attendee"


class EdgeType(StrEnum):
    """What an edge says; the same names in Cypher and, in the ontology's spelling, in RDF."""

    MENTIONS = "MENTIONS"
    REPORTS = "REPORTS"
    ATTENDED = "ATTENDED"
    SPOKE_AT = "SPOKE_AT"
    HOSTED = "HOSTED"
    VISITED = "VISITED"
    THANKED = "THANKED"
    CONGRATULATED = "CONGRATULATED"
    ACCOMPANIED = "ACCOMPANIED"
    SIGNED = "SIGNED"
    MET_WITH = "MET_WITH"
    HOLDS = "HOLDS"
    OF = "OF"
    BASED_IN = "BASED_IN"
    IN = "IN"
    HELD_IN = "HELD_IN"
    PART_OF = "PART_OF"


FACT_PROPERTIES = (
    "id", "release", "fact", "status", "date", "place", "quote", "start", "end", "rule",
    "confidence", "read_confidence", "source_mention", "target_mention",
)  # fmt: skip
"""What every asserted edge but MENTIONS and REPORTS carries."""

NODE_PROPERTIES: Mapping[Label, tuple[str, ...]] = MappingProxyType(
    {
        Label.PERSON: ("id", "name", "names"),
        Label.OFFICE: ("id", "name", "names", "title"),
        Label.ORGANIZATION: ("id", "name", "names", "kind"),
        Label.PLACE: (
            "id", "name", "names", "kind", "latitude", "longitude", "country", "gazetteer",
        ),
        Label.EVENT: ("id", "name", "names", "kind", "named", "date", "end_date", "status"),
        Label.RELEASE: (
            "id", "title", "url", "date", "issued", "issuer", "language", "sha256", "text", "body",
            "body_end", "reader", "notes", "withheld",
        ),
    }
)  # fmt: skip
"""What a node of each label can carry; absent means unknown."""


@dataclass(frozen=True)
class EdgeSpec:
    """One edge type: its layer, the labels at its ends and what it carries."""

    layer: Layer
    sources: tuple[Label, ...]
    targets: tuple[Label, ...]
    properties: tuple[str, ...]


_ACTORS = (Label.PERSON, Label.ORGANIZATION, Label.PLACE)
_ASSERTED, _DERIVED = Layer.ASSERTED, Layer.DERIVED
_PERSON, _EVENT, _PLACE = (Label.PERSON,), (Label.EVENT,), (Label.PLACE,)
_MENTION_PROPERTIES = (
    "id", "release", "form", "forms", "spans", "implied", "attested", "offices", "title", "of",
    "within", "part_of", "kind", "named", "date", "end_date", "status", "latitude", "longitude",
    "country", "gazetteer", "refers", "profile", "inferred",
)  # fmt: skip

EDGES: Mapping[EdgeType, EdgeSpec] = MappingProxyType(
    {
        EdgeType.MENTIONS: EdgeSpec(
            _ASSERTED, (Label.RELEASE,),
            (Label.PERSON, Label.OFFICE, Label.ORGANIZATION, Label.PLACE, Label.EVENT),
            _MENTION_PROPERTIES,
        ),
        EdgeType.REPORTS: EdgeSpec(_ASSERTED, (Label.RELEASE,), _EVENT, ("id", "release")),
        EdgeType.ATTENDED: EdgeSpec(
            _ASSERTED, _ACTORS, _EVENT, (*FACT_PROPERTIES, "role", "offices")
        ),
        EdgeType.SPOKE_AT: EdgeSpec(_ASSERTED, _ACTORS, _EVENT, (*FACT_PROPERTIES, "offices")),
        EdgeType.HOSTED: EdgeSpec(_ASSERTED, _ACTORS, _EVENT, (*FACT_PROPERTIES, "offices")),
        EdgeType.SIGNED: EdgeSpec(_ASSERTED, _ACTORS, _EVENT, (*FACT_PROPERTIES, "offices")),
        EdgeType.VISITED: EdgeSpec(
            _ASSERTED, (Label.PERSON, Label.ORGANIZATION),
            (Label.PLACE, Label.ORGANIZATION, Label.EVENT),
            (*FACT_PROPERTIES, "offices"),
        ),
        EdgeType.THANKED: EdgeSpec(
            _ASSERTED, _ACTORS, (*_ACTORS, Label.EVENT), (*FACT_PROPERTIES, "offices", "for_what")
        ),
        EdgeType.CONGRATULATED: EdgeSpec(
            _ASSERTED, _ACTORS, (*_ACTORS, Label.EVENT), (*FACT_PROPERTIES, "offices", "for_what")
        ),
        EdgeType.ACCOMPANIED: EdgeSpec(
            _ASSERTED, (Label.PERSON, Label.ORGANIZATION), (Label.PERSON, Label.ORGANIZATION),
            (*FACT_PROPERTIES, "offices"),
        ),
        EdgeType.MET_WITH: EdgeSpec(
            _DERIVED, _PERSON, (Label.PERSON, Label.ORGANIZATION, Label.PLACE),
            ("id", "event", "date", "place", "facts", "named"),
        ),
        EdgeType.HOLDS: EdgeSpec(
            _DERIVED, _PERSON, (Label.OFFICE,), ("id", "attested", "first_seen", "last_seen")
        ),
        EdgeType.OF: EdgeSpec(
            _DERIVED, (Label.OFFICE,), (Label.ORGANIZATION, Label.PLACE), ("id", "source")
        ),
        EdgeType.BASED_IN: EdgeSpec(_DERIVED, (Label.ORGANIZATION,), _PLACE, ("id", "source")),
        EdgeType.IN: EdgeSpec(_DERIVED, _PLACE, _PLACE, ("id", "source")),
        EdgeType.HELD_IN: EdgeSpec(_DERIVED, _EVENT, _PLACE, ("id", "source")),
        EdgeType.PART_OF: EdgeSpec(_DERIVED, _EVENT, _EVENT, ("id", "source")),
    }
)  # fmt: skip
"""The whole model of edges; the ontology, the database and the docs are held against it."""

FACT_EDGES = tuple(edge for edge, spec in EDGES.items() if "fact" in spec.properties)
"""The edges that facts are."""

AT_EVENTS = tuple(edge for edge in FACT_EDGES if EDGES[edge].targets == _EVENT)
"""Those of them that end in events alone: few are at an event, thousands at a minister, so without
an index of edges they are sought at the events that a release mentions."""


def allows(edge_type: EdgeType, source: Label, target: Label) -> bool:
    """Tell whether the model has such an edge."""
    spec = EDGES[edge_type]
    return source in spec.sources and target in spec.targets
