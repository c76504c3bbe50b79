"""Names: what a few letters may be the beginning of."""

from collections.abc import Mapping
from typing import Any

from communique.explorer.endpoint import Endpoint
from communique.explorer.parameter import Parameter, Type
from communique.graph.model import Label
from communique.pipeline import Graph
from communique.queries.completion import NAMED


def _complete(graph: Graph, given: Mapping[str, Any]) -> object:
    labels = [Label(one) for one in given["label"]] or NAMED
    return {"names": graph.complete(given["text"], labels, limit=given["count"]).dicts()}


_NAME = {
    "type": "object",
    "required": ["id", "label", "name", "form", "date", "mentions"],
    "properties": {
        "id": {"type": "string"},
        "label": {"enum": [label.value for label in NAMED]},
        "name": {"type": "string"},
        "form": {"type": ["string", "null"], "description": "the form that fits, if another"},
        "date": {"type": ["string", "null"], "description": "the day of an event"},
        "mentions": {"type": "integer"},
    },
}

ENDPOINTS = (
    Endpoint(
        "/names",
        "What a text may be the beginning of, the likeliest first.",
        _complete,
        (
            Parameter("text", "what was typed", required=True),
            Parameter(
                "label", "what can be meant", many=True, choices=tuple(x.value for x in NAMED)
            ),
            Parameter("count", "at most so many", Type.INTEGER, default=10, least=1, most=100),
        ),
        {
            "type": "object",
            "required": ["names"],
            "properties": {"names": {"type": "array", "items": _NAME}},
        },
    ),
)
