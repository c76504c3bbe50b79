"""The drawing of a network: its nodes, its edges, its labels, what they mean."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten, wrap
from typing import TYPE_CHECKING

from communique.plots.drawing import COLOURS, GREY, Words, new_figure
from communique.plots.fonts import drawable
from communique.plots.labels import Label, Placed, Ruler, place, write
from communique.plots.layout import Positions, lay_out
from communique.plots.legend import Legend, Sign

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_MARKS = {"Person": "o", "Organization": "s", "Place": "D"}
_MEANING = {"Person": "person", "Organization": "organization", "Place": "country or place"}
_LEAST = (430.0, 240.0)
_LINE, _LONGEST = 24, 46
_THIN, _THICK = 0.7, 4.5
_REACH = (0.0, 9.0)


@dataclass(frozen=True)
class Shown:
    """How many nodes a drawing has, and how many with a label."""

    nodes: int
    labelled: int


class Scene:
    """Nodes, edges and labels in their places.

    Args:
        network: What is drawn, all of it.
        strength: The weight of each node.
        groups: The groups it consists of, the largest first; others in them are not drawn.
        counted: What weights count, in words.
    """

    def __init__(
        self,
        network: "nx.Graph[str]",
        strength: Mapping[str, int],
        groups: Sequence[Sequence[str]],
        counted: str,
    ) -> None:
        self._network = network
        self._strength = strength
        self._counted = counted
        self._ruler = Ruler()
        weights = [weight for *_, weight in network.edges(data="weight", default=1)] or [1]
        self._ends = sorted({min(weights), max(weights)})
        drawn = [[node for node in group if node in network] for group in groups]
        self._groups = sorted(filter(None, drawn), key=lambda group: -len(group))
        self._colours = _colours(self._groups)
        self._texts = {node: _label(told) for node, told in network.nodes(data=True)}
        self._at = self._positions()
        self._labels = self._place()

    @property
    def shown(self) -> Shown:
        """How much of the network can be read."""
        return Shown(len(self._network), len(self._labels))

    def draw(self, words: Words) -> "Figure":
        """Draw it."""
        left, bottom, right, top = self._bounds()
        width = max(right - left, _LEAST[0])
        legend = Legend(self._signs(), width, self._ruler)
        height = max(top - bottom, _LEAST[1]) + legend.height
        figure, axes = new_figure(width, height, words)
        axes.set_axis_off()
        x = left - (width - (right - left)) / 2
        y = bottom - legend.height
        y -= (height - legend.height - (top - bottom)) / 2
        axes.set(xlim=(x, x + width), ylim=(y, y + height))
        self._draw_edges(axes)
        self._draw_nodes(axes)
        write(axes, self._labels)
        legend.draw(axes, x, y)
        return figure

    def _radius(self, node: str) -> float:
        most = max(self._strength.values())
        return 3 + 8 * math.sqrt(self._strength[node] / most) * min(1, most / 6)

    def _size(self, node: str) -> float:
        return 7.5 + 3.5 * min(self._radius(node) - 3, 8) / 8

    def _positions(self) -> Positions:
        sizes = {}
        for node, text in self._texts.items():
            width, height = self._ruler.measure(text, self._size(node))
            across = 2 * self._radius(node)
            sizes[node] = (width + across + 8, max(height, across) + 7)
        return lay_out(self._network.to_undirected(as_view=True), sizes)

    def _place(self) -> list[Placed]:
        order = sorted(self._texts, key=lambda node: (-self._strength[node], node))
        labels = [
            Label(
                self._texts[node], *self._at[node], self._radius(node), self._size(node),
                self._away(node),
            )
            for node in order
        ]  # fmt: skip
        lines = [(*self._at[a], *self._at[b]) for a, b in self._network.edges]
        return place(labels, self._ruler, lines=lines, reach=_REACH)

    def _away(self, node: str) -> float | None:
        """Look away from the neighbours."""
        x, y = self._at[node]
        near = [self._at[other] for other in self._network.to_undirected(as_view=True)[node]]
        dx, dy = sum(x - a for a, _ in near), sum(y - b for _, b in near)
        return math.degrees(math.atan2(dy, dx)) if near and abs(dx) + abs(dy) > 1 else None

    def _bounds(self) -> tuple[float, float, float, float]:
        boxes = [placed.box for placed in self._labels]
        for node, (x, y) in self._at.items():
            r = self._radius(node)
            boxes.append((x - r, y - r, x + r, y + r))
        left, bottom = (min(box[side] for box in boxes) - 6 for side in (0, 1))
        right, top = (max(box[side] for box in boxes) + 6 for side in (2, 3))
        return left, bottom, right, top

    def _draw_edges(self, axes: "Axes") -> None:
        from matplotlib.collections import LineCollection

        edges = sorted(self._network.edges(data="weight", default=1), key=lambda e: (e[2], e[:2]))
        if self._network.is_directed():
            for a, b, weight in edges:
                self._draw_arrow(axes, a, b, self._width(weight))
            return
        axes.add_collection(
            LineCollection(
                [(self._at[a], self._at[b]) for a, b, _ in edges],
                linewidths=[self._width(weight) for *_, weight in edges],
                colors=[self._colour_between(a, b) for a, b, _ in edges],
                alpha=0.4,
                zorder=1,
            )
        )

    def _draw_arrow(self, axes: "Axes", source: str, target: str, width: float) -> None:
        from matplotlib.patches import FancyArrowPatch

        axes.add_patch(
            FancyArrowPatch(
                self._at[source], self._at[target], arrowstyle="-|>", linewidth=width,
                mutation_scale=7 + 1.5 * width, shrinkA=self._radius(source),
                shrinkB=self._radius(target) + 1, color=self._colour_between(source, target),
                connectionstyle="arc3,rad=0.12", alpha=0.6, zorder=1,
            )
        )  # fmt: skip

    def _draw_nodes(self, axes: "Axes") -> None:
        for label, mark in _MARKS.items():
            nodes = [n for n, told in self._network.nodes(data=True) if told["label"] == label]
            shape = 1.0 if mark == "o" else 0.72
            axes.scatter(
                [self._at[node][0] for node in nodes], [self._at[node][1] for node in nodes],
                s=[(2 * self._radius(node)) ** 2 * shape for node in nodes], marker=mark,
                c=[self._colours[node] for node in nodes], edgecolors="white", linewidths=0.8,
                zorder=3,
            )  # fmt: skip

    def _colour_between(self, one: str, other: str) -> str:
        colour = self._colours[one]
        return colour if colour == self._colours[other] else GREY

    def _width(self, weight: int) -> float:
        """Give a line its width: the root of its weight, so that 400 don't hide 4."""
        most = max(self._ends[-1], 5)
        return _THIN + (_THICK - _THIN) * (math.sqrt(weight) - 1) / (math.sqrt(most) - 1)

    def _signs(self) -> list[Sign]:
        return [*self._group_signs(), *self._mark_signs(), *self._line_signs()]

    def _group_signs(self) -> list[Sign]:
        groups = [g for g in self._groups if self._colours[g[0]] != GREY]
        signs = []
        for group in groups if len(self._groups) > 1 else []:
            head = max(group, key=lambda node: (self._strength[node], node))
            more = f" and {len(group) - 1} more" if len(group) > 1 else ""
            name = shorten(self._texts[head].replace("\n", " "), 30, placeholder=" …")
            signs.append(Sign(f"{name}{more}", self._colours[head]))
        if len(groups) < len(self._groups):
            signs.append(Sign("in smaller groups"))
        return signs

    def _mark_signs(self) -> list[Sign]:
        there = {told["label"] for _, told in self._network.nodes(data=True)}
        if there == {"Person"}:
            return []
        return [
            Sign(_MEANING[x], mark=mark, filled=False) for x, mark in _MARKS.items() if x in there
        ]

    def _line_signs(self) -> list[Sign]:
        return [
            Sign(f"{weight} {self._one() if weight == 1 else self._counted}", mark=None,
                 width=self._width(weight))
            for weight in self._ends
        ]  # fmt: skip

    def _one(self) -> str:
        words = self._counted.split(" ")
        return " ".join([words[0].removesuffix("s"), *words[1:]])


def _colours(groups: Sequence[Sequence[str]]) -> dict[str, str]:
    """Give the largest groups a colour each; those of one, and the rest, are grey."""
    colours: dict[str, str] = {}
    for number, group in enumerate(groups):
        own = number < len(COLOURS) and (len(group) > 1 or number == 0)
        colours |= dict.fromkeys(group, COLOURS[number] if own else GREY)
    return colours


def _label(told: Mapping[str, object]) -> str:
    """Write a name in two lines at most."""
    names = told.get("names")
    others = names if isinstance(names, list | tuple) else ()
    name = drawable(str(told.get("name") or ""), [str(other) for other in others])
    if len(name) <= _LINE:
        return name
    lines = wrap(name, _LINE) if len(name) <= _LONGEST else wrap(name[:_LONGEST] + "…", _LINE)
    return "\n".join(lines[:2]) if len(lines) < 3 else "\n".join([lines[0], lines[1] + "…"])
