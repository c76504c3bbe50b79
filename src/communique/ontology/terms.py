"""The names of the graph's terms in the ontology, and the addresses of its things."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import unquote

from communique.graph.model import EdgeType

NAMESPACE = "https://w3id.org/communique/ontology#"
BASE = "https://w3id.org/communique/id/"
DERIVED = "https://w3id.org/communique/graph/derived"
"""The named graph of what is derived; every release is a named graph of its own."""

ASSERTIONS: Mapping[EdgeType, str] = MappingProxyType(
    {
        EdgeType.MENTIONS: "Mention",
        EdgeType.ATTENDED: "Attendance",
        EdgeType.SPOKE_AT: "Speech",
        EdgeType.HOSTED: "Hosting",
        EdgeType.VISITED: "Visit",
        EdgeType.THANKED: "Thanks",
        EdgeType.CONGRATULATED: "Congratulation",
        EdgeType.ACCOMPANIED: "Company",
        EdgeType.SIGNED: "Signature",
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
_ENCODED = re.compile(r"[\x00-\x20<>\"{}|\\^`%#?\x7f-\x9f\ud800-\udfff]")


def property_of(key: str) -> str:
    """Name the ontology's property for a property key: ``end_date`` is ``endDate``."""
    first, *rest = key.split("_")
    return _IRREGULAR.get(key) or first + "".join(word.capitalize() for word in rest)


def iri_of(node_or_edge_id: str) -> str:
    """Give the IRI of an id.

    A release with an address is its address; ``person:ada`` is ``…/id/person/ada``; an asserted
    edge is a fragment of its release. What may not stand in an IRI is percent-encoded.

    Args:
        node_or_edge_id: The id of a node or of an asserted edge.

    Returns:
        The IRI; `id_of` gives the id back.
    """
    if node_or_edge_id.startswith(("http://", "https://")):
        return node_or_edge_id
    whole, mark, fragment = node_or_edge_id.partition("#")
    kind, _, rest = whole.partition(":")
    encoded = _ENCODED.sub(_encode, rest)
    return f"{BASE}{kind}/{encoded}{mark}{fragment}"


def id_of(iri: str) -> str:
    """Give the id of an IRI: the inverse of `iri_of`."""
    if not iri.startswith(BASE):
        return iri
    whole, mark, fragment = iri.removeprefix(BASE).partition("#")
    kind, _, rest = whole.partition("/")
    return f"{kind}:{unquote(rest)}{mark}{fragment}"


def _encode(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace"))
