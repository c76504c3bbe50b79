"""Ids into IRIs and back, exactly.

A release's address is its own IRI. Any other id is percent-encoded behind `BASE`: ``person:ada`` is
``…/id/person/ada``. The fragment of an asserted edge stays a fragment, so that an edge is found in
the document of its release.
"""

import re
from functools import lru_cache
from urllib.parse import unquote

BASE = "https://w3id.org/communique/id/"
_OURS = "https://w3id.org/communique/"

# What RFC 3987 allows beyond ASCII, less what no reader could see: spaces, direction marks.
_LETTERS = (
    "\u00a1-\u167f\u1681-\u1fff\u2070-\u2fff\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufefe\uff00-\uffef"
    "\U00010000-\U0001fffd\U00020000-\U0002fffd\U00030000-\U0003fffd"
)
_PLAIN = rf"\-.~!$&'()*+,;=0-9A-Z_a-z{_LETTERS}"
_HEX = "%[0-9A-Fa-f]{2}"
_ADDRESS = re.compile(
    rf"https?://(?:[{_PLAIN}]|{_HEX})+(?::[0-9]+)?"
    rf"(?:/(?:[{_PLAIN}:@/]|{_HEX})*)?(?:\?(?:[{_PLAIN}:@/?]|{_HEX})*)?"
    rf"(?:\#(?:[{_PLAIN}:@/?]|{_HEX})*)?"
)
_SPAN = re.compile(r"(.+)#char=(0|[1-9][0-9]{0,17}),(0|[1-9][0-9]{0,17})", re.DOTALL)
_NOT_IN_KIND = re.compile(rf"[^{_PLAIN}]")
_NOT_IN_REST = re.compile(rf"[^{_PLAIN}:@/]")


@lru_cache(maxsize=1 << 14)
def iri_of(node_or_edge_id: str) -> str:
    """Give the IRI of an id.

    An address that is no legal IRI, or that lies among the project's own, is encoded like any other
    id: nobody publishes a release under the name of a person or of the derived graph.

    Args:
        node_or_edge_id: The id of a node or of an asserted edge.

    Returns:
        A legal absolute IRI; `id_of` gives the id back.
    """
    if _ADDRESS.fullmatch(node_or_edge_id) and not node_or_edge_id.startswith(_OURS):
        return node_or_edge_id
    whole, hash_mark, fragment = node_or_edge_id.partition("#")
    kind, colon, rest = whole.partition(":")
    path = _NOT_IN_KIND.sub(_encode, kind) + colon.replace(":", "/")
    encoded = (_NOT_IN_REST.sub(_encode, part) for part in (rest, fragment))
    return BASE + path + hash_mark.join(encoded)


def id_of(iri: str) -> str:
    """Give the id of an IRI: the inverse of `iri_of`.

    Args:
        iri: An IRI that `iri_of` made.

    Returns:
        The id.

    Raises:
        ValueError: If `iri_of` makes no such IRI.
    """
    found = iri
    if iri.startswith(BASE):
        whole, hash_mark, fragment = iri.removeprefix(BASE).partition("#")
        kind, slash, rest = (_decode(part) for part in whole.partition("/"))
        found = kind + slash.replace("/", ":") + rest + hash_mark + _decode(fragment)
    if iri_of(found) != iri:
        message = f"{iri} is the IRI of no node and of no edge."
        raise ValueError(message)
    return found


def span_of(release_id: str, start: object, end: object) -> str:
    """Give the id of some words of a release, as RFC 5147 names characters of a text.

    Args:
        release_id: The id of the release.
        start: Where they start, in code points.
        end: Where they end; not included.

    Returns:
        Such as ``https://news.example/a#char=10,55``.
    """
    return f"{release_id}#char={start},{end}"


def place_of(span_id: str) -> tuple[str, int, int]:
    """Take the id of some words apart: the inverse of `span_of`.

    Args:
        span_id: What `span_of` gave.

    Returns:
        The id of the release, start and end.

    Raises:
        ValueError: If it is no such id.
    """
    found = _SPAN.fullmatch(span_id)
    if found is None:
        message = f"{span_id} names no words of a release."
        raise ValueError(message)
    return found[1], int(found[2]), int(found[3])


def _encode(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "surrogatepass"))


def _decode(text: str) -> str:
    return unquote(text, errors="surrogatepass")
