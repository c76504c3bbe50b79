"""Where it was: events and visits on a map of the land."""

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from communique.errors import DataError
from communique.plots.drawing import COLOURS, INK, Words, new_figure, styled
from communique.plots.fonts import drawable
from communique.plots.labels import Label, Ruler, place, write
from communique.plots.legend import Legend, Sign
from communique.plots.outlines import land
from communique.plots.projection import Projection, fit
from communique.plots.scale import brief
from communique.plots.whereabouts import Spot

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_LAND, _SEA, _COAST = "#E9E6DF", "#EFF5F9", "#BDB7A9"
_LEAST, _MOST = 2.2, 22.0
_ROUND = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_LARGEST_SIGN = 9.0
_REACH = (0.0, 7.0, 16.0, 28.0)
_LONGEST = 34


@styled
def draw_map(
    spots: Iterable[Spot], *, title: str, notes: Sequence[str] = (), source: str = ""
) -> "Figure":
    """Draw places as circles whose area counts what was there.

    Args:
        spots: The places.
        title: What is counted, and when.
        notes: What is left out.
        source: Where it comes from, in a line.

    Returns:
        The picture: the world, or the part of it where they all are.

    Raises:
        DataError: If there is no place.
        MissingExtra: If matplotlib is not installed.
    """
    order = sorted(spots, key=lambda spot: (-spot.count, spot.name, spot.longitude))
    if not order:
        message = "There is nothing to draw: nothing is told of a city."
        raise DataError(message, "Ask for other days, or somebody else.")
    view = fit((spot.longitude, spot.latitude) for spot in order)
    chart = _Chart(view, order)
    told = f"{title}: {sum(spot.count for spot in order):,} in {_places(len(order))}"
    unlabelled = len(order) - chart.labelled
    room = f"For {unlabelled} of the {len(order)} labels there is no room." if unlabelled else ""
    return chart.draw(Words(told, [note for note in (*notes, room, source) if note]))


class _Chart:
    """The land, circles, and labels in their places."""

    def __init__(self, view: Projection, spots: Sequence[Spot]) -> None:
        self._view = view
        self._spots = spots
        self._ruler = Ruler()
        labels = [
            Label(
                f"{brief(drawable(spot.name, spot.names), _LONGEST)} {spot.count:,}",
                *view.at(spot.longitude, spot.latitude), self._radius(spot.count),
                7 + 2.5 * self._radius(spot.count) / _MOST,
            )
            for spot in spots
        ]  # fmt: skip
        within = (2.0, 2.0, view.width - 2, view.height - 2)
        self._labels = place(labels, self._ruler, within=within, reach=_REACH)
        self.labelled = len(self._labels)

    def draw(self, words: Words) -> "Figure":
        legend = Legend(self._signs(), self._view.width, self._ruler)
        figure, axes = new_figure(self._view.width, self._view.height + legend.height, words)
        axes.set_axis_off()
        axes.set_ylim(-legend.height, self._view.height)
        self._draw_land(axes)
        for spot in self._spots:
            x, y = self._view.at(spot.longitude, spot.latitude)
            axes.scatter(
                [x], [y], s=[(2 * self._radius(spot.count)) ** 2], c=[COLOURS[0]], alpha=0.65,
                edgecolors="white", linewidths=0.7, zorder=3,
            )  # fmt: skip
        write(axes, self._labels, colour=INK)
        legend.draw(axes, 0, -legend.height)
        return figure

    def _radius(self, count: int) -> float:
        """Give a circle whose area is as the count; the least is large enough to be seen."""
        most = self._spots[0].count
        largest = min(_MOST, 4 + 2.5 * math.sqrt(most - 1))
        return max(_LEAST, largest * math.sqrt(count / most))

    def _signs(self) -> list[Sign]:
        most = self._spots[0].count
        counts = [c for c in _ROUND if c <= most and self._radius(c) <= _LARGEST_SIGN] or [most]
        told = counts if len(counts) < 4 else (counts[0], counts[len(counts) // 2], counts[-1])
        return [Sign(f"{c:,}", COLOURS[0], width=2 * self._radius(c)) for c in told]

    def _draw_land(self, axes: "Axes") -> None:
        from matplotlib.patches import Polygon

        view = self._view
        frame = Polygon(view.edge(), facecolor=_SEA, zorder=0)
        axes.add_patch(frame)
        for ring in land():
            for turn in (-360, 0, 360):
                xs, ys = zip(*(view.at(x + turn, y) for x, y in ring), strict=True)
                if max(xs) < 0 or min(xs) > view.width or max(ys) < 0 or min(ys) > view.height:
                    continue
                (shape,) = axes.fill(
                    xs, ys, facecolor=_LAND, edgecolor=_COAST, linewidth=0.5, zorder=1
                )
                shape.set_clip_path(frame)


def _places(count: int) -> str:
    return f"{count:,} place{'' if count == 1 else 's'}"
