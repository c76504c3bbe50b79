"""From degrees to points: the whole world, or the part of it that there is something to see in."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

_WORLD = (-180.0, -56.0, 180.0, 78.0)
"""Without the Antarctic and what lies north of Greenland's middle."""

_A = (1.340264, -0.081106, 0.000893, 0.003796)
_WIDEST, _WIDTH, _WORLD_WIDTH = 120.0, 760.0, 1050.0
_LEAST, _MOST = 330.0, 560.0
_SMALLEST = 16.0
"""Degrees that a part of the world has at least: the outlines are too rough for less."""


@dataclass(frozen=True)
class Projection:
    """A view of the world, or of a part of it.

    Equal Earth (Savric, Patterson and Jenny 2018) for the world, where areas can be compared; for
    a part of it, degrees of longitude as long as they are in its middle.

    Attributes:
        west: Degrees.
        south: Degrees.
        east: Degrees.
        north: Degrees.
        width: Points.
        height: Points.
    """

    west: float
    south: float
    east: float
    north: float
    width: float
    height: float

    @property
    def whole(self) -> bool:
        """Whether it is of the world."""
        return self.east - self.west > _WIDEST

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Give the place of a point of the earth, in points from the lower left."""
        left, bottom, right, top = self.plane()
        x, y = self._project(longitude, latitude)
        return (
            (x - left) / (right - left) * self.width,
            (y - bottom) / (top - bottom) * self.height,
        )

    def edge(self) -> list[tuple[float, float]]:
        """Give the edge of what is seen, in points; that of the world is round."""
        ups = [self.south + (self.north - self.south) * step / 40 for step in range(41)]
        right = [self.at(self.east, latitude) for latitude in ups]
        return [*right, *(self.at(self.west, latitude) for latitude in reversed(ups))]

    def plane(self) -> tuple[float, float, float, float]:
        """Give left, bottom, right and top before they are made points."""
        middle = (self.south + self.north) / 2
        widest = 0.0 if self.whole else middle
        left, _ = self._project(self.west, widest)
        right, _ = self._project(self.east, widest)
        _, bottom = self._project(0, self.south)
        _, top = self._project(0, self.north)
        return left, bottom, right, top

    def _project(self, longitude: float, latitude: float) -> tuple[float, float]:
        if not self.whole:
            shrink = math.cos(math.radians((self.south + self.north) / 2))
            return longitude * shrink, latitude
        theta = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
        a, b, c, d = _A
        t2, t6 = theta**2, theta**6
        below = 3 * (9 * d * t6 * t2 + 7 * c * t6 + 3 * b * t2 + a)
        x = 2 * math.sqrt(3) * math.radians(longitude) * math.cos(theta) / below
        return x, theta * (d * t6 * t2 + c * t6 + b * t2 + a)


def fit(points: Iterable[tuple[float, float]]) -> Projection:
    """Choose the view that shows some points with room around them.

    Args:
        points: Longitudes and latitudes; one at least.

    Returns:
        The view: of the world where they lie far apart.
    """
    xs, ys = zip(*points, strict=True)
    if (max(xs) - min(xs)) * 1.3 > _WIDEST:
        world = Projection(*_WORLD, _WORLD_WIDTH, 1)
        left, bottom, right, top = world.plane()
        return Projection(*_WORLD, _WORLD_WIDTH, _WORLD_WIDTH * (top - bottom) / (right - left))
    south, north = _span(min(ys), max(ys), _SMALLEST)
    south, north = max(south, -85.0), min(north, 85.0)
    shrink = math.cos(math.radians((south + north) / 2))
    west, east = _span(min(xs), max(xs), _SMALLEST / shrink)
    across, along = (east - west) * shrink, north - south
    if along / across * _WIDTH > _MOST:
        west, east = _widen(west, east, along * _WIDTH / _MOST / shrink)
    elif along / across * _WIDTH < _LEAST:
        south, north = _widen(south, north, across * _LEAST / _WIDTH)
    across, along = (east - west) * shrink, north - south
    return Projection(west, south, east, north, _WIDTH, _WIDTH * along / across)


def _span(low: float, high: float, least: float) -> tuple[float, float]:
    pad = (high - low) * 0.14
    return _widen(low - pad, high + pad, max(high - low + 2 * pad, least))


def _widen(low: float, high: float, to: float) -> tuple[float, float]:
    middle = (low + high) / 2
    return middle - to / 2, middle + to / 2
