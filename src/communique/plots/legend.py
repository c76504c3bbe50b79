"""What colours, marks and lines mean, in a band below a picture."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from communique.plots.drawing import GREY
from communique.plots.fonts import drawable
from communique.plots.labels import Ruler

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_SIZE, _ROW, _MARK, _COLUMN = 8.5, 14.0, 26.0, 22.0


@dataclass(frozen=True)
class Sign:
    """One thing to explain.

    Attributes:
        text: What it means.
        colour: Its colour.
        mark: Its shape, as matplotlib calls it; None for a line.
        width: Of the line, or of the mark.
        filled: Whether the mark is; the colour of a hollow one means nothing.
    """

    text: str
    colour: str = GREY
    mark: str | None = "o"
    width: float = 7.0
    filled: bool = True


class Legend:
    """Signs in columns of one width.

    Args:
        signs: What to explain.
        width: Of the picture, in points.
        ruler: What measures texts.
    """

    def __init__(self, signs: Sequence[Sign], width: float, ruler: Ruler) -> None:
        signs = [replace(sign, text=drawable(sign.text)) for sign in signs]
        widest = max((ruler.measure(sign.text, _SIZE)[0] for sign in signs), default=0.0)
        self._signs = signs
        self._column = widest + _MARK + _COLUMN
        self._columns = max(int((width + _COLUMN) / self._column), 1)
        self._rows = -(-len(signs) // self._columns)

    @property
    def height(self) -> float:
        """How high it is, in points."""
        return self._rows * _ROW + (8 if self._signs else 0)

    def draw(self, axes: "Axes", left: float, bottom: float) -> None:
        """Draw it on axes whose data are points."""
        for number, sign in enumerate(self._signs):
            column, row = divmod(number, self._rows)
            x = left + column * self._column
            y = bottom + (self._rows - row - 0.5) * _ROW
            if sign.mark:
                axes.plot(
                    x + _MARK / 2 - 4, y, marker=sign.mark, markersize=sign.width,
                    color=sign.colour, linestyle="none", clip_on=False,
                    fillstyle="full" if sign.filled else "none",
                )  # fmt: skip
            else:
                ends = [x + 1, x + _MARK - 8]
                axes.plot(
                    ends, [y, y], color=sign.colour, linewidth=sign.width, clip_on=False,
                    solid_capstyle="butt",
                )  # fmt: skip
            axes.text(x + _MARK, y, sign.text, size=_SIZE, va="center_baseline")
