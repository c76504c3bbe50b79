"""What every request passes: only this host is answered, and every answer says what it may do."""

import secrets
from collections.abc import Collection, MutableMapping
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from communique.explorer.problem import problem

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
"""Content-Security-Policy: the page's own files and nothing else, nothing inline."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

_SAME = ("same-origin", "none")
_SCHEME = "Bearer "


class Guard:
    """Stands before an application.

    Args:
        app: The application.
        hosts: The names by which this machine may be asked: others come by DNS rebinding.
        token: What whoever changes the graph must know; None where nobody may.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str], token: str | None) -> None:
        self._app = app
        self._hosts = frozenset(hosts)
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = self._refuse(scope)
        await (refusal or self._app)(scope, receive, _marked(send))

    def _refuse(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if _name_of(host) not in self._hosts:
            detail = f"This page is not that of {host[:100]!r}."
            return problem(421, detail, f"Ask for {' or '.join(sorted(self._hosts))}.")
        if scope["method"] in ("GET", "HEAD"):
            return None
        return self._refuse_change(headers)

    def _refuse_change(self, headers: Headers) -> Response | None:
        if self._token is None:
            return problem(403, "The page was opened for reading.", "Start it with --review.")
        told = headers.get("authorization", "")
        known = told.startswith(_SCHEME) and secrets.compare_digest(
            told.removeprefix(_SCHEME).encode(), self._token.encode()
        )
        if not known:
            refusal = problem(401, "Whoever decides must know the token.", "Open the address that "
                              "was printed when the page was started.")  # fmt: skip
            refusal.headers["WWW-Authenticate"] = "Bearer"
            return refusal
        if headers.get("sec-fetch-site", "none") not in _SAME:
            return problem(403, "Another site's page sent this.")
        return None


def _name_of(host: str) -> str:
    """Take the port off: ``[::1]:8000`` is ``[::1]``."""
    name, _, port = host.rpartition(":")
    return (name if port.isdigit() and name else host).lower()


def _marked(send: Send) -> Send:
    async def marked(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers: MutableMapping[str, Any] = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
        await send(message)

    return marked
