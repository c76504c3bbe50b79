"""The application: endpoints, the page's files, and what stands before them."""

import json
import os
from collections.abc import Collection, Sequence
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from communique.errors import CommuniqueError, ParameterError
from communique.explorer.answer import PAGING, render
from communique.explorer.endpoint import Endpoint
from communique.explorer.endpoints import all_endpoints
from communique.explorer.guard import Guard
from communique.explorer.openapi import describe_api
from communique.explorer.parameter import Parameter, read_all
from communique.explorer.problem import TITLES, problem, tell
from communique.pipeline import Graph

HOSTS = ("127.0.0.1", "localhost", "[::1]")
"""The names by which a machine is asked from itself."""

API = "/api"
FOLDER = Path(str(files("communique.explorer") / "static"))
_LARGEST = 65_536
"""Of so many bytes is what is sent at most."""


def make_app(
    graph: Graph, *, token: str | None = None, hosts: Collection[str] = HOSTS
) -> Starlette:
    """Make the explorer of a graph.

    Args:
        graph: The graph.
        token: What whoever changes it must know; None for a page that only reads.
        hosts: The names by which it may be asked.

    Returns:
        The application.
    """
    endpoints = all_endpoints(review=token is not None)
    return Starlette(
        routes=_routes(graph, endpoints),
        middleware=[Middleware(Guard, hosts=hosts, token=token)],
        exception_handlers={HTTPException: _http_problem},  # type: ignore[dict-item]
    )


def _routes(graph: Graph, endpoints: Sequence[Endpoint]) -> list[BaseRoute]:
    described = describe_api(endpoints)

    async def describe(request: Request) -> Response:
        return JSONResponse(described)

    async def index(request: Request) -> Response:
        return FileResponse(FOLDER / "index.html", headers={"Cache-Control": "no-cache"})

    return [
        Route("/", index),
        Route(f"{API}/openapi.json", describe),
        *(_route(graph, endpoint) for endpoint in endpoints),
        Mount("/static", StaticFiles(directory=FOLDER)),
    ]


def _route(graph: Graph, endpoint: Endpoint) -> Route:
    async def answer(request: Request) -> Response:
        try:
            given = await _read(request, endpoint)
            told = await run_in_threadpool(partial(endpoint.answer, graph, given))
            return await run_in_threadpool(render, request, endpoint, given, told)
        except CommuniqueError as error:
            return tell(error)
        except HTTPException:
            raise
        except Exception as error:  # whatever it is, the page says so and goes on
            return _unforeseen(request, error)

    return Route(f"{API}{endpoint.path}", answer, methods=[endpoint.method])


async def _read(request: Request, endpoint: Endpoint) -> dict[str, Any]:
    taken = (*endpoint.parameters, *(PAGING if endpoint.paged else ()))
    given = {**read_all(taken, request.query_params.multi_items()), **request.path_params}
    if endpoint.body is not None:
        given |= await _read_body(request, endpoint.body)
    return given


async def _read_body(request: Request, taken: Sequence[Parameter]) -> dict[str, Any]:
    """Read what is sent: an object of texts, by name."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise HTTPException(415, "What is sent must be application/json.")
    sent = bytearray()
    async for some in request.stream():
        sent += some
        if len(sent) > _LARGEST:
            raise HTTPException(413, f"More than {_LARGEST:,} bytes are sent.")
    try:
        told = json.loads(sent)
    except ValueError as error:
        message = "What is sent is not JSON."
        raise ParameterError(message) from error
    if not isinstance(told, dict) or not all(isinstance(v, str) for v in told.values()):
        message = "What is sent must be an object whose values are texts."
        raise ParameterError(message)
    return read_all(taken, told.items())


def _http_problem(request: Request, error: HTTPException) -> Response:
    status = error.status_code if error.status_code in TITLES else 400
    detail = f"There is nothing at {request.url.path[:200]!r}." if status == 404 else error.detail
    answer = problem(status, detail)
    answer.headers.update(error.headers or {})
    return answer


def _unforeseen(request: Request, error: Exception) -> Response:
    if os.environ.get("COMMUNIQUE_DEBUG"):
        raise error
    told = f"{type(error).__name__} at {request.url.path[:200]!r}."
    return problem(500, told, "COMMUNIQUE_DEBUG=1 shows where; please report it.")
