"""Invented people to draw, and what tells whether texts lie on one another."""

import random
from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest

nx = pytest.importorskip("networkx")
pytest.importorskip("matplotlib")

FIRST = [
    "Ada",
    "Ben",
    "Carla",
    "Dinis",
    "Eva",
    "Farid",
    "Greta",
    "Hugo",
    "Ines",
    "Jonas",
    "Karin",
    "Lars",
    "Mirela",
    "Noor",
    "Olav",
    "Petra",
    "Quim",
    "Rosa",
    "Sven",
    "Tomás",
    "Ulla",
    "Vasco",
    "Wanda",
    "Yusuf",
    "Zeynep",
]
LAST = [
    "Oduya",
    "Cole",
    "Fontoura",
    "Solheim",
    "Pinhal",
    "Hauge",
    "Queirós",
    "Tveit",
    "Haddad",
    "Avelar",
    "Lemos",
    "Brandt",
    "Eriksen",
    "Grimaldi",
    "Ibarra",
    "Lindqvist",
    "Montenegro",
    "Okonkwo",
    "Rasmussen",
    "Thorvaldsen",
]


@pytest.fixture(scope="session")
def people() -> Callable[[int], Any]:
    """Makes a network of so many invented people and bodies in groups."""

    def make(count: int) -> Any:
        chance = random.Random(count)  # noqa: S311 - nothing is secret
        names = [f"{first} {last}" for first in FIRST for last in LAST]
        chance.shuffle(names)
        network = nx.Graph(kind="met-with", weight="events", since=None, until=None)
        for number in range(count):
            label, name = "Person", names[number]
            if number % 13 == 5:
                label, name = "Organization", f"Ministry of {name.split()[1]} and Other Affairs"
            network.add_node(f"person:{number:03}", name=name, label=label)
        groups = max(1, count // 20)
        for number in range(count):
            _tie(network, number, number % groups, chance)
            if chance.random() < 0.3:
                _tie(network, number, chance.randrange(count), chance)
        return network

    return make


def _tie(network: Any, one: int, other: int, chance: random.Random) -> None:
    if one != other:
        weight = 1 + int(chance.expovariate(0.7))
        ends = (f"person:{one:03}", f"person:{other:03}")
        network.add_edge(*ends, weight=weight, first="2031-01-02", last="2032-03-04")


@pytest.fixture(scope="session")
def overlapping() -> Callable[[Any], list[tuple[str, str]]]:
    """Lists the texts of a picture that lie on one another, as their real extents tell."""

    def find(figure: Any) -> list[tuple[str, str]]:
        renderer = figure.canvas.get_renderer()
        texts = [text for text in figure.findobj(_is_text) if text.get_text().strip()]
        boxes = [(text.get_text(), text.get_window_extent(renderer)) for text in texts]
        return [(a, b) for (a, one), (b, other) in combinations(boxes, 2) if _meet(one, other)]

    return find


def _is_text(artist: Any) -> bool:
    from matplotlib.text import Text

    return isinstance(artist, Text) and artist.get_visible()


def _meet(one: Any, other: Any) -> bool:
    """Tell whether two boxes overlap by more than a hair: a tenth of a point."""
    hair = 0.14
    return bool(
        one.x0 + hair < other.x1
        and other.x0 + hair < one.x1
        and one.y0 + hair < other.y1
        and other.y0 + hair < one.y1
    )


@pytest.fixture(scope="session")
def words() -> Callable[[Any], str]:
    """Gives all words in a picture."""
    return lambda figure: "\n".join(text.get_text() for text in figure.findobj(_is_text))
