"""Favourites for Neo4j Browser: the questions of the library, with parameters to fill in."""

import json
from collections.abc import Sequence

from communique.graph.identity import name_key
from communique.graph.store.schema import NAMED, name_index
from communique.queries.binding import bind
from communique.queries.library import all_questions, get
from communique.queries.period import Period
from communique.queries.question import ParameterType, Question
from communique.queries.resolution import LABELS


def write_favourites(names: Sequence[str] = ()) -> str:
    """Write favourites: a title, a ``:param`` line for each parameter, a statement.

    Args:
        names: The questions; none means all, with one before them that finds ids.

    Returns:
        Cypher for Neo4j Browser, a blank line between two favourites.

    Raises:
        UnknownQuery: If there is no such question.
    """
    chosen = [get(name) for name in names] or all_questions()
    parts = [] if names else [_FIND]
    return "\n".join([*parts, *map(write_favourite, chosen)])


def write_favourite(question: Question) -> str:
    """Write one favourite, with the parameters of the question's example.

    Args:
        question: The question.

    Returns:
        Its lines. Those conditions hold that the example gives; `communique query` has the others.
    """
    bound = bind(_guess_id, question, question.example)
    given = {name: value for name, value in bound.items() if value is not None}
    lines = [f"// {question.name}: {question.text}"]
    lines += [f":param {name} => {_literal(value)};" for name, value in given.items()]
    statement = question.state(given.keys(), embedded=False).strip()
    return "\n".join([*lines, f"{statement};", ""])


def _guess_id(kind: ParameterType, text: str, _period: Period) -> str:
    """Make the id that a name has where no other shares it; an id is one."""
    if kind is ParameterType.FACT or kind not in LABELS:
        return text
    prefix = f"{LABELS[kind][0].lower()}:"
    return text if text.startswith(prefix) else _DATED.get(text, f"{prefix}{name_key(text)}")


def _literal(value: object) -> str:
    """Write a value as Cypher does: JSON's strings and numbers are Cypher's, its keys aren't."""
    if isinstance(value, dict):
        pairs = (f"{_key(key)}: {_literal(item)}" for key, item in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_literal, value))}]"
    return json.dumps(value, ensure_ascii=False)


def _key(key: str) -> str:
    quoted = key.replace("`", "``")
    return f"`{quoted}`"


_DATED = {"Nordic Harbours Conference": "event:nordic-harbours-conference-2032"}
"""The ids of examples' events of which there is one each year."""

_FIND = "\n".join(
    [
        "// find-id: Who or what has these words in a name? The other questions take the id",
        ':param words => "ingrid AND solheim";',
        f"UNWIND {json.dumps([name_index(label) for label in NAMED])} AS index",
        "CALL db.index.fulltext.queryNodes(index, $words) YIELD node, score",
        "RETURN node.id AS id, node.name AS name, node.names AS names",
        "ORDER BY score DESC LIMIT 20;",
        "",
    ]
)
