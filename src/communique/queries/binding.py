"""Binding: parameters as a person gives them become those that a statement takes."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any

from communique.errors import ParameterError
from communique.queries.days import whole_day
from communique.queries.lookups import look_up
from communique.queries.period import Period
from communique.queries.question import Parameter, ParameterType, Question
from communique.reading.model import Status

Find = Callable[[ParameterType, str, Period], str]
"""Finds the id of what is called so; a title can mean its holder in the period asked."""

_STATUSES = [status.value for status in Status]
LARGEST = 2**63 - 1
"""The largest number that a database can hold."""
_PLAIN = frozenset(
    {
        ParameterType.DATE,
        ParameterType.INTEGER,
        ParameterType.NUMBER,
        ParameterType.STATUS,
        ParameterType.STRING,
    }
)
NAMES = frozenset(ParameterType) - _PLAIN
"""The types of what is named."""


def bind(find: Find, question: Question, given: Mapping[str, object]) -> dict[str, Any]:
    """Turn parameters as given into those a statement takes: ids, whole days, numbers.

    Args:
        find: Finds the id that a name means.
        question: The question.
        given: Its parameters by name.

    Returns:
        All its parameters by name; None for those that are not given and have no default. What it
        looks up comes with them.

    Raises:
        ParameterError: If one is unknown, missing, of the wrong type, or a period ends before it
            starts.
    """
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in given:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"Did you mean {near[0]}?" if near else f"It takes {', '.join(known)}."
            message = f"The query {question.name!r} has no parameter {name!r}."
            raise ParameterError(message, hint)
    plain = {
        p.name: _or_default(question, p, given.get(p.name), _plain)
        for p in known.values()
        if p.type not in NAMES
    }
    period = _period(plain)
    named = {
        p.name: _or_default(
            question, p, given.get(p.name), lambda p, value: find(p.type, _text(p, value), period)
        )
        for p in known.values()
        if p.type in NAMES
    }
    looked_up = {name: look_up(name) for name in question.lookups}
    return {name: plain.get(name, named.get(name)) for name in known} | looked_up


def _period(bound: Mapping[str, Any]) -> Period:
    day = bound.get("on")
    return Period.of(bound.get("since") or day, bound.get("until") or day)


def _or_default(
    question: Question,
    parameter: Parameter,
    value: object,
    make: Callable[[Parameter, object], object],
) -> object:
    if value is not None:
        return make(parameter, value)
    if parameter.required:
        message = f"The query {question.name!r} needs {parameter.name!r}: {parameter.help}."
        raise ParameterError(message)
    return parameter.default


def _plain(parameter: Parameter, value: object) -> object:
    if parameter.type is ParameterType.DATE:
        return whole_day(parameter.name, value)
    if parameter.type is ParameterType.INTEGER:
        return _integer(parameter, value)
    if parameter.type is ParameterType.NUMBER:
        return _number(parameter, value)
    if parameter.type is ParameterType.STATUS and value not in _STATUSES:
        raise _wrong(parameter, value, f"one of {', '.join(_STATUSES)}")
    return _text(parameter, value)


def _integer(parameter: Parameter, value: object) -> int:
    try:
        number = int(str(value))
    except ValueError:
        raise _wrong(parameter, value, "a whole number") from None
    if number < 1:
        raise _wrong(parameter, value, "a number of 1 or more")
    if number > LARGEST:
        raise _wrong(parameter, value, "a smaller number")
    return number


def _number(parameter: Parameter, value: object) -> float:
    try:
        number = float(str(value))
    except ValueError:
        raise _wrong(parameter, value, "a number") from None
    if not 0 <= number <= 1:
        raise _wrong(parameter, value, "a number between 0 and 1")
    return number


def _text(parameter: Parameter, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _wrong(parameter, value, "some text")
    return value.strip()


def _wrong(parameter: Parameter, value: object, wanted: str) -> ParameterError:
    return ParameterError(f"{parameter.name!r} must be {wanted}, not {value!r}.")
