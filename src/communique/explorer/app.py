"""The application: endpoints, the page's files, and what stands before them."""

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from more_itertools import map_reduce
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from communique.errors import CommuniqueError
from communique.explorer.answer import render, respond_json
from communique.explorer.endpoint import Endpoint
from communique.explorer.endpoints import all_endpoints
from communique.explorer.guard import Guard
from communique.explorer.openapi import describe_api
from communique.explorer.problem import TITLES, problem, tell
from communique.explorer.reading import read_request
from communique.explorer.static_files import answer_file, answer_index
from communique.explorer.warrant import refuse_change
from communique.pipeline import Graph

HOSTS = ("127.0.0.1", "localhost", "[::1]")
"""The names by which a machine is asked from itself."""

API = "/api"
_DECIDING = f"{API}/decisions"
_SHOWN = 200


def make_app(graph: Graph, *, token: str | None = None, hosts: Collection[str] = HOSTS) -> ASGIApp:
    """Make the explorer of a graph.

    Args:
        graph: The graph.
        token: What whoever changes it must know; None for a page that only reads.
        hosts: The names by which it may be asked.

    Returns:
        The application.
    """
    endpoints = all_endpoints(review=token is not None)
    app = Starlette(
        routes=list(_routes(graph, endpoints, token)),
        exception_handlers={HTTPException: _http_problem, Exception: _unforeseen},  # type: ignore[dict-item]
    )
    app.router.redirect_slashes = False
    return Guard(app, hosts)


def _routes(graph: Graph, endpoints: Sequence[Endpoint], token: str | None) -> Iterator[Route]:
    described = describe_api(endpoints)

    async def describe(request: Request) -> Response:
        return respond_json(request, described)

    yield Route("/", answer_index)
    yield Route("/static/{path:path}", answer_file)
    yield Route(f"{API}/openapi.json", describe)
    for path, some in map_reduce(endpoints, lambda endpoint: endpoint.path).items():
        yield _route(graph, path, some, token)


def _route(graph: Graph, path: str, endpoints: Sequence[Endpoint], token: str | None) -> Route:
    """Make the route of an address: the endpoints there, by method."""
    by_method = {endpoint.method: endpoint for endpoint in endpoints}

    async def answer(request: Request) -> Response:
        method = "GET" if request.method == "HEAD" else request.method
        return await _answer(graph, by_method[method], request, token)

    return Route(f"{API}{path}", answer, methods=list(by_method))


async def _answer(
    graph: Graph, endpoint: Endpoint, request: Request, token: str | None
) -> Response:
    if endpoint.changes:
        refusal = refuse_change(request.headers, token or "")
        if token is None or refusal is not None:
            return refusal or problem(403, "The page was opened for reading.")
    try:
        given = await read_request(request, endpoint)
        told = await run_in_threadpool(partial(endpoint.answer, graph, given))
        return await run_in_threadpool(render, request, endpoint, given, told)
    except CommuniqueError as error:
        return tell(error)


def _http_problem(request: Request, error: HTTPException) -> Response:
    status = error.status_code if error.status_code in TITLES else 400
    where = repr(request.url.path[:_SHOWN])
    told = {
        404: f"There is nothing at {where}.",
        405: f"{request.method[:_SHOWN]} is not for {where}.",
    }
    deciding = status == 405 and request.url.path.startswith(_DECIDING)
    hint = "To settle doubts, start the page with --review." if deciding else None
    answer = problem(status, told.get(status, error.detail), hint)
    answer.headers.update(error.headers or {})
    return answer


def _unforeseen(request: Request, error: Exception) -> Response:
    """Whatever it is, the page says so and goes on."""
    told = f"{type(error).__name__} at {request.url.path[:_SHOWN]!r}."
    return problem(500, told, "COMMUNIQUE_DEBUG=1 shows where; please report it.")
