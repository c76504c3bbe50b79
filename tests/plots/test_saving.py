"""Pictures in files."""

import threading
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("matplotlib")

from communique.errors import MissingFile, ParameterError
from communique.plots.network import draw_network
from communique.plots.saving import check_place, format_of, save


def test_the_ending_tells_the_format(people: Callable[[int], Any], tmp_path: Path) -> None:
    """SVG parses as XML, PNG starts as PNG does."""
    figure = draw_network(people(10))
    save(figure, tmp_path / "a.svg")
    save(figure, tmp_path / "a.PNG")
    root = ET.parse(tmp_path / "a.svg").getroot()  # noqa: S314 - our own file
    assert root.tag.endswith("svg")
    assert "Noor" in (tmp_path / "a.svg").read_text() or "Ada" in (tmp_path / "a.svg").read_text()
    assert (tmp_path / "a.PNG").read_bytes().startswith(b"\x89PNG")
    assert "<dc:title>Who met whom" in (tmp_path / "a.svg").read_text()
    assert b"<dc:date>" not in (tmp_path / "a.svg").read_bytes()


@pytest.mark.parametrize("name", ["a.jpg", "a", "a.svg.gz", ".svg"])
def test_another_ending_is_an_error(name: str, tmp_path: Path) -> None:
    """It names the two there are."""
    with pytest.raises(ParameterError, match=r"A picture is \.svg or \.png"):
        format_of(tmp_path / name)


def test_a_place_that_is_none_is_refused_before_anything_is_drawn(tmp_path: Path) -> None:
    """A folder that is not there, and one in the place of the file."""
    (tmp_path / "folder.svg").mkdir()
    with pytest.raises(MissingFile, match="is a folder"):
        check_place(tmp_path / "folder.svg")
    with pytest.raises(MissingFile, match="no folder"):
        check_place(tmp_path / "no" / "a.svg")


def test_what_fails_leaves_the_old_picture(people: Callable[[int], Any], tmp_path: Path) -> None:
    """And nothing half-written beside it."""
    (tmp_path / "old.svg").write_text("old")
    figure = draw_network(people(10))
    figure.add_artist(failing())
    with pytest.raises(ZeroDivisionError):
        save(figure, tmp_path / "old.svg")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("old.svg", "old")]
    with pytest.raises(MissingFile, match="can't be written"):
        save(draw_network(people(10)), tmp_path / "no" / "a.svg")


def test_pictures_can_be_drawn_in_several_threads(
    people: Callable[[int], Any], tmp_path: Path
) -> None:
    """Each as if it were alone."""
    network = people(20)

    def draw(number: int) -> None:
        save(draw_network(network), tmp_path / f"{number}.svg")

    threads = [threading.Thread(target=draw, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({(tmp_path / f"{number}.svg").read_bytes() for number in range(4)}) == 1


def failing() -> Any:
    """Make what can't be drawn."""
    from matplotlib.artist import Artist

    class Failing(Artist):
        def draw(self, renderer: Any) -> None:
            raise ZeroDivisionError

    return Failing()
