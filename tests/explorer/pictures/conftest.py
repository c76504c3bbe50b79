"""Drawings, looked at: what is saved of them tells where everything is."""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

import communique
from communique.graph.assertion import assert_release
from communique.graph.ledger import load_several
from communique.loaders.release import Release
from communique.pipeline import Graph
from communique.reading.model import Predicate, Reading

SVG = "{http://www.w3.org/2000/svg}"
NAMES = (
    "Ada Oduya",
    "</script><script>window.hacked = 1</script>",
    "<!--<script>",
    "<img src=x onerror=window.hacked=1>",
    "Ben \u202edetcelfer\u202c Cole",
    "nul\x00l \u2028 \u2029",
    "a" * 10_000,
    "&lt;b&gt; \"' ]]>",
    "دانيال حداد",
)


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
        one.attrib["data-id"]: (
            box["x"] + float(one.attrib["cx"]),
            box["y"] + float(one.attrib["cy"]),
        )
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


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, draft: Any) -> Iterator[Graph]:
    """A graph of people, bodies and places whose names are made to do harm."""
    with communique.open(tmp_path_factory.mktemp("hostile") / "graph.db") as graph:
        made = draft(1)
        place = made.place(NAMES[1])
        people = [made.person(name, made.office(f"Keeper of {name}", name)) for name in NAMES]
        for one in people[1:]:
            made.meet(people[0], one, made.event(made.entities[one].name, place=place))
            made.tell(one, Predicate.THANKED, people[0])
        release = Release(
            made.text, NAMES[1], date=made.day, issued=made.day, issuer=NAMES[3],
            url="javascript:window.hacked=1",
        )  # fmt: skip
        reading = Reading("test/1", made.day, "en", tuple(made.entities), tuple(made.facts))
        load_several(graph.writer(create=True), [assert_release(release, reading)])
        yield graph
