"""Where and when: cities with what happened in them, months with how much happened, the land."""

from collections.abc import Mapping
from typing import Any

from communique.explorer.endpoint import Endpoint
from communique.explorer.endpoints.networks import PERIOD
from communique.explorer.parameter import Parameter
from communique.pipeline import Graph
from communique.plots.outlines import SOURCE, land


def _map(graph: Graph, given: Mapping[str, Any]) -> object:
    found = graph.whereabouts(given["person"], since=given["since"], until=given["until"])
    spots = sorted(found.spots, key=lambda spot: (-spot.count, spot.id))
    keys = ("id", "name", "longitude", "latitude", "count")
    return {
        "spots": [{key: getattr(spot, key) for key in keys} for spot in spots],
        "nowhere": found.nowhere,
    }


def _calendar(graph: Graph, given: Mapping[str, Any]) -> object:
    return {"months": graph.calendar(given["place"], given["person"]).dicts()}


def _land(graph: Graph, given: Mapping[str, Any]) -> object:
    return {"source": SOURCE, "rings": [[list(point) for point in ring] for ring in land()]}


_TEXT: dict[str, Any] = {"type": "string"}
_COUNT: dict[str, Any] = {"type": "integer"}
_NUMBER: dict[str, Any] = {"type": "number"}

ENDPOINTS = (
    Endpoint(
        "/map",
        "In which cities events were held and visits made.",
        _map,
        (Parameter("person", "the id of somebody who was there"), *PERIOD),
        {
            "type": "object",
            "required": ["spots", "nowhere"],
            "properties": {
                "spots": {"type": "array", "items": {
                    "type": "object",
                    "required": ["id", "name", "longitude", "latitude", "count"],
                    "properties": {"id": _TEXT, "name": _TEXT, "longitude": _NUMBER,
                                   "latitude": _NUMBER, "count": _COUNT},
                }},
                "nowhere": {**_COUNT, "description": "events and visits whose city is not told"},
            },
        },
        statuses=(404,),
    ),
    Endpoint(
        "/calendar",
        "How many events took place in each month.",
        _calendar,
        (Parameter("place", "the id of a place: what happened there"),
         Parameter("person", "the id of somebody who was there")),
        {
            "type": "object",
            "required": ["months"],
            "properties": {"months": {"type": "array", "items": {
                "type": "object", "required": ["month", "events"],
                "properties": {"month": _TEXT, "events": _COUNT},
            }}},
        },
        statuses=(404,),
    ),
    Endpoint(
        "/land",
        "The outlines of the land, as longitudes and latitudes.",
        _land,
        schema={
            "type": "object",
            "required": ["source", "rings"],
            "properties": {"source": _TEXT, "rings": {"type": "array"}},
        },
    ),
)  # fmt: skip
