"""Answers as tables."""

from dataclasses import dataclass

import pytest

from communique.queries.table import Table


@dataclass(frozen=True)
class Pair:
    """A row."""

    person: str
    meetings: int | None


@pytest.fixture
def table() -> Table[Pair]:
    """A small answer."""
    rows: list[dict[str, object]] = [
        {"person": "Ada [bold]Oduya", "meetings": 2},
        {"person": "<b>Ben", "meetings": None},
    ]
    return Table(("person", "meetings"), rows, Pair, ["1 left out"])


def test_rows_are_typed_and_can_be_counted_indexed_and_sliced(table: Table[Pair]) -> None:
    """A table is a sequence of its row type."""
    assert len(table) == 2
    assert table[0] == Pair("Ada [bold]Oduya", 2)
    assert list(table[1:]) == [Pair("<b>Ben", None)]
    assert [row.meetings for row in table] == [2, None]


def test_it_prints_itself_and_takes_nothing_for_markup(table: Table[Pair]) -> None:
    """What stands in a release is shown, never obeyed."""
    printed = str(table)
    assert "Ada [bold]Oduya" in printed
    assert "person" in printed


def test_it_prints_no_control_character() -> None:
    """A headline can't clear the screen of whoever reads it."""
    printed = str(Table(("title",), [{"title": "Talks\x1b[2J\x9b\x07 held"}], dict))
    assert "Talks\ufffd[2J\ufffd\ufffd held" in printed
    assert "\x1b" not in printed


def test_it_shows_itself_in_a_notebook_with_everything_escaped(table: Table[Pair]) -> None:
    """HTML in a name stays text."""
    assert "&lt;b&gt;Ben" in table._repr_html_()
    assert "<th>meetings</th>" in table._repr_html_()


def test_it_turns_into_dicts(table: Table[Pair]) -> None:
    """Plain dicts for whatever comes next."""
    assert table.dicts()[1] == {"person": "<b>Ben", "meetings": None}
