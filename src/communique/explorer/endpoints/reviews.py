"""Review: doubts for a person to settle, and what is decided."""

from collections.abc import Mapping
from typing import Any

from communique.errors import ParameterError
from communique.explorer.endpoint import Endpoint
from communique.explorer.parameter import Parameter, Type
from communique.graph.decisions import Verb
from communique.pipeline import Graph


def _doubts(graph: Graph, given: Mapping[str, Any]) -> object:
    return {"doubts": graph.review(given["count"]).dicts()}


def _decisions(graph: Graph, given: Mapping[str, Any]) -> object:
    return {"decisions": graph.decisions().dicts()}


def _decide(graph: Graph, given: Mapping[str, Any]) -> object:
    """Decide by the verb that is given; about two, or about a fact."""
    verb, note = Verb(given["verb"]), given["note"]
    if verb is Verb.WRONG:
        return graph.wrong(_given(given, "fact"), note)
    decide = graph.same if verb is Verb.SAME else graph.different
    return decide(_given(given, "a"), _given(given, "b"), note)


def _undo(graph: Graph, given: Mapping[str, Any]) -> object:
    return graph.undo(given["decision"])


def _given(given: Mapping[str, Any], name: str) -> str:
    if not given[name]:
        message = f"{name!r} must be given for {given['verb']!r}."
        raise ParameterError(message)
    return str(given[name])


_TEXT: dict[str, Any] = {"type": "string"}
_MAYBE: dict[str, Any] = {"type": ["string", "null"]}
_TEXTS: dict[str, Any] = {"type": "array", "items": _TEXT}
_MADE: dict[str, Any] = {
    "type": "object",
    "required": ["verb", "nodes"],
    "properties": {
        "decision": {**_TEXT, "description": "the id of what was decided"},
        "undone": {**_TEXT, "description": "the id of what was taken back"},
        "verb": _TEXT,
        "nodes": {**_TEXTS, "description": "the nodes that came of it"},
    },
}

ENDPOINTS = (
    Endpoint(
        "/doubts",
        "Pairs that may be one and may be two, most consequential first.",
        _doubts,
        (Parameter("count", "at most so many", Type.INTEGER, default=20, least=1, most=1000),),
        {
            "type": "object",
            "required": ["doubts"],
            "properties": {"doubts": {"type": "array", "items": {
                "type": "object",
                "required": ["a", "b", "kind", "weight", "score", "reason"],
                "properties": {
                    "a": _TEXT, "a_name": _TEXT, "a_evidence": _TEXTS,
                    "b": _TEXT, "b_name": _TEXT, "b_evidence": _TEXTS,
                    "kind": _TEXT, "weight": {"type": "integer"}, "score": {"type": "number"},
                    "reason": _TEXT,
                },
            }}},
        },
    ),
    Endpoint(
        "/decisions",
        "What people decided, and whether it is in force.",
        _decisions,
        schema={
            "type": "object",
            "required": ["decisions"],
            "properties": {"decisions": {"type": "array", "items": {
                "type": "object",
                "required": ["id", "verb", "state"],
                "properties": {
                    "id": _TEXT, "verb": _TEXT, "a": _TEXT, "a_name": _MAYBE, "b": _MAYBE,
                    "b_name": _MAYBE, "state": _TEXT, "note": _MAYBE,
                },
            }}},
        },
    ),
    Endpoint(
        "/decisions",
        "Decide that two are one, that they are two, or that a fact is wrong.",
        _decide,
        method="POST",
        body=(
            Parameter("verb", "what is decided", required=True,
                      choices=tuple(verb.value for verb in Verb)),
            Parameter("a", "the id of a node or mention"),
            Parameter("b", "that of another"),
            Parameter("fact", "the id of a fact"),
            Parameter("note", "why", blank=True),
        ),
        schema=_MADE,
        statuses=(404, 409),
    ),
    Endpoint(
        "/decisions/{decision}",
        "Take a decision back.",
        _undo,
        method="DELETE",
        schema=_MADE,
        statuses=(404, 409),
    ),
)  # fmt: skip
