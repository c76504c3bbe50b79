"""The question library."""

import dataclasses
import re
from itertools import chain, combinations
from pathlib import Path

import pytest

from communique.errors import UnknownQuery
from communique.pipeline import Graph
from communique.queries import generation
from communique.queries.asking import row_type
from communique.queries.catalogue import read_answer
from communique.queries.library import all_questions, get, names
from communique.queries.question import (
    EMBEDDED,
    EVIDENCE,
    ColumnType,
    Question,
    conditions,
    parse_question,
    select_lines,
)

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


def statements(question: Question) -> set[str]:
    """Every statement that a question can become: none, one, two and all of its parameters given."""
    optional = [p.name for p in question.parameters if not p.required and p.default is None]
    always = {p.name for p in question.parameters} - set(optional)
    chosen = chain.from_iterable(combinations(optional, n) for n in (0, 1, 2, len(optional)))
    return {
        question.state({*always, *some}, embedded=embedded, evidence=evidence)
        for some in chosen
        for embedded in (False, True)
        for evidence in (False, True)
    }


def returned(statement: str) -> list[str]:
    """Name the columns that a statement gives."""
    text = re.sub(r"'[^']*'", "", re.split(r"\bRETURN\b(?: DISTINCT)?", statement)[-1])
    depth, parts = 0, [""]
    for character in text.partition("ORDER BY")[0]:
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(character, 0)
        if character == "," and not depth:
            parts.append("")
        else:
            parts[-1] += character
    return [re.split(r"\bAS\b", part)[-1].strip() for part in parts]


def test_there_are_thirty_questions_and_more() -> None:
    """What the documentation promises can be asked."""
    assert len(names()) >= 30


def test_a_question_asks(question: Question) -> None:
    """It ends in a question mark, has tags, and everything it takes and gives is explained."""
    assert question.text.endswith("?")
    assert question.tags
    assert all(p.help for p in question.parameters)
    assert all(c.help for c in question.columns)
    assert not {c.name for c in question.columns} & {"evidence", "issued", "sentence"}


def test_the_cypher_takes_just_the_parameters_of_the_header(question: Question) -> None:
    """A parameter nobody uses and one nobody can give are both mistakes; so with conditions."""
    parameters = {p.name for p in question.parameters}
    assert set(re.findall(r"\$(\w+)", question.cypher)) == parameters
    assert set(re.findall(r"\$(\w+)", question.left_out or "")) <= parameters
    asked_for = conditions(question.cypher) | conditions(question.left_out or "")
    assert asked_for <= {*parameters, EVIDENCE, EMBEDDED}


def test_a_statement_uses_only_what_is_given(question: Question) -> None:
    """A line that needs a parameter stands under its condition: null is compared with nothing."""
    always = {p.name for p in question.parameters if p.required or p.default is not None}
    optional = {p.name for p in question.parameters} - always
    for text in (question.cypher, question.left_out or ""):
        least = select_lines(text, always)
        assert not set(re.findall(r"\$(\w+)", least)) & optional


def test_every_statement_gives_just_the_columns_of_the_header(question: Question) -> None:
    """Header and RETURN agree, in order, whatever is given; evidence comes last."""
    columns = [c.name for c in question.columns]
    expected = [columns, [*columns, EVIDENCE]] if question.cites else [columns]
    assert all(returned(statement) in expected for statement in statements(question))
    assert EVIDENCE not in returned(question.state((), embedded=False))


def test_only_rows_that_are_evidence_bring_none(question: Question) -> None:
    """Every answer can be cited."""
    assert question.cites or question.topic == "sources"


def test_the_row_type_agrees_with_the_header(question: Question) -> None:
    """Python's dataclass has the columns' names and types, so that the helpers can be trusted."""
    fields = dataclasses.fields(row_type(question))
    assert [f.name for f in fields] == [c.name for c in question.columns]
    for field, column in zip(fields, question.columns, strict=True):
        kind = TYPES[column.type]
        assert field.type == (kind | None if column.optional else kind)


@pytest.mark.parametrize(
    "path", generation.modules(), ids=lambda path: f"{path.parent.name}.{path.stem}"
)
def test_the_methods_are_those_of_the_library(path: Path) -> None:
    """What is generated is up to date: `make docs` writes it again."""
    assert path.read_text("utf-8") == generation.modules()[path]


def test_every_question_is_a_method_of_a_graph(question: Question) -> None:
    """Of its own name, or the one its header gives."""
    told = " ".join(getattr(Graph, question.method).__doc__.split())
    assert question.text in told


def test_the_example_is_of_the_parameters(question: Question) -> None:
    """It gives what must be given, and nothing that there is not."""
    assert {p.name for p in question.parameters if p.required} <= set(question.example)
    assert set(question.example) <= {p.name for p in question.parameters}


def test_the_example_answer_holds(graph: Graph, question: Question) -> None:
    """Each question is asked on the examples, on both databases, and gives what is written down."""
    answer = graph.query(question.name, **question.example)
    assert answer.csv() == read_answer(question.name)
    assert len(answer) > 0


def test_an_empty_column_is_a_column_that_can_be_empty(graph: Graph, question: Question) -> None:
    """The types of the rows are kept."""
    answer = graph.query(question.name, **question.example)
    for column in question.columns:
        values = [row[column.name] for row in answer.dicts()]
        assert column.optional or None not in values
        kind = list if column.type is ColumnType.STRINGS else TYPES[column.type]
        assert all(value is None or isinstance(value, kind) for value in values)


def test_every_row_of_an_example_can_be_cited(graph: Graph, question: Question) -> None:
    """Each row of each answer rests on a sentence at least, verbatim in its release."""
    if not question.cites:
        with pytest.raises(UnknownQuery, match="evidence themselves"):
            graph.query(question.name, **question.example).evidence()
        return
    answer = graph.query(question.name, **question.example)
    cited = answer.evidence()
    assert list(cited.answer) == list(answer)
    texts = {
        r["id"]: r["text"]
        for r in graph.cypher("MATCH (r:Release) RETURN r.id AS id, r.text AS text")
    }
    for row, citations in cited:
        assert citations, row
        for citation in citations:
            assert texts[citation.release][citation.start : citation.end] == citation.sentence
            assert citation.sentence.strip()


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
        parse_question("meetings", "mine", source)


def test_all_questions_come_sorted() -> None:
    """The catalogue is the same everywhere."""
    assert [q.name for q in all_questions()] == sorted(names())


@pytest.mark.parametrize(
    ("holds", "kept"),
    [
        (set(), ["always", "neither"]),
        ({"a"}, ["always", "one"]),
        ({"a", "b"}, ["always", "one", "both"]),
        ({"b"}, ["always"]),
    ],
)
def test_a_line_stands_under_its_condition(holds: set[str], kept: list[str]) -> None:
    """Of a, of both, of neither."""
    text = "always\none  // if a\nboth // if a and b\nneither   // if not a and not b"
    assert select_lines(text, holds).splitlines() == kept
