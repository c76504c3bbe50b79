"""Answers as they go out: JSON or comma-separated values, a page at a time, with an ETag."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from communique.explorer.endpoint import Endpoint, Page
from communique.explorer.parameter import Parameter, Type
from communique.queries.table import Table

MOST = 1000
"""Of so many rows is a page at most."""

PAGING = (
    Parameter("offset", "how many rows to pass over", Type.INTEGER, default=0, least=0, most=10**9),
    Parameter("count", "at most so many rows", Type.INTEGER, default=100, least=1, most=MOST),
    Parameter("form", "in which form", default="json", choices=("json", "csv")),
)
"""What every paged endpoint takes besides."""


def render(
    request: Request, endpoint: Endpoint, given: Mapping[str, Any], told: object
) -> Response:
    """Make a response of what an endpoint answered.

    Args:
        request: What was asked.
        endpoint: What answered.
        given: The parameters.
        told: The answer.

    Returns:
        The response; without a body where the asker has it already.
    """
    if isinstance(told, Page):
        rows, total = cut(told, given["offset"], given["count"])
        if given["form"] == "csv":
            text = Table(told.columns, rows, dict).csv()
            return _respond(request, text.encode("utf-8", "replace"), "text/csv; charset=utf-8")
        told = {
            **told.more, "columns": list(told.columns), "rows": rows,
            "offset": given["offset"], "total": total,
        }  # fmt: skip
    text = json.dumps(told, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _respond(request, text.encode("utf-8", "replace"), "application/json")


def cut(page: Page, offset: int, count: int) -> tuple[Sequence[dict[str, Any]], int | None]:
    """Take a page out of rows.

    Returns:
        Its rows, and how many there are in all; None where more are there than were fetched.
    """
    rows = page.rows[offset : offset + count]
    return rows, len(page.rows) if page.whole else None


def _respond(request: Request, body: bytes, media: str) -> Response:
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    asked = request.headers.get("if-none-match", "")
    if request.method in ("GET", "HEAD") and (tag in asked or asked == "*"):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media, headers=headers)
