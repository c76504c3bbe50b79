"""How politely pages are asked for, and what that needs."""

import importlib.util
import subprocess
import sys
from typing import Any

import pytest

from communique.errors import MissingExtra, ParameterError
from communique.loaders.fetching import Fetcher, Politeness


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("rate", 0),
        ("rate", float("inf")),
        ("timeout", -1),
        ("timeout", float("nan")),
        ("retries", -1),
        ("longest", -0.1),
        ("agent", ""),
        ("agent", "/1.0"),
        ("agent", "mine\r\nCookie: a"),
        ("agent", "mein Läufer"),
    ],
)
def test_what_can_not_be_meant_is_told(name: str, value: Any) -> None:
    """Before anything is asked for, and by its name."""
    with pytest.raises(ParameterError, match=f"The {name} of a polite reader must be"):
        Fetcher(None, Politeness(**{name: value}))


def test_rules_are_read_for_the_name_alone() -> None:
    """What stands before the version."""
    assert Politeness().name == "communique"
    assert Politeness(agent="Mine/2.0 (me@news.example)").name == "Mine"


def test_without_the_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Instead of an import error."""
    find = importlib.util.find_spec
    monkeypatch.setattr(
        "communique.loaders.fetching.fetcher.find_spec",
        lambda name: None if name in ("hishel", "httpx") else find(name),
    )
    with pytest.raises(MissingExtra, match=r"hishel, httpx.*pip install 'communique\[fetch\]'"):
        Fetcher(None, Politeness())


def test_nothing_heavy_is_imported_before_it_is_used() -> None:
    """Whoever loads files need not wait for HTTP, nor have it installed."""
    code = (
        "import sys, communique.loaders.fetching;"
        "print({'hishel', 'httpcore', 'httpx', 'protego', 'tenacity'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout == "set()\n"
