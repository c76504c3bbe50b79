"""Where one begins: what the graph holds, and ways into it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

import communique
from communique.graph.ledger import load_several


@pytest.fixture
def bare(tmp_path: Path, serving: Any) -> Iterator[Any]:
    """The explorer of a graph without a release."""
    with communique.open(tmp_path / "bare.db") as graph:
        load_several(graph.writer(create=True), [])
        with serving(graph) as site:
            yield site


def test_the_page_begins_with_what_the_graph_holds(open_page: Callable[..., Any]) -> None:
    """Counts, ways to begin, and people who met most, each a link."""
    page = open_page().show()
    expect(page.locator(".held")).to_contain_text("releases10")
    expect(page.get_by_role("link", name="Ingrid Solheim")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="Questions").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Questions")


def test_an_empty_graph_says_how_to_fill_it(open_page: Callable[..., Any], bare: Any) -> None:
    """And shows nothing that is not there."""
    page = open_page(at=bare).show()
    expect(page.get_by_role("heading", level=1)).to_have_text("The graph is empty")
    expect(page.locator("main code")).to_contain_text("communique load")


def test_a_narrow_window_is_moved_one_way_only(open_page: Callable[..., Any]) -> None:
    """At 320 pixels nothing is wider than the page, on any view that has text."""
    looked = open_page(width=320)
    release = "https://press.solvik.example/2031/03/04/minister-meets-mayor-of-lisbon"
    for view, given in (
        ("home", {}),
        ("thing", {"id": "person:ingrid-solheim"}),
        ("thing", {"id": "office:mayor-of-lisbon"}),
        ("release", {"id": release}),
        ("questions", {}),
        ("questions", {"question": "who-met-whom", "person": "person:ingrid-solheim"}),
        ("review", {}),
    ):
        page = looked.show(view, **given)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (view, given)
