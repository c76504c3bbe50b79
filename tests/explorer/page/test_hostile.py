"""Releases whose names and texts are made to do harm: nothing runs, nothing breaks."""

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import communique
from communique.graph.assertion import assert_release
from communique.graph.ledger import load_several
from communique.loaders.release import Release
from communique.reading.model import Predicate, Reading

pytestmark = pytest.mark.long

Open = Callable[..., Any]
SCRIPTS = (
    "<script>window.hacked = 1</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"'><svg onload=window.hacked=1>",
    "javascript:alert(1)",
    "${alert(1)} {{constructor.constructor('alert(1)')()}}",
    "<b onclick=alert(1) style=position:fixed;inset:0>Ada</b>",
)
TWISTED = (
    "Ada \u202edetcelfer\u202c Oduya",
    "\u2067\u2066Ben",
    "nul\x00l",
    "bell\x07\x1b[31m",
    "a" * 10_000,
    "Ada " * 2_500,
    "😀" * 200,
    "Z\u0351\u036b\u0343a\u0348l\u032fgo" * 30,
    '=HYPERLINK("http://evil.example")',
)
NAMES = SCRIPTS + TWISTED
ADDRESSES = (
    "javascript:window.hacked=1",
    "data:text/html,<script>alert(1)</script>",
    "https://news.example/<script>alert(1)</script>?a=b&c=\"'",
)

WIDER = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > innerWidth && !one.closest(".wide, pre"))
    .map((one) => one.outerHTML.slice(0, 200))"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, draft: Any, serving: Any) -> Iterator[Any]:
    """The explorer of releases in which everybody and everything bears such names."""
    with communique.open(tmp_path_factory.mktemp("hostile") / "graph.db") as graph:
        batches = [write(draft, number, url) for number, url in enumerate(ADDRESSES, 1)]
        load_several(graph.writer(create=True), batches)
        with serving(graph, "secret-token-1") as site:
            yield site


def write(draft: Any, number: int, url: str) -> Any:
    """Write a release: each name is a person's, an office's, a body's, a place's and an event's."""
    made = draft(number)
    place = made.place(NAMES[number])
    people = []
    for name in NAMES:
        office = made.office(f"Keeper of {name}", name, place)
        people.append(made.person(name, office))
        made.body(name)
    for one, other in itertools.pairwise(people):
        made.meet(one, other, made.event(made.entities[one].name, place=place))
        made.tell(one, Predicate.THANKED, other)
    release = Release(
        made.text, NAMES[number], date=made.day, issued=made.day, issuer=NAMES[0], url=url
    )
    reading = Reading("test/1", made.day, "en", tuple(made.entities), tuple(made.facts))
    return assert_release(release, reading)


def is_unharmed(page: Page) -> None:
    """Nothing ran, no markup came of a name, and the page is no wider than its window."""
    assert page.evaluate("window.hacked") is None
    assert (
        page.locator("main script, main img, main svg[onload], main b, main [onclick]").count() == 0
    )
    assert page.evaluate(WIDER) == []
    links = page.locator("main a").evaluate_all("(all) => all.map((one) => one.protocol)")
    assert set(links) <= {"http:", "https:"}


def nodes(site: Any, label: str) -> list[str]:
    """List the ids of all of a label."""
    rows = site.graph.cypher(f"MATCH (n:{label}) WHERE n.name IS NOT NULL RETURN n.id AS id")
    return [row["id"] for row in rows]


@pytest.mark.parametrize("label", ["Person", "Office", "Organization", "Place", "Event"])
def test_profiles_of_hostile_names_do_no_harm(open_page: Open, hostile: Any, label: str) -> None:
    """Each is shown as the text it is, with its sentences."""
    looked = open_page(at=hostile, width=390)
    found = nodes(hostile, label)
    assert found
    for node in found[:: max(1, len(found) // 8)]:
        page = looked.show("thing", id=node)
        page.wait_for_load_state("networkidle")
        assert page.get_by_role("alert").count() == 0
        summary = page.locator(".timeline summary").first
        if summary.count():
            summary.click()
            expect(page.locator("blockquote").first).to_be_visible()
        is_unharmed(page)


def test_hostile_releases_are_shown_as_they_are(open_page: Open, hostile: Any) -> None:
    """An address that is no web page's is text, not a link."""
    looked = open_page(at=hostile, width=390)
    for release in [
        row["id"] for row in hostile.graph.cypher("MATCH (r:Release) RETURN r.id AS id")
    ]:
        page = looked.show("release", id=release)
        expect(page.locator(".text")).to_contain_text("<script>window.hacked = 1</script>")
        is_unharmed(page)
        original = page.get_by_role("link", name="As published")
        assert original.count() == (1 if release.startswith("https:") else 0)
        page.locator("ol.facts a.words").first.click()
        expect(page.locator(".text .at").first).to_be_visible()


def test_searching_for_markup_finds_names(open_page: Open, hostile: Any) -> None:
    """What is found is text in the list, too."""
    page = open_page(at=hostile).show()
    for typed in ("script", "Ada", "aaaa", "javascript"):
        page.get_by_role("combobox").fill(typed)
        expect(page.get_by_role("option").first).to_be_visible()
        page.wait_for_timeout(300)
        is_unharmed(page)


def test_questions_about_hostile_names_do_no_harm(open_page: Open, hostile: Any) -> None:
    """In the table, in the sentences, and in what is typed."""
    looked = open_page(at=hostile, width=390)
    looked.expected += ["404", "400", "409"]
    page = looked.show("questions", question="who-met-whom", asked="yes")
    page.locator("td button[aria-expanded]").first.click()
    expect(page.locator("blockquote").first).to_be_visible()
    is_unharmed(page)
    for name in SCRIPTS:
        is_unharmed(looked.show("questions", question="meetings-of", person=name))
    is_unharmed(looked.show("questions", question=SCRIPTS[0]))


def test_review_of_hostile_names_does_no_harm(open_page: Open, hostile: Any) -> None:
    """Reading and deciding."""
    looked = open_page(at=hostile, width=390)
    is_unharmed(looked.show("review"))
    looked.page.goto(f"{hostile.address}/#token={hostile.token}")
    page = looked.show("review", below="1")
    page.wait_for_load_state("networkidle")
    is_unharmed(page)
    page.keyboard.press("k")
    is_unharmed(page)


def test_a_control_is_shown_and_not_obeyed(open_page: Open, hostile: Any) -> None:
    """A mark stands for what would turn the direction or end the text."""
    turned = next(node for node in nodes(hostile, "Person") if "detcelfer" in node)
    page = open_page(at=hostile).show("thing", id=turned)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ada \ufffddetcelfer\ufffd Oduya")


def test_a_formula_is_no_formula_in_a_file(open_page: Open, hostile: Any) -> None:
    """A spreadsheet that opens what was saved calculates nothing."""
    page = open_page(at=hostile).show()
    told = page.evaluate(
        """async () => {
          const { csvOf } = await import("/static/exports.js");
          return csvOf(["a", "b"], [{ a: "=1+1", b: 'x "y", z' }, { a: -1, b: null }]);
        }"""
    )
    assert told == 'a,b\r\n\'=1+1,"x ""y"", z"\r\n-1,\r\n'
