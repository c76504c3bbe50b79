"""The outlines of the land, and how a small file of them is made.

    python -m communique.plots.outlines land-110m.json > src/communique/plots/data/land.json

The argument is the file of that name in the npm package world-atlas: Natural Earth's land at
1:110,000,000 as TopoJSON.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

_SOUTHERN = -60.0

Ring = tuple[tuple[float, float], ...]
"""Longitudes and latitudes around a piece of land."""

SOURCE = (
    "Natural Earth, 1:110m physical vectors, land without Antarctica; in the public domain"
    " (https://www.naturalearthdata.com/about/terms-of-use/). Converted by"
    " communique.plots.outlines from land-110m.json of world-atlas 2.0.2 (npm). Each ring is"
    " longitude, latitude in turn, in hundredths of a degree."
)


@cache
def land() -> tuple[Ring, ...]:
    """Read the outlines of the land, in degrees."""
    told = json.loads((files("communique.plots") / "data" / "land.json").read_text("utf-8"))
    return tuple(
        tuple((ring[at] / 100, ring[at + 1] / 100) for at in range(0, len(ring), 2))
        for ring in told["rings"]
    )


def rings_of(topology: dict[str, Any]) -> Iterator[list[int]]:
    """Take the rings out of TopoJSON, but for Antarctica.

    Args:
        topology: What the file says.

    Yields:
        Rings, in hundredths of a degree; one across the date line goes on beyond 180 degrees.
    """
    arcs = [_degrees(arc, topology["transform"]) for arc in topology["arcs"]]
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            for ring in polygon:
                points = [point for number in ring for point in _arc(arcs, number)[1:]]
                whole = _unrolled(points)
                if abs(whole[0][0] - whole[-1][0]) < 180 and max(y for _, y in whole) > _SOUTHERN:
                    yield [round(100 * value) for point in whole for value in point]


def _unrolled(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Take out the jumps from 180 degrees east to 180 west, and turn it to where it mostly is."""
    turns, before, found = 0, points[0][0], []
    for x, y in points:
        turns -= round((x - before) / 360)
        before = x
        found.append((x + 360 * turns, y))
    middle = (min(x for x, _ in found) + max(x for x, _ in found)) / 2
    return [(x - 360 * round(middle / 360), y) for x, y in found]


def _degrees(arc: Sequence[Sequence[int]], transform: dict[str, Any]) -> list[tuple[float, float]]:
    """Add up the steps that an arc consists of."""
    (by_x, by_y), (at_x, at_y) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x * by_x + at_x, y * by_y + at_y))
    return points


def _arc(arcs: Sequence[list[tuple[float, float]]], number: int) -> list[tuple[float, float]]:
    """Give an arc; a negative number means another one backwards."""
    return arcs[number] if number >= 0 else arcs[~number][::-1]


def main(path: str) -> None:
    """Print the small file."""
    topology = json.loads(Path(path).read_text("utf-8"))
    lines = ",\n".join(json.dumps(ring, separators=(",", ":")) for ring in rings_of(topology))
    sys.stdout.write(f'{{"source": {json.dumps(SOURCE)}, "rings": [\n{lines}\n]}}\n')


if __name__ == "__main__":
    main(sys.argv[1])
