"""Profiles: what is told of a person, office, organization, place or event."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.long

Open = Callable[..., Any]


def saved(page: Page, section: str, form: str) -> str:
    """Save what a section shows, and read the file."""
    with page.expect_download() as download:
        page.get_by_role("region", name=section).first.get_by_role(
            "button", name=f"Save as {form}"
        ).click()
    assert re.fullmatch(r"[\w-]+\.\w+", download.value.suggested_filename)
    return Path(download.value.path()).read_text("utf-8")


def test_a_sentence_is_two_clicks_from_a_name(open_page: Open) -> None:
    """The name, the row; then the release, at the words."""
    page = open_page().show()
    page.get_by_role("combobox", name="Search").press_sequentially("solheim")
    page.get_by_role("option", name="Ingrid Solheim").click()
    row = page.locator(".timeline li").filter(has_text="met with Tomás Avelar")
    row.locator("summary").click()
    expect(row.locator("blockquote")).to_contain_text("Ms Solheim met with the Mayor of Lisbon")
    row.locator("blockquote a").click()
    expect(page.locator(".text .fact.at")).to_contain_text(
        "In the morning, Ms Solheim met with the Mayor of Lisbon, Mr Tomás Avelar"
    )


def test_offices_are_bars_and_say_the_same_in_words(open_page: Open) -> None:
    """A row for each office: from when to when, and the sentences."""
    page = open_page().show("thing", id="person:anders-hauge")
    table = page.get_by_role("table", name="Offices over time")
    row = table.get_by_role("row").filter(has_text="Permanent Secretary for Trade")
    expect(row).to_contain_text("2031-09-10 to 2032-05-20, on 2 days")
    expect(row.locator("rect.tenure")).to_have_count(1)
    row.get_by_role("button").click()
    expect(table.locator("tr.told blockquote").first).to_contain_text("Anders Hauge")
    row.get_by_role("link", name="Permanent Secretary for Trade", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Permanent Secretary for Trade")


def test_engagements_are_filtered_by_time_and_by_what_was_done(open_page: Open) -> None:
    """And the address keeps it."""
    page = open_page().show("thing", id="person:ingrid-solheim")
    rows = page.locator(".timeline li[data-what]:visible")
    expect(rows).to_have_count(26)
    page.get_by_label("From").fill("2032")
    page.get_by_role("button", name="Filter").click()
    expect(rows).to_have_count(7)
    page.get_by_role("combobox", name="What").select_option("thanked")
    expect(rows).to_have_count(1)
    assert "since=2032" in page.url
    page.reload()
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("Duarte Pinhal")


@pytest.mark.parametrize(
    ("node", "heading", "told"),
    [
        ("office:mayor-of-lisbon", "Holders over time", "Tomás Avelar"),
        ("organization:atlantic-chamber-of-commerce", "Its people over time", "Duarte Pinhal"),
        ("place:lisbon", "What happened there", "Ocean Economy Forum"),
        ("event:ocean-economy-forum-2031", "Who was there", "Rita Queirós"),
    ],
)
def test_each_kind_of_thing_has_its_matters(
    open_page: Open, node: str, heading: str, told: str
) -> None:
    """Holders of an office, people of a body, events of a place, guests of an event."""
    page = open_page().show("thing", id=node)
    section = page.get_by_role("region", name=heading).first
    expect(section).to_contain_text(told)
    summary = section.locator("summary, button[aria-expanded]").first
    summary.click()
    expect(section.locator("blockquote").first).to_be_visible()


def test_what_is_shown_can_be_saved(open_page: Open) -> None:
    """Engagements as CSV, JSON and Cypher; offices as a picture, too."""
    page = open_page().show("thing", id="person:ingrid-solheim")
    expect(page.locator(".timeline li[data-what]")).to_have_count(26)
    rows = list(csv.DictReader(io.StringIO(saved(page, "Engagements", "CSV"))))
    assert len(rows) == 26
    assert {"date", "what", "whom"} <= set(rows[0])
    told = json.loads(saved(page, "Engagements", "JSON"))
    assert told["rows"][0]["evidence"][0]["sentence"]
    assert saved(page, "Engagements", "Cypher").startswith("MATCH")
    assert saved(page, "Offices over time", "SVG").startswith("<svg")


def test_one_goes_on_to_the_network_the_map_and_questions(open_page: Open) -> None:
    """From a profile to everything around it."""
    page = open_page().show("thing", id="person:ingrid-solheim")
    network = page.get_by_role("link", name="The network around")
    assert "around=person%3Aingrid-solheim" in str(network.get_attribute("href"))
    where = page.get_by_role("link", name="On the map").first
    assert "person=person%3Aingrid-solheim" in str(where.get_attribute("href"))
    page.get_by_role("link", name="Whom did a person meet, when and where?").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Whom did a person meet, when and where?"
    )
    expect(
        page.get_by_role("textbox", name="Person").or_(page.locator("#parameter-person"))
    ).to_have_value("Ingrid Solheim")


def test_cities_tell_what_happened_in_them(open_page: Open) -> None:
    """How often, and the sentences."""
    page = open_page().show("thing", id="person:ingrid-solheim")
    city = page.locator(".bars li").filter(has_text="Oslo")
    city.locator("summary").click()
    expect(city.locator("blockquote").first).to_contain_text("courtesy call")


def test_a_month_of_the_strip_bounds_the_time(open_page: Open) -> None:
    """A click on a bar, for those who use a mouse; the fields tell it."""
    page = open_page().show("thing", id="person:ingrid-solheim")
    month = page.locator(".strip g[data-time='2031-04']")
    month.click()
    expect(page.locator(".timeline li[data-what]")).to_have_count(2)
    expect(page.get_by_label("From")).to_have_value("2031-04")
    assert saved(page, "Engagements", "SVG").startswith("<svg")


def test_everybody_whom_a_sentence_tells_of_is_linked(open_page: Open) -> None:
    """Two people of one sentence are both links, in the row of the event."""
    page = open_page().show("thing", id="place:lisbon")
    row = page.locator(".timeline li").filter(has_text="Ocean Economy Forum")
    for name in ("Rita Queirós", "Tomás Avelar", "Vasco Lemos"):
        expect(row.get_by_role("link", name=name)).to_have_count(1)
