"""Names that are made to do harm, drawn."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from communique.pipeline import Graph

pytestmark = pytest.mark.long


@pytest.fixture
def site_of_harm(hostile: Graph, serving: Any) -> Iterator[Any]:
    """The explorer of such names."""
    with serving(hostile) as started:
        yield started


def is_unharmed(page: Page) -> None:
    """Nothing ran, nothing came of a name but text, and nothing is wider than the window."""
    assert page.evaluate("window.hacked") is None
    assert page.locator("main script, main img, main b").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("kind", ["met-with", "co-attendance", "thanks"])
def test_hostile_names_are_drawn_as_text(
    network: Callable[..., Page], site_of_harm: Any, drawn: Any, kind: str
) -> None:
    """In the drawing, in the list, in the panel, with their evidence, and in what is saved."""
    page = network(at=site_of_harm, width=390, kind=kind, colour="group")
    count = page.locator("#actors li").count()
    assert count > 5
    for at in range(count):
        page.locator("#actors li").nth(at).click()
        is_unharmed(page)
    page.locator(".ties button").first.click()
    expect(page.locator(".panel blockquote").first).to_be_visible()
    is_unharmed(page)
    for form in ("CSV", "JSON", "SVG"):
        assert drawn.save(page, form)
    assert "<script" not in drawn.save(page, "SVG")


def test_hostile_names_happen_somewhere(open_page: Callable[..., Any], site_of_harm: Any) -> None:
    """Beside a map on which none of the places is."""
    page = open_page(at=site_of_harm, width=390).show("where")
    expect(page.locator(".happened blockquote").first).to_be_visible()
    is_unharmed(page)


@pytest.mark.parametrize(
    ("view", "given"),
    [
        ("network", {"since": "yesterday"}),
        ("network", {"place": "place:nowhere"}),
        ("network", {"node": "person:nobody"}),
        ("network", {"around": "office:mayor-of-lisbon"}),
        ("where", {"place": "place:nowhere"}),
        ("where", {"since": "2032", "until": "2031"}),
    ],
)
def test_an_address_that_is_wrong_is_told_of(
    open_page: Callable[..., Any], view: str, given: dict[str, str]
) -> None:
    """With what is wrong, not with an empty page."""
    looked = open_page()
    looked.expected += ["404", "400"]
    page = looked.show(view, **given)
    expect(page.get_by_role("alert")).to_be_visible()


def test_a_bound_that_is_wrong_leaves_what_was_drawn(
    open_page: Callable[..., Any], drawn: Any
) -> None:
    """It is told of above it, and another bound mends it."""
    looked = open_page()
    looked.expected += ["400"]
    page = drawn.settle(looked.show("network", since="2032"))
    until = page.get_by_label("To", exact=True)
    until.fill("2031")
    until.blur()
    expect(page.get_by_role("alert")).to_contain_text("comes after")
    expect(page.locator(".stage canvas").first).to_be_visible()
    until.fill("2032-06")
    until.blur()
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.locator("#actors li")).to_have_count(5)
