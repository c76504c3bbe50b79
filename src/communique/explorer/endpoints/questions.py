"""The questions of the library: what each is, and an endpoint for each."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from communique.explorer.endpoint import Endpoint, Page
from communique.explorer.parameter import Parameter, Type
from communique.pipeline import Graph
from communique.queries import asking
from communique.queries.binding import LARGEST
from communique.queries.citation import Cited
from communique.queries.library import all_questions
from communique.queries.question import ColumnType, Question
from communique.queries.question import Parameter as Taken
from communique.queries.question import ParameterType as Kind
from communique.reading.model import Status

_TYPES = {Kind.INTEGER: Type.INTEGER, Kind.NUMBER: Type.NUMBER, Kind.DATE: Type.DATE}
_BOUNDS = {Kind.INTEGER: (1, LARGEST), Kind.NUMBER: (0, 1)}
_LIMIT = "limit"
_EVIDENCE = Parameter(
    "evidence", "whether each row brings the sentences it rests on", Type.BOOLEAN, default=False
)


def _list(graph: Graph, given: Mapping[str, Any]) -> object:
    return {"questions": [_tell(question) for question in all_questions()]}


def _tell(question: Question) -> dict[str, Any]:
    return {
        "name": question.name,
        "topic": question.topic,
        "text": question.text,
        "cites": question.cites,
        "parameters": [
            {"name": p.name, "type": p.type.value, "required": p.required, "help": p.help,
             "default": p.default}
            for p in question.parameters
        ],
        "columns": [{"name": c.name, "type": c.type.value, "help": c.help}
                    for c in question.columns],
    }  # fmt: skip


def _ask(question: Question, graph: Graph, given: Mapping[str, Any]) -> Page:
    """Ask for the rows up to the end of the page, and one more to tell whether more follow."""
    names = {taken.name for taken in question.parameters}
    told = {name: given[name] for name in names if given[name] is not None}
    last = given["offset"] + given["count"]
    paged = _LIMIT in names
    asked_for = told.get(_LIMIT)
    if paged and (asked_for is None or asked_for > last):
        told[_LIMIT] = last + 1
    asked = asking.prepare(graph.reader, question.name, told)
    if given.get("evidence"):
        cited = asked.cite()
        rows, answer = _with_ends(graph, cited), cited.answer
    else:
        answer = asked.answer()
        rows = answer.dicts()
    more = {"notes": list(answer.notes), "cypher": asked.statement, "parameters": asked.told}
    return Page(answer.columns, rows, whole=not paged or len(rows) <= last, more=more)


def _with_ends(graph: Graph, cited: Cited[Any]) -> list[dict[str, Any]]:
    """Put beside each row whom and what its evidence is about."""
    rows = cited.dicts()
    ends = graph.ends(one for ids in cited.ids for one in ids)
    for row, ids in zip(rows, cited.ids, strict=True):
        found = {end for one in ids for end in ends.get(one, ())}
        row["ends"] = [vars(end) for end in sorted(found)]
    return rows


def _endpoint(question: Question) -> Endpoint:
    cited = (_EVIDENCE,) if question.cites else ()
    parameters = (*map(_parameter, question.parameters), *cited)
    return Endpoint(
        f"/questions/{question.name}",
        question.text,
        partial(_ask, question),
        parameters,
        _row(question),
        paged=True,
        statuses=(404, 409),
    )


def _parameter(taken: Taken) -> Parameter:
    kind = _TYPES.get(taken.type, Type.STRING)
    least, most = _BOUNDS.get(taken.type, (None, None))
    choices = tuple(Status) if taken.type is Kind.STATUS else ()
    return Parameter(
        taken.name, taken.help, kind, taken.required,
        default=taken.default, least=least, most=most, choices=choices,
    )  # fmt: skip


def _row(question: Question) -> dict[str, Any]:
    columns: Sequence[tuple[str, ColumnType, bool]]
    columns = [(c.name, c.type, c.optional) for c in question.columns]
    told = {name: _SCHEMAS[kind] for name, kind, _ in columns}
    for name, kind, optional in columns:
        if optional:
            told[name] = {**_SCHEMAS[kind], "type": [_SCHEMAS[kind]["type"], "null"]}
    return {"type": "object", "required": [name for name, _, _ in columns], "properties": told}


_SCHEMAS: Mapping[ColumnType, dict[str, Any]] = {
    ColumnType.STRING: {"type": "string"},
    ColumnType.DATE: {"type": "string"},
    ColumnType.INTEGER: {"type": "integer"},
    ColumnType.NUMBER: {"type": "number"},
    ColumnType.STRINGS: {"type": "array", "items": {"type": "string"}},
}

ENDPOINTS = (
    Endpoint(
        "/questions",
        "Every question of the library: what it takes and gives.",
        _list,
        schema={
            "type": "object",
            "required": ["questions"],
            "properties": {"questions": {"type": "array", "items": {"type": "object"}}},
        },
    ),
    *map(_endpoint, all_questions()),
)
