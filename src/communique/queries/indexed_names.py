"""Nodes found by the words of their names, in the indexes of a database.

What an index gives are candidates: whether one fits, its names tell. Names are hostile: each word
goes into Lucene's query syntax within quotes, or escaped.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from communique.errors import CypherError
from communique.graph.model import Label
from communique.graph.registry.blocking import blocks
from communique.graph.registry.candidates import SIDED
from communique.graph.registry.profile import Profile
from communique.graph.store import Store
from communique.graph.store.schema import name_index
from communique.identity.scripts import HAN

Row = dict[str, Any]

# As Lucene divides words: an apostrophe or a full stop between letters is within one.
_PIECE = re.compile(r"[^\W_]+(?:['’.:·][^\W_]+)*")
_SPECIAL = re.compile(r"([^\w\s])")
_UNINDEXED = frozenset(
    ("a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it",
     "no", "not", "of", "on", "or", "such", "that", "the", "their", "then", "there", "these",
     "they", "this", "to", "was", "will", "with")
)  # fmt: skip
"""Words that the indexes leave out."""
_MOST = 16
_LONGEST = 1000
_LONGEST_FUZZY = 40


def search_words(store: Store, labels: Sequence[Label], text: str) -> list[Row] | None:
    """Find the nodes with all words of a text in their names.

    Args:
        store: The graph.
        labels: What can be meant.
        text: A name.

    Returns:
        Rows of ``id``, ``name``, ``names`` and ``date``, in any order: all whose names have the
        words, and some more. None where no index can tell: an older version made the graph, or no
        word of the text is one that is indexed.
    """
    pieces = _pieces(text)
    if not pieces or set(pieces) <= _UNINDEXED:
        return None
    clauses = [_near(piece) if store.engine == "arcadedb" else _quoted(piece) for piece in pieces]
    return _search(store, labels, " AND ".join(clauses), _FOUND)


def search_near(store: Store, labels: Sequence[Label], text: str) -> list[Row] | None:
    """Find nodes with words in their names like those of a text, the likest first.

    Args:
        store: The graph.
        labels: What can be meant.
        text: A name, perhaps misspelt.

    Returns:
        A bounded number of rows, as of `search_words`.
    """
    clauses = [clause for piece in _pieces(text) for clause in _likenesses(piece)]
    if not clauses:
        return []
    return _search(store, labels, " OR ".join(clauses), f"{_FOUND} ORDER BY score DESC LIMIT 100")


def search_forms(store: Store, text: str) -> list[Row] | None:
    """Find the people who may go by a name in another form or script.

    They share a block with it: the keys by which the registry brings together what can be one.

    Args:
        store: The graph.
        text: A name in any script.

    Returns:
        A bounded number of rows, as of `search_words`; None where the graph keeps no registry.
    """
    keys = blocks(Profile("", Label.PERSON, (text,), text))
    whole = sorted(key for key in keys if SIDED not in key)
    found = store.run(_SHARING, {"blocks": whole}).rows if whole else []
    if not found and not store.run("MATCH (p:Profile) RETURN count(p) AS n", {}).rows[0]["n"]:
        return None
    return found


def _search(store: Store, labels: Sequence[Label], query: str, give: str) -> list[Row] | None:
    told = {"indexes": [name_index(label) for label in labels], "query": query}
    try:
        return store.run(f"{_INDEXED} {give}", told).rows
    except CypherError:
        return None


def _pieces(text: str) -> list[str]:
    """The words of a name, the longest first, so that few hold it."""
    words = set(_PIECE.findall(unicodedata.normalize("NFKC", text).lower()))
    return sorted((w for w in words if len(w) <= _LONGEST), key=lambda w: (-len(w), w))[:_MOST]


def _quoted(piece: str) -> str:
    return f'"{piece}"'


def _near(piece: str) -> str:
    """A word, or one like it: where the index keeps accents, they must not matter."""
    if HAN.search(piece) or len(piece) > _LONGEST_FUZZY:
        return _quoted(piece)
    return f"{_plain(piece)}~{1 if len(piece) < 4 else 2}"


def _likenesses(piece: str) -> list[str]:
    if HAN.search(piece):
        return [_quoted(character) for character in piece[:_MOST]]
    if len(piece) > _LONGEST_FUZZY:
        return []
    plain = _plain(piece)
    return [f"{plain}~", f"{plain}*"] if len(piece) > 2 else [f"{plain}~1"]


def _plain(piece: str) -> str:
    """A word without accents, escaped."""
    plain = (c for c in unicodedata.normalize("NFKD", piece) if not unicodedata.combining(c))
    return _SPECIAL.sub(r"\\\1", "".join(plain))


_INDEXED = (
    "UNWIND $indexes AS index CALL db.index.fulltext.queryNodes(index, $query) "
    "YIELD node AS n, score"
)
_NAMED = "WHERE n.named IS NULL OR n.named"
_ROW = "n.id AS id, n.name AS name, n.names AS names, n.date AS date"
_FOUND = f"WITH n, score {_NAMED} RETURN {_ROW}"
_SHARING = (
    "UNWIND $blocks AS block MATCH (:Block {id: block})<-[:KEYED]-(p:Profile) "
    "WITH DISTINCT p.node AS id WHERE id IS NOT NULL LIMIT 1000 "
    f"MATCH (n:Person {{id: id}}) RETURN {_ROW}"
)
