"""Networks: those with most ties, or somebody and those next to them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from communique.browsing import MOST, NEAR
from communique.explorer.endpoint import Endpoint
from communique.explorer.parameter import Parameter, Type
from communique.network.kinds import Kind, Weight
from communique.pipeline import Graph

if TYPE_CHECKING:
    import networkx as nx

PERIOD = (
    Parameter("since", "on this day, month or year or later"),
    Parameter("until", "on this day, month or year or earlier"),
)
"""What bounds an answer in time."""

_PLACED = ("label", "name", "office", "first", "last")
_TIED = ("weight", "events", "days", "first", "last")


def _network(graph: Graph, given: Mapping[str, Any]) -> object:
    bounds = {name: given[name] for name in ("since", "until", "weight", "top", "also", "beyond")}
    found = graph.excerpt(given["kind"], given["around"], places=given["place"], **bounds)
    return _tell(found)


def _tell(network: "nx.Graph[str]") -> dict[str, Any]:
    told = network.graph
    return {
        "kind": told["kind"],
        "actors": told["actors"],
        "left_out": told["left_out"],
        "cypher": told["cypher"],
        "parameters": told["parameters"],
        "nodes": [
            {"id": node, **{key: data[key] for key in _PLACED}}
            for node, data in network.nodes(data=True)
        ],
        "edges": [
            {"source": source, "target": target, **{key: data[key] for key in _TIED}}
            for source, target, data in network.edges(data=True)
        ],
    }


_TEXT: dict[str, Any] = {"type": "string"}
_MAYBE: dict[str, Any] = {"type": ["string", "null"]}
_COUNT: dict[str, Any] = {"type": "integer"}

ENDPOINTS = (
    Endpoint(
        "/network",
        "Who met, came together with or thanked whom: those with most, or those next to somebody.",
        _network,
        (
            Parameter("kind", "which ties", default="met-with",
                      choices=tuple(k.value for k in Kind)),
            Parameter("around", "the id of an actor; several make one network", many=True),
            *PERIOD,
            Parameter("place", "a place or its id: what happened there", many=True),
            Parameter("weight", "what a tie counts", default="events",
                      choices=tuple(w.value for w in Weight)),
            Parameter("top", "at most so many actors", Type.INTEGER, default=300, least=1,
                      most=MOST),
            Parameter("also", "the id of an actor who is in it besides", many=True),
            Parameter("beyond", "the id of an actor who is in it besides, with those next to them,"
                      f" {NEAR} at most", many=True),
        ),
        {
            "type": "object",
            "required": ["kind", "actors", "left_out", "cypher", "parameters", "nodes", "edges"],
            "properties": {
                "kind": _TEXT,
                "actors": {**_COUNT, "description": "how many people have such a tie at all"},
                "left_out": {**_COUNT, "description": "events of no year, which no bound holds"},
                "cypher": {**_TEXT, "description": "the statement that fetches the ties"},
                "parameters": {"type": "object", "description": "what it takes"},
                "nodes": {"type": "array", "items": {
                    "type": "object", "required": ["id", *_PLACED],
                    "properties": {"id": _TEXT, "label": _TEXT, "name": _TEXT, "office": _MAYBE,
                                   "first": _MAYBE, "last": _MAYBE},
                }},
                "edges": {"type": "array", "items": {
                    "type": "object", "required": ["source", "target", *_TIED],
                    "properties": {"source": _TEXT, "target": _TEXT, "weight": _COUNT,
                                   "events": _COUNT, "days": _COUNT, "first": _MAYBE,
                                   "last": _MAYBE},
                }},
            },
        },
        statuses=(404, 409),
    ),
)  # fmt: skip
