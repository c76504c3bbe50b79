"""What went wrong, as RFC 9457 tells it: a status, what happened, what to do."""

from typing import Any

from starlette.responses import JSONResponse

from communique.errors import (
    AmbiguousName,
    CommuniqueError,
    Contradiction,
    DataError,
    StoreError,
    TimedOut,
    UnknownId,
    UnknownName,
    UnknownQuery,
    UsageError,
    WriteRefused,
)

_STATUSES: tuple[tuple[type[CommuniqueError], int], ...] = (
    (AmbiguousName, 409),
    (Contradiction, 409),
    (UnknownName, 404),
    (UnknownId, 404),
    (UnknownQuery, 404),
    (WriteRefused, 403),
    (TimedOut, 504),
    (StoreError, 503),
    (DataError, 400),
    (UsageError, 400),
)
"""The first that an error is one of."""

TITLES = {
    400: "It can't be asked that way",
    401: "This needs the token that was printed",
    403: "This page does not change the graph",
    404: "There is no such thing",
    405: "Not by this method",
    409: "Not without doubt",
    413: "Too much is sent",
    415: "This is not JSON",
    421: "This is not the page of that host",
    500: "This was not foreseen",
    503: "The graph can't be had just now",
    504: "It takes too long",
}


def status_of(error: CommuniqueError) -> int:
    """Tell with which status an error is answered."""
    return next((status for kind, status in _STATUSES if isinstance(error, kind)), 500)


def tell(error: CommuniqueError) -> JSONResponse:
    """Answer with an error of ours."""
    candidates = list(getattr(error, "candidates", ()))
    return problem(status_of(error), error.message, error.hint, candidates=candidates)


def problem(
    status: int,
    detail: str,
    hint: str | None = None,
    **more: Any,  # noqa: ANN401 - as JSON has it
) -> JSONResponse:
    """Answer that something went wrong.

    Args:
        status: The status.
        detail: What happened.
        hint: What to do about it.
        more: What else is told.
    """
    told = {"type": "about:blank", "title": TITLES[status], "status": status, "detail": detail}
    further = {"hint": hint, **more}
    told |= {key: value for key, value in further.items() if value}
    return JSONResponse(told, status, media_type="application/problem+json")


SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "what happened"},
        "hint": {"type": "string", "description": "what to do about it"},
        "candidates": {"type": "array", "items": {"type": "string"}},
    },
}
"""A problem, in JSON Schema."""
