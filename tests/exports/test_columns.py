"""The sorts of the model's values."""

from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.errors import DataError
from communique.exports.columns import Sort, cells, columns_of
from communique.graph.model import EDGES, NODE_PROPERTIES, EdgeType, Label
from communique.graph.rows import Batch, Value
from communique.graph.whole import settle
from communique.ontology.vocabulary import is_many, property_terms, values_of

CARRIERS: tuple[Label | EdgeType, ...] = (*Label, *EdgeType)
SORTS = {"integer": Sort.INTEGER, "decimal": Sort.DECIMAL, "boolean": Sort.BOOLEAN}


def sort_in_rdf(key: str) -> Sort:
    """The sort that the ontology gives a key; in RDF alone a span is text, such as 12-20."""
    return Sort.INTEGER if key == "spans" else SORTS.get(values_of(key), Sort.TEXT)


@pytest.mark.parametrize("carrier", CARRIERS)
def test_the_columns_are_those_of_the_model(carrier: Label | EdgeType) -> None:
    """Each key once, in the order of the model, the id first."""
    told = NODE_PROPERTIES[carrier] if isinstance(carrier, Label) else EDGES[carrier].properties
    assert tuple(column.key for column in columns_of(carrier)) == told
    assert told[0] == "id"


def test_the_sorts_are_those_of_the_ontology() -> None:
    """Both ways: every key that it knows is a column, and has its sort."""
    columns = {c.key: c for carrier in CARRIERS for c in columns_of(carrier)}
    assert property_terms().keys() <= columns.keys()
    for key in property_terms():
        assert (key, columns[key].sort) == (key, sort_in_rdf(key))


@pytest.mark.parametrize("carrier", CARRIERS)
def test_the_lists_are_those_of_the_ontology(carrier: Label | EdgeType) -> None:
    """But that a tenure, which in RDF follows from the mentions, is attested on several days."""
    for column in columns_of(carrier):
        if (carrier, column.key) == (EdgeType.HOLDS, "attested"):
            assert column.many
        elif column.key in property_terms():
            assert (column.key, column.many) == (column.key, is_many(column.key))


@settings(deadline=None)
@given(batches=st.lists(st.from_type(Batch), max_size=4))
def test_every_value_of_a_graph_has_its_column(batches: list[Batch]) -> None:
    """None is lost, none is of another sort."""
    whole = settle(batches)
    for node in whole.nodes.values():
        assert {c.key: v for c, v in cells(node.ref.label, node.properties)} == node.properties
    for edge in whole.edges.values():
        assert {c.key: v for c, v in cells(edge.type, edge.properties)} == edge.properties


def test_columns_come_in_the_order_of_the_model() -> None:
    """Whatever the order of the properties, and without those that the model does not know."""
    told: dict[str, Value] = {"rank": 1, "names": ["Ada"], "name": "Ada", "id": "person:ada"}
    assert [column.key for column, _ in cells(Label.PERSON, told)] == ["id", "name", "names"]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("latitude", "north"),
        ("latitude", True),
        ("latitude", float("nan")),
        ("longitude", float("inf")),
        ("name", 7),
        ("name", ["Oslo"]),
        ("names", "Oslo"),
        ("names", ["Oslo", 7]),
        ("kind", {"a": 1}),
    ],
)
def test_a_value_of_another_sort_is_refused(key: str, value: Value) -> None:
    """With the node, the key and what to do."""
    with pytest.raises(DataError, match=f"place:oslo carries .* under `{key}`, where .* belongs"):
        list(cells(Label.PLACE, {"id": "place:oslo", key: value}))


def test_a_number_too_large_for_a_database_is_refused() -> None:
    """And its message is no longer than a line."""
    with pytest.raises(DataError) as caught:
        list(cells(Label.RELEASE, {"id": "r", "body": 10**300}))
    assert len(str(caught.value)) < 200


def test_a_whole_number_stands_for_a_decimal_one() -> None:
    """A database may give 10 where 10.0 was put."""
    told = dict(chain.from_iterable([cells(Label.PLACE, {"id": "p", "latitude": 10})]))
    assert [type(v) for column, v in told.items() if column.key == "latitude"] == [float]
