"""Networks as pictures."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from communique.errors import DataError
from communique.plots.network import draw_network
from communique.plots.saving import save

HOSTILE = (
    "$x^2$ and $\\frac{1}{2}", "line\nfeed", "--> & <b>bold</b>", "\x00\x07bell", "", "   ",
    "lone \ud800 surrogate", "a" * 500, "no " * 100, "李明远", "محمد", "🙂 smiles", "\u202eright to left",
)  # fmt: skip


@pytest.mark.parametrize("count", [10, 60, 300])
def test_no_two_texts_lie_on_one_another(
    people: Callable[[int], Any], overlapping: Any, count: int
) -> None:
    """Neither labels nor legend nor title, with ten people and with three hundred."""
    assert overlapping(draw_network(people(count), top=None, source="From 12 releases.")) == []


@pytest.mark.parametrize("count", [10, 60, 300])
def test_nearly_all_have_a_label_and_the_picture_says_how_many(
    people: Callable[[int], Any], words: Any, count: int
) -> None:
    """Those for whom there is no room are the weakest; the line below counts the others."""
    network = people(count)
    told = words(draw_network(network, top=None))
    strongest = sorted(network, key=lambda node: -network.degree(node, weight="weight"))[:8]
    assert all(network.nodes[node]["name"].split()[-1] in told for node in strongest)
    labelled = [line for line in told.splitlines() if "have a label" in line]
    assert not labelled or int(labelled[0].split()[0]) >= count * 0.9


def test_the_title_says_what_when_and_how_many(people: Callable[[int], Any], words: Any) -> None:
    """And a line tells the source."""
    told = words(draw_network(people(10), source="From 12 releases.")).replace("\n", " ")
    assert "Who met whom, 2031-01-02 to 2032-03-04: 10 people and bodies" in told
    assert "From 12 releases." in told


def test_the_most_tied_are_drawn_and_the_others_counted(
    people: Callable[[int], Any], words: Any
) -> None:
    """With `top`."""
    told = words(draw_network(people(60), top=20))
    assert "Drawn are the 20 of 60 with the most meetings" in told


def test_the_order_in_which_a_network_was_made_does_not_matter(
    people: Callable[[int], Any], tmp_path: Path
) -> None:
    """The same network gives the same bytes."""
    network = people(40)
    turned: nx.Graph[str] = nx.Graph(**network.graph)
    turned.add_nodes_from(reversed(list(network.nodes(data=True))))
    turned.add_edges_from((b, a, told) for a, b, told in reversed(list(network.edges(data=True))))
    for number, each in enumerate((network, turned, network)):
        save(draw_network(each), tmp_path / f"{number}.svg")
        save(draw_network(each), tmp_path / f"{number}.png")
    for ending in ("svg", "png"):
        assert len({(tmp_path / f"{n}.{ending}").read_bytes() for n in range(3)}) == 1


def test_another_process_draws_the_same(tmp_path: Path) -> None:
    """Whatever the seed of its hashes."""
    code = (
        "import sys, networkx as nx; from communique.plots.network import draw_network;"
        "from communique.plots.saving import save; g = nx.Graph(kind='met-with');"
        "g.add_nodes_from((f'person:{n}', {'name': f'Ada {n}', 'label': 'Person'}) for n in range(25));"
        "g.add_edges_from((f'person:{n}', f'person:{n % 4}', {'weight': 1 + n % 3}) for n in range(4, 25));"
        "g.add_edges_from((f'person:{n}', f'person:{n + 1}', {'weight': 1}) for n in range(4));"
        "save(draw_network(g), sys.argv[1])"
    )
    for seed in ("1", "2"):
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": os.pathsep.join(sys.path),
        }
        path = str(tmp_path / f"{seed}.svg")
        subprocess.run([sys.executable, "-c", code, path], check=True, env=environment)  # noqa: S603
    assert (tmp_path / "1.svg").read_bytes() == (tmp_path / "2.svg").read_bytes()


def test_any_name_can_be_drawn(overlapping: Any, tmp_path: Path) -> None:
    """Mathematics is text, controls are blanks, what no font has is a box: and nothing warns."""
    network: nx.Graph[str] = nx.Graph(kind="met-with", weight="events")
    for number, name in enumerate(HOSTILE):
        network.add_node(f"person:{number}", name=name, label="Person", names=[name])
        network.add_edge("person:0", f"person:{(number + 1) % len(HOSTILE)}", weight=1)
    figure = draw_network(network, top=None)
    assert overlapping(figure) == []
    save(figure, tmp_path / "hostile.svg")
    save(figure, tmp_path / "hostile.png")


def test_thanks_have_a_direction(words: Any) -> None:
    """An arrow each way."""
    from matplotlib.patches import FancyArrowPatch

    network: nx.DiGraph[str] = nx.DiGraph(kind="thanks", weight="events")
    network.add_node("person:ada", name="Ada Oduya", label="Person")
    network.add_node("person:ben", name="Ben Cole", label="Person")
    network.add_edge("person:ada", "person:ben", weight=3)
    network.add_edge("person:ben", "person:ada", weight=1)
    figure = draw_network(network)
    assert len(figure.findobj(FancyArrowPatch)) == 2
    assert "Who thanked whom: 2 people and bodies, 2 pairs" in words(figure).replace("\n", " ")


def test_a_network_of_nobody_is_an_error() -> None:
    """With a sentence."""
    with pytest.raises(DataError, match="nobody to draw"):
        draw_network(nx.Graph(kind="met-with"))


def test_one_alone_can_be_drawn(people: Callable[[int], Any], words: Any) -> None:
    """With `top` 1."""
    assert "1 person or body, 0 pairs" in words(draw_network(people(10), top=1)).replace("\n", " ")
