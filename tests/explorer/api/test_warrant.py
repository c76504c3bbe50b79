"""Who may change the graph through the page."""

from typing import Any

import httpx
import pytest

from communique.errors import UnknownId

TOKEN = "a-token-of-the-tests"  # noqa: S105 - of no other use
DECISION = {"verb": "different", "a": "person:a", "b": "person:b"}
OURS = "http://127.0.0.1:8765"


class Asked:
    """A graph that keeps count of what would change it."""

    def __init__(self) -> None:
        self.changes = 0

    def different(self, a: str, b: str, note: str | None) -> dict[str, Any]:
        """Decide."""
        self.changes += 1
        return {"decision": "x", "verb": "different", "nodes": [a, b]}

    same = different

    def wrong(self, fact: str, note: str | None) -> dict[str, Any]:
        """Decide."""
        self.changes += 1
        return {"decision": "x", "verb": "wrong", "nodes": [fact]}

    def undo(self, decision: str) -> dict[str, Any]:
        """Take back."""
        self.changes += 1
        raise UnknownId(f"No decision {decision!r}.")


@pytest.fixture
def graph() -> Asked:
    """A graph without a database."""
    return Asked()


@pytest.fixture
def asking(graph: Asked, ask_of: Any) -> httpx.Client:
    """Who asks it."""
    return ask_of(graph, token=TOKEN)  # type: ignore[no-any-return]


def test_who_knows_the_token_decides(
    asking: httpx.Client, graph: Asked, known: dict[str, str]
) -> None:
    """From this page, or from a program that is none."""
    home = str(asking.base_url).rstrip("/")
    for more in ({}, {"Origin": home, "Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}):
        answer = asking.post("/api/decisions", json=DECISION, headers={**known, **more})
        assert answer.status_code == 200, answer.text
    lower = {"authorization": f"bearer  {TOKEN}"}
    assert asking.post("/api/decisions", json=DECISION, headers=lower).status_code == 200
    assert asking.delete("/api/decisions/x", headers=known).status_code == 404
    assert graph.changes == 5


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({}, 401),
        ({"Authorization": ""}, 401),
        ({"Authorization": TOKEN}, 401),
        ({"Authorization": f"Basic {TOKEN}"}, 401),
        ({"Authorization": f"Bearer {TOKEN}x"}, 401),
        ({"Authorization": f"Bearer {TOKEN[:-1]}"}, 401),
        ({"Authorization": "Bearer"}, 401),
        ({"Authorization": "Bearer \u00e9"}, 401),
        ({"Cookie": f"token={TOKEN}"}, 401),
        ({"Origin": "https://elsewhere.example"}, 401),
        ({"Authorization": f"Bearer {TOKEN}", "Origin": "https://elsewhere.example"}, 403),
        ({"Authorization": f"Bearer {TOKEN}", "Origin": "null"}, 403),
        ({"Authorization": f"Bearer {TOKEN}", "Origin": "http://localhost:1"}, 403),
        ({"Authorization": f"Bearer {TOKEN}", "Sec-Fetch-Site": "cross-site"}, 403),
        ({"Authorization": f"Bearer {TOKEN}", "Sec-Fetch-Site": "same-site"}, 403),
    ],
)
def test_others_change_nothing(
    asking: httpx.Client, graph: Asked, told: dict[str, str], status: int
) -> None:
    """Neither without the token nor from another page; a cookie or a query is no token."""
    headers = [(name.encode(), value.encode("latin-1")) for name, value in told.items()]
    for path in ("/api/decisions", f"/api/decisions?token={TOKEN}"):
        answer = asking.post(path, json=DECISION, headers=headers)
        assert answer.status_code == status
        assert answer.headers.get("www-authenticate") == ("Bearer" if status == 401 else None)
    assert asking.delete("/api/decisions/x", headers=headers).status_code == status
    assert graph.changes == 0


@pytest.mark.parametrize(
    "media", ["application/x-www-form-urlencoded", "text/plain", "", "multipart/form-data"]
)
def test_what_a_form_can_send_is_refused(
    asking: httpx.Client, graph: Asked, known: dict[str, str], media: str
) -> None:
    """A form of another page can send these without being asked."""
    text = '{"verb": "different", "a": "a", "b": "b"}'
    headers = {**known, "Content-Type": media}
    assert asking.post("/api/decisions", content=text, headers=headers).status_code == 415
    assert graph.changes == 0


@pytest.mark.parametrize(
    ("sent", "status", "told"),
    [
        (b"", 400, "not JSON"),
        (b"{", 400, "not JSON"),
        (b"\xff\xfe\x00", 400, "not JSON"),
        (b"[" * 60_000, 400, "not JSON"),
        (b'{"a":' * 10_000, 400, "not JSON"),
        (b"[]", 400, "must be an object"),
        (b'"text"', 400, "must be an object"),
        (b'{"verb": 1}', 400, "must be an object"),
        (b'{"verb": {"same": 1}}', 400, "must be an object"),
        (b"{}", 400, "'verb' must be given"),
        (b'{"verb": "merge"}', 400, "must be one of"),
        (b'{"verb": "same", "whom": "x"}', 400, "no parameter 'whom'"),
        (b'{"verb": "same", "a": "x"}', 400, "'b' must be given"),
        (b'{"verb": "wrong", "a": "x"}', 400, "'fact' must be given"),
        (b'{"verb": "different", "a": "\\ud800", "b": "x"}', 400, "half a character"),
        (b'{"verb": "different", "a": "' + b"x" * 5000 + b'", "b": "x"}', 400, "characters"),
        (b'{"verb": "different", "a": "' + b"x" * 70_000 + b'"}', 413, "bytes"),
    ],
    ids=map(str, range(17)),
)  # fmt: skip
def test_what_is_sent_is_read_with_care(
    asking: httpx.Client, graph: Asked, known: dict[str, str], sent: bytes, status: int, told: str
) -> None:
    """However large, deep or wrong it is."""
    headers = {**known, "Content-Type": "Application/JSON; charset=utf-8"}
    answer = asking.post("/api/decisions", content=sent, headers=headers)
    assert answer.status_code == status
    assert told in answer.json()["detail"]
    assert graph.changes == 0


def test_a_page_that_only_reads_has_nothing_to_decide(ask_of: Any, known: dict[str, str]) -> None:
    """And says how it would have."""
    graph = Asked()
    asking = ask_of(graph)
    answer = asking.post("/api/decisions", json=DECISION, headers=known)
    assert answer.status_code == 405
    assert "--review" in answer.json()["hint"]
    assert asking.delete("/api/decisions/x", headers=known).status_code == 404
    assert "post" not in asking.get("/api/openapi.json").json()["paths"]["/decisions"]
    assert graph.changes == 0


def test_decisions_are_made_listed_and_taken_back(
    decider: httpx.Client, known: dict[str, str]
) -> None:
    """The same decisions as the command line makes."""
    people = decider.get("/api/names", params={"text": "a", "label": "Person"}).json()["names"]
    a, b = people[0]["id"], people[1]["id"]
    sent = {"verb": "different", "a": a, "b": b, "note": "they were in one room"}
    made = decider.post("/api/decisions", json=sent, headers=known).json()
    assert made["verb"] == "different"
    (listed,) = decider.get("/api/decisions").json()["decisions"]
    assert (listed["id"], listed["note"]) == (made["decision"], "they were in one room")
    same = {**sent, "verb": "same"}
    assert decider.post("/api/decisions", json=same, headers=known).status_code == 409
    undone = decider.delete(f"/api/decisions/{made['decision']}", headers=known)
    assert undone.json()["undone"] == made["decision"]
    again = decider.delete(f"/api/decisions/{made['decision']}", headers=known)
    assert again.status_code == 404
    assert decider.get("/api/decisions").json()["decisions"] == []
    nobody = {**sent, "a": "person:nobody"}
    assert decider.post("/api/decisions", json=nobody, headers=known).status_code == 404
