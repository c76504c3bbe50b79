"""CITATION.cff: how to cite the software."""

import tomllib
from pathlib import Path
from typing import Any

import yaml

import communique

ROOT = Path(__file__).parent.parent
TOLD: dict[str, Any] = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def test_it_has_what_the_format_requires() -> None:
    """Citation File Format 1.2.0: its version, a message, a title, authors with names."""
    assert TOLD["cff-version"] == "1.2.0"
    assert all(isinstance(TOLD[key], str) and TOLD[key] for key in ("message", "title", "abstract"))
    assert TOLD["type"] == "software"
    assert [set(author) for author in TOLD["authors"]] == [{"name"}]


def test_it_says_what_the_package_says() -> None:
    """Version, name, licence, authors and keywords."""
    assert TOLD["version"] == communique.__version__
    assert TOLD["title"] == PROJECT["name"]
    assert TOLD["license"] == PROJECT["license"]
    assert TOLD["authors"] == PROJECT["authors"]
    assert TOLD["keywords"] == PROJECT["keywords"]
