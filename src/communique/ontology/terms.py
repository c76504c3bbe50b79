"""What the graph's terms are called in the ontology."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from communique.graph.model import EdgeType

NAMESPACE = "https://w3id.org/communique/ontology#"
DERIVED = "https://w3id.org/communique/graph/derived"
"""The named graph of what is derived; every release is a named graph of its own."""

ASSERTIONS: Mapping[EdgeType, str] = MappingProxyType(
    {
        EdgeType.MENTIONS: "Mention",
        EdgeType.ATTENDED: "Attendance",
        EdgeType.SPOKE_AT: "Speech",
        EdgeType.HOSTED: "Hosting",
        EdgeType.SIGNED: "Signature",
        EdgeType.VISITED: "Visit",
        EdgeType.THANKED: "Thanks",
        EdgeType.CONGRATULATED: "Congratulation",
        EdgeType.ACCOMPANIED: "Accompaniment",
    }
)
"""The class of the resource that an asserted edge with properties becomes."""

LINKS: Mapping[EdgeType, str] = MappingProxyType(
    {
        EdgeType.REPORTS: "reports",
        EdgeType.MET_WITH: "metWith",
        EdgeType.HOLDS: "holds",
        EdgeType.OF: "officeOf",
        EdgeType.BASED_IN: "basedIn",
        EdgeType.IN: "locatedIn",
        EdgeType.HELD_IN: "heldIn",
        EdgeType.PART_OF: "partOf",
    }
)
"""The property that an edge without properties of its own, or a derived one, becomes."""

# Names that would say too little once they stand beside other vocabularies.
_IRREGULAR = {
    "names": "alternateName",
    "forms": "otherForm",
    "spans": "span",
    "notes": "note",
    "offices": "inOffice",
    "release": "inRelease",
    "of": "mentionedOf",
    "part_of": "mentionedPartOf",
    "within": "mentionedWithin",
    "start": "spanStart",
    "end": "spanEnd",
    "place": "placeName",
    "rule": "madeByRule",
    "body": "bodyStart",
}


@cache
def property_of(key: str) -> str:
    """Name the ontology's property for a property key: ``end_date`` is ``endDate``."""
    first, *rest = key.split("_")
    return _IRREGULAR.get(key) or first + "".join(word.capitalize() for word in rest)
