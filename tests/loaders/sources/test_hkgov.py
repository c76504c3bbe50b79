"""Days of info.gov.hk."""

import pytest

from communique.errors import ParameterError
from communique.loaders.options import make_options
from communique.loaders.sources import find_source


def lists(place: str, **finding: str) -> list[str]:
    """List the addresses that a place means."""
    found = find_source(place).find(place, make_options(**finding))  # type: ignore[arg-type]
    return [link.url.removeprefix("https://www.info.gov.hk/gia/general/") for link in found]  # type: ignore[union-attr]


def test_a_range_of_days_is_their_lists() -> None:
    """Both ends are in it; a month is all its days."""
    assert lists("hkgov:2032-02-28..2032-03-01") == [
        "203202/28.htm",
        "203202/29.htm",
        "203203/01.htm",
    ]
    assert lists("hkgov:2031-03-04") == ["203103/04.htm"]
    assert len(lists("hkgov:2031-02")) == 28
    assert len(lists("hkgov:2031")) == 365


def test_each_language_has_its_lists() -> None:
    """English unless said."""
    assert lists("hkgov:2031-03-04", language="zh-Hant") == ["203103/04c.htm"]
    with pytest.raises(ParameterError, match="no list of releases in 'fr'"):
        lists("hkgov:2031-03-04", language="fr")


@pytest.mark.parametrize(
    "text", ["", "..", "2031-13", "2031-02-30", "2031-03-04..", "yesterday", "2032..2031"]
)
def test_what_is_no_range_is_said_before_anything_is_fetched(text: str) -> None:
    """With how to write it."""
    with pytest.raises(ParameterError, match=r"2024-11-01|Exchange"):
        lists(f"hkgov:{text}")
