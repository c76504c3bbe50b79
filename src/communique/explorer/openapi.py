"""The interface described as OpenAPI 3.1, made of the endpoints themselves."""

from collections.abc import Iterable
from typing import Any

from communique import __version__
from communique.explorer.answer import PAGING
from communique.explorer.endpoint import Endpoint
from communique.explorer.parameter import Parameter
from communique.explorer.problem import SCHEMA, TITLES

_ALWAYS = (400, 421, 500, 503, 504)
_CHANGING = (401, 403, 413, 415)
_PROBLEM = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}


def describe_api(endpoints: Iterable[Endpoint]) -> dict[str, Any]:
    """Describe endpoints.

    Args:
        endpoints: The endpoints.

    Returns:
        The description, as JSON can hold it.
    """
    paths: dict[str, dict[str, Any]] = {}
    for endpoint in endpoints:
        paths.setdefault(endpoint.path, {})[endpoint.method.lower()] = _operation(endpoint)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "communique explorer",
            "version": __version__,
            "summary": "Who met whom, each answer traceable to its sentence.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/api"}],
        "paths": paths,
        "components": {
            "schemas": {"Problem": SCHEMA},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(endpoint: Endpoint) -> dict[str, Any]:
    taken = [*endpoint.parameters, *(PAGING if endpoint.paged else ())]
    names = endpoint.path_names
    statuses = {*_ALWAYS, *endpoint.statuses, *(_CHANGING if endpoint.changes else ())}
    told: dict[str, Any] = {
        "operationId": f"{endpoint.method.lower()}{endpoint.path.replace('/', '-')}",
        "summary": endpoint.summary,
        "parameters": [_parameter(one, "query") for one in taken]
        + [
            {"name": n, "in": "path", "required": True, "schema": {"type": "string"}} for n in names
        ],
        "responses": {
            "200": _answer(endpoint),
            **({} if endpoint.changes else {"304": {"description": "You have it already."}}),
            **{str(s): {"description": TITLES[s], "content": _PROBLEM} for s in sorted(statuses)},
        },
    }
    if endpoint.body is not None:
        told["requestBody"] = {"required": True, "content": {"application/json": {"schema": {
            "type": "object",
            "properties": {one.name: one.schema() for one in endpoint.body},
            "required": [one.name for one in endpoint.body if one.required],
            "additionalProperties": False,
        }}}}  # fmt: skip
    if endpoint.changes:
        told["security"] = [{"token": []}]
    return told


def _parameter(one: Parameter, where: str) -> dict[str, Any]:
    told = {"name": one.name, "in": where, "required": one.required, "schema": one.schema()}
    return {**told, "description": one.help}


def _answer(endpoint: Endpoint) -> dict[str, Any]:
    if not endpoint.paged:
        content: dict[str, Any] = {"application/json": {"schema": endpoint.schema}}
    else:
        content = {
            "application/json": {"schema": _page(endpoint)},
            "text/csv": {"schema": {"type": "string"}},
        }
    return {"description": endpoint.summary, "content": content}


def _page(endpoint: Endpoint) -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["columns", "rows", "offset", "total"],
        "properties": {
            "columns": {"type": "array", "items": {"type": "string"}},
            "rows": {"type": "array", "items": endpoint.schema},
            "offset": {"type": "integer"},
            "total": {"type": ["integer", "null"], "description": "null: more than were fetched"},
        },
    }
