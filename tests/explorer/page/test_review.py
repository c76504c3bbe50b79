"""Review: doubts settled by a key each, as the command line would settle them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

import communique

pytestmark = pytest.mark.long

Open = Callable[..., Any]


@pytest.fixture
def looked(open_page: Open, reviewing: Any) -> Any:
    """What is looked at by somebody who was given the token."""
    looked = open_page(at=reviewing)
    looked.page.goto(f"{reviewing.address}/#token={reviewing.token}")
    return looked


@pytest.fixture
def desk(looked: Any) -> Page:
    """The page on which doubts are settled."""
    page: Page = looked.show("review")
    return page


def settled(page: Page, count: int) -> None:
    """Wait until so many decisions are listed."""
    expect(page.locator("ul.decisions li")).to_have_count(count)


def test_the_token_does_not_stay_in_the_address(desk: Page, reviewing: Any) -> None:
    """It is kept for the tab alone."""
    assert reviewing.token not in desk.url
    assert desk.evaluate("document.cookie") == ""


def test_doubts_are_settled_by_a_key_each(desk: Page, reviewing: Any, tmp_path: Path) -> None:
    """Same, different, wrong: the graph has what the command line would have written."""
    doubt, meeting = reviewing.graph.review()
    (fact,) = reviewing.graph.query("doubtful-facts")
    expect(desk.locator(".side h3").first).to_have_text("Li Qiang")
    expect(desk.locator(".side blockquote")).to_have_count(4)
    desk.keyboard.press("d")
    expect(desk.locator(".doubt h2")).to_have_text("One event or two?")
    desk.keyboard.press("s")
    expect(desk.locator(".doubt h2")).to_have_text("Does the release say so?")
    desk.keyboard.press("w")
    expect(desk.locator(".done")).to_be_visible()
    settled(desk, 3)
    told = reviewing.graph.export_decisions()
    with communique.open(tmp_path / "by-hand.db") as other:
        other.load(sorted(tmp_path.glob("*.txt")))
        other.different(doubt.a, doubt.b)
        other.same(meeting.a, meeting.b)
        other.wrong(fact.fact)
        assert other.export_decisions() == told
    assert len(reviewing.graph.review()) == 0
    assert len(reviewing.graph.query("doubtful-facts")) == 0


def test_a_note_is_kept_and_keys_do_nothing_while_it_is_written(desk: Page, reviewing: Any) -> None:
    """Letters of the note are no decisions."""
    desk.get_by_label("Why").fill("so I was told: sdkwu")
    desk.get_by_label("Why").press("s")
    assert len(reviewing.graph.decisions()) == 0
    desk.get_by_role("button", name="Same").click()
    settled(desk, 1)
    (made,) = reviewing.graph.decisions()
    assert (made.verb, made.note) == ("same", "so I was told: sdkwus")


def test_what_was_done_is_undone(desk: Page, reviewing: Any) -> None:
    """One after the other, skips too; the graph is as it was."""
    before = [doubt.a for doubt in reviewing.graph.review()]
    desk.keyboard.press("k")
    desk.keyboard.press("s")
    settled(desk, 1)
    desk.keyboard.press("u")
    settled(desk, 0)
    expect(desk.locator(".doubt h2")).to_have_text("One event or two?")
    desk.keyboard.press("u")
    expect(desk.locator(".doubt h2")).to_have_text("One person or two?")
    assert [doubt.a for doubt in reviewing.graph.review()] == before


def test_a_decision_of_the_list_is_taken_back(desk: Page, reviewing: Any) -> None:
    """Whoever made it, and whenever."""
    doubt, _ = reviewing.graph.review()
    reviewing.graph.same(doubt.a, doubt.b)
    desk.reload()
    settled(desk, 1)
    desk.get_by_role("button", name="Undo", exact=True).last.click()
    settled(desk, 0)
    assert len(reviewing.graph.decisions()) == 0


def test_the_next_doubt_is_there_at_once(desk: Page) -> None:
    """Before the decision has arrived: nothing is waited for between two."""
    expect(desk.locator(".side blockquote")).to_have_count(4)
    took = desk.evaluate(
        """() => {
          const before = performance.now();
          dispatchEvent(new KeyboardEvent("keydown", { key: "d" }));
          const title = document.querySelector(".doubt h2").textContent;
          return [title, performance.now() - before];
        }"""
    )
    assert took[0] == "One event or two?"
    assert took[1] < 50
    settled(desk, 1)


def failing(route: Route) -> None:
    """Let what is sent fail, and what is asked be answered."""
    if route.request.method == "POST":
        route.abort()
    else:
        route.continue_()


def test_a_decision_that_fails_is_told_and_asked_again(looked: Any, desk: Page) -> None:
    """Nothing is lost when the server is away for a moment."""
    looked.expected += ["ERR_FAILED"]
    expect(desk.locator(".side blockquote")).to_have_count(4)
    desk.route("**/api/decisions", failing)
    desk.keyboard.press("d")
    expect(desk.get_by_role("alert")).to_contain_text("It was not decided")
    expect(desk.locator(".doubt h2")).to_have_text("One person or two?")
    desk.unroute("**/api/decisions")
    desk.keyboard.press("d")
    settled(desk, 1)


def test_whoever_has_no_token_reads(open_page: Open, reviewing: Any) -> None:
    """The doubts, and how to begin to settle them."""
    page = open_page(at=reviewing).show("review")
    expect(page.locator("main code")).to_have_text("communique serve --review")
    expect(page.get_by_role("heading", name="2 doubts about who is who")).to_be_visible()
    page.locator("ul.doubts summary").first.click()
    expect(page.locator(".side").first).to_contain_text("Li Qiang")
    assert page.get_by_role("button", name="Same").count() == 0


def test_what_is_undone_before_it_is_sent_is_never_sent(desk: Page, reviewing: Any) -> None:
    """Decisions wait for those before them; the page says how many are on the way."""
    expect(desk.locator(".side blockquote")).to_have_count(4)
    held: list[Any] = []

    def hold(route: Any) -> None:
        if route.request.method == "POST":
            held.append(route)
        else:
            route.continue_()

    desk.route("**/api/decisions", hold)
    desk.keyboard.press("d")
    desk.keyboard.press("s")
    expect(desk.locator(".review > .note").first).to_contain_text("2 decisions on the way")
    desk.keyboard.press("u")
    expect(desk.locator(".doubt h2")).to_have_text("One event or two?")
    (first,) = held
    first.continue_()
    settled(desk, 1)
    assert [row.verb for row in reviewing.graph.decisions()] == ["different"]
