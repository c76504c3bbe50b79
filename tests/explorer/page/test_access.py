"""Whoever can't see, or can't use a mouse, gets as far as anybody."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

Open = Callable[..., Any]
LISBON = "https://press.solvik.example/2031/03/04/minister-meets-mayor-of-lisbon"
VIEWS: dict[str, tuple[str, dict[str, str]]] = {
    "home": ("home", {}),
    "person": ("thing", {"id": "person:anders-hauge"}),
    "office": ("thing", {"id": "office:mayor-of-lisbon"}),
    "organization": ("thing", {"id": "organization:atlantic-chamber-of-commerce"}),
    "place": ("thing", {"id": "place:lisbon"}),
    "event": ("thing", {"id": "event:ocean-economy-forum-2031"}),
    "release": ("release", {"id": LISBON, "at": f"{LISBON}#met-with.304-311.345-357"}),
    "questions": ("questions", {}),
    "question": ("questions", {"question": "who-met-whom", "person": "person:ingrid-solheim"}),
    "review": ("review", {}),
}

UNFOLD = """() => {
  const found = document.querySelectorAll("main button[aria-expanded=false], main details:not([open]) > summary");
  for (const closed of [...found].slice(0, 5)) closed.click();
}"""


def faults(page: Page) -> list[str]:
    """What axe-core finds that is serious or critical."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {one['help']}: {[node['html'][:120] for node in one['nodes'][:3]]}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_no_view_has_a_serious_fault(open_page: Open, view: str, scheme: str) -> None:
    """Neither in light nor in dark, with what is folded unfolded."""
    name, given = VIEWS[view]
    page = open_page(scheme=scheme).show(name, **given)
    page.wait_for_load_state("networkidle")
    page.evaluate(UNFOLD)
    page.wait_for_load_state("networkidle")
    assert faults(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_review_has_no_serious_fault(open_page: Open, reviewing: Any, scheme: str) -> None:
    """Doubts, facts, and decisions made."""
    looked = open_page(scheme=scheme, at=reviewing)
    looked.page.goto(f"{reviewing.address}/#token={reviewing.token}")
    page = looked.show("review")
    expect(page.locator(".side blockquote")).to_have_count(4)
    assert faults(page) == []
    page.keyboard.press("d")
    page.keyboard.press("k")
    expect(page.locator("ul.decisions li")).to_have_count(1)
    assert faults(page) == []


def test_search_has_no_serious_fault_while_it_is_open(open_page: Open) -> None:
    """A list that is chosen from."""
    page = open_page().show()
    page.get_by_role("combobox").press_sequentially("lisbon")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert faults(page) == []


def test_keys_alone_lead_from_a_name_to_the_sentence(open_page: Open) -> None:
    """Search, profile, sentence, release: Tab, Enter and arrows."""
    page = open_page().show()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to what is shown")).to_be_focused()
    page.get_by_role("combobox").focus()
    page.keyboard.type("duarte")
    expect(page.get_by_role("option").first).to_contain_text("Duarte Pinhal")
    page.keyboard.press("Enter")
    expect(page.locator(".timeline summary").first).to_be_visible()
    expect(page.locator("main")).to_be_focused()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.timeline summary')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator(".timeline blockquote")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".text .fact.at")).to_be_focused()


def test_what_is_focused_is_seen(open_page: Open) -> None:
    """A line around it, thick enough, in both schemes."""
    for scheme in ("light", "dark"):
        page = open_page(scheme=scheme).show("thing", id="person:ingrid-solheim")
        page.get_by_role("link", name="The network around").focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        style = "getComputedStyle(document.activeElement)"
        assert page.evaluate(f"parseFloat({style}.outlineWidth)") >= 2
        assert page.evaluate(f"{style}.outlineStyle") != "none"
