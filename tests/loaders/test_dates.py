"""Dates of issue."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import ReleaseError
from communique.loaders.dates import Issue, parse_issue
from communique.loaders.issuers import all_issuers, find_issuer, zone_of

WASHINGTON = ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("text", "date", "issued"),
    [
        ("2031-03-04", "2031-03-04", "2031-03-04"),
        ("2031-03", "2031-03", "2031-03"),
        ("2031", "2031", "2031"),
        ("2031-03-04 12:35 HKT", "2031-03-04", "2031-03-04T04:35:00Z"),
        ("2031-03-04T23:30:00+02:00", "2031-03-04", "2031-03-04T21:30:00Z"),
        ("Tue, 4 Mar 2031 23:30:00 +0000", "2031-03-04", "2031-03-04T23:30:00Z"),
        ("4 March 2031", "2031-03-04", "2031-03-04"),
        ("March 4, 2031", "2031-03-04", "2031-03-04"),
        ("Mon., Mar. 4, 2031", "2031-03-04", "2031-03-04"),
        ("4 Sept. 2031", "2031-09-04", "2031-09-04"),
        ("March 2031", "2031-03", "2031-03"),
        ("20310304", "2031-03-04", "2031-03-04"),
        ("04.03.2031", "2031-03-04", "2031-03-04"),
        ("14/03/2031", "2031-03-14", "2031-03-14"),
        ("2031-03-04 12:35 EST", "2031-03-04", "2031-03-04T17:35:00Z"),
        ("2031-03-04 12:35 XYZ", "2031-03-04", "2031-03-04T12:35:00"),
        ("2031年3月4日（星期二）", "2031-03-04", "2031-03-04"),
    ],
)
def test_any_usual_form_is_read_with_its_precision(text: str, date: str, issued: str) -> None:
    """No part is ever made up."""
    assert parse_issue(text) == Issue(date, issued)


def test_a_time_with_an_offset_is_the_day_where_the_issuer_sits() -> None:
    """Half past one in London is the evening before in Washington."""
    issue = parse_issue("Wed, 05 Mar 2031 01:30:00 +0000", WASHINGTON)
    assert issue == Issue("2031-03-04", "2031-03-05T01:30:00Z")


def test_a_time_without_an_offset_is_the_issuers() -> None:
    """The instant is told in UTC where the zone is known."""
    assert parse_issue("2031-03-04 20:00", WASHINGTON) == Issue(
        "2031-03-04", "2031-03-05T01:00:00Z"
    )
    assert parse_issue("2031-03-04 20:00") == Issue("2031-03-04", "2031-03-04T20:00:00")


@pytest.mark.parametrize(
    "text",
    [
        "2031-02-30",
        "March 4",
        "yesterday",
        "32 March 2031",
        "12:30",
        "4 March",
        "x" * 9999,
        "0001-01-01T00:00+14:00",
        "2031-00-01",
        "2031-13",
        "4 March 31",
    ],
)
def test_what_is_no_date_is_an_error(text: str) -> None:
    """A missing year is not guessed, an impossible day not bent."""
    with pytest.raises(ReleaseError, match="no date of issue"):
        parse_issue(text)


def test_a_date_that_could_be_two_days_is_an_error() -> None:
    """Neither is picked."""
    with pytest.raises(ReleaseError, match="two days"):
        parse_issue("03/04/2031")


@given(st.one_of(st.text(), st.text("0123456789-/.:TZ+ MarchHKT,年月日")))
def test_whatever_it_is_there_is_a_date_or_an_error(text: str) -> None:
    """Never another exception, and no day that doesn't exist."""
    try:
        issue = parse_issue(text, WASHINGTON)
    except ReleaseError:
        return
    if issue:
        datetime.date.fromisoformat((issue.date + "-01-01")[:10])


def test_an_empty_date_is_none() -> None:
    """A header may leave it empty."""
    assert parse_issue("  ") is None


def test_issuers_are_found_by_name_and_by_host() -> None:
    """The table's zones exist, and a foreign host that ends alike is not taken for one."""
    for issuer in all_issuers():
        assert zone_of(issuer.name, None) == ZoneInfo(issuer.zone)
        assert find_issuer(None, f"https://www.{issuer.host}/x") == issuer
        assert find_issuer(None, f"https://x{issuer.host}/x") is None
    assert find_issuer("Nobody", None) is None
    for name in ("U.S. Department of State", "the State Department", "White House (US)"):
        assert zone_of(name, None) == WASHINGTON
