"""The ground on which all pictures are drawn: a figure, its style, its words around."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from textwrap import wrap
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from communique.plots import check_installed
from communique.plots.fonts import drawable, families, silence

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

COLOURS = (
    "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#332288", "#882255",
    "#999933",
)  # fmt: skip
"""Okabe and Ito's without black and yellow, then three of Tol's: told apart by all eyes."""

GREY, INK, PALE = "#8C8C8C", "#222222", "#D9D9D9"
POINTS = 72
"""To the inch."""

_MARGIN, _TITLE, _SMALL = 14, 13, 8.5
_LINE = 1.35
_LOCK = threading.RLock()
_RC = {
    "axes.edgecolor": GREY,
    "axes.labelcolor": INK,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "font.size": 9,
    "svg.fonttype": "path",
    "svg.hashsalt": "communique",
    "text.color": INK,
    "text.parse_math": False,
    "xtick.color": INK,
    "ytick.color": INK,
}

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True)
class Words:
    """What stands around a picture.

    Attributes:
        title: What it shows, when, how many.
        notes: What is left out, and where it comes from.
    """

    title: str
    notes: Sequence[str] = ()


@contextmanager
def style() -> Iterator[None]:
    """Draw in our style, whatever a user has set; matplotlib's settings are put back after.

    They are the whole process's, so pictures are drawn one after another.

    Raises:
        MissingExtra: If matplotlib is not installed.
    """
    check_installed()
    from matplotlib import style as styles

    ours = {**_RC, "font.family": list(families())}
    with _LOCK, silence(), styles.context([ours], after_reset=True):
        yield


def styled(draw: Callable[P, T]) -> Callable[P, T]:
    """Have a function draw in our style."""

    @wraps(draw)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> T:
        with style():
            return draw(*args, **kwargs)

    return drawn


def new_figure(width: float, height: float, words: Words) -> tuple["Figure", "Axes"]:
    """Make a figure with a drawing of a size, and its words above and below.

    Args:
        width: Of the drawing, in points.
        height: Of the drawing, in points.
        words: What stands around it.

    Returns:
        The figure, and axes whose data are points from the drawing's lower left.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    title = _lines((words.title,), width, _TITLE)
    notes = _lines(words.notes, width, _SMALL)
    above = _MARGIN * 1.5 + len(title) * _TITLE * _LINE
    below = _MARGIN * 1.5 + len(notes) * _SMALL * _LINE
    whole = (width + 2 * _MARGIN, height + above + below)
    figure = Figure((whole[0] / POINTS, whole[1] / POINTS), facecolor="white")
    figure.set_label(words.title)
    FigureCanvasAgg(figure)
    place = (_MARGIN / whole[0], below / whole[1], width / whole[0], height / whole[1])
    axes = figure.add_axes(place, xlim=(0, width), ylim=(0, height))
    left, top, foot = _MARGIN / whole[0], 1 - _MARGIN / whole[1], _MARGIN / whole[1]
    figure.text(
        left, top, "\n".join(title), size=_TITLE, weight="bold", va="top", linespacing=_LINE
    )
    figure.text(
        left, foot, "\n".join(notes), size=_SMALL, color="#555555", va="bottom", linespacing=_LINE
    )
    return figure, axes


def _lines(texts: Sequence[str], width: float, size: float) -> list[str]:
    """Break lines so that they fit; a letter is some half of its size wide."""
    most = max(int(width / (size * (0.68 if size == _TITLE else 0.57))), 20)
    return [line for text in texts for line in wrap(drawable(text), most)]
