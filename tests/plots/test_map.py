"""Where it was, on a map."""

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("matplotlib")

from communique.errors import DataError
from communique.plots.map import draw_map
from communique.plots.projection import fit
from communique.plots.whereabouts import Spot

CITIES = (
    Spot("Lisbon", -9.13, 38.72, 12), Spot("Oslo", 10.75, 59.91, 5), Spot("Geneva", 6.15, 46.2, 1),
)  # fmt: skip


@pytest.mark.parametrize("count", [1, 20, 200])
def test_no_two_texts_lie_on_one_another(count: int, overlapping: Any) -> None:
    """With one city and with two hundred, some on top of one another."""
    chance = random.Random(count)  # noqa: S311 - nothing is secret
    spots = [
        Spot(
            f"City {n}",
            chance.gauss(10, 40),
            chance.gauss(30, 18),
            1 + int(chance.expovariate(0.1)),
        )
        for n in range(count)
    ]
    assert overlapping(draw_map(spots, title="Events", source="From 12 releases.")) == []


def test_cities_are_named_and_counted(words: Any) -> None:
    """And the title sums them up."""
    told = words(draw_map(CITIES, title="Events and visits", notes=["2 more are not drawn."]))
    assert {"Lisbon 12", "Oslo 5", "Geneva 1", "2 more are not drawn."} <= set(told.splitlines())
    assert "Events and visits: 18 in 3 places" in told


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-50, 75)), min_size=1, max_size=20))
def test_every_place_is_within_its_view(points: list[tuple[float, float]]) -> None:
    """Of the world, or of the part of it where they all are."""
    view = fit(points)
    for longitude, latitude in points:
        x, y = view.at(longitude, latitude)
        assert -1e-6 <= x <= view.width + 1e-6
        assert -1e-6 <= y <= view.height + 1e-6
    assert 250 < view.height < 600


def test_a_region_is_seen_closer_than_the_world() -> None:
    """Degrees are larger there."""
    near = fit([(spot.longitude, spot.latitude) for spot in CITIES])
    far = fit([(-120.0, 37.0), (140.0, 35.0)])
    assert not near.whole
    assert far.whole
    assert near.east - near.west < 70


def test_nowhere_is_an_error() -> None:
    """With a sentence."""
    with pytest.raises(DataError, match="nothing is told of a city"):
        draw_map([], title="Events")
