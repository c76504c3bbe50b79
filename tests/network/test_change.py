"""Change between two periods, worked out by hand."""

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

from communique.errors import ParameterError
from communique.network import compare

Network = Callable[..., "nx.Graph[str]"]


def names(table: Any) -> list[Any]:
    """Read a table as names and changes."""
    return [(row.name, row.change, row.climbed) for row in table]


def test_who_rose_and_who_fell(network: Network) -> None:
    """Whoever had no tie stands behind all who had; equals stand by name."""
    then, now = network({"ab": 3, "ac": 1}), network({"ab": 1, "cd": 4})
    change = compare(then, now)
    assert names(change.rose) == [("D", 4, 4), ("C", 3, 2)]
    assert names(change.fell) == [("A", -3, -2), ("B", -2, -1)]
    (first, _) = change.rose
    assert (first.then, first.now, first.rank_then, first.rank_now) == (0, 4, None, 1)


def test_by_rank_a_smaller_part_of_less_can_be_a_rise(network: Network) -> None:
    """Everybody lost, one of them least."""
    then, now = network({"ab": 9, "cd": 8}), network({"ab": 1, "cd": 2})
    assert names(compare(then, now, by="rank").rose) == [("C", -6, 2), ("D", -6, 2)]
    assert len(compare(then, now).rose) == 0


def test_ties_come_and_go(network: Network) -> None:
    """The heaviest first."""
    change = compare(network({"ab": 3, "ac": 1, "bc": 2}), network({"ab": 1, "cd": 4}))
    assert [(t.a, t.b, t.weight) for t in change.new_ties] == [("C", "D", 4)]
    assert [(t.a, t.b, t.weight) for t in change.lost_ties] == [("B", "C", 2), ("A", "C", 1)]


def test_thanks_returned_are_a_new_tie(network: Network) -> None:
    """A direction is a tie of its own."""
    then, now = network(["ab"], directed=True), network(["ab", "ba"], directed=True)
    assert [(t.a, t.b) for t in compare(then, now).new_ties] == [("B", "A")]


def test_nothing_changed_and_nothing_there(network: Network) -> None:
    """Empty tables."""
    for graph in (network(["ab"]), network([])):
        change = compare(graph, graph)
        tables = (change.rose, change.fell, change.new_ties, change.lost_ties)
        assert [len(table) for table in tables] == [0, 0, 0, 0]


def test_periods_of_different_length_are_told(network: Network) -> None:
    """A leap year is none."""

    def of(since: str | None, until: str | None) -> "nx.Graph[str]":
        graph = network(["ab"])
        graph.graph.update(since=since, until=until)
        return graph

    year, leap = of("2031-01-01", "2031-12-31"), of("2032-01-01", "2032-12-31")
    assert compare(year, leap).notes == ()
    (note,) = compare(year, of("2032-01-01", "2032-03-31")).notes
    assert note.startswith("The periods are 365 and 91 days long")
    (note,) = compare(year, of("2032-01-01", None)).notes
    assert "open end" in note


@pytest.mark.parametrize("told", [{"kind": "thanks"}, {"weight": "days"}, {"places": ["place:x"]}])
def test_networks_of_two_kinds_do_not_compare(network: Network, told: dict[str, Any]) -> None:
    """They differ in more than their period."""
    other = network(["ab"])
    other.graph.update(told)
    with pytest.raises(ParameterError, match=f"differ in their {next(iter(told))}"):
        compare(network(["ab"]), other)
