"""Where the people of a network stand: near those they meet, and not on top of one another.

Each connected part is laid out by stress majorization (Gansner, Koren and North 2004), which minds
what networkx's Kamada-Kawai does and takes 300 people in a second instead of 17, without scipy.
"""

import math
from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import networkx as nx

Positions = dict[str, tuple[float, float]]
Sizes = Mapping[str, tuple[float, float]]
Array = NDArray[np.float64]

_ROUNDS, _PUSHES = 150, 600
_STEP, _SIDEWAYS = 0.45, 0.6
_SEED = 7
_WIDE = 1.45
"""How much wider than high a picture is."""

_ROOM, _LITTLE_ROOM, _FEW = 3.6, 1.8, 5
"""How many times the area of all labels a part has, and one of few nodes."""

_GAP = 26.0


def lay_out(network: "nx.Graph[str]", sizes: Sizes) -> Positions:
    """Place the nodes of a network.

    Args:
        network: The network.
        sizes: The width and height that each node takes with its label, in points.

    Returns:
        The middle of each, in points.
    """
    import networkx as nx

    if not network:
        return {}
    parts = [sorted(part) for part in nx.connected_components(network)]
    parts.sort(key=lambda part: (-len(part), part))
    blocks = []
    for part in parts:
        own = np.array([sizes[node] for node in part])
        blocks.append(_spread(_scaled(_majorize(_distances(network, part)), own), own))
    placed = _pack(blocks, [np.array([sizes[n] for n in part]) for part in parts])
    return {
        node: (float(x), float(y))
        for part, block in zip(parts, placed, strict=True)
        for node, (x, y) in zip(part, block, strict=True)
    }


def _distances(network: "nx.Graph[str]", part: Sequence[str]) -> Array:
    """Count the steps between each two."""
    import networkx as nx

    number: dict[Hashable, int] = {node: index for index, node in enumerate(part)}
    steps = np.zeros((len(part), len(part)))
    for node in part:
        for other, distance in nx.single_source_shortest_path_length(network, node).items():
            steps[number[node], number[other]] = distance
    return steps


def _majorize(steps: Array) -> Array:
    """Bring the distances of points near the steps between them."""
    count = len(steps)
    points = np.random.default_rng(_SEED).normal(size=(count, 2)) * math.sqrt(count)
    if count < 3:
        return np.array([(index, 0.0) for index in range(count)])
    weights = np.divide(1, steps**2, out=np.zeros_like(steps), where=steps > 0)
    laplacian = np.diag(weights.sum(axis=1)) - weights
    inverse = np.linalg.pinv(laplacian)
    for _ in range(_ROUNDS):
        apart = np.linalg.norm(points[:, None] - points[None], axis=2)
        ratio = np.divide(weights * steps, apart, out=np.zeros_like(apart), where=apart > 1e-9)
        points = inverse @ ((np.diag(ratio.sum(axis=1)) - ratio) @ points)
    return _level(points)


def _level(points: Array) -> Array:
    """Turn points so that they are wider than high."""
    centred = points - points.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    turned = centred @ axes[:, ::-1]
    farthest = turned[np.abs(turned).argmax(axis=0), (0, 1)]
    signed: Array = turned * np.where(farthest < 0, -1.0, 1.0)
    return signed


def _scaled(points: Array, sizes: Array) -> Array:
    """Give points the room that their labels need."""
    spans = np.maximum(np.ptp(points, axis=0), 1e-9)
    room = _ROOM if len(points) > _FEW else _LITTLE_ROOM
    area = max(float((sizes[:, 0] * sizes[:, 1]).sum()) * room, 1.0)
    width = math.sqrt(area * min(max(spans[0] / spans[1] * 1.15, 1), _WIDE * 1.4))
    wanted = np.array([width, area / width])
    scaled: Array = (points - points.min(axis=0)) / spans * wanted
    return scaled


def _spread(points: Array, sizes: Array) -> Array:
    """Push boxes apart that overlap, each pair along the shorter way, as far as they get."""
    x, y = points.T
    wide, high = ((sizes[:, None, side] + sizes[None, :, side]) / 2 for side in (0, 1))
    np.fill_diagonal(wide, -1)
    for _ in range(_PUSHES):
        right, up = x[:, None] - x[None], y[:, None] - y[None]
        across, along = wide - np.abs(right), high - np.abs(up)
        over = (across > 0.5) & (along > 0.5)
        if not over.any():
            break
        sideways = across * _SIDEWAYS < along
        push = np.where(over & sideways, across, 0) * np.where(right >= 0, 1, -1)
        lift = np.where(over & ~sideways, along, 0) * np.where(up >= 0, 1, -1)
        x, y = x + push.sum(axis=1) * _STEP, y + lift.sum(axis=1) * _STEP
    return np.stack([x, y], axis=1)


def _pack(blocks: Sequence[Array], sizes: Sequence[Array]) -> list[Array]:
    """Put blocks side by side in rows, the largest first."""
    boxes = [
        ((block - own / 2).min(axis=0), (block + own / 2).max(axis=0))
        for block, own in zip(blocks, sizes, strict=True)
    ]
    spans = [high - low + _GAP for low, high in boxes]
    area = sum(float(span[0] * span[1]) for span in spans)
    row = max(math.sqrt(area * _WIDE), float(max(span[0] for span in spans)))
    placed, x, y, tallest = [], 0.0, 0.0, 0.0
    for block, (low, _), span in zip(blocks, boxes, spans, strict=True):
        if x and x + span[0] > row * 1.02:
            x, y, tallest = 0.0, y - tallest, 0.0
        corner = np.array([x, y - span[1]])
        placed.append(block - low + corner + _GAP / 2)
        x, tallest = x + float(span[0]), max(tallest, float(span[1]))
    return placed
