"""Who met whom, or when, as a table of coloured cells."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from communique.errors import DataError
from communique.plots import SHOWN
from communique.plots.dates import span, span_of
from communique.plots.drawing import INK, PALE, Words, new_figure, styled
from communique.plots.engagements import Meeting
from communique.plots.fonts import drawable
from communique.plots.groups import find_groups
from communique.plots.labels import Ruler
from communique.plots.scale import brief

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_CELL, _GAP, _SIZE, _LONGEST = 21.0, 8.0, 8.5, 40
_WIDE = 34.0
_YEARS, _QUARTERS, _MOST = 4, 1.5, 60
Cells = Mapping[tuple[str, str], int]


@styled
def draw_matrix(
    meetings: Iterable[Meeting], *, top: int | None = SHOWN["heatmap"], source: str = ""
) -> "Figure":
    """Draw how often each met each: those who meet the same stand beside one another.

    Args:
        meetings: The meetings.
        top: At most so many people and bodies, those who met most often; None for all.
        source: Where it comes from, in a line.

    Returns:
        The picture.

    Raises:
        DataError: If nobody met anybody.
        MissingExtra: If matplotlib is not installed.
    """
    import networkx as nx

    found = sorted(set(meetings))
    most = _most(found, top)
    counted = Counter((m.one, m.other) for m in found if {m.one, m.other} <= set(most))
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from(sorted(most))
    for (one, other), count in sorted(counted.items()):
        weight = network.get_edge_data(one, other, {"weight": 0})["weight"]
        network.add_edge(one, other, weight=weight + count)
    order = [node for group in find_groups(network) for node in sorted(group, key=most.index)]
    cells = {
        pair: told["weight"]
        for one, other, told in network.edges(data=True)
        for pair in ((one, other), (other, one))
    }
    names = _names(found)
    when = span_of(None, None, [meeting.date for meeting in found])
    words = Words(_title("Who met whom", when, found), _notes(found, most, source))
    return _draw(order, order, cells, names, names, words)


@styled
def draw_calendar(
    meetings: Iterable[Meeting], *, top: int | None = SHOWN["heatmap"], source: str = ""
) -> "Figure":
    """Draw how often each met somebody, month by month, quarter by quarter or year by year.

    Args:
        meetings: The meetings; those without a year, or of an unknown month, are left out.
        top: At most so many people and bodies, those who met most often; None for all.
        source: Where it comes from, in a line.

    Returns:
        The picture.

    Raises:
        DataError: If there is no meeting with a date.
        MissingExtra: If matplotlib is not installed.
    """
    found = sorted(set(meetings))
    periods = _Periods([m.date for m in found])
    dated = [m for m in found if periods.of(m.date)]
    most = _most(dated, top)
    events = {(who, periods.of(m.date), m.event) for m in dated for who in (m.one, m.other)}
    cells = Counter((who, period) for who, period, _ in events if who in set(most))
    when = span_of(None, None, [meeting.date for meeting in dated])
    undated = len({m.event for m in found} - {m.event for m in dated})
    notes = _notes(dated, most, source)
    if undated:
        notes.insert(0, f"{undated:,} meetings are left out: it is not known when they were.")
    words = Words(_title("Who met when", when, dated), notes)
    columns = periods.all()
    return _draw(most, columns, cells, _names(dated), {name: name for name in columns}, words)


class _Periods:
    """Years, quarters or months, by how much time there is; never more than 60 or so."""

    def __init__(self, days: Iterable[str | None]) -> None:
        spans = [each for each in map(span, days) if each]
        if not spans:
            message = "There is nothing to draw: no meeting with a date."
            raise DataError(message, "Ask for other days.")
        self._first = min(first for first, _ in spans)
        self._last = max(last for _, last in spans)
        years = (self._last - self._first).days / 365
        self._months = 12 if years > _YEARS else 3 if years > _QUARTERS else 1
        while years * 12 / self._months > _MOST:
            self._months *= 10

    def of(self, day: str | None) -> str:
        """Name the period a date is in; nothing where that can't be told."""
        days = span(day)
        if days is None:
            return ""
        one, other = (self._name(each.year, each.month) for each in days)
        return one if one == other else ""

    def all(self) -> list[str]:
        """Name all periods, those in which nothing was too."""
        first = self._first.year * 12 + self._first.month - 1
        last = self._last.year * 12 + self._last.month - 1
        months = range(first - first % self._months, last + 1, self._months)
        return [self._name(month // 12, month % 12 + 1) for month in months]

    def _name(self, year: int, month: int) -> str:
        if self._months >= 12:
            years = self._months // 12
            return f"{year:04}" if years == 1 else f"from {year - year % years:04} on"
        return f"{year:04}-{month:02}" if self._months == 1 else f"{year:04} Q{(month + 2) // 3}"


def _most(meetings: Sequence[Meeting], top: int | None) -> list[str]:
    """Name those who met most often, the first of them first."""
    if not meetings:
        message = "There is nothing to draw: nobody met anybody."
        raise DataError(message, "Ask for other days or places.")
    events = {(who, m.event) for m in meetings for who in (m.one, m.other)}
    counted = Counter(who for who, _ in events)
    return sorted(counted, key=lambda who: (-counted[who], who))[:top]


def _names(meetings: Iterable[Meeting]) -> dict[str, str]:
    named = [pair for m in meetings for pair in ((m.one, m.one_name), (m.other, m.other_name))]
    return {who: brief(drawable(name), _LONGEST) for who, name in named}


def _title(what: str, when: str, meetings: Sequence[Meeting]) -> str:
    count = len({m.event for m in meetings})
    return f"{what}{when and ', ' + when}: {count:,} meeting{'' if count == 1 else 's'}"


def _notes(meetings: Sequence[Meeting], most: Sequence[str], source: str) -> list[str]:
    everybody = len({who for m in meetings for who in (m.one, m.other)})
    left = f"Shown are the {len(most)} of {everybody:,} who met most often."
    return [*([left] if everybody > len(most) else []), *([source] if source else [])]


def _draw(
    rows: Sequence[str],
    columns: Sequence[str],
    cells: Cells,
    row_names: Mapping[str, str],
    column_names: Mapping[str, str],
    words: Words,
) -> "Figure":
    """Draw a table of counts; the colour goes by the root, so that a few large ones hide none."""
    ruler = Ruler()
    left = max(ruler.measure(row_names[row], _SIZE)[0] for row in rows) + _GAP
    above = max(ruler.measure(column_names[column], _SIZE)[0] for column in columns) + _GAP
    wide = _CELL if len(columns) > 16 else _WIDE
    width, height = left + wide * len(columns), above + _CELL * len(rows)
    figure, axes = new_figure(max(width, 420), height, words)
    axes.set_axis_off()
    for number, row in enumerate(rows):
        y = height - above - (number + 0.5) * _CELL
        axes.text(left - _GAP, y, row_names[row], size=_SIZE, ha="right", va="center_baseline")
        for place, column in enumerate(columns):
            _draw_cell(axes, left + place * wide, y - _CELL / 2, wide, (
                cells.get((row, column), 0), max(cells.values(), default=1)
            ), same=row == column)  # fmt: skip
    for place, column in enumerate(columns):
        x = left + (place + 0.5) * wide
        axes.text(
            x, height - above + _GAP, column_names[column], size=_SIZE, rotation=90, ha="center",
            va="bottom",
        )  # fmt: skip
    return figure


def _draw_cell(
    axes: "Axes", x: float, y: float, wide: float, count: tuple[int, int], *, same: bool
) -> None:
    from matplotlib import colormaps
    from matplotlib.patches import Rectangle

    value, most = count
    share = (value / max(most, 5)) ** 0.5
    colour = colormaps["Blues"](0.1 + 0.9 * share) if value else "#F4F4F4"
    colour = PALE if same and not value else colour
    axes.add_patch(Rectangle((x, y), wide, _CELL, facecolor=colour, edgecolor="white", linewidth=1))
    if value:
        ink = "white" if share > 0.6 else INK
        axes.text(
            x + wide / 2, y + _CELL / 2, f"{value}", size=7.5, color=ink, ha="center",
            va="center_baseline",
        )  # fmt: skip
