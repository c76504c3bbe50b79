"""Rows in portions that a message can hold."""

from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from communique.graph.model import Label
from communique.graph.rows import Node, NodeRef
from communique.graph.store import connect
from communique.graph.store.portions import HEAVIEST, MOST, portions, weigh
from communique.graph.store.write import create_nodes, fetch_nodes, merge_nodes

LARGE = 17 * 1024 * 1024
"""More than the embedded engine takes unless it is told to."""


@given(st.lists(st.integers(0, HEAVIEST * 2), max_size=50), st.integers(1, 5))
def test_portions_keep_every_row_in_order_and_their_bounds(sizes: list[int], most: int) -> None:
    """One that is too heavy alone is a portion of its own."""
    rows = [_Sized("x") for _ in sizes]
    for row, size in zip(rows, sizes, strict=True):
        row.size = size
    made = list(portions(rows, most=most))
    assert [id(row) for portion in made for row in portion] == list(map(id, rows))
    for portion in made:
        assert 1 <= len(portion) <= most
        assert len(portion) == 1 or sum(map(weigh, portion)) <= HEAVIEST


def test_a_row_weighs_what_its_texts_have() -> None:
    """However deep they are."""
    assert weigh({"id": "abc", "told": {"names": ["de", "f"], "n": 7}}) == 3 + 3 + 8


def test_rows_of_many_large_texts_are_written(where: str) -> None:
    """Together they are more than one message may have; each database has them all."""
    nodes = [_release(f"https://a.example/{n}", "x" * 40_000) for n in range(MOST + 1)]
    _written(where, nodes, nodes)


def test_one_release_larger_than_any_message_used_to_be_is_written(where: str) -> None:
    """And written again; the connection is as good as before."""
    nodes = [_release("https://a.example/", "ü" * (LARGE // 2))]
    _written(where, nodes, nodes)


class _Sized(str):
    """A text that says how long it is."""

    __slots__ = ("size",)
    size: int

    def __len__(self) -> int:
        return self.size


def _release(id_: str, text: str) -> Node:
    return Node(NodeRef(Label.RELEASE, id_), {"id": id_, "text": text, "sha256": id_})


def _written(where: str, made: list[Node], again: list[Node]) -> None:
    with connect(where, write=True, create=True) as store:
        store.transact(lambda tx: create_nodes(tx, made))
        store.transact(lambda tx: merge_nodes(tx, again))
        for node in (made[0], made[-1]):
            assert store.consult(partial(fetch_nodes, refs=[node.ref])) == [node]
        assert store.run("MATCH (r:Release) RETURN count(r) AS n", {}).rows == [{"n": len(made)}]
