"""Releases: a text as it was published, with every mention and fact in its place."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from communique.explorer.endpoint import Endpoint
from communique.explorer.parameter import Parameter
from communique.pipeline import Graph


def _document(graph: Graph, given: Mapping[str, Any]) -> object:
    return asdict(graph.document(given["id"]))


_TEXT: dict[str, Any] = {"type": "string"}
_MAYBE: dict[str, Any] = {"type": ["string", "null"]}
_COUNT: dict[str, Any] = {"type": "integer"}

ENDPOINTS = (
    Endpoint(
        "/release",
        "A release as it was published, with the place of every mention and fact in it.",
        _document,
        (Parameter("id", "its id: its address, where it has one", required=True),),
        {
            "type": "object",
            "required": ["id", "title", "url", "date", "issuer", "text", "mentions", "facts"],
            "properties": {
                "id": _TEXT, "title": _MAYBE, "url": _MAYBE, "date": _MAYBE, "issuer": _MAYBE,
                "language": _MAYBE, "reader": _MAYBE, "text": _TEXT, "body": _COUNT,
                "mentions": {"type": "array", "items": {
                    "type": "object", "required": ["id", "node", "label", "name", "spans"],
                    "properties": {
                        "id": _TEXT, "node": _TEXT, "label": _TEXT, "name": _TEXT, "form": _TEXT,
                        "spans": {"type": "array", "items": _COUNT}, "inferred": _MAYBE,
                    },
                }},
                "facts": {"type": "array", "items": {
                    "type": "object",
                    "required": ["id", "predicate", "subject", "object", "start", "end", "quote"],
                    "properties": {
                        "id": _TEXT, "predicate": _TEXT, "subject": _TEXT, "subject_name": _TEXT,
                        "object": _TEXT, "object_name": _TEXT, "event": _MAYBE, "status": _TEXT,
                        "date": _MAYBE, "place": _MAYBE, "start": _COUNT, "end": _COUNT,
                        "quote": _TEXT, "rule": _TEXT, "confidence": {"type": "number"},
                    },
                }},
            },
        },
        statuses=(404,),
    ),
)  # fmt: skip
