"""Asking: a question and its parameters in, a table out."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from functools import partial
from typing import Any

from communique.errors import ParameterError
from communique.graph.store import Store
from communique.queries.answers import ROWS
from communique.queries.days import whole_day
from communique.queries.library import get
from communique.queries.question import Parameter, ParameterType, Question
from communique.queries.resolution import resolve
from communique.queries.table import Table
from communique.reading.model import Status

Find = Callable[[ParameterType, str], str]
"""Finds the id of what is called so."""

_STATUSES = [status.value for status in Status]
_LARGEST = 2**63 - 1
_NAMES = frozenset(ParameterType) - {
    ParameterType.DATE,
    ParameterType.INTEGER,
    ParameterType.STATUS,
    ParameterType.STRING,
}


def ask(store: Store, name: str, parameters: Mapping[str, object]) -> Table[Any]:
    """Ask a question of the library.

    Args:
        store: The graph.
        name: The question's name.
        parameters: Its parameters by name; names of people and places as a person writes them.

    Returns:
        The answer; `notes` says how many meetings, facts or attestations are left out for lack of
        a date.

    Raises:
        UnknownQuery: If there is no such question.
        ParameterError: If a parameter is unknown, missing or of the wrong type.
        UnknownName: If the graph knows nothing by a name.
    """
    question = get(name)
    bound = bind(partial(resolve, store), question, parameters)
    own = question.embedded if store.engine == "arcadedb" else None
    rows = store.run(own or question.cypher, bound).rows
    columns = [column.name for column in question.columns]
    return Table(columns, rows, ROWS[name], _notes(store, question, bound))


def bind(find: Find, question: Question, given: Mapping[str, object]) -> dict[str, Any]:
    """Turn parameters as given into those a statement takes: ids, whole days, numbers.

    Args:
        find: Finds the id that a name means.
        question: The question.
        given: Its parameters by name.

    Returns:
        All its parameters by name; None for those that are not given and have no default.

    Raises:
        ParameterError: If one is unknown, missing or of the wrong type.
    """
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in given:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"Did you mean {near[0]}?" if near else f"It takes {', '.join(known)}."
            message = f"The query {question.name!r} has no parameter {name!r}."
            raise ParameterError(message, hint)
    return {p.name: _bind(find, question, p, given.get(p.name)) for p in known.values()}


def _bind(find: Find, question: Question, parameter: Parameter, value: object) -> object:
    if value is None:
        if parameter.required:
            message = f"The query {question.name!r} needs {parameter.name!r}: {parameter.help}."
            raise ParameterError(message)
        return parameter.default
    if parameter.type in _NAMES:
        return find(parameter.type, _text(parameter, value))
    return _plain(parameter, value)


def _plain(parameter: Parameter, value: object) -> object:
    if parameter.type is ParameterType.DATE:
        return whole_day(parameter.name, value)
    if parameter.type is ParameterType.INTEGER:
        return _number(parameter, value)
    if parameter.type is ParameterType.STATUS and value not in _STATUSES:
        raise _wrong(parameter, value, f"one of {', '.join(_STATUSES)}")
    return _text(parameter, value)


def _number(parameter: Parameter, value: object) -> int:
    try:
        number = int(str(value))
    except ValueError:
        raise _wrong(parameter, value, "a whole number") from None
    if number < 0:
        raise _wrong(parameter, value, "a number of 0 or more")
    if number > _LARGEST:
        raise _wrong(parameter, value, "a smaller number")
    return number


def _text(parameter: Parameter, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _wrong(parameter, value, "some text")
    return value.strip()


def _wrong(parameter: Parameter, value: object, wanted: str) -> ParameterError:
    return ParameterError(f"{parameter.name!r} must be {wanted}, not {value!r}.")


def _notes(store: Store, question: Question, bound: Mapping[str, Any]) -> list[str]:
    dates = [p.name for p in question.parameters if p.type is ParameterType.DATE]
    if question.left_out is None or (dates and not any(bound[name] for name in dates)):
        return []
    left_out = store.run(question.left_out, bound).rows[0]["left_out"]
    if not left_out:
        return []
    so = ", so no bound can hold them" if "since" in dates else ""
    return [f"{left_out} left out: no full date is known{so}."]
