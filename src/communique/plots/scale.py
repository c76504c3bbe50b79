"""A line of time: where a day stands on it, and the days that are named along it."""

from datetime import date
from typing import TYPE_CHECKING

from communique.plots.drawing import GREY, PALE

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_SIZE = 8.0


class Scale:
    """Days from left to right.

    Args:
        first: The first day.
        last: The last day.
        left: Where it starts, in points.
        right: Where it ends, in points.
    """

    def __init__(self, first: date, last: date, left: float, right: float) -> None:
        days = max((last - first).days, 20)
        pad = max(days * 0.03, 3)
        self._start = first.toordinal() - pad
        self._days = days + 2 * pad
        self._left, self._right = left, right

    def at(self, day: date) -> float:
        """Give the place of a day, in points."""
        share = (day.toordinal() - self._start) / self._days
        return self._left + share * (self._right - self._left)

    def draw(self, axes: "Axes", bottom: float, top: float) -> None:
        """Draw lines at round days, named above and below."""
        for day, name in self._ticks():
            x = self.at(day)
            axes.plot([x, x], [bottom, top], color=PALE, linewidth=0.6, zorder=0)
            axes.text(x, bottom - 5, name, size=_SIZE, color=GREY, ha="center", va="top")
            axes.text(x, top + 5, name, size=_SIZE, color=GREY, ha="center", va="bottom")

    def _ticks(self) -> list[tuple[date, str]]:
        """Choose years, quarters, months or weeks, so that some ten are named."""
        start = date.fromordinal(max(int(self._start) + 1, 1))
        end = date.fromordinal(min(int(self._start + self._days), date.max.toordinal()))
        if self._days <= 75:
            weeks = range(start.toordinal() + (7 - start.weekday()) % 7, end.toordinal() + 1, 7)
            return [(day, day.isoformat()) for day in map(date.fromordinal, weeks)]
        months = next((m for m in (1, 2, 3, 6) if self._days / (30.4 * m) <= 12), 0)
        years = 1 if months else -(-int(self._days / 365.25) // 12)
        found = []
        for year in range(start.year, end.year + 1):
            for month in range(1, 13, months or 12):
                day = date(year, month, 1)
                if start <= day <= end and (months or year % years == 0):
                    found.append((day, f"{day:%Y-%m}" if months else f"{year:04}"))
        return found


def brief(text: str, most: int) -> str:
    """Cut a text that is too long."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
