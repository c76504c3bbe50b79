"""Names made drawable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("matplotlib")

from communique.plots.fonts import drawable, drawable_characters, families, plain

LATIN = frozenset(range(0x20, 0x250)) | {ord("□")}


def test_a_name_in_han_falls_back_on_another_name() -> None:
    """Where no font has Han; else it stands as it is."""
    assert drawable("李明远", ["李明远", "Li Mingyuan"], LATIN) == "Li Mingyuan"
    assert drawable("李明远", ["Li Mingyuan"], LATIN | set(map(ord, "李明远"))) == "李明远"


def test_a_name_that_no_font_has_is_boxes() -> None:
    """One for each character; what can be drawn of it is."""
    assert drawable("李明远 Ada", (), LATIN) == "□□□ Ada"


def test_a_name_stands_on_one_line() -> None:
    """Without what steers a terminal."""
    assert plain(" Ada\n\tOduya\x1b[0m \u202e\ud800") == "Ada Oduya [0m"


@given(st.text())
def test_every_character_can_be_drawn(name: str) -> None:
    """Whatever the name, and it is never empty."""
    told = drawable(name)
    assert told
    assert all(ord(character) in drawable_characters() for character in told)


def test_the_first_font_comes_with_matplotlib() -> None:
    """So that a picture looks the same everywhere, as far as its letters are Latin."""
    assert families()[0] == "DejaVu Sans"
    assert len(families()) <= 2
