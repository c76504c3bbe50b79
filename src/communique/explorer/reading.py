"""What a request gives an endpoint: in its address, and in what it sends."""

import json
from collections.abc import Sequence
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request

from communique.errors import ParameterError
from communique.explorer.answer import PAGING
from communique.explorer.endpoint import Endpoint
from communique.explorer.parameter import Parameter, read_all

LARGEST = 65_536
"""Of so many bytes is what is sent at most."""


async def read_request(request: Request, endpoint: Endpoint) -> dict[str, Any]:
    """Read the parameters of an endpoint.

    Args:
        request: What was asked.
        endpoint: Of whom.

    Returns:
        A value for each parameter, by name.

    Raises:
        ParameterError: If one is unknown, missing or bad.
        HTTPException: If what is sent is too much, or no JSON.
    """
    taken = (*endpoint.parameters, *(PAGING if endpoint.paged else ()))
    given = {**read_all(taken, request.query_params.multi_items()), **request.path_params}
    if endpoint.body is not None:
        given |= await _read_body(request, endpoint.body)
    return given


async def _read_body(request: Request, taken: Sequence[Parameter]) -> dict[str, Any]:
    """Read what is sent: an object of texts, by name."""
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media != "application/json":
        raise HTTPException(415, "What is sent must be application/json.")
    sent = bytearray()
    async for some in request.stream():
        sent += some
        if len(sent) > LARGEST:
            raise HTTPException(413, f"More than {LARGEST:,} bytes are sent.")
    try:
        told = json.loads(sent)
    except (ValueError, RecursionError) as error:
        message = "What is sent is not JSON."
        raise ParameterError(message) from error
    if not isinstance(told, dict) or not all(isinstance(v, str) for v in told.values()):
        message = "What is sent must be an object whose values are texts."
        raise ParameterError(message)
    return read_all(taken, told.items())
