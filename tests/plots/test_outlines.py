"""The outlines of the land."""

import itertools
import json
from importlib.resources import files

from communique.plots.outlines import SOURCE, land, rings_of


def test_the_land_is_on_the_earth() -> None:
    """Rings of degrees; one across the date line may go on a little beyond it."""
    rings = land()
    assert len(rings) > 100
    for ring in rings:
        assert len(ring) > 2
        assert all(-220 < x < 220 and -90 < y < 90 for x, y in ring)
        assert all(abs(a[0] - b[0]) < 90 for a, b in itertools.pairwise(ring))


def test_the_data_file_names_its_source() -> None:
    """And is small."""
    text = (files("communique.plots") / "data" / "land.json").read_text("utf-8")
    assert json.loads(text)["source"] == SOURCE
    assert "public domain" in SOURCE
    assert len(text) < 150_000


def test_rings_are_made_of_arcs_forwards_and_backwards() -> None:
    """Arcs are steps on a grid; a negative number is an arc from its end."""
    topology = {
        "transform": {"scale": [0.5, 0.5], "translate": [10, 20]},
        "arcs": [[[0, 0], [2, 0], [0, 2]], [[0, 0], [0, 2], [2, 0]]],
        "objects": {"land": {"geometries": [{"arcs": [[[0, -2]]]}]}},
    }
    assert list(rings_of(topology)) == [[1100, 2000, 1100, 2100, 1000, 2100, 1000, 2000]]


def test_a_ring_across_the_date_line_goes_on() -> None:
    """And one around the pole is left out."""
    across = [[358, 0], [-356, 0], [0, 2], [356, 0], [0, -2]]
    around = [[0, 0], [120, 0], [120, 0], [119, 0]]
    topology = {
        "transform": {"scale": [1, 1], "translate": [-180, 0]},
        "arcs": [across, around],
        "objects": {"land": {"geometries": [{"arcs": [[[0]], [[1]]]}]}},
    }
    (ring,) = rings_of(topology)
    assert max(ring[::2]) - min(ring[::2]) == 400
