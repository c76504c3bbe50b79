"""Search: from a few letters to a profile, by keys alone."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect


def test_a_name_is_found_and_opened_by_keys(open_page: Callable[..., Any]) -> None:
    """Typed, chosen by the arrow, opened by Enter; the field is empty again."""
    page = open_page().show()
    field = page.get_by_role("combobox", name="Search")
    field.press_sequentially("solheim")
    expect(page.get_by_role("option").first).to_contain_text("Ingrid Solheim")
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    expect(page.get_by_role("option").first).to_have_attribute("aria-selected", "true")
    field.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ingrid Solheim")
    expect(field).to_have_value("")
    assert "person%3Aingrid-solheim" in page.url


def test_escape_closes_what_was_found(open_page: Callable[..., Any]) -> None:
    """And leaves what was typed."""
    page = open_page().show()
    field = page.get_by_role("combobox", name="Search")
    field.press_sequentially("mayor")
    expect(page.get_by_role("option").first).to_be_visible()
    field.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("mayor")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("mayor of lis", "Mayor of Lisbon"),
        ("atlantic", "Atlantic Chamber of Commerce"),
        ("singap", "Singapore"),
        ("ocean economy", "Ocean Economy Forum"),
    ],
)
def test_offices_bodies_places_and_events_are_found(
    open_page: Callable[..., Any], typed: str, found: str
) -> None:
    """Whatever has a name."""
    page = open_page().show()
    page.get_by_role("combobox", name="Search").press_sequentially(typed)
    page.get_by_role("option", name=re.compile(f"^{found}")).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(found)


def test_nothing_so_called_is_said(open_page: Callable[..., Any]) -> None:
    """Not an empty list."""
    page = open_page().show()
    page.get_by_role("combobox", name="Search").press_sequentially("zzzz")
    expect(page.get_by_role("option")).to_have_text("Nothing is called so.")
