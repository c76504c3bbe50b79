"""The question library."""

import dataclasses
import re

import pytest

from communique.errors import UnknownQuery
from communique.queries.answers import ROWS
from communique.queries.library import all_questions, get, names
from communique.queries.question import ColumnType, Question, parse_question

TYPES = {
    ColumnType.STRING: str,
    ColumnType.DATE: str,
    ColumnType.INTEGER: int,
    ColumnType.NUMBER: float,
    ColumnType.STRINGS: list[str],
}


@pytest.fixture(params=names())
def question(request: pytest.FixtureRequest) -> Question:
    """Each question of the library in turn."""
    return get(request.param)


def test_the_first_eight_questions_are_there() -> None:
    """What the documentation promises can be asked."""
    assert set(names()) >= {
        "attendees", "connection", "evidence", "meetings-of", "office-holder", "thanks",
        "timeline", "who-met-whom",
    }  # fmt: skip


def test_a_question_asks(question: Question) -> None:
    """It ends in a question mark, and everything it takes and gives is explained."""
    assert question.text.endswith("?")
    assert all(p.help for p in question.parameters)
    assert all(c.help for c in question.columns)


def test_the_cypher_takes_just_the_parameters_of_the_header(question: Question) -> None:
    """A parameter nobody uses and one nobody can give are both mistakes."""
    for cypher in (question.cypher, question.embedded or question.cypher):
        used = set(re.findall(r"\$(\w+)", cypher))
        assert used == {p.name for p in question.parameters}
    assert set(re.findall(r"\$(\w+)", question.left_out or "")) <= used


def test_the_cypher_gives_just_the_columns_of_the_header(question: Question) -> None:
    """Header and RETURN agree, in order."""
    returned = re.split(r"\bRETURN\b", question.cypher)[-1].partition("ORDER BY")[0]
    assert returned in (question.embedded or question.cypher)
    returned = re.sub(r"'[^']*'", "", returned)
    depth, parts = 0, [""]
    for character in returned:
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(character, 0)
        parts = (
            [*parts, ""] if character == "," and not depth else [*parts[:-1], parts[-1] + character]
        )
    given = [re.split(r"\bAS\b", part)[-1].strip() for part in parts]
    assert given == [c.name for c in question.columns]


def test_the_row_type_agrees_with_the_header(question: Question) -> None:
    """Python's dataclass has the columns' names and types, so that the helpers can be trusted."""
    fields = dataclasses.fields(ROWS[question.name])
    assert [f.name for f in fields] == [c.name for c in question.columns]
    for field, column in zip(fields, question.columns, strict=True):
        assert field.type in (TYPES[column.type], TYPES[column.type] | None)


def test_a_question_that_writes_has_no_place_in_the_library(question: Question) -> None:
    """The library only reads."""
    assert not re.search(r"\b(CREATE|MERGE|SET|DELETE|REMOVE|LOAD)\b", question.cypher)


def test_an_unknown_question_offers_the_nearest() -> None:
    """A slip of the finger is told what was probably meant."""
    with pytest.raises(UnknownQuery, match="Did you mean who-met-whom"):
        get("who-met-whm")


@pytest.mark.parametrize(
    "source",
    [
        "RETURN 1",
        "// A question?\n\nRETURN 1",
        "// A question?\n// columns:\n//   broken\n\nRETURN 1",
    ],
)
def test_a_broken_header_is_told_apart(source: str) -> None:
    """A file that is no question is refused with its name."""
    with pytest.raises(UnknownQuery, match="'mine'"):
        parse_question("mine", source)


def test_all_questions_come_sorted() -> None:
    """The catalogue is the same everywhere."""
    assert [q.name for q in all_questions()] == sorted(names())
