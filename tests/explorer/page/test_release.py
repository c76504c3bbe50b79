"""A release as published: what was read in it is marked at its very words."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import communique

pytestmark = pytest.mark.long

Open = Callable[..., Any]
LISBON = "https://press.solvik.example/2031/03/04/minister-meets-mayor-of-lisbon"
BEYOND = """source: https://news.example/beyond
date: 2031-03-04
issuer: Harbour Office

😀 Talks 𝔬𝔫 harbours 🇳🇴

😀😀 The Mayor of Oslo, Mr Ben Cole, met with Ms Ada Oduya 🎉 in Oslo today (March 4). 🇳🇴 She thanked Mr Cole 𝔣𝔬𝔯 his welcome.
"""
MARKED = """(element) => {
  const copy = element.cloneNode(true);
  for (const number of copy.querySelectorAll("button")) number.remove();
  return copy.textContent;
}"""


@pytest.fixture(scope="module")
def beyond(tmp_path_factory: pytest.TempPathFactory, serving: Any) -> Iterator[Any]:
    """The explorer of a release whose characters are not all of one UTF-16 unit."""
    folder = tmp_path_factory.mktemp("beyond")
    (folder / "a.txt").write_text(BEYOND, "utf-8")
    with communique.open(folder / "graph.db") as graph:
        graph.load([folder / "a.txt"])
        with serving(graph) as site:
            yield site


def words(page: Page, id_: str) -> str:
    """Read what is marked as a fact or a mention, piece after piece."""
    pieces = page.locator("[data-ids]").evaluate_all(
        "(all, id) => all.filter((one) => one.dataset.ids.split('\\n').includes(id))"
        f".map({MARKED})",
        id_,
    )
    return "".join(pieces)


@pytest.mark.parametrize("which", ["site", "beyond"])
def test_every_mention_and_fact_is_marked_at_its_words(
    request: pytest.FixtureRequest, open_page: Open, which: str
) -> None:
    """In every release, with characters beyond the first plane before them or not."""
    site = request.getfixturevalue(which)
    looked = open_page(at=site)
    for row in site.graph.cypher("MATCH (r:Release) RETURN r.id AS id"):
        told = site.graph.document(row["id"])
        page = looked.show("release", id=told.id)
        assert page.locator(".text").evaluate(MARKED) == told.text
        for fact in told.facts:
            assert words(page, fact.id) == told.text[fact.start : fact.end] == fact.quote
        for mention in told.mentions:
            spans = zip(mention.spans[::2], mention.spans[1::2], strict=True)
            assert words(page, mention.id) == "".join(told.text[a:b] for a, b in spans)


def test_a_fact_leads_to_its_words_and_back(open_page: Open) -> None:
    """By its number on either side; the address keeps which."""
    page = open_page().show("release", id=LISBON)
    fact = page.locator("ol.facts li").filter(has_text="Ingrid Solheim met with Duarte Pinhal")
    fact.locator("a.words").click()
    expect(page.locator(".text .fact.at")).to_contain_text("At noon, Ms Solheim had lunch")
    expect(page.locator(".text .fact.at")).to_be_focused()
    assert "at=" in page.url
    page.reload()
    expect(page.locator(".text .fact.at")).to_contain_text("At noon, Ms Solheim had lunch")
    page.get_by_role("button", name="To fact 4 in the list").click()
    expect(page.locator("ol.facts li.at")).to_contain_text("Ingrid Solheim thanked Tomás Avelar")
    expect(page.locator("ol.facts li.at a.words")).to_be_focused()


def test_names_in_the_text_are_links(open_page: Open) -> None:
    """Also one within another: the office, and the city in its name."""
    page = open_page().show("release", id=LISBON)
    text = page.locator(".text")
    expect(text.get_by_role("link", name="Mayor of", exact=True)).to_have_attribute(
        "href", "/?view=thing&id=office%3Amayor-of-lisbon"
    )
    text.get_by_role("link", name="Tomás Avelar").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tomás Avelar")


def test_the_original_is_a_link_that_gives_nothing_away(open_page: Open) -> None:
    """No referrer, no opener, no recommendation."""
    link = open_page().show("release", id=LISBON).get_by_role("link", name="As published")
    expect(link).to_have_attribute("href", LISBON)
    expect(link).to_have_attribute("rel", "noopener noreferrer nofollow")


def test_a_mention_is_marked_wherever_it_stands(open_page: Open) -> None:
    """A person named, and meant by a pronoun."""
    page = open_page().show("release", id=LISBON)
    page.locator("ul.mentions li").filter(has_text="Ingrid Solheim").locator("a.words").click()
    expect(page.locator(".text .mention.at")).to_have_count(7)
