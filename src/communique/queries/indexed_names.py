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

PIECE = re.compile(r"[^\W_]+(?:['’.:·][^\W_]+)*")
"""A word as Lucene divides them: an apostrophe or a full stop between letters is within one."""
_SPECIAL = re.compile(r"([^\w\s])")
UNINDEXED = frozenset(
    ("a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it",
     "no", "not", "of", "on", "or", "such", "that", "the", "their", "then", "there", "these",
     "they", "this", "to", "was", "will", "with")
)  # fmt: skip
"""Words that the indexes leave out."""
_MOST = 16
_MARKS = 8
"""Of so many marks and spaces a name may have more than another of the same words."""
_NEAREST = 100
_LONGEST = 1000
_LONGEST_FUZZY = 40


def search_words(
    store: Store, labels: Sequence[Label], text: str, *, limit: int | None = None
) -> list[Row] | None:
    """Find the nodes with all words of a text in their names.

    Args:
        store: The graph.
        labels: What can be meant.
        text: A name.
        limit: How many to give of each label, those the likest first.

    Returns:
        Rows of ``id``, ``name``, ``names``, ``date`` and ``named``: all whose names have the words,
        and some more. None where no index can tell: an older version made the graph, or no
        word of the text is one that is indexed.
    """
    query = _all_words(store, text)
    return _search(store, labels, query, limit=limit) if query else None


def search_whole(store: Store, labels: Sequence[Label], text: str) -> list[Row] | None:
    """Find the nodes of which a text may be a whole name, among any number with its words.

    Args:
        store: The graph.
        labels: What can be meant.
        text: A name.

    Returns:
        Rows, as of `search_words`, of those with a name that is hardly longer.
    """
    query, size = _all_words(store, text), len(text) + _MARKS
    return _search(store, labels, query, where=_SHORT, size=size) if query else None


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
    return _search(store, labels, " OR ".join(clauses), limit=_NEAREST)


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


def _search(
    store: Store,
    labels: Sequence[Label],
    query: str,
    *,
    where: str = "",
    limit: int | None = None,
    **more: object,
) -> list[Row] | None:
    told = {"indexes": [name_index(label) for label in labels], "query": query, "limit": limit}
    cypher = f"{_LIMITED if limit else _INDEXED} {where} RETURN {_ROW}"
    try:
        return store.run(cypher, {**told, **more}).rows
    except CypherError:
        return None


def _all_words(store: Store, text: str) -> str | None:
    pieces = _pieces(text)
    if set(pieces) <= UNINDEXED:
        return None
    return " AND ".join(_near(p) if store.engine == "arcadedb" else quoted(p) for p in pieces)


def _pieces(text: str) -> list[str]:
    """Divide a name into words, the longest first: few hold it."""
    words = set(PIECE.findall(unicodedata.normalize("NFKC", text).lower()))
    return sorted((w for w in words if len(w) <= _LONGEST), key=lambda w: (-len(w), w))[:_MOST]


def quoted(piece: str) -> str:
    """Write a word as one of Lucene's phrases, in which nothing has a meaning of its own."""
    return f'"{piece}"'


def _near(piece: str) -> str:
    """A word, or one like it: where the index keeps accents, they must not matter."""
    if HAN.search(piece) or len(piece) > _LONGEST_FUZZY:
        return quoted(piece)
    return f"{escaped(piece)}~{1 if len(piece) < 6 else 2}"


def _likenesses(piece: str) -> list[str]:
    if HAN.search(piece):
        return [quoted(character) for character in piece[:_MOST]]
    if len(piece) > _LONGEST_FUZZY:
        return []
    plain = escaped(piece)
    return [f"{plain}~", f"{plain}*"] if len(piece) > 2 else [f"{plain}~1"]


def escaped(piece: str) -> str:
    """Write a word without accents, escaped for Lucene."""
    plain = (c for c in unicodedata.normalize("NFKD", piece) if not unicodedata.combining(c))
    return _SPECIAL.sub(r"\\\1", "".join(plain))


_INDEXED = (
    "UNWIND $indexes AS index CALL db.index.fulltext.queryNodes(index, $query) "
    "YIELD node AS n, score WITH n, score"
)
_LIMITED = _INDEXED.replace("$query)", "$query, {limit: $limit})")
_SHORT = "WHERE any(name IN n.names WHERE size(name) <= $size)"
_ROW = "n.id AS id, n.name AS name, n.names AS names, n.date AS date, n.named AS named"
_SHARING = (
    "UNWIND $blocks AS block MATCH (:Block {id: block})<-[:KEYED]-(p:Profile) "
    "WITH DISTINCT p.node AS id WHERE id IS NOT NULL LIMIT 1000 "
    f"MATCH (n:Person {{id: id}}) RETURN {_ROW}"
)
