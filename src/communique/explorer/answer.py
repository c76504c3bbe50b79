"""Answers as they go out: JSON or comma-separated values, a page at a time, with an ETag."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from communique.explorer.encoding import encode_json
from communique.explorer.endpoint import Endpoint, Page
from communique.explorer.parameter import Parameter, Type
from communique.queries.citation import SHOWN
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
            return _respond_csv(request, endpoint, told.columns, rows)
        told = {
            **told.more, "columns": list(told.columns), "rows": rows,
            "offset": given["offset"], "total": total,
        }  # fmt: skip
    return respond_json(request, told)


def cut(page: Page, offset: int, count: int) -> tuple[Sequence[dict[str, Any]], int | None]:
    """Take a page out of rows.

    Returns:
        Its rows, and how many there are in all; None where more are there than were fetched.
    """
    rows = page.rows[offset : offset + count]
    return rows, len(page.rows) if page.whole else None


def respond_json(request: Request, told: object) -> Response:
    """Respond with what JSON can hold."""
    return respond(request, encode_json(told), "application/json")


def respond(request: Request, body: bytes, media: str, **headers: str) -> Response:
    """Respond, or tell whoever has the very same already that it is so.

    Args:
        request: What was asked.
        body: The answer.
        media: What it is.
        headers: Further headers, underscores for hyphens.

    Returns:
        The response.
    """
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    told = {"ETag": tag, "Cache-Control": "no-cache"}
    asked = request.headers.get("if-none-match", "")
    if request.method in ("GET", "HEAD") and (tag in asked or asked == "*"):
        return Response(status_code=304, headers=told)
    told |= {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(body, headers={**told, "Content-Type": media})


_NONE: dict[str, Any] = {}


def _respond_csv(
    request: Request, endpoint: Endpoint, columns: Sequence[str], rows: Sequence[dict[str, Any]]
) -> Response:
    """Respond with a line for each row; for each of its sentences, where it brings them."""
    if any("evidence" in row for row in rows):
        columns = (*columns, *SHOWN)
        rows = [
            {**row, **{name: one.get(name) for name in SHOWN}}
            for row in rows
            for one in row["evidence"] or [_NONE]
        ]
    body = Table(columns, rows, dict).csv().encode("utf-8", "replace")
    name = endpoint.path.rpartition("/")[2]
    told = {"Content_Disposition": f'attachment; filename="{name}.csv"'}
    return respond(request, body, "text/csv; charset=utf-8", **told)
