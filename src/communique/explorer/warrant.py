"""Who may change the graph: whoever knows the token that was printed, from this page alone."""

import secrets

from starlette.datastructures import Headers
from starlette.responses import Response

from communique.explorer.problem import problem

_SCHEME = "bearer "
_SAME = ("same-origin", "none")


def refuse_change(headers: Headers, token: str) -> Response | None:
    """Refuse a request that would change the graph, unless it may.

    A browser sends no token of its own accord, so no other page can have one sent; what it says of
    where a request comes from is heeded besides.

    Args:
        headers: What the request says.
        token: What whoever changes the graph must know.

    Returns:
        The refusal; None where the request may go on.
    """
    told = headers.get("authorization", "")
    known = told[: len(_SCHEME)].lower() == _SCHEME and secrets.compare_digest(
        told[len(_SCHEME) :].strip().encode(), token.encode()
    )
    if not known:
        refusal = problem(
            401,
            "Whoever decides must know the token.",
            "Open the address that was printed when the page was started.",
        )
        refusal.headers["WWW-Authenticate"] = "Bearer"
        return refusal
    if _is_foreign(headers):
        return problem(403, "Another site's page sent this.")
    return None


def _is_foreign(headers: Headers) -> bool:
    origin = headers.get("origin")
    here = f"http://{headers.get('host', '')}".lower()
    return headers.get("sec-fetch-site", "none") not in _SAME or (
        origin is not None and origin.lower() != here
    )
