"""What every request passes: only this host is answered, and every answer says what it may do."""

from collections.abc import Collection

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
"""What every answer carries, whatever it is."""


class Guard:
    """Stands before an application.

    Args:
        app: The application.
        hosts: The names by which this machine may be asked: others come by DNS rebinding.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str]) -> None:
        self._app = app
        self._hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        await (self._refuse(scope) or self._app)(scope, receive, _marked(send))

    def _refuse(self, scope: Scope) -> Response | None:
        host = Headers(scope=scope).get("host", "")
        if _name_of(host) in self._hosts:
            return None
        known = " or ".join(sorted(self._hosts))
        return problem(421, f"This page is not that of {host[:100]!r}.", f"Ask for {known}.")


def _name_of(host: str) -> str:
    """Take the port off: ``[::1]:8000`` is ``[::1]``."""
    name, _, port = host.rpartition(":")
    return (name if port.isdigit() and name else host).lower()


def _marked(send: Send) -> Send:
    """Send answers with what every answer carries."""

    async def marked(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
        await send(message)

    return marked
