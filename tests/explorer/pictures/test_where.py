"""Where and when: a map and a timeline, each a filter of the other and of what is listed."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.long

Open = Callable[..., Any]


@pytest.fixture
def where(open_page: Open) -> Callable[..., Page]:
    """Opens the view: `where(since="2032")`."""

    def begin(scheme: str = "light", width: int = 1280, **given: Any) -> Page:
        page: Page = open_page(scheme=scheme, width=width).show("where", **given)
        page.wait_for_selector(".happened .event")
        return page

    return begin


def bars(page: Page, kind: str) -> list[str]:
    """The months of bars that a period holds, or those it does not."""
    told = page.locator(f".columns .{kind} title").all_text_contents()
    return [one for one in told if not one.endswith(": 0")]


def test_cities_and_months_are_drawn(where: Open) -> None:
    """With what happened beside them, each with its sentence."""
    page = where()
    expect(page.locator(".circles circle")).to_have_count(4)
    expect(page.locator(".names text").first).to_have_text("Lisbon 10")
    assert len(bars(page, "inside")) == 7
    expect(page.locator(".happened blockquote").first).to_be_visible()


def test_a_city_that_is_clicked_filters_the_rest(where: Open) -> None:
    """The months, the list, the address; a second click takes it back."""
    page = where()
    page.locator("circle[data-id='place:oslo']").click()
    expect(page.locator("#happened")).to_have_text("What happened in Oslo")
    expect(page.locator(".happened .event")).to_have_count(2)
    assert bars(page, "inside") == ["2032-05: 2"]
    assert "place=place%3Aoslo" in page.url
    page.locator("circle[data-id='place:oslo']").click()
    expect(page.locator("#happened")).to_have_text("What happened")


def test_months_that_are_dragged_over_filter_the_map(where: Open) -> None:
    """And the other months stay to be seen."""
    page = where()
    box = page.locator(".chronicle").bounding_box()
    assert box is not None
    step = box["width"] / 23
    page.mouse.move(box["x"] + step * 0.5, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + step * 1.5, box["y"] + 60, steps=4)
    page.mouse.up()
    expect(page.get_by_label("From")).to_have_value("2031-03")
    expect(page.get_by_label("To", exact=True)).to_have_value("2031-04")
    expect(page.locator(".circles circle")).to_have_count(1)
    assert bars(page, "inside") == ["2031-03: 4", "2031-04: 1"]
    assert "since=2031-03&until=2031-04" in page.url


def test_days_can_be_typed_and_tables_be_chosen_from(where: Open) -> None:
    """What a mouse does keys do."""
    page = where()
    page.get_by_label("From").fill("2032-06")
    page.get_by_label("From").press("Tab")
    expect(page.locator(".circles circle")).to_have_count(2)
    page.get_by_text("The cities as a table").click()
    page.get_by_role("button", name="Geneva").press("Enter")
    expect(page.locator("#happened")).to_have_text("What happened in Geneva, 2032-06 to the last")
    page.get_by_role("button", name="Everywhere, all days").click()
    expect(page.locator(".circles circle")).to_have_count(4)
    page.get_by_text("The months as a table").click()
    page.get_by_role("button", name="2031-09").press("Enter")
    expect(page.locator("#happened")).to_have_text("What happened, 2031-09")


def test_an_address_restores_bounds_and_leads_to_the_network(where: Open) -> None:
    """There with the same bounds."""
    page = where(place="place:lisbon", since="2032", until="2032")
    expect(page.locator("#happened")).to_have_text("What happened in Lisbon, 2032")
    page.get_by_role("link", name="Who met whom there and then").click()
    expect(page.locator("#actors li")).to_have_count(3)
    expect(page.get_by_label("From")).to_have_value("2032")


def test_it_can_be_of_one_person(where: Open) -> None:
    """Where they were and when, and what they did there."""
    page = where(person="person:olav-tveit")
    expect(page.locator("#happened")).to_have_text("What Olav Tveit did")
    expect(page.locator(".circles circle")).to_have_count(1)
    assert bars(page, "inside") == ["2032-05: 2"]
    page.locator("circle[data-id='place:bergen']").click()
    expect(page.locator("#happened")).to_have_text("What Olav Tveit did in Bergen")
    expect(page.locator(".happened .event")).to_have_count(2)


def test_the_map_can_be_looked_at_closely(where: Open) -> None:
    """And whole again."""
    page = where()
    far = page.locator(".land").get_attribute("transform")
    page.get_by_role("button", name="Come nearer").click()
    assert page.locator(".land").get_attribute("transform") != far
    page.get_by_role("button", name="See all").click()
    assert page.locator(".land").get_attribute("transform") == far


def test_what_is_saved_is_what_is_shown(where: Open, drawn: Any) -> None:
    """The list, the numbers, the pictures with their colours, the Cypher."""
    page = where(place="place:lisbon", until="2031")
    rows = list(csv.DictReader(io.StringIO(drawn.save(page, "CSV"))))
    assert len(rows) == page.locator(".happened .event").count()
    told = json.loads(drawn.save(page, "JSON"))
    assert [spot["name"] for spot in told["spots"]] == ["Lisbon"]
    picture = ET.fromstring(drawn.save(page, "SVG"))  # noqa: S314 - our own file
    circles = list(picture.iter("{http://www.w3.org/2000/svg}circle"))
    assert [circle.get("fill") for circle in circles] == ["rgb(194, 65, 12)"]
    assert "$place" in drawn.save(page, "Cypher")


def test_few_events_long_ago_do_not_hide_the_others(where: Open) -> None:
    """They are counted instead."""
    page = where()
    told = page.evaluate(
        """async () => {
          const { barsOf } = await import("/static/where/months.js");
          const months = [{ month: "1911-01", events: 1 }, { month: "2030", events: 3 },
                          { month: "2031-11", events: 90 }, { month: "2032-02", events: 80 }];
          return barsOf(months);
        }"""
    )
    assert [bar["key"] for bar in told["bars"]] == ["2031-11", "2031-12", "2032-01", "2032-02"]
    assert (told["outside"], told["unplaced"]) == (1, 3)
