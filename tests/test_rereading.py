"""Releases of a graph read again."""

import io
from pathlib import Path

import pytest

import communique
from communique.builds import work
from communique.loaders import Release
from communique.loaders.piece import Failure
from communique.pipeline import Graph
from communique.reading.model import Reading
from communique.reading.readers import find_reader

MANY = 90
"""So many that processes are started."""


def release(number: int) -> str:
    """A release of some town."""
    return (
        f"source: https://news.example/{number}\ndate: 2031-03-04\nissuer: Harbour Office\n\n"
        f"Talks {number}\n\nThe Mayor of Town {number}, Ms Ada Oduya, met with the Minister for "
        "Trade, Mr Li Qiang, today (March 4).\n"
    )


def exported(graph: Graph) -> str:
    """Take the whole graph as text."""
    stream = io.StringIO()
    graph.write(stream)
    return stream.getvalue()


@pytest.fixture
def graph(tmp_path: Path) -> Graph:
    """A graph of many releases."""
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(MANY):
        (texts / f"{number:03}.txt").write_text(release(number))
    made = communique.open(tmp_path / "graph.db")
    made.load(texts)
    return made


def test_many_are_read_again_in_several_processes(graph: Graph) -> None:
    """The graph is what it was, and each release is told once."""
    with graph:
        before = exported(graph)
        again = list(graph.reread(everything=True, processes=2))
        assert sorted(map(str, again)) == sorted(
            f"https://news.example/{number}" for number in range(MANY)
        )
        assert exported(graph) == before
        assert list(graph.reread()) == []


def test_one_that_can_not_be_read_stays_as_it_is(
    graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told, and the others are read."""

    class Failing:
        name, version = "rules", "9"

        def read(self, release: Release) -> Reading:
            if release.id == "https://news.example/7":
                raise ZeroDivisionError
            return find_reader().read(release)

    monkeypatch.setattr(work, "_reader", lambda _: Failing())
    with graph:
        before = exported(graph)
        again = list(graph.reread(everything=True, processes=1))
        (failure,) = (one for one in again if isinstance(one, Failure))
        assert "news.example/7" in failure.where
        assert len(again) == MANY
        assert exported(graph) == before
