"""Labels that lie on nothing: each finds a free place at its mark, or is left out.

The first labels are the first served. Boxes are of real extents, as the fonts have them.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from communique.plots.drawing import GREY, INK, POINTS

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.text import Text

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points."""

LEADING = 1.1
_GAP, _PADDING = 2.0, 1.5
_TURNS = (0, 180, 35, -35, 145, -145, 90, -90, 62, -62, 118, -118)
"""Where a label may lie of its mark, in degrees: the right and the left read best."""


@dataclass(frozen=True)
class Label:
    """A text that wants a place at a mark.

    Attributes:
        text: The text, of one line or several.
        x: The mark's middle, in points.
        y: The mark's middle, in points.
        radius: The mark's, in points.
        size: Of the letters, in points.
        away: A direction in which there is more room, in degrees, if one is known.
    """

    text: str
    x: float
    y: float
    radius: float = 3.0
    size: float = 8.0
    away: float | None = None


@dataclass(frozen=True)
class Placed:
    """A label that has its place.

    Attributes:
        label: The label.
        box: Its text's box.
        far: Whether a line should lead to it.
    """

    label: Label
    box: Box
    far: bool = False


class Ruler:
    """Measures texts as they will be drawn in our style."""

    def __init__(self) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        self._figure = Figure((1, 1), dpi=POINTS * 4)
        self._renderer: Any = FigureCanvasAgg(self._figure).get_renderer()  # type: ignore[no-untyped-call]
        self._known: dict[tuple[str, float], tuple[float, float]] = {}

    def measure(self, text: str, size: float) -> tuple[float, float]:
        """Give the width and height of a text of lines, in points."""
        found = self._known.get((text, size))
        if found is None:
            drawn = self._figure.text(0, 0, text, size=size, linespacing=LEADING)
            box = drawn.get_window_extent(self._renderer)
            drawn.remove()
            found = self._known[text, size] = (box.width / 4, box.height / 4)
        return found


def place(
    labels: Sequence[Label],
    ruler: Ruler,
    *,
    within: Box | None = None,
    obstacles: Iterable[Box] = (),
    lines: Sequence[Box] = (),
    reach: Sequence[float] = (0.0,),
) -> list[Placed]:
    """Find places for labels, the first served first.

    Args:
        labels: The labels, the most important first; the marks of all are obstacles to each.
        ruler: What measures them.
        within: Where they may lie; None for anywhere.
        obstacles: What else they may not lie on.
        lines: What they should not lie on if there is a choice: the two ends of each.
        reach: How far off their marks they may lie, in points, the nearest first.

    Returns:
        Those that have a place, in their order; no two overlap.
    """
    marks = [_square(label) for label in labels]
    taken = _Taken([*marks, *obstacles], len(labels))
    crossing = _Lines(lines)
    placed = []
    for label in labels:
        size = ruler.measure(label.text, label.size)
        for distance in reach:
            boxes = [_box_at(label, size, turn, distance) for turn in _turns(label)]
            free = [
                box
                for box in boxes
                if (within is None or _inside(box, within)) and taken.leaves(_wider(box, _PADDING))
            ]
            if free:
                best = min(free, key=crossing.count)
                placed.append(Placed(label, best, far=distance > 0))
                taken.add(_wider(best, _PADDING / 2))
                break
    return placed


def write(axes: "Axes", placed: Iterable[Placed], *, colour: str = INK) -> list["Text"]:
    """Write labels where they have their place, on white so that lines don't cut them.

    Args:
        axes: Axes whose data are points.
        placed: The labels.
        colour: Of the letters.

    Returns:
        The texts.
    """
    ground = {"facecolor": "white", "alpha": 0.7, "edgecolor": "none", "pad": 0.4}
    texts = []
    for each in placed:
        left, bottom, right, top = each.box
        if each.far:
            near = _nearest(each)
            axes.plot(*near, color=GREY, linewidth=0.5, zorder=4)
        texts.append(
            axes.text(
                (left + right) / 2, (bottom + top) / 2, each.label.text, size=each.label.size,
                color=colour, ha="center", va="center", linespacing=LEADING, bbox=ground,
                zorder=6,
            )
        )  # fmt: skip
    return texts


class _Taken:
    """The boxes that are taken, in one array so that many are asked at once."""

    def __init__(self, boxes: Sequence[Box], more: int) -> None:
        self._boxes: NDArray[np.float64] = np.full((len(boxes) + more, 4), np.nan)
        if boxes:
            self._boxes[: len(boxes)] = boxes
        self._count = len(boxes)

    def add(self, box: Box) -> None:
        self._boxes[self._count] = box
        self._count += 1

    def leaves(self, box: Box) -> bool:
        """Tell whether a box is free."""
        left, bottom, right, top = self._boxes[: self._count].T
        apart = (box[0] >= right) | (left >= box[2]) | (box[1] >= top) | (bottom >= box[3])
        return bool(apart.all())


class _Lines:
    """Lines that labels had better not lie on."""

    def __init__(self, lines: Sequence[Box]) -> None:
        ends = np.array(lines, dtype=np.float64).reshape(-1, 4)
        self._from, self._way = ends[:, :2], ends[:, 2:] - ends[:, :2]
        self._way[self._way == 0] = 1e-9

    def count(self, box: Box) -> int:
        """Count those that cross a box: where they are between both its pairs of sides at once."""
        first = (np.array(box[:2]) - self._from) / self._way
        last = (np.array(box[2:]) - self._from) / self._way
        enter = np.minimum(first, last).max(axis=1)
        leave = np.maximum(first, last).min(axis=1)
        return int(((enter <= leave) & (enter < 1) & (leave > 0)).sum())


def _square(label: Label) -> Box:
    """What a mark takes; its corners don't count much."""
    half = label.radius * 0.8
    return (label.x - half, label.y - half, label.x + half, label.y + half)


def _turns(label: Label) -> Sequence[float]:
    """Order the directions: those that lead away first."""
    away = label.away
    if away is None:
        return _TURNS
    return sorted(_TURNS, key=lambda turn: abs((turn - away + 180) % 360 - 180) // 50)


def _box_at(label: Label, size: tuple[float, float], turn: float, distance: float) -> Box:
    width, height = size
    off = label.radius + _GAP + _PADDING + distance
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    x = label.x + cos * off + _sign(cos) * width / 2
    y = label.y + sin * off + _sign(sin) * height / 2
    return (x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _sign(value: float) -> int:
    return 0 if abs(value) < 0.3 else int(math.copysign(1, value))


def _wider(box: Box, by: float) -> Box:
    return (box[0] - by, box[1] - by, box[2] + by, box[3] + by)


def _inside(box: Box, within: Box) -> bool:
    return (
        box[0] >= within[0] and box[1] >= within[1] and box[2] <= within[2] and box[3] <= within[3]
    )


def _nearest(placed: Placed) -> tuple[tuple[float, float], tuple[float, float]]:
    """Give the ends of the line that leads to a label, as xs and ys."""
    left, bottom, right, top = placed.box
    label = placed.label
    return (
        (label.x, min(max(label.x, left), right)),
        (label.y, min(max(label.y, bottom), top)),
    )
