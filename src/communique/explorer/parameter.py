"""What an endpoint takes, read from the query of an address."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from communique.errors import ParameterError

_LONGEST = 4096
"""Of so many characters a value may be."""


class Type(StrEnum):
    """What a parameter is, in the words of JSON Schema."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"


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
        told |= {key: value for key, value in bounds.items() if value is not None}
        if self.choices:
            told["enum"] = list(self.choices)
        if self.type is Type.STRING and not self.choices:
            told |= {"maxLength": _LONGEST, **({"minLength": 1} if self.required else {})}
        return {"type": "array", "items": told} if self.many else told

    def _one(self, text: str) -> Any:  # noqa: ANN401 - of its type
        if len(text) > _LONGEST:
            raise self._wrong(f"has {len(text):,} characters, more than {_LONGEST:,}")
        if self.choices and text not in self.choices:
            raise self._wrong(f"must be one of {', '.join(self.choices)}, not {text!r}")
        if self.required and not text:
            raise self._wrong("is empty")
        return self._bounded(_READ[self.type](self, text))

    def _bounded(self, value: Any) -> Any:  # noqa: ANN401 - any value
        if self.least is not None and value < self.least:
            raise self._wrong(f"must be {self.least:g} or more, not {value}")
        if self.most is not None and value > self.most:
            raise self._wrong(f"must be {self.most:g} or less, not {value}")
        return value

    def _number(self, text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            raise self._wrong(f"must be a number, not {text!r}")
        return value

    def _integer(self, text: str) -> int:
        if not text.removeprefix("-").isascii() or not text.removeprefix("-").isdigit():
            raise self._wrong(f"must be a whole number, not {text!r}")
        return int(text) if len(text) < _DIGITS else 10**_DIGITS * (-1 if text[0] == "-" else 1)

    def _boolean(self, text: str) -> bool:
        if text not in ("true", "false"):
            raise self._wrong(f"must be true or false, not {text!r}")
        return text == "true"

    def _wrong(self, how: str) -> ParameterError:
        return ParameterError(f"{self.name!r} {how}.")


_DIGITS = 18
_READ: Mapping[Type, Callable[[Parameter, str], Any]] = {
    Type.STRING: lambda _, text: text,
    Type.INTEGER: Parameter._integer,
    Type.NUMBER: Parameter._number,
    Type.BOOLEAN: Parameter._boolean,
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


_SHOWN = 80
