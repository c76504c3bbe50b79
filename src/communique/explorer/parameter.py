"""What an endpoint takes, read from the query of an address."""

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from communique.errors import ParameterError

_SHOWN = 80
_LONGEST = 4096
"""Of so many characters a value may be."""
_LONGEST_OF_MANY = 500
"""Where several may be given, one may be of so many."""
_MOST = 100
"""So often a value may be given that can be given several times."""


_DATE = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
"""A day, a month or a year; whether there is such a day, whoever is asked tells."""
_SOME = r"\S"


class Type(StrEnum):
    """What a parameter is, in the words of JSON Schema; a date is a string there."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"


@dataclass(frozen=True)
class Parameter:
    """One parameter of an endpoint.

    Attributes:
        name: Its name in the address.
        help: What it means.
        type: What it takes.
        required: Whether it must be given.
        many: Whether it can be given several times.
        default: What it is when it is not given.
        least: The smallest number.
        most: The largest number.
        choices: All values there are; none for any.
        blank: Whether a text may be blank.
    """

    name: str
    help: str
    type: Type = Type.STRING
    required: bool = False
    many: bool = False
    default: str | float | None = None
    least: float | None = None
    most: float | None = None
    choices: tuple[str, ...] = ()
    blank: bool = False

    def read(self, values: Sequence[str]) -> Any:  # noqa: ANN401 - one value or a list of them
        """Read what was given for it.

        Args:
            values: The values in the address, none or more.

        Returns:
            A value, a list where several may be given, or the default.

        Raises:
            ParameterError: If it is missing, given too often, or none of what it takes.
        """
        if self.many:
            if len(values) > _MOST:
                raise self._wrong(f"is given {len(values)} times, more than {_MOST}")
            return [self._one(value) for value in values]
        if not values:
            if self.required:
                message = f"{self.name!r} must be given."
                raise ParameterError(message, f"It is {self.help}.")
            return self.default
        if len(values) > 1:
            message = f"{self.name!r} is given {len(values)} times."
            raise ParameterError(message, "Give it once.")
        return self._one(values[0])

    def schema(self) -> dict[str, Any]:
        """Describe it in JSON Schema."""
        bounds = {"minimum": self.least, "maximum": self.most, "default": self.default}
        told: dict[str, Any] = {"type": self.type.value}
        if self.type is Type.DATE:
            told = {"type": "string", "pattern": _DATE}
        told |= {key: value for key, value in bounds.items() if value is not None}
        if self.choices:
            told["enum"] = list(self.choices)
        if self.type is Type.STRING and not self.choices:
            told |= {"maxLength": self._longest, **({} if self.blank else {"pattern": _SOME})}
        return {"type": "array", "items": told, "maxItems": _MOST} if self.many else told

    @property
    def _longest(self) -> int:
        return _LONGEST_OF_MANY if self.many else _LONGEST

    def _one(self, text: str) -> Any:  # noqa: ANN401 - of its type
        if len(text) > self._longest:
            raise self._wrong(f"has {len(text):,} characters, more than {self._longest:,}")
        if any("\ud800" <= character <= "\udfff" for character in text):
            raise self._wrong("is no text: it has half a character")
        if self.choices and text not in self.choices:
            raise self._wrong(f"must be one of {', '.join(self.choices)}, not {text[:_SHOWN]!r}")
        if not self.blank and not text.strip():
            raise self._wrong("is empty")
        return self._bounded(_READ[self.type](self, text))

    def _bounded(self, value: Any) -> Any:  # noqa: ANN401 - any value
        if self.least is not None and value < self.least:
            raise self._wrong(f"must be {self.least:g} or more, not {str(value)[:_SHOWN]}")
        if self.most is not None and value > self.most:
            raise self._wrong(f"must be {self.most:g} or less, not {str(value)[:_SHOWN]}")
        return value

    def _number(self, text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            raise self._wrong(f"must be a number, not {text[:_SHOWN]!r}")
        return value

    def _integer(self, text: str) -> int:
        if not text.removeprefix("-").isascii() or not text.removeprefix("-").isdigit():
            raise self._wrong(f"must be a whole number, not {text[:_SHOWN]!r}")
        return int(text)

    def _date(self, text: str) -> str:
        if not re.fullmatch(_DATE, text):
            wanted = "must be a date such as 2024-11-06, 2024-11 or 2024"
            raise self._wrong(f"{wanted}, not {text[:_SHOWN]!r}")
        return text

    def _boolean(self, text: str) -> bool:
        if text not in ("true", "false"):
            raise self._wrong(f"must be true or false, not {text[:_SHOWN]!r}")
        return text == "true"

    def _wrong(self, how: str) -> ParameterError:
        return ParameterError(f"{self.name!r} {how}.")


_READ: Mapping[Type, Callable[[Parameter, str], Any]] = {
    Type.STRING: lambda _, text: text,
    Type.INTEGER: Parameter._integer,
    Type.NUMBER: Parameter._number,
    Type.BOOLEAN: Parameter._boolean,
    Type.DATE: Parameter._date,
}


def read_all(parameters: Iterable[Parameter], given: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Read all that an address gives.

    Args:
        parameters: What the endpoint takes.
        given: Names and values in the address.

    Returns:
        A value for each parameter, by name.

    Raises:
        ParameterError: If one is unknown, missing or bad.
    """
    known = {parameter.name: parameter for parameter in parameters}
    found: dict[str, list[str]] = {name: [] for name in known}
    for name, value in given:
        if name not in known:
            message = f"There is no parameter {name[:_SHOWN]!r} here."
            raise ParameterError(message, f"Known: {', '.join(known) or 'none'}.")
        found[name].append(value)
    return {name: known[name].read(values) for name, values in found.items()}
