"""Pictures of a graph: networks, timelines, heatmaps and maps, as SVG or PNG.

Each picture is a function from what is to be seen to a matplotlib `Figure`; `saving` writes it.
Nothing here touches pyplot: pictures can be made in any thread and without a screen.
"""

from collections.abc import Mapping
from importlib.util import find_spec
from types import MappingProxyType

from communique.errors import MissingExtra

SHOWN: Mapping[str, int] = MappingProxyType({"network": 100, "timeline": 40, "heatmap": 30})
"""So many people or rows a picture has unless told otherwise."""

ROWS = ("counterpart", "kind", "place")
"""What the rows of a timeline can be of."""

COLUMNS = ("people", "time")
"""What the columns of a heatmap can be of."""


def check_installed() -> None:
    """Make sure that pictures can be drawn, before anything is asked for nothing.

    Raises:
        MissingExtra: If matplotlib is not installed.
    """
    if find_spec("matplotlib") is None:
        message = "Pictures need matplotlib, which is not installed."
        raise MissingExtra(message, "Run: pip install 'communique[plot]'")
