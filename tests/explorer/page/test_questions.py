"""The questions of the library: found, asked by a form, answered, saved."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.long

Open = Callable[..., Any]


def saved(page: Page, form: str) -> str:
    """Save an answer, and read the file."""
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Save as {form}").click()
    return Path(download.value.path()).read_text("utf-8")


def test_a_question_is_found_by_a_word(open_page: Open) -> None:
    """Among all, by topic."""
    page = open_page().show("questions")
    page.get_by_role("searchbox", name="Find a question").fill("succeeded")
    expect(page.locator("nav.questions li")).to_have_count(1)
    page.locator("nav.questions li a").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Who succeeded whom")


def test_a_question_is_asked_by_name_and_answered_with_evidence(open_page: Open) -> None:
    """Completion fills the field; the address holds the question and its parameters."""
    page = open_page().show("questions", question="meetings-of")
    page.locator("#parameter-person").press_sequentially("pinhal")
    page.get_by_role("option", name="Duarte Pinhal").click()
    expect(page.locator("#parameter-person")).to_have_value("Duarte Pinhal")
    page.locator("#parameter-since").fill("2032")
    page.get_by_role("button", name="Ask", exact=True).click()
    answer = page.get_by_role("table")
    expect(answer.get_by_role("row")).to_have_count(3)
    assert "person=person%3Aduarte-pinhal" in page.url
    assert "since=2032" in page.url
    answer.get_by_role("button", name="1 sentence").first.click()
    expect(answer.locator("blockquote")).to_contain_text("Duarte Pinhal")
    page.reload()
    expect(answer.get_by_role("row")).to_have_count(3)
    expect(page.locator("#parameter-person")).to_have_value("Duarte Pinhal")


def test_an_answer_is_saved_with_the_cypher_that_made_it(open_page: Open) -> None:
    """All of its rows, whatever is shown."""
    page = open_page().show("questions", question="who-met-whom", asked="yes")
    expect(page.get_by_role("heading", level=2).first).to_have_text("10 rows")
    rows = list(csv.DictReader(io.StringIO(saved(page, "CSV"))))
    assert len(rows) == 10
    assert set(rows[0]) == {"person", "counterpart", "meetings", "first", "last"}
    told = json.loads(saved(page, "JSON"))
    assert len(told["rows"]) == 10
    assert told["rows"][0]["evidence"]
    assert "MATCH" in saved(page, "Cypher")
    page.get_by_text("The Cypher that made it").click()
    expect(page.locator("pre")).to_contain_text("RETURN")


def test_what_must_be_given_is_asked_for(open_page: Open) -> None:
    """At its field, before anything is sent."""
    page = open_page().show("questions", question="offices-of")
    page.locator("#parameter-person").fill("Ingrid Solheim")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.locator("#parameter-on")).to_be_focused()
    expect(page.locator("#parameter-on-fault")).to_have_text("This must be given.")
    page.locator("#parameter-on").fill("2031-06-01")
    page.locator("#parameter-on").press("Enter")
    expect(page.get_by_role("table")).to_contain_text("Minister for Trade")


def test_a_name_nobody_has_is_told_with_what_may_be_meant(open_page: Open) -> None:
    """The form stays, so that it can be mended."""
    looked = open_page()
    looked.expected += ["404", "409"]
    page = looked.show("questions", question="meetings-of", person="Ingrid Solhem")
    expect(page.get_by_role("alert").filter(has_text="There is no such thing")).to_be_visible()
    expect(page.locator("#parameter-person")).to_have_value("Ingrid Solhem")
    page = looked.show("questions", question="people-of", organization="Solvik")
    expect(page.get_by_role("alert").get_by_role("listitem")).to_contain_text(
        ["Solvik Government", "Trade of Solvik"]
    )
