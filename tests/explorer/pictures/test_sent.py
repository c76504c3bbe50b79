"""The page that is sent: opened from a disk, with the network off."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

import communique
from communique.explorer.sending import make_page
from communique.pipeline import Graph

pytestmark = pytest.mark.long


@dataclass
class Sent:
    """A page that was sent.

    Attributes:
        page: The page, opened.
        faults: What went wrong in it.
        asked: What it asked of anybody.
    """

    page: Page
    faults: list[str]
    asked: list[str]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Sent]]:
    """Opens the text of a page as a file, offline: `opened(text, scheme="dark")`."""
    contexts: list[Any] = []

    def begin(text: str, scheme: Any = "light", width: int = 1280) -> Sent:
        file = tmp_path / "sent.html"
        file.write_text(text, encoding="utf-8")
        context = browser.new_context(
            color_scheme=scheme, viewport={"width": width, "height": 900}, offline=True
        )
        contexts.append(context)
        sent = Sent(context.new_page(), [], [])
        sent.page.on("request", lambda request: sent.asked.append(request.url))
        sent.page.on("pageerror", lambda error: sent.faults.append(str(error)))
        sent.page.on("console", lambda told: sent.faults.append(f"{told.type}: {told.text}"))
        sent.page.on("dialog", lambda dialog: sent.faults.append(dialog.message))
        sent.page.goto(file.as_uri())
        sent.page.wait_for_selector("li.event")
        return sent

    yield begin
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def solheim(site: Any) -> str:
    """The page of a person of the examples."""
    return make_page(site.graph, person="Ingrid Solheim")


def test_it_asks_nobody_for_anything(opened: Callable[..., Sent], solheim: str) -> None:
    """The file alone is read, and its own policy lets nothing else be."""
    sent = opened(solheim)
    expect(sent.page.get_by_role("heading", level=1)).to_have_text("Ingrid Solheim")
    sent.page.wait_for_timeout(300)
    assert [url.rpartition("/")[2] for url in sent.asked] == ["sent.html"]
    assert sent.faults == []
    assert len(solheim.encode()) < 2_000_000
    assert "unsafe" not in solheim
    assert not re.search(r'(?:src|href)="(?!#)', solheim.partition("<script")[0])


def test_network_timeline_and_evidence_are_in_it(opened: Callable[..., Sent], solheim: str) -> None:
    """Each sentence with its release: title, day, issuer, address."""
    page = opened(solheim).page
    assert page.locator("svg circle[data-id]").count() == 6
    expect(page.locator(".counterparts li")).to_have_count(5)
    assert page.locator(".chronicle .columns rect").count() == 15
    first = page.locator("li.event").first
    expect(first).to_contain_text("2032-05-20")
    expect(first.locator("blockquote")).to_contain_text("paid a courtesy call")
    expect(first.locator("footer")).to_contain_text("2032-05-20, Solvik Government")
    link = first.locator("footer a")
    assert (link.get_attribute("href") or "").startswith("https://press.solvik.example/2032/05/20/")


def test_what_happened_can_be_looked_through(opened: Callable[..., Sent], solheim: str) -> None:
    """By words, by whom, and by months; in any order."""
    page = opened(solheim).page
    page.get_by_label("Search").fill("stranded ship")
    expect(page.locator("li.event")).to_have_count(1)
    page.get_by_label("Search").fill("")
    page.locator(".counterparts button", has_text="Duarte Pinhal").click()
    expect(page.locator("li.event")).to_have_count(4)
    page.get_by_label("From").fill("2032")
    page.get_by_label("From").press("Tab")
    expect(page.locator("li.event")).to_have_count(2)
    for _ in range(2):
        page.get_by_role("button", name="Take this away").first.click()
    expect(page.locator("li.event")).to_have_count(26)
    box = page.locator(".chronicle").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 5, box["y"] + 60)
    expect(page.get_by_label("From")).to_have_value("2031-03")


def test_whoever_is_clicked_in_the_drawing_is_looked_at(
    opened: Callable[..., Sent], solheim: str
) -> None:
    """A second click takes it back."""
    page = opened(solheim).page
    page.locator("circle[data-id='person:kelvin-ong-wei-ming']").click()
    expect(page.locator(".chips")).to_contain_text("Kelvin Ong Wei Ming")
    page.locator("circle[data-id='person:kelvin-ong-wei-ming']").click()
    expect(page.locator("li.event")).to_have_count(26)


@pytest.mark.parametrize(
    "named", [{"office": "Mayor of Lisbon"}, {"place": "Lisbon"},
              {"organization": "Atlantic Chamber of Commerce"}, {"organization": "Portugal"}]
)  # fmt: skip
def test_it_can_be_of_anything(
    opened: Callable[..., Sent], site: Any, named: dict[str, str]
) -> None:
    """An office, a place, an organization, a country."""
    try:
        text = make_page(site.graph, **named)
    except communique.DataError:
        assert named == {"organization": "Portugal"}
        return
    sent = opened(text)
    assert sent.page.locator("li.event blockquote").count() > 0
    assert sent.faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_has_no_serious_fault(
    opened: Callable[..., Sent], solheim: str, drawn: Any, scheme: str
) -> None:
    """In light and in dark, in a narrow window."""
    page = opened(solheim, scheme=scheme, width=360).page
    page.locator(".counterparts button").first.click()
    assert drawn.faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_hostile_names_do_nothing(opened: Callable[..., Sent], hostile: Graph) -> None:
    """They are text, whatever they say; an address that is none of the web's is no link."""
    ids = [r["id"] for r in hostile.cypher("MATCH (p:Person) RETURN p.id AS id ORDER BY id")]
    assert len(ids) > 5
    for one in ids:
        sent = opened(make_page(hostile, person=one), width=390)
        assert sent.page.evaluate("window.hacked") is None
        assert sent.page.locator("main script, main img, main b").count() == 0
        assert sent.page.locator("footer a").count() == 0
        assert sent.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert sent.faults == []
        assert len(sent.asked) == 1
