"""Drawings, looked at: what is saved of them tells where everything is."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

SVG = "{http://www.w3.org/2000/svg}"


def settle(page: Page) -> Page:
    """Wait until everybody stands where they stay."""
    expect(page.locator(".stage")).to_have_attribute("data-state", "settled")
    return page


def save(page: Page, form: str) -> str:
    """Save what is shown, and read the file."""
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Save as {form}").click()
    return Path(download.value.path()).read_text("utf-8")


def places(page: Page) -> dict[str, tuple[float, float]]:
    """Tell where each actor stands in the window."""
    box = page.locator(".stage").bounding_box()
    assert box is not None
    circles = ET.fromstring(save(page, "SVG")).iter(f"{SVG}circle")  # noqa: S314 - our own file
    return {
        one.attrib["data-id"]: (box["x"] + float(one.attrib["cx"]), box["y"] + float(one.attrib["cy"]))
        for one in circles
    }


def faults(page: Page) -> list[str]:
    """What axe-core finds that is serious or critical."""
    return [
        f"{one['id']}: {[node['html'][:120] for node in one['nodes'][:3]]}"
        for one in Axe().run(page).response["violations"]
        if one["impact"] in ("serious", "critical")
    ]


class Drawn:
    """What tests do with drawings."""

    settle = staticmethod(settle)
    save = staticmethod(save)
    places = staticmethod(places)
    faults = staticmethod(faults)


@pytest.fixture
def drawn() -> type[Drawn]:
    """What tests do with drawings."""
    return Drawn


@pytest.fixture
def network(open_page: Callable[..., Any]) -> Callable[..., Page]:
    """Opens the network: `network(since="2032", width=390)`."""

    def begin(scheme: str = "light", width: int = 1280, at: Any = None, **given: Any) -> Page:
        page: Page = open_page(scheme=scheme, width=width, at=at).show("network", **given)
        return settle(page)

    return begin
