"""What every request passes and every answer carries."""

from typing import Any

import anyio
import httpx
import pytest

from communique.explorer.app import make_app
from communique.explorer.guard import HEADERS
from communique.pipeline import Graph


class Broken:
    """A graph that fails as nobody foresaw."""

    def __getattr__(self, name: str) -> Any:
        raise ZeroDivisionError(name)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "127.0.0.1:8765", "localhost", "localhost:1", "LocalHost:8765", "[::1]", "[::1]:8765"],
)  # fmt: skip
def test_this_machine_is_answered_by_its_own_names(client: httpx.Client, host: str) -> None:
    """With any port, since a tunnel may have another."""
    assert client.get("/api/about", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["rebound.example", "rebound.example:8765", "127.0.0.1.rebound.example", "", "::1", "127.0.0.1@x",
     "localhost.", "localhost:x", "127.0.0.1 rebound.example", ":8765", "[::1", "\u00e9"],
)  # fmt: skip
def test_another_name_is_refused(client: httpx.Client, host: str) -> None:
    """A name that leads here by DNS rebinding is not ours, for no address and by no method."""
    for method, path in (("GET", "/api/about"), ("GET", "/"), ("POST", "/api/decisions")):
        answer = client.request(method, path, headers=[(b"Host", host.encode("latin-1"))])
        assert answer.status_code == 421, path
        assert answer.json()["title"] == "This is not the page of that host"
        assert "communique" not in answer.headers


def test_a_request_without_a_host_is_refused(examples_graph: Graph) -> None:
    """As HTTP/1.0 allows it."""
    sent: list[Any] = []

    async def ask() -> None:
        async def receive() -> Any:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Any) -> None:
            sent.append(message)

        scope = {
            "type": "http", "method": "GET", "path": "/api/about", "raw_path": b"/api/about",
            "query_string": b"", "headers": [], "http_version": "1.0", "scheme": "http",
        }  # fmt: skip
        await make_app(examples_graph)(scope, receive, send)

    anyio.run(ask)
    assert sent[0]["status"] == 421


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("GET", "/static/app.js", 200),
        ("HEAD", "/api/about", 200),
        ("GET", "/api/openapi.json", 200),
        ("GET", "/api/thing?id=person:nobody", 404),
        ("GET", "/nothing", 404),
        ("GET", "/api", 404),
        ("GET", "/api/about/", 404),
        ("GET", "/static/nothing.js", 404),
        ("POST", "/api/about", 405),
        ("POST", "/", 405),
        ("PUT", "/static/app.js", 405),
        ("OPTIONS", "/api/decisions", 405),
        ("GET", "/api/names", 400),
    ],
)
def test_every_answer_says_what_it_may_do(
    client: httpx.Client, method: str, path: str, status: int
) -> None:
    """Whatever its status; nothing is ever said to other origins."""
    origin = {"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "GET"}
    answer = client.request(method, path, headers=origin)
    assert answer.status_code == status
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert not [name for name in answer.headers if name.startswith("access-control")]
    assert "set-cookie" not in answer.headers
    assert "cache-control" in answer.headers
    if status == 405:
        assert "GET" in answer.headers["allow"]
    if status >= 400 and method != "HEAD":
        told = answer.json()
        assert answer.headers["content-type"] == "application/problem+json"
        assert (told["status"], bool(told["detail"])) == (status, True)


def test_what_nobody_foresaw_is_told_without_its_words(ask_of: Any) -> None:
    """The guard stands before it, too; what the error says may be of the machine."""
    answer = ask_of(Broken()).get("/api/thing?id=person:x")
    assert answer.status_code == 500
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert answer.json()["detail"] == "ZeroDivisionError at '/api/thing'."


def test_scripts_are_the_pages_own() -> None:
    """No inline script or style, no frame, no form, nothing from elsewhere."""
    policy = HEADERS["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "style-src 'self';" in policy
    for loose in ("unsafe", "*", "http:", "https:"):
        assert loose not in policy
