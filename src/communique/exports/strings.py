"""Strings as files can hold them: what is not legal becomes U+FFFD, one code point for one."""

import re

from communique.graph.identity import digest

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PUT = "\ufffd"


def encodable(text: str) -> str:
    """Make text that UTF-8 can hold: without lone surrogates."""
    return text if text.isascii() else _SURROGATE.sub(_PUT, text)


def xml_text(text: str) -> str:
    """Make text that XML 1.0 can hold: without most controls and lone surrogates."""
    return _NOT_XML.sub(_PUT, text)


def xml_id(node_or_edge_id: str) -> str:
    """Make an id that XML can hold; one that had to change ends in a mark, so that none are one."""
    legal = xml_text(node_or_edge_id)
    return legal if legal == node_or_edge_id else f"{legal}~{digest(node_or_edge_id)}"
