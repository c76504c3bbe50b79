"""When something is wrong the page says what, and goes on when it is right again."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

import communique
from communique import examples

pytestmark = pytest.mark.long

Open = Callable[..., Any]


@pytest.fixture
def passing(tmp_path: Path, serving: Any) -> Iterator[Any]:
    """A site of its own, which a test may end."""
    with communique.open(tmp_path / "passing.db") as graph:
        graph.load(examples.paths())
        with serving(graph) as site:
            yield site


@pytest.mark.parametrize(
    ("view", "given"),
    [
        ("thing", {"id": "person:nobody"}),
        ("thing", {"id": "<script>"}),
        ("thing", {"id": "\x00"}),
        ("release", {"id": "https://nowhere.example"}),
    ],
)
def test_an_unknown_id_is_told(open_page: Open, view: str, given: dict[str, str]) -> None:
    """With what can be done."""
    looked = open_page()
    looked.expected += ["404", "400"]
    page = looked.show(view, **given)
    expect(page.get_by_role("alert")).to_contain_text("There is no such thing")
    expect(page.get_by_role("button", name="Try again")).to_be_visible()


def test_an_address_without_an_id_is_told(open_page: Open) -> None:
    """Not a page that stays empty."""
    looked = open_page()
    looked.expected += ["400"]
    expect(looked.show("thing").get_by_role("alert")).to_contain_text("id")


def test_an_unknown_view_is_where_one_begins(open_page: Open) -> None:
    """As is one that only a program would name."""
    for view in ("constructor", "__proto__", "nothing"):
        expect(open_page().show(view).get_by_role("heading", level=1)).to_contain_text("Who met")


def test_a_server_that_goes_away_is_told_and_comes_back(open_page: Open, passing: Any) -> None:
    """The page recovers by one press, without being loaded again."""
    looked = open_page(at=passing)
    looked.expected += ["ERR_CONNECTION_REFUSED", "ERR_EMPTY_RESPONSE", "ERR_CONNECTION_RESET"]
    page = looked.show("thing", id="person:ingrid-solheim")
    page.evaluate("window.here = true")
    expect(page.get_by_role("region", name="Ask more")).to_contain_text("Who met whom")
    passing.stop()
    page.get_by_role("link", name="Duarte Pinhal").first.click()
    expect(page.get_by_role("alert")).to_contain_text("The server does not answer")
    passing.start()
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Duarte Pinhal")
    assert page.evaluate("window.here") is True


def test_a_part_that_fails_leaves_the_others(open_page: Open) -> None:
    """A profile without its timeline still has its offices."""
    looked = open_page()
    looked.expected += ["503", "ERR_FAILED"]
    looked.page.route("**/api/questions/timeline*", lambda route: route.abort())
    page = looked.show("thing", id="person:ingrid-solheim")
    expect(page.get_by_role("region", name="Engagements").first).to_contain_text(
        "The server does not answer"
    )
    expect(page.get_by_role("region", name="Offices over time").first).to_contain_text(
        "Minister for Trade"
    )


def test_back_leads_back(open_page: Open) -> None:
    """Views are addresses; the browser's own buttons work."""
    page = open_page().show("thing", id="person:ingrid-solheim")
    page.get_by_role("link", name="Duarte Pinhal").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Duarte Pinhal")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ingrid Solheim")
