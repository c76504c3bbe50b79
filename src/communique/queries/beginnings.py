"""Nodes found by how a name of theirs begins, in the indexes of a database.

Few letters begin many names. Neo4j keeps count of the mentions of a node, so it is asked for the
most mentioned of many, and for those that the index finds likest; the embedded engine for these
alone.
"""

import unicodedata
from collections.abc import Sequence
from typing import Any

from communique.errors import CypherError
from communique.graph.model import Label
from communique.graph.store import Store
from communique.graph.store.schema import name_index
from communique.identity.scripts import HAN
from communique.queries.indexed_names import PIECE, UNINDEXED, Row, escaped, quoted
from communique.queries.letters import plain_words, spelt

_MOST_WORDS = 16
_LONGEST = 60
"""Of a word so many letters count: no name has a longer one."""
_LIKEST = {"neo4j": 20, "arcadedb": 60}
"""So many of each label that the index finds likest are given."""
_AMONG = 1000
"""Among so many of each label are the most mentioned chosen."""


def search_start(store: Store, labels: Sequence[Label], text: str, *, limit: int) -> list[Row]:
    """Find nodes with a name, or with a word of one, of which a text may be the beginning.

    Args:
        store: The graph.
        labels: What can be meant.
        text: Some words, the last of which need not be whole.
        limit: How many of the most mentioned to give.

    Returns:
        Rows of ``id``, ``name``, ``names`` and ``date``, each node once, and some whose names
        don't begin so; none where an older version made the graph.
    """
    query = _query(store, text)
    if not query or not labels:
        return []
    told = {"indexes": [name_index(label) for label in labels], "query": query}
    likest = _LIKEST[store.engine]
    rows = _run(store, _STATEMENT, {**told, "among": likest, "limit": likest * len(labels)})
    if store.engine != "arcadedb" and len(rows) >= likest:
        rows += _run(store, _MENTIONED, {**told, "among": _AMONG, "limit": limit})
    return list({row["id"]: row for row in rows}.values())


def _run(store: Store, statement: str, told: dict[str, Any]) -> list[Row]:
    try:
        return store.run(statement, told).rows
    except CypherError:  # there is no index
        return []


def _query(store: Store, text: str) -> str:
    """Write what Lucene is asked for: all words but the last whole, and that one begun."""
    words = PIECE.findall(unicodedata.normalize("NFKC", text).lower())[:_MOST_WORDS]
    if not words:
        return ""
    *whole, last = (word[:_LONGEST] for word in words)
    embedded = store.engine == "arcadedb"
    kept = [f"+{_whole(word, embedded=embedded)}" for word in whole if word not in UNINDEXED]
    begun = f"({' '.join(_begun(last, embedded=embedded))})"
    # A word that the index leaves out may be meant whole: it must not be asked for.
    return " ".join([*kept, begun if kept and last in UNINDEXED else f"+{begun}"])


def _whole(word: str, *, embedded: bool) -> str:
    if embedded and (spelling := _spelling(word)):
        return f"({quoted(word)} /{spelling}/)"
    return quoted(word)


def _begun(word: str, *, embedded: bool) -> Sequence[str]:
    if HAN.search(word):
        return [quoted(word)]
    if embedded and (spelling := _spelling(word)):
        return [quoted(word), f"/{spelling}.*/"]
    return [escaped(word), f"{escaped(word)}*"]


def _spelling(word: str) -> str:
    """Write a word with any accents, since the embedded engine's index keeps them."""
    return "" if HAN.search(word) else "['’.:·]".join(map(spelt, plain_words(word)))


_NAMED = "NOT n.id CONTAINS '@' AND coalesce(n.named, true)"
_ROW = "n.id AS id, n.name AS name, n.names AS names, n.date AS date"
_FOUND = (
    "UNWIND $indexes AS index "
    "CALL db.index.fulltext.queryNodes(index, $query, {limit: $among}) YIELD node AS n, score "
    f"WITH n, score WHERE {_NAMED}"
)
_STATEMENT = f"{_FOUND} RETURN {_ROW} ORDER BY score DESC LIMIT $limit"
_MENTIONED = (
    f"{_FOUND} WITH n, COUNT {{ (n)<-[:MENTIONS]-() }} AS mentions "
    f"ORDER BY mentions DESC LIMIT $limit RETURN {_ROW}"
)
