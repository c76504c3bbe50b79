"""Engagements on a line of time, one row for each counterpart, kind or place."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from communique.errors import DataError
from communique.plots import SHOWN
from communique.plots.dates import span, span_of
from communique.plots.drawing import COLOURS, GREY, PALE, Words, new_figure, styled
from communique.plots.engagements import Engagement
from communique.plots.fonts import drawable
from communique.plots.labels import Label, Ruler, place, write
from communique.plots.legend import Legend, Sign
from communique.plots.scale import Scale, brief

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_KEYS: Mapping[str, Callable[[Engagement], str | None]] = {
    "counterpart": lambda engagement: engagement.whom,
    "kind": lambda engagement: engagement.what,
    "place": lambda engagement: engagement.place,
}
_WIDTH, _AXIS, _COUNT = 640.0, 20.0, 26.0
_SIZE, _SMALL = 8.5, 7.0
_LONGEST = 44
_ROOMY, _TIGHT, _FEW = 24.0, 15.0, 12
_LEVEL, _LEVELS = 5.0, 12
"""How far marks of one time stand apart, and how many stand on each side of a row at most."""


@dataclass(frozen=True)
class _Row:
    name: str
    engagements: Sequence[Engagement]

    @property
    def first(self) -> str:
        return min(engagement.date or "" for engagement in self.engagements)


@dataclass(frozen=True)
class _Mark:
    x: float
    radius: float
    colour: str
    level: int


@styled
def draw_timeline(
    engagements: Iterable[Engagement],
    *,
    title: str,
    rows: str = "counterpart",
    top: int | None = SHOWN["timeline"],
    counted: str = "engagement",
    joined: bool = False,
    source: str = "",
) -> "Figure":
    """Draw engagements in rows along a line of time.

    A date of a month or a year is a bar as long as that.

    Args:
        engagements: The engagements; those without a year are left out, and counted.
        title: Whose they are.
        rows: ``counterpart``, ``kind`` or ``place``: what each row is of.
        top: At most so many rows, those with the most; the others are one row more. None for all.
        counted: What is counted, in the singular.
        joined: Whether a bar joins the first and the last of each row: a tenure.
        source: Where it comes from, in a line.

    Returns:
        The picture.

    Raises:
        DataError: If there is no engagement with a year.
        MissingExtra: If matplotlib is not installed.
    """
    everything = list(engagements)
    dated = [engagement for engagement in everything if span(engagement.date)]
    if not dated:
        message = "There is nothing to draw: no engagement with a date."
        raise DataError(message, "Ask for other days, or somebody else.")
    made = _rows(dated, _KEYS[rows], top)
    notes = [_undated(len(everything) - len(dated)), source]
    when = span_of(None, None, [engagement.date for engagement in dated])
    words = f"{title}, {when}: {len(dated):,} {counted}{'' if len(dated) == 1 else 's'}"
    return _Timeline(made, dated, joined=joined).draw(
        Words(words, [note for note in notes if note])
    )


class _Timeline:
    """Rows of marks between two days."""

    def __init__(self, rows: Sequence[_Row], dated: Sequence[Engagement], *, joined: bool) -> None:
        self._joined = joined
        self._rows = rows
        self._ruler = Ruler()
        self._left = max(self._ruler.measure(row.name, _SIZE)[0] for row in rows) + 12
        kinds = Counter(engagement.what for engagement in dated)
        self._kinds = sorted(kinds, key=lambda kind: (-kinds[kind], kind))
        days = [day for engagement in dated for day in span(engagement.date) or ()]
        self._scale = Scale(min(days), max(days), self._left, self._left + _WIDTH)
        self._marks = [self._swarm(row) for row in rows]
        step = _ROOMY if len(rows) <= _FEW else _TIGHT
        self._heights = [
            step + 2 * _LEVEL * max(0, max((abs(mark.level) for mark in marks), default=0) - 0.6)
            for marks in self._marks
        ]

    def draw(self, words: Words) -> "Figure":
        width = self._left + _WIDTH + _COUNT
        legend = Legend(self._signs(), width, self._ruler)
        floor = legend.height + _AXIS
        height = floor + sum(self._heights) + _AXIS
        figure, axes = new_figure(width, height, words)
        axes.set_axis_off()
        self._scale.draw(axes, floor, height - _AXIS)
        middles = self._middles(height - _AXIS)
        for row, marks, y in zip(self._rows, self._marks, middles, strict=True):
            self._draw_row(axes, row, marks, y)
        self._write_places(axes, middles, height)
        legend.draw(axes, 0, 0)
        return figure

    def _signs(self) -> list[Sign]:
        signs = [Sign(kind, self._colour(kind)) for kind in self._kinds]
        days = [span(each.date) for row in self._rows for each in row.engagements]
        if any(each and each[0] != each[1] for each in days):
            signs.append(Sign("the day is not known", mark=None, width=4))
        return signs

    def _middles(self, top: float) -> list[float]:
        """Give the height of each row's middle."""
        found = []
        for height in self._heights:
            found.append(top - height / 2)
            top -= height
        return found

    def _colour(self, kind: str) -> str:
        number = self._kinds.index(kind)
        return COLOURS[number] if number < len(COLOURS) else GREY

    def _swarm(self, row: _Row) -> list[_Mark]:
        """Put what is of one time beside one another, as far as there is room."""
        made: list[_Mark] = []
        for (day, kind), count in _marks(row).items():
            first, last = span(day) or (date.min, date.min)
            if first == last:
                x, radius = self._scale.at(first), _radius(count)
                near = {m.level for m in made if abs(m.x - x) < (m.radius + radius) * 0.8}
                free = (level for level in _levels() if level not in near)
                made.append(_Mark(x, radius, self._colour(kind), next(free, 0)))
        return made

    def _draw_row(self, axes: "Axes", row: _Row, marks: Sequence[_Mark], y: float) -> None:
        right = self._left + _WIDTH
        axes.plot([self._left, right], [y, y], color=PALE, linewidth=0.6, zorder=1)
        axes.text(self._left - 10, y, row.name, size=_SIZE, ha="right", va="center_baseline")
        axes.text(
            right + _COUNT, y, f"{len(row.engagements):,}", size=_SIZE, color="#555555",
            ha="right", va="center_baseline",
        )  # fmt: skip
        self._draw_spans(axes, row, y)
        axes.scatter(
            [mark.x for mark in marks], [y + _LEVEL * mark.level for mark in marks],
            s=[4 * mark.radius**2 for mark in marks], c=[mark.colour for mark in marks],
            alpha=0.85, edgecolors="white", linewidths=0.5, zorder=3,
        )  # fmt: skip

    def _draw_spans(self, axes: "Axes", row: _Row, y: float) -> None:
        if self._joined:
            days = [day for each in row.engagements for day in span(each.date) or ()]
            ends = [self._scale.at(min(days)), self._scale.at(max(days))]
            axes.plot(ends, [y, y], color=COLOURS[0], linewidth=6, alpha=0.25, zorder=1.5)
        for day, kind in _marks(row):
            first, last = span(day) or (date.min, date.min)
            if first != last:
                axes.plot(
                    [self._scale.at(first), self._scale.at(last)], [y, y], linewidth=4, alpha=0.4,
                    color=self._colour(kind), solid_capstyle="butt", zorder=2,
                )  # fmt: skip

    def _write_places(self, axes: "Axes", middles: Sequence[float], height: float) -> None:
        """Write where each was, if there is room for all."""
        labels = []
        for row, y in zip(self._rows, middles, strict=True):
            for engagement in row.engagements:
                days = span(engagement.date)
                if days and engagement.place and engagement.place != row.name:
                    x = (self._scale.at(days[0]) + self._scale.at(days[1])) / 2
                    text = brief(drawable(engagement.place), _LONGEST)
                    labels.append(Label(text, x, y, 3.5, _SMALL))
        if len(self._rows) > _FEW or not labels:
            return
        within = (self._left, 0.0, self._left + _WIDTH, height)
        placed = place(labels, self._ruler, within=within)
        if len(placed) == len(labels):
            write(axes, placed, colour="#555555")


def _rows(
    engagements: Sequence[Engagement], key: Callable[[Engagement], str | None], top: int | None
) -> list[_Row]:
    """Group, the first to begin on top, and put what is over into a row of its own."""
    groups: dict[str, list[Engagement]] = defaultdict(list)
    for engagement in engagements:
        groups[key(engagement) or "not told"].append(engagement)
    order = sorted(groups, key=lambda name: (-len(groups[name]), name))
    most = len(order) if top is None else top
    over = order[most:]
    rows = [_Row(_called(name, groups[name]), groups[name]) for name in order[:most]]
    rows.sort(key=lambda row: (row.first, row.name))
    if over:
        rest = [engagement for name in over for engagement in groups[name]]
        rows.append(_Row(f"{len(over):,} other{'' if len(over) == 1 else 's'}", rest))
    return rows


def _called(name: str, engagements: Sequence[Engagement]) -> str:
    names = engagements[0].names if engagements[0].whom == name else ()
    return brief(drawable(name, names), _LONGEST)


def _marks(row: _Row) -> Counter[tuple[str, str]]:
    """Count what is of one day and kind; the largest first, so that none is hidden."""
    counted = Counter((engagement.date or "", engagement.what) for engagement in row.engagements)
    return Counter(dict(sorted(counted.items(), key=lambda item: (-item[1], item[0]))))


def _levels() -> Iterable[int]:
    """Give the middle, then above and below in turn."""
    yield 0
    for level in range(1, _LEVELS + 1):
        yield from (level, -level)


def _radius(count: int) -> float:
    return min(2.6 + 0.9 * math.sqrt(count), 7.0)


def _undated(count: int) -> str:
    if not count:
        return ""
    are = "is" if count == 1 else "are"
    return f"{count:,} more {are} left out: no year is known."
