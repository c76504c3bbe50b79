"""The page on pictures."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from click import Group

from communique.cli.plot import command

DOCS = Path(__file__).parent.parent.parent / "docs"


def test_its_picture_shows_the_people_of_the_examples() -> None:
    """It was made by the command itself."""
    path = DOCS / "pictures" / "network.svg"
    ET.parse(path)  # noqa: S314 - our own file
    text = path.read_text("utf-8")
    for name in ("Ingrid Solheim", "Beatriz Fontoura", "Duarte Pinhal", "Who met whom"):
        assert f"<!-- {name}" in text


@pytest.mark.parametrize("picture", ["network", "timeline", "heatmap", "map"])
def test_it_tells_of_every_picture_and_option(picture: str) -> None:
    """As the command has them."""
    text = (DOCS / "plots.md").read_text("utf-8")
    assert isinstance(command, Group)
    assert set(command.commands) == {"network", "timeline", "heatmap", "map"}
    assert f"| `{picture}` |" in text
    for option in command.commands[picture].params:
        assert any(f"`{name}" in text for name in option.opts), option.opts
