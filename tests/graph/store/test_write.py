"""Rows on their way into a database."""

from collections.abc import Iterator
from typing import Any, cast

import pytest

from communique.graph.model import EdgeType, Label
from communique.graph.registry.entry import Entry
from communique.graph.registry.profile import Profile
from communique.graph.rows import Edge, Node, NodeRef
from communique.graph.store import Transaction
from communique.graph.store.registry import fill
from communique.graph.store.write import create_edges, create_nodes, in_columns

MANY = 2500


class Sent:
    """Stands for a transaction: it remembers how many rows each statement had."""

    def __init__(self) -> None:
        self.sizes: list[int] = []

    def run(self, cypher: str, parameters: dict[str, Any]) -> list[Any]:
        """Remember."""
        assert "UNWIND $rows" in cypher
        self.sizes.append(len(parameters["rows"]))
        return []


def nodes() -> Iterator[Node]:
    """People and offices by turns."""
    for number in range(MANY):
        label = (Label.PERSON, Label.OFFICE)[number % 2]
        key = f"{label.lower()}:{number}"
        yield Node(NodeRef(label, key), {"id": key, "name": "A", "names": ["A"]})


def edges() -> Iterator[Edge]:
    """Each of two people by turns reported to hold an office."""
    for number in range(MANY):
        person, office = NodeRef(Label.PERSON, str(number % 2)), NodeRef(Label.OFFICE, "office")
        yield Edge(EdgeType.HOLDS, str(number), person, office, {"id": str(number)})


def entries() -> Iterator[Entry]:
    """Profiles that share a block."""
    for number in range(MANY):
        profile = Profile(f"person:{number}", Label.PERSON, ("A",), "A")
        yield Entry(profile, "person:a", frozenset({"a"}))


@pytest.mark.parametrize(
    ("write", "rows"), [(create_nodes, nodes), (create_edges, edges), (fill, entries)]
)
def test_rows_are_written_as_they_come(write: Any, rows: Any) -> None:
    """A thousand at a time, the first of them long before the last row is there."""
    sent, waiting = Sent(), []

    def coming() -> Iterator[Any]:
        for number, row in enumerate(rows(), 1):
            waiting.append(number - sum(sent.sizes))
            yield row

    write(cast("Transaction", sent), coming())
    assert sum(sent.sizes) == MANY
    assert max(sent.sizes) <= 1000
    assert max(waiting) <= 2000


def test_the_names_of_properties_are_told_once() -> None:
    """What a row has not is null, which neither database keeps."""
    told, rows = in_columns([{"id": "a", "kind": "city"}, {"id": "b"}], ("id", "name", "kind"))
    assert told == "{id: row[0], kind: row[1]}"
    assert rows == [["a", "city"], ["b", None]]


def test_a_property_that_the_model_has_not_is_refused() -> None:
    """It would stand in the statement."""
    with pytest.raises(ValueError, match="shoe"):
        in_columns([{"id": "a", "shoe": 43}], ("id", "name"))
