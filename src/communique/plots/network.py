"""A network as a picture: who met whom, in groups that meet more among themselves."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from communique.errors import DataError
from communique.plots import SHOWN
from communique.plots.dates import span_of
from communique.plots.drawing import Words, styled
from communique.plots.groups import find_groups
from communique.plots.scene import Scene, Shown

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.figure import Figure

_TITLES = {
    "met-with": "Who met whom",
    "co-attendance": "Who attended the same events",
    "thanks": "Who thanked whom",
}
_COUNTED = {
    "met-with": "meetings",
    "co-attendance": "events attended by both",
    "thanks": "words of thanks",
}


@styled
def draw_network(
    network: "nx.Graph[str]", *, top: int | None = SHOWN["network"], source: str = ""
) -> "Figure":
    """Draw a network.

    Args:
        network: What `Graph.network` gives: nodes with `name` and `label`, edges with `weight`.
        top: At most so many nodes, those of the most weight; None for all.
        source: Where it comes from, in a line.

    Returns:
        The picture.

    Raises:
        DataError: If nobody is in it.
        MissingExtra: If matplotlib is not installed.
    """
    strength = {node: weight for node, weight in _strength(network).items() if weight}
    if not strength:
        message = "There is nobody to draw: the network has no edges."
        raise DataError(message, "Ask for other days, places or another kind.")
    chosen = sorted(strength, key=lambda node: (-strength[node], node))[:top]
    part = _part(network, chosen)
    counted = _counted(network)
    drawn = {node: strength[node] for node in chosen if node in part}
    scene = Scene(part, drawn, find_groups(network), counted)
    notes = [
        _left_out(len(strength), len(chosen), len(part), counted),
        _unlabelled(scene.shown),
        _undated(network.graph.get("left_out", 0), counted),
    ]
    return scene.draw(Words(_title(network, part), [n for n in (*notes, source) if n]))


def _strength(network: "nx.Graph[str]") -> dict[str, int]:
    return {node: int(weight) for node, weight in network.degree(weight="weight")}


def _part(network: "nx.Graph[str]", chosen: Sequence[str]) -> "nx.Graph[str]":
    """Take the chosen out, in one order however the network was made, and those apart away."""
    part = network.__class__()
    wanted = set(chosen)
    found = sorted((a, b) for a, b in network.edges if {a, b} <= wanted and a != b)
    edges = sorted((a, b) if network.is_directed() else tuple(sorted((a, b))) for a, b in found)
    nodes = sorted({node for edge in edges for node in edge})
    part.add_nodes_from((node, network.nodes[node]) for node in nodes or chosen[:1])
    part.add_edges_from((a, b, network.edges[a, b]) for a, b in edges)
    return part


def _counted(network: "nx.Graph[str]") -> str:
    if network.graph.get("weight") == "days":
        return "days"
    return _COUNTED.get(network.graph.get("kind", "met-with"), "events")


def _title(network: "nx.Graph[str]", part: "nx.Graph[str]") -> str:
    """Say what, when and how many."""
    told: Mapping[str, object] = network.graph
    what = _TITLES.get(str(told.get("kind", "met-with")), "Who is with whom")
    days = [day for *_, e in part.edges(data=True) for day in (e.get("first"), e.get("last"))]
    when = span_of(told.get("since"), told.get("until"), days)
    many = f"{_number(len(part), 'person or body', 'people and bodies')}"
    pairs = _number(part.number_of_edges(), "pair", "pairs")
    return f"{what}{when and ', ' + when}: {many}, {pairs}"


def _number(count: int, one: str, several: str) -> str:
    return f"{count:,} {one if count == 1 else several}"


def _left_out(everybody: int, chosen: int, drawn: int, counted: str) -> str:
    if everybody == drawn:
        return ""
    most = f"Drawn are the {chosen:,} of {everybody:,} with the most {counted}"
    alone = chosen - drawn
    return f"{most}, but for {alone} tied to none of them." if alone > 0 else f"{most}."


def _unlabelled(shown: Shown) -> str:
    if shown.labelled == shown.nodes:
        return ""
    return f"{shown.labelled} of {shown.nodes} have a label: for the rest there is no room."


def _undated(count: int, counted: str) -> str:
    what = "events" if counted == "days" else counted
    return f"{count:,} {what} are left out: their year is not known." if count else ""
