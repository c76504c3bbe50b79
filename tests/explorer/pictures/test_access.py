"""Drawings for whoever can't see them, and in any window."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.long

Open = Callable[..., Any]
VIEWS: dict[str, tuple[str, dict[str, Any]]] = {
    "network": ("network", {}),
    "actor": ("network", {"node": "person:ingrid-solheim", "colour": "group"}),
    "tie": ("network", {"tie": ["person:ingrid-solheim", "person:beatriz-fontoura"]}),
    "path": (
        "network",
        {"from": "person:olav-tveit", "to": "person:noor-haddad", "kind": "thanks"},
    ),
    "where": ("where", {}),
    "lisbon": ("where", {"place": "place:lisbon", "since": "2032"}),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_no_drawing_has_a_serious_fault(
    open_page: Open, drawn: Any, view: str, scheme: str
) -> None:
    """Neither in light nor in dark, with its tables open."""
    name, given = VIEWS[view]
    page = open_page(scheme=scheme).show(name, **given)
    page.wait_for_load_state("networkidle")
    page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
    assert drawn.faults(page) == []


@pytest.mark.parametrize("view", VIEWS)
def test_a_narrow_window_has_room_for_all(open_page: Open, view: str) -> None:
    """Nothing is beside it at 320 points."""
    name, given = VIEWS[view]
    page = open_page(width=320).show(name, **given)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_drawing_follows_light_and_dark(open_page: Open, drawn: Any) -> None:
    """While it is looked at."""
    page = open_page(scheme="light").show("network")
    drawn.settle(page)
    assert 'fill="#fbfaf7"' in drawn.save(page, "SVG")
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(100)
    assert 'fill="#14171a"' in drawn.save(page, "SVG")


def test_whoever_wants_no_motion_sees_none(open_page: Open) -> None:
    """Everybody stands where they stay before anything is drawn."""
    page = open_page().show("network")
    expect(page.locator(".stage")).to_have_attribute("data-state", "settled", timeout=1)


def test_motion_ends(browser: Any, site: Any) -> None:
    """Where it is wanted, it settles by itself."""
    page = browser.new_page()
    page.goto(f"{site.address}/?view=network")
    expect(page.locator(".stage")).to_have_attribute("data-state", "settled", timeout=20_000)
    page.close()


def test_where_nothing_can_be_drawn_the_list_remains(browser: Any, site: Any) -> None:
    """A browser without WebGL 2 says so."""
    page = browser.new_page()
    page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    page.goto(f"{site.address}/?view=network")
    expect(page.locator(".progress")).to_contain_text("no WebGL 2")
    page.locator("#actors li").first.click()
    expect(page.locator(".panel h2")).to_have_text("Ingrid Solheim")
    page.close()
