"""What the graph's terms are called in RDF."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from communique.graph.model import EdgeType

NAMESPACE = "https://w3id.org/communique/ontology#"
OA = "http://www.w3.org/ns/oa#"
PROV = "http://www.w3.org/ns/prov#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
COMMENT = "http://www.w3.org/2000/01/rdf-schema#comment"

CONTEXT = "https://w3id.org/communique/context.jsonld"
"""The address of the context of JSON-LD; it is in the package, and never fetched."""

DERIVED = "https://w3id.org/communique/graph/derived"
"""The named graph of what is derived; every release is a named graph of its own."""

DECISIONS = "https://w3id.org/communique/graph/decisions"
"""The named graph of what people have decided."""

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

REFERS: Mapping[str, str] = MappingProxyType(
    {
        "offices": "officeMention",
        "of": "ofMention",
        "within": "withinMention",
        "part_of": "partOfMention",
    }
)
"""The property by which a mention points at another, for what that is to it."""

EVIDENCE: Mapping[str, str] = MappingProxyType({"quote": "exact", "start": "start", "end": "end"})
"""What Open Annotation calls the keys that RDF says of the words, not of the fact."""

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
    "place": "placeName",
    "rule": "madeByRule",
    "body": "bodyStart",
}


@cache
def property_of(key: str) -> str:
    """Give the IRI of the property for a property key: that of ``end_date`` ends in ``endDate``."""
    if key in EVIDENCE:
        return OA + EVIDENCE[key]
    first, *rest = key.split("_")
    return NAMESPACE + (_IRREGULAR.get(key) or first + "".join(word.capitalize() for word in rest))
