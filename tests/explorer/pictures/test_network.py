"""The network: drawn and listed, filtered, chosen from, with an address that holds it all."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.long

Open = Callable[..., Page]
SOLHEIM = "person:ingrid-solheim"
FONTOURA = "person:beatriz-fontoura"
TVEIT = "person:olav-tveit"
HADDAD = "person:noor-haddad"


def listed(page: Page) -> list[str]:
    """Names in the list, in order."""
    return page.locator("#actors strong").all_inner_texts()


def test_who_met_whom_is_drawn_and_listed(network: Open) -> None:
    """Those with most first, and it is said how many there are."""
    page = network()
    expect(page.locator(".stage canvas").first).to_be_visible()
    expect(page.locator(".summary")).to_contain_text("10 of 10 people with a meeting are shown")
    assert listed(page)[:2] == ["Ingrid Solheim", "Beatriz Fontoura"]


def test_a_period_is_a_filter(network: Open) -> None:
    """And it is in the address."""
    page = network()
    page.get_by_label("From").fill("2032-06")
    page.get_by_label("From").press("Enter")
    page.get_by_label("From").blur()
    expect(page.locator("#actors li")).to_have_count(5)
    assert "since=2032-06" in page.url
    assert "Ingrid Solheim" not in listed(page)


def test_what_is_no_day_is_refused_where_it_is_typed(network: Open) -> None:
    """Nothing is asked of the server."""
    page = network()
    page.get_by_label("From").fill("yesterday")
    page.get_by_label("From").blur()
    assert page.get_by_label("From").evaluate("(field) => !field.validity.valid")
    assert "since" not in page.url


def test_a_place_is_a_filter_and_can_be_taken_away(network: Open) -> None:
    """Completed as it is typed."""
    page = network()
    page.get_by_role("combobox", name="Place", exact=True).press_sequentially("oslo")
    page.locator(".place").get_by_role("option", name="Oslo").click()
    expect(page.locator("#actors li")).to_have_count(2)
    assert "place=place%3Aoslo" in page.url
    page.get_by_role("button", name="Take the place away").click()
    expect(page.locator("#actors li")).to_have_count(10)


def test_kind_weight_and_least_are_filters(network: Open) -> None:
    """Ties that are left out are counted."""
    page = network()
    page.get_by_label("Kind").select_option("thanks")
    expect(page.get_by_role("heading", level=1)).to_have_text("Who thanked whom")
    expect(page.locator("#actors li").first).to_contain_text("5 thanks")
    page.get_by_label("Kind").select_option("met-with")
    page.get_by_label("At least").fill("2")
    page.get_by_label("At least").blur()
    expect(page.locator("#actors li")).to_have_count(4)
    expect(page.locator(".summary")).to_contain_text("6 ties of fewer than 2 meetings are left out")
    page.get_by_label("A tie counts").select_option("days")
    expect(page.locator(".summary")).to_contain_text("fewer than 2 days")


def test_what_a_bound_leaves_out_is_said(network: Open) -> None:
    """So few actors are asked for."""
    page = network(top=3)
    expect(page.locator(".summary")).to_contain_text("3 of 10 people")
    expect(page.locator(".summary")).to_contain_text("No more than 3 actors are asked for")


def test_whoever_is_chosen_in_the_list_is_chosen_in_the_drawing(network: Open, drawn: Any) -> None:
    """By keys alone, and it is in the address."""
    page = network()
    page.locator("#actors").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".panel h2")).to_have_text("Beatriz Fontoura")
    expect(page.locator("#actors [aria-selected=true]")).to_contain_text("Beatriz Fontoura")
    assert page.locator("#actors").get_attribute("aria-activedescendant") == "actor-1"
    assert "node=person%3Abeatriz-fontoura" in page.url
    picture = ET.fromstring(drawn.save(page, "SVG"))  # noqa: S314 - our own file
    rings = [
        e
        for e in picture.iter("{http://www.w3.org/2000/svg}circle")
        if e.get("stroke-width") == "2"
    ]
    assert [ring.get("data-id") for ring in rings] == [FONTOURA]


def test_whoever_is_clicked_in_the_drawing_is_chosen_in_the_list(network: Open, drawn: Any) -> None:
    """A click beside everybody chooses nobody."""
    page = network()
    at = drawn.places(page)
    page.mouse.click(*at[FONTOURA])
    expect(page.locator(".panel h2")).to_have_text("Beatriz Fontoura")
    expect(page.locator("#actors [aria-selected=true]")).to_contain_text("Beatriz Fontoura")
    stage = page.locator(".stage").bounding_box()
    assert stage is not None
    page.wait_for_timeout(500)  # two clicks at once are a double click
    page.mouse.click(stage["x"] + 4, stage["y"] + stage["height"] - 4)
    expect(page.locator("#actors [aria-selected=true]")).to_have_count(0)


def test_a_clicked_tie_shows_the_sentences_it_rests_on(network: Open, drawn: Any) -> None:
    """Date, place, and the release they are from."""
    page = network()
    at = drawn.places(page)
    (x1, y1), (x2, y2) = at[SOLHEIM], at[FONTOURA]
    page.mouse.click((x1 + x2) / 2, (y1 + y2) / 2)
    expect(page.locator(".panel .event")).to_have_count(2)
    expect(page.locator(".panel .event").first).to_contain_text("2032-02-17 meeting in Lisbon")
    expect(page.locator(".panel blockquote").first).to_contain_text("visited Lisbon again today")
    page.locator(".panel blockquote a").first.click()
    expect(page.locator(".text .at").first).to_be_visible()


def test_ties_are_reached_from_the_list_by_keys(network: Open) -> None:
    """Whoever sees no drawing reads the same."""
    page = network(node=FONTOURA)
    tie = page.locator(".ties button").first
    tie.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".panel .event")).to_have_count(2)
    assert page.url.count("tie=") == 2


def test_thanks_and_events_have_their_evidence(network: Open) -> None:
    """Each kind by the question that is asked for it."""
    page = network(kind="thanks", node=SOLHEIM)
    page.locator(".ties button", has_text="thanked Duarte Pinhal").click()
    expect(page.locator(".panel blockquote")).to_contain_text("She thanked Mr Pinhal")
    page = network(kind="co-attendance", tie=[SOLHEIM, "person:vasco-lemos"])
    expect(page.locator(".panel .event").first).to_contain_text(
        "2031-03-05 2 events at which both were; at 1 the two met"
    )
    assert page.locator(".panel blockquote").count() > 1


def test_an_actor_is_expanded_and_pinned(network: Open) -> None:
    """Those next to somebody come in; who is pinned stays in the address."""
    page = network(top=2, node=FONTOURA)
    expect(page.locator("#actors li")).to_have_count(2)
    page.get_by_role("button", name="Expand").click()
    expect(page.locator("#actors li")).to_have_count(4)
    page.get_by_role("button", name="Pin").click()
    expect(page.get_by_role("button", name="Unpin")).to_have_attribute("aria-pressed", "true")
    assert "pin=person%3Abeatriz-fontoura" in page.url
    assert "beyond=person%3Abeatriz-fontoura" in page.url
    page.get_by_role("button", name="Fold").click()
    expect(page.locator("#actors li")).to_have_count(2)


def test_it_can_be_the_network_around_somebody(network: Open) -> None:
    """From a profile, or chosen here; and of all again."""
    page = network(around=TVEIT)
    expect(page.locator("#actors strong")).to_have_text(["Beatriz Fontoura", "Olav Tveit"])
    expect(page.locator(".around .chip")).to_contain_text("Olav Tveit")
    page.get_by_role("button", name="Take the middle away").click()
    expect(page.locator("#actors li")).to_have_count(10)
    page.get_by_role("combobox", name="Around").press_sequentially("haddad")
    page.locator(".around").get_by_role("option", name="Noor Haddad").click()
    expect(page.locator("#actors strong")).to_have_text(["Duarte Pinhal", "Noor Haddad"])
    assert "around=person%3Anoor-haddad" in page.url


def test_the_path_between_two_is_shown(network: Open) -> None:
    """Also where who is on it was not in the drawing."""
    page = network(top=2, also=HADDAD, node=TVEIT)
    page.get_by_role("button", name="Path from here").click()
    page.goto(f"{page.url}&to={HADDAD}")
    expect(page.locator(".path li")).to_have_text(
        ["Olav Tveit", "Beatriz Fontoura", "Ingrid Solheim", "Duarte Pinhal", "Noor Haddad"]
    )
    assert set(listed(page)) >= {"Noor Haddad", "Duarte Pinhal"}
    page.get_by_role("button", name="Remove the path").click()
    expect(page.locator(".path")).to_have_count(0)


def test_that_there_is_no_path_is_said(network: Open) -> None:
    """Some never met anybody of the others."""
    page = network(**{"from": SOLHEIM, "to": SOLHEIM})
    expect(page.locator(".path")).to_have_count(0)


def test_an_address_restores_all(network: Open, drawn: Any) -> None:
    """Filters, choice, path: the same drawing, point for point."""
    given = {"kind": "met-with", "since": "2031", "until": "2032-12", "pin": [TVEIT], "node": FONTOURA,
             "from": TVEIT, "to": HADDAD, "colour": "group"}  # fmt: skip
    first, again = network(**given), network(**given)
    assert drawn.save(first, "SVG") == drawn.save(again, "SVG")
    expect(again.get_by_label("From")).to_have_value("2031")
    expect(again.locator(".panel h2")).to_have_text("Beatriz Fontoura")
    expect(again.locator(".path li")).to_have_count(5)


def test_what_is_saved_is_what_is_shown(network: Open, drawn: Any) -> None:
    """Edges, nodes and links, the picture, and the Cypher that gives the same ties."""
    page = network(since="2032", least=2)
    rows = list(csv.DictReader(io.StringIO(drawn.save(page, "CSV"))))
    assert [(row["source_name"], row["target_name"], row["weight"]) for row in rows] == [
        ("Beatriz Fontoura", "Ingrid Solheim", "2")
    ]
    told = json.loads(drawn.save(page, "JSON"))
    assert [node["name"] for node in told["nodes"]] == ["Beatriz Fontoura", "Ingrid Solheim"]
    assert told["graph"]["since"] == "2032"
    picture = ET.fromstring(drawn.save(page, "SVG"))  # noqa: S314 - our own file
    title = picture.find("{http://www.w3.org/2000/svg}title")
    assert title is not None
    assert title.text == "Who met whom, 2032 to the last"
    assert "Beatriz Fontoura" in list(picture.itertext())


def test_the_cypher_that_is_saved_gives_the_ties(network: Open, drawn: Any, site: Any) -> None:
    """With its parameters, in a database of one's own."""
    text = drawn.save(network(since="2032"), "Cypher")
    head, _, statement = text.partition("\n\n")
    rows = site.graph.cypher(statement, **json.loads(head.removeprefix(":params ")))
    assert len(list(rows)) == 6
