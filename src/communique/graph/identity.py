"""Ids of nodes, and the keys of names that they are made of.

A key is what is left of a name when case, accents, punctuation and spacing are put aside. Groups
and generic events have no name of their own; their ids end in a hash of a release.
"""

import hashlib
import re
import unicodedata

from communique.graph.model import Label
from communique.graph.rows import NodeRef
from communique.reading.model import Kind

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 80
_HEX = 10

LABELS = {
    Kind.PERSON: Label.PERSON,
    Kind.OFFICE: Label.OFFICE,
    Kind.ORGANIZATION: Label.ORGANIZATION,
    Kind.GROUP: Label.ORGANIZATION,
    Kind.PLACE: Label.PLACE,
    Kind.EVENT: Label.EVENT,
}
"""Which label each kind of entity becomes."""


def name_key(name: str) -> str:
    """Reduce a name to what two spellings of it share.

    Args:
        name: A name in any script.

    Returns:
        Its words in lower case without accents, joined by hyphens; a long key ends in a hash of
        itself, a name without any letter or digit is its hash alone.
    """
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    key = "-".join(_WORD.findall(plain))
    if not key:
        return digest(name)
    return key if len(key) <= _LONGEST else f"{key[: _LONGEST - _HEX - 1]}-{digest(key)}"


def is_local(node_id: str) -> bool:
    """Tell a node that is local to one release: a group or an event without a name of its own.

    Args:
        node_id: The id of any node but a Release.

    Returns:
        Whether the id ends in a hash of the release.
    """
    return "@" in node_id


def ref_of(node_id: str) -> NodeRef:
    """Tell a node's label from its id.

    Args:
        node_id: The id of any node but a Release.

    Returns:
        Its reference.

    Raises:
        ValueError: If no label has such ids.
    """
    return NodeRef(Label(node_id.partition(":")[0].capitalize()), node_id)


def digest(text: str) -> str:
    """Make a short digest of any text: ten hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_HEX]
