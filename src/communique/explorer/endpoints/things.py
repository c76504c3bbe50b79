"""The graph as a whole, and one thing in it."""

from collections.abc import Mapping
from typing import Any

from communique import __version__
from communique.explorer.endpoint import Endpoint
from communique.explorer.parameter import Parameter
from communique.graph.model import EdgeType, Label
from communique.pipeline import Graph


def _about(graph: Graph, given: Mapping[str, Any]) -> object:
    counts = {row["name"]: row["count"] for row in graph.stats().dicts()}
    return {"version": __version__, "counts": counts}


def _describe(graph: Graph, given: Mapping[str, Any]) -> object:
    return graph.describe(given["id"]).as_dict()


_TEXT = {"type": "string"}
_DAY = {"type": ["string", "null"]}
_LINK = {"type": "object", "required": ["id", "name"], "properties": {"id": _TEXT, "name": _TEXT}}
_COUNTED = [*Label, *EdgeType]

ENDPOINTS = (
    Endpoint(
        "/about",
        "Which version this is, and how much is in the graph.",
        _about,
        schema={
            "type": "object",
            "required": ["version", "counts"],
            "properties": {
                "version": _TEXT,
                "counts": {
                    "type": "object",
                    "properties": {one.value: {"type": "integer"} for one in _COUNTED},
                },
            },
        },
    ),
    Endpoint(
        "/thing",
        "A person, office, organization, place or event: what it is and when it is mentioned.",
        _describe,
        (Parameter("id", "its id", required=True),),
        {
            "type": "object",
            "required": ["id", "label", "name", "names", "about", "parts", "mentions"],
            "properties": {
                "id": _TEXT,
                "label": _TEXT,
                "name": _TEXT,
                "names": {"type": "array", "items": _TEXT},
                "about": {"type": "object"},
                "parts": {"type": "array", "items": _LINK},
                "mentions": {"type": "integer"},
                "first": _DAY,
                "last": _DAY,
            },
        },
        statuses=(404,),
    ),
)
