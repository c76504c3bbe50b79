"""The words of generated Python: signatures, types, docstrings, calls."""

import textwrap
from collections.abc import Iterable, Sequence

from communique.queries.binding import NAMES
from communique.queries.question import Column, ColumnType, Parameter, ParameterType

WIDTH = 100
"""How wide a line may be."""

_COLUMNS = {
    ColumnType.STRING: "str",
    ColumnType.DATE: "str",
    ColumnType.INTEGER: "int",
    ColumnType.NUMBER: "float",
    ColumnType.STRINGS: "list[str]",
}
_PARAMETERS = {ParameterType.INTEGER: "int", ParameterType.NUMBER: "float"}


def write_signature(parameters: Iterable[Parameter]) -> list[str]:
    """Write the parameters: what is required or named first comes by position."""
    written, by_name = list[str](), False
    for parameter in parameters:
        if not by_name and not parameter.required and parameter.type not in NAMES:
            by_name = True
            written.append("*")
        kind = _PARAMETERS.get(parameter.type, "str")
        optional = " | None" if not parameter.required and parameter.default is None else ""
        default = "" if parameter.required else f" = {_quoted(parameter.default)}"
        written.append(f"{parameter.name}: {kind}{optional}{default}")
    return written


def write_definition(method: str, parameters: Iterable[Parameter], row: str) -> str:
    """Write the first lines of a method that gives a table, as a formatter would."""
    given = ["self", *write_signature(parameters)]
    short = f"    def {method}({', '.join(given)}) -> Table[{row}]:"
    if len(short) <= WIDTH:
        return short
    middle = f"        {', '.join(given)}"
    lines = [middle] if len(middle) <= WIDTH else [f"        {line}," for line in given]
    return "\n".join([f"    def {method}(", *lines, f"    ) -> Table[{row}]:"])


def write_call(call: str, arguments: Sequence[str]) -> str:
    """Write a return of a call, as a formatter would."""
    short = f"        return {call}({', '.join(arguments)})"
    if len(short) <= WIDTH:
        return short
    middle = f"            {', '.join(arguments)}"
    lines = [middle] if len(middle) <= WIDTH else [f"            {line}," for line in arguments]
    return "\n".join([f"        return {call}(", *lines, "        )"])


def column_type(column: Column) -> str:
    """Write the type of a column."""
    return _COLUMNS[column.type] + (" | None" if column.optional else "")


def write_entry(name: str, told: str, indent: int = 8) -> str:
    """Write a line of a docstring's list, folded."""
    return write_text(f"{name}: {told[0].upper()}{told[1:]}.", indent, 4)


def write_text(text: str, indent: int = 8, hanging: int = 0) -> str:
    """Fold a text."""
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hanging),
    )


def _quoted(value: str | float | None) -> str:
    return f'"{value}"' if isinstance(value, str) else repr(value)
