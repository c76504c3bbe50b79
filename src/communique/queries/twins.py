"""The questions of the library in SPARQL, asked of an exported graph.

A twin has the question, the parameters and the columns of the Cypher file of its name, and gives
the same rows in the same order. A parameter is the variable ``$given_NAME``, which the engine binds
or leaves unbound; `limit` is kept here, since SPARQL can't bind it.
"""

from collections.abc import Mapping
from functools import cache, partial
from importlib.resources import files
from typing import Any

from communique.errors import DataError, UnknownQuery
from communique.ontology.iris import id_of, iri_of
from communique.ontology.literals import XSD
from communique.queries.binding import bind
from communique.queries.exported import Exported, Term
from communique.queries.exported_names import resolve
from communique.queries.library import get
from communique.queries.period import Period
from communique.queries.question import Column, ColumnType, Parameter, ParameterType, Question

WITHOUT: Mapping[str, str] = {
    "connection": "SPARQL can't tell the shortest of all paths, nor who stands on it"
}
"""What can have no twin, with why; others merely have none."""

_FOLDER = files("communique.queries") / "sparql"
_ENDING = ".rq"
_SEPARATOR = "\u001f"
_WORDS = ("kind:", "role:", "status:")
_LIMIT = "limit"


@cache
def names() -> tuple[str, ...]:
    """Name every question that has a twin, sorted."""
    found = (file.name for file in _FOLDER.iterdir())
    return tuple(sorted(n.removesuffix(_ENDING) for n in found if n.endswith(_ENDING)))


@cache
def read_twin(name: str) -> str:
    """Read the SPARQL of a question.

    Args:
        name: The question's name.

    Returns:
        The text of its file.

    Raises:
        UnknownQuery: If there is no such question, or it has no twin.
    """
    question = get(name)
    if name not in names():
        why = WITHOUT.get(name, "it is written in Cypher alone")
        message = f"The query {question.name!r} can't be asked of a file: {why}."
        raise UnknownQuery(message, "Ask it of a graph: see --graph.")
    return (_FOLDER / f"{name}{_ENDING}").read_text("utf-8")


def ask(dataset: Exported, name: str, /, **parameters: object) -> list[dict[str, Any]]:
    """Ask a question of an exported graph.

    Args:
        dataset: The graph.
        name: The question's name.
        parameters: Its parameters by name, names of people and places as a person writes them.

    Returns:
        The rows, with the values that the same question gives in Cypher.

    Raises:
        UnknownQuery: If there is no such question, or it has no twin.
        ParameterError: If a parameter is unknown, missing or of the wrong type.
        UnknownName: If the graph knows nothing by a name.
        DataError: If the file is no export of a graph.
    """
    query, question = read_twin(name), get(name)
    bound = bind(partial(_find, dataset), question, parameters)
    given = {
        f"given_{parameter.name}": _term(parameter, bound[parameter.name])
        for parameter in question.parameters
        if bound[parameter.name] is not None and parameter.name != _LIMIT
    }
    found = dataset.select(query, given)[: bound.get(_LIMIT)]
    try:
        return [_row(question, row) for row in found]
    except ValueError as error:
        message = f"{dataset.where} is no export of a graph: {error}"
        raise DataError(message, "Make it by `communique export`.") from error


def _find(dataset: Exported, kind: ParameterType, text: str, _period: Period) -> str:
    return resolve(dataset, kind, text)


def _term(parameter: Parameter, value: object) -> Term:
    if parameter.type is ParameterType.DATE:
        return Term(str(value), f"{XSD}date")
    if parameter.type is ParameterType.STATUS:
        return Term(iri_of(f"status:{value}"), None)
    return Term(iri_of(str(value)), None)


def _row(question: Question, found: Mapping[str, Term]) -> dict[str, Any]:
    return {column.name: _value(column, found.get(column.name)) for column in question.columns}


def _value(column: Column, term: Term | None) -> object:
    if column.type is ColumnType.STRINGS:
        return sorted(filter(None, term.text.split(_SEPARATOR))) if term else []
    if term is None:
        return None
    if column.type is ColumnType.INTEGER:
        return int(term.text)
    if column.type is ColumnType.NUMBER:
        return float(term.text)
    return _id_or_word(term.text) if term.datatype is None else term.text


def _id_or_word(iri: str) -> str:
    found = id_of(iri)
    for kind in _WORDS:
        found = found.removeprefix(kind)
    return found
