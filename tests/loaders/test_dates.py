"""Dates of issue."""

from zoneinfo import ZoneInfo

import pytest

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
    assert parse_issue("2031-03-04 20:00", WASHINGTON) == Issue("2031-03-04", "2031-03-05T01:00:00Z")
    assert parse_issue("2031-03-04 20:00") == Issue("2031-03-04", "2031-03-04T20:00:00")


@pytest.mark.parametrize(
    "text", ["2031-02-30", "March 4", "yesterday", "32 March 2031", "12:30", "4 March", "x" * 9999]
)
def test_what_is_no_date_is_an_error(text: str) -> None:
    """A missing year is not guessed, an impossible day not bent."""
    with pytest.raises(ReleaseError, match="no date of issue"):
        parse_issue(text)


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
