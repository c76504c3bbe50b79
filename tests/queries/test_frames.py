"""Answers as data frames: what goes in comes out, with the columns' types."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import MissingExtra
from communique.pipeline import Graph
from communique.queries import frames
from communique.queries.question import ColumnType
from communique.queries.table import Table

TYPES = {
    "name": ColumnType.STRING,
    "meetings": ColumnType.INTEGER,
    "share": ColumnType.NUMBER,
    "last": ColumnType.DATE,
    "offices": ColumnType.STRINGS,
}
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "name": st.none() | TEXT,
            "meetings": st.none() | st.integers(-(2**63), 2**63 - 1),
            "share": st.none() | st.floats(allow_nan=False),
            "last": st.none() | st.sampled_from(["2031-03-04", "2031-03", "2031", "--03-04"]),
            "offices": st.none() | st.lists(TEXT, max_size=3),
        }
    ),
    max_size=5,
)


def answer(rows: list[dict[str, Any]], *, typed: bool = True) -> Table[Any]:
    """An answer of these rows."""
    columns = tuple(TYPES)
    return Table(columns, rows, dict, types=list(TYPES.values()) if typed else None)


def from_pandas(table: Table[Any]) -> list[dict[str, Any]]:
    """The rows of a pandas frame, NA as None."""
    import pandas as pd

    told = table.to_pandas().to_dict("records")
    return [
        {str(k): None if not isinstance(v, list) and pd.isna(v) else v for k, v in row.items()}
        for row in told
    ]


@given(ROWS)
def test_rows_come_out_of_a_frame_as_they_went_in(rows: list[dict[str, Any]]) -> None:
    """Nothing, empty lists, dates of any precision and the largest numbers included."""
    table = answer(rows)
    assert table.to_polars().to_dicts() == rows
    assert table.to_arrow().to_pylist() == rows
    assert from_pandas(table) == rows


@pytest.mark.parametrize("typed", [True, False])
def test_columns_have_types_even_without_rows(typed: bool) -> None:
    """An empty answer can be joined with one that is not; untyped, its columns are text."""
    table = answer([], typed=typed)
    polars = [str(kind) for kind in table.to_polars().dtypes]
    arrow = [str(kind) for kind in table.to_arrow().schema.types]
    pandas = [str(kind) for kind in table.to_pandas().dtypes]
    if typed:
        assert polars == ["String", "Int64", "Float64", "String", "List(String)"]
        assert arrow == ["string", "int64", "double", "string", "list<item: string>"]
        assert pandas == ["string", "Int64", "Float64", "string", "object"]
    else:
        assert set(polars) == {"String"}
        assert set(arrow) == set(pandas) == {"string"}
    assert list(table.to_pandas().columns) == table.to_polars().columns == list(TYPES)


def test_types_are_told_from_the_rows_of_any_cypher() -> None:
    """Booleans too; what has no column type is JSON, and a lone surrogate is replaced."""
    rows: list[dict[str, Any]] = [
        {"a": True, "b": 1, "c": {"x": [1]}, "d": 1, "e": "\ud800"},
        {"a": None, "b": 2.5, "c": None, "d": "é", "e": None},
    ]
    table: Table[Any] = Table(("a", "b", "c", "d", "e"), rows, dict)
    expected = [
        {"a": True, "b": 1.0, "c": '{"x": [1]}', "d": "1", "e": "\ufffd"},
        {"a": None, "b": 2.5, "c": None, "d": "é", "e": None},
    ]
    assert table.to_polars().to_dicts() == table.to_arrow().to_pylist() == expected
    assert from_pandas(table) == expected


def test_a_wrong_declaration_does_not_lose_a_row() -> None:
    """The rows win over the type."""
    table: Table[Any] = Table(("n",), [{"n": "many"}], dict, types=[ColumnType.INTEGER])
    assert table.to_polars().to_dicts() == table.to_arrow().to_pylist() == [{"n": "many"}]


def test_questions_know_the_types_of_their_columns(graph: Graph) -> None:
    """Nobody attended an event in that year, and the frame still says what it would hold."""
    frame = graph.who_met(since="2099-01-01").to_polars()
    assert frame.height == 0
    assert str(frame.schema["meetings"]) == "Int64"


def test_what_is_not_installed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that installs it."""

    def lacking(name: str) -> Any:
        raise ImportError(name)

    monkeypatch.setattr(frames, "import_module", lacking)
    with pytest.raises(MissingExtra, match="polars") as caught:
        answer([]).to_polars()
    assert "communique[frames]" in str(caught.value)
